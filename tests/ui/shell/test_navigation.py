"""The navigation reads what it shows, and finds what it has not read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from kcdesk.domain.body import Body
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.row import new_id
from kcdesk.storage.library_file import LibraryFile
from kcdesk.ui.qt.page import PageSpec
from kcdesk.ui.shell.navigation import Navigation
from kcdesk.ui.shell.navigation_line import _ground
from kcdesk.ui.shell.navigation_tree import NodeKind

BODIES = 3
FIRST, DAYS = date(2019, 1, 1), 40  # a meeting each fortieth day


@pytest.fixture
def many(tmp_path):
    """Three bodies with meetings over eight years, and one without a day."""
    opened = LibraryFile.new(tmp_path / "many.kcdesk")
    bodies = [Body(id=new_id(), name=f"Nämnd {number}") for number in range(BODIES)]
    days = [Moment(FIRST + timedelta(DAYS * number)) for number in range(70)] + [Moment()]
    meetings = [Meeting(id=new_id(), body_id=body.id, day=day) for body in bodies for day in days]
    groups = [Group(Message("New"), (Insert(root),)) for root in (*bodies, *meetings)]
    opened.bring_in(Group(Message("New"), ()), groups)
    yield opened
    opened.close()


class Counted:
    """A shelf that says what was asked of it."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library
        self.years_read: list[int | None] = []

    def bodies(self):
        return self._library.bodies()

    def years(self, body_id):
        return self._library.years(body_id)

    def meetings_of_year(self, body_id, year):
        self.years_read.append(year)
        return self._library.meetings_of_year(body_id, year)


@pytest.fixture
def navigation(many, theme, qtbot):
    made = Navigation(Counted(many), (PageSpec("people", Message("People"), "people", None),))
    qtbot.addWidget(made)
    made.show()
    return made


def shown(navigation) -> list[str]:
    view = navigation._view
    lines, index = [], view.model().index(0, 0)
    while index.isValid():
        lines.append(index.data())
        index = view.indexBelow(index)
    return lines


def test_only_the_newest_year_of_each_body_is_read(navigation) -> None:
    assert navigation._tree._shelf.years_read == [None] * BODIES
    years = [str(year) for year in range(2026, 2018, -1)]
    body = ["Utan datum", "Inget datum än", *years]
    expected = [line for number in range(BODIES) for line in (f"Nämnd {number}", *body)]
    assert shown(navigation) == expected


def test_a_meeting_of_another_year_is_found_and_marked(navigation, many) -> None:
    body = many.bodies()[1].id
    oldest = many.meetings(body)[-1]
    navigation.mark(oldest.id, body)
    assert navigation._view.currentIndex().data() == "1 januari"
    assert 2019 in navigation._tree._shelf.years_read
    navigation.refresh()
    assert navigation._view.currentIndex().data() == "1 januari"


def test_what_opens_is_read_then(navigation) -> None:
    tree, view = navigation._tree, navigation._view
    year = tree.index(1, 0, tree.index(0, 0))
    assert tree.hasChildren(year)
    assert tree.rowCount(year) == 0
    view.expand(year)
    assert tree.rowCount(year) == 6
    assert not tree.hasChildren(tree.index(0, 0, year))


def test_more_bodies_than_fit_stay_folded(library, theme, qtbot) -> None:
    bodies = [Body(id=new_id(), name=f"Utskott {number:02}") for number in range(40)]
    meetings = [Meeting(id=new_id(), body_id=each.id, day=Moment(FIRST)) for each in bodies]
    groups = [Group(Message("New"), (Insert(root),)) for root in (*bodies, *meetings)]
    library.bring_in(Group(Message("New"), ()), groups)
    made = Navigation(library, ())
    qtbot.addWidget(made)
    assert len(library.bodies()) < len(shown(made)) <= 60


def test_before_the_first_picture_registers_have_their_pictures(navigation) -> None:
    pages = navigation.findChild(QListView)
    before = pages.model().index(0, 0).data(1)
    assert before.deviceIndependentSize().toSize() == QSize(16, 16)
    early = pages.grab().toImage()
    navigation.complete()
    assert not pages.model().index(0, 0).data(1).isNull()
    assert pages.grab().toImage() == early


def test_bodies_of_one_name_are_told_apart_by_whose_they_are(tmp_path, theme, qtbot) -> None:
    """The name stands first: the line is cut at its end, and neighbours often share their owner."""
    opened = LibraryFile.new(tmp_path / "same.kcdesk")
    owners = ("Norråsa kommun", "Rotsjö kommun")
    bodies = [Body(id=new_id(), organisation=each, name="Socialnämnden") for each in owners]
    alone = Body(id=new_id(), organisation="Norråsa kommun", name="Valnämnden")
    groups = [Group(Message("New"), (Insert(body),)) for body in (*bodies, alone)]
    opened.bring_in(Group(Message("New"), ()), groups)
    made = Navigation(opened, ())
    qtbot.addWidget(made)
    tree = made._tree
    nodes = [tree.node(tree.index(row, 0)) for row in range(tree.rowCount())]
    assert {node.label for node in nodes} == {
        "Socialnämnden · Norråsa kommun",
        "Socialnämnden · Rotsjö kommun",
        "Valnämnden",
    }
    opened.close()


def test_a_chosen_body_stands_in_the_middle_of_its_ground(navigation) -> None:
    option = QStyleOptionViewItem()
    option.font = navigation.font()
    option.fontMetrics = navigation.fontMetrics()
    option.rect = QRect(0, 40, 200, round(option.fontMetrics.height() + 16))
    ground = _ground(option, NodeKind.BODY)
    assert ground.bottom() == option.rect.bottom() - 1
    assert ground.height() < option.rect.height() - 8
    assert _ground(option, NodeKind.MEETING).height() == option.rect.height() - 2
