"""What the command palette finds: items, people, every action of the window, bodies, meetings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from kcdesk.domain.item import Item
from kcdesk.domain.numbering import numbers
from kcdesk.domain.participant import Attendance, Participant
from kcdesk.domain.profile import profile
from kcdesk.i18n import _, current, render
from kcdesk.services import command_act
from kcdesk.services.edit_attendance import set_attendance
from kcdesk.services.fuzzy_match import fitting
from kcdesk.services.item_name import item_name
from kcdesk.services.line_command import SIGNS
from kcdesk.services.phrase_library import kind_of_item
from kcdesk.ui.qt.here import situation_at
from kcdesk.ui.qt.key_words import key_words
from kcdesk.ui.qt.palette_entry import PaletteEntry, PaletteSource
from kcdesk.ui.screens.item.item_panel import ItemPanel
from kcdesk.ui.screens.item.phrase_offer import known_phrases, worded
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

if TYPE_CHECKING:
    from kcdesk.domain.moment import Moment
    from kcdesk.domain.operation import Group
    from kcdesk.services.situation import Situation
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.shell.main_window import MainWindow
    from kcdesk.ui.widgets.rich_text.line_offer import LineOffer

PersonAct = Callable[[str, "Situation"], "Group"]

_MOST = 60
_NEWEST = 2_000  # meetings that are looked through
_NUMBER = re.compile(r"§?\s*(\d+(?:\.\d+)*)")


class PaletteFinder:
    """Reads the window once, when the palette opens."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._meetings: list[PaletteEntry] | None = None
        focus = QApplication.focusWidget() or window.focusWidget()
        self._text = focus if isinstance(focus, RichTextEdit) else None
        sources = (
            self._items(),
            self._actions(),
            self._of_panes(),
            self._forms(),
            self._people(),
            self._places(),
            self._phrases,
        )
        found = {each.key: each for source in sources for each in source}
        self._entries = list(found.values())

    def find(self, typed: str) -> Sequence[PaletteEntry]:
        """Return what fits, best first; a line that begins like a command is read as one."""
        if typed.startswith(SIGNS):
            return self._commanded(typed)
        wanted = _NUMBER.fullmatch(typed.strip())
        if wanted is not None and (found := self._numbered(wanted[1])):
            return found
        entries = self._entries
        if len(typed.strip()) > 1:
            entries = [*entries, *self._buttons, *self._newest_meetings()]
        return fitting(typed, [(each, f"{each.title} {each.place}") for each in entries])[:_MOST]

    def find_phrases(self, typed: str) -> Sequence[PaletteEntry]:
        """Return the phrases that fit, those for this kind of item first."""
        return fitting(typed, [(each, each.title) for each in self._phrases])[:_MOST]

    # ---- the meeting in view -------------------------------------------------------------------

    def _items(self) -> Iterator[PaletteEntry]:
        meeting = self._window.meeting
        if meeting is None:
            return
        records = meeting.bridge.records
        known = numbers(records, profile(meeting.body, records).numbering)
        place = _("Agenda")
        for id, number in known.items():
            title = f"{number}  {records.get(Item, id).name}".strip()
            yield PaletteEntry(f"item_{id}", title, partial(_go_to, meeting, id), place)

    def _numbered(self, number: str) -> list[PaletteEntry]:
        return [
            each
            for each in self._entries
            if each.key.startswith("item_") and each.title.split("  ")[0] == number
        ]

    def _people(self) -> Iterator[PaletteEntry]:
        meeting = self._window.meeting
        item = meeting.bridge.records.find(Item, meeting.selection.id) if meeting else None
        if meeting is None or item is None:
            return
        records, place = meeting.bridge.records, _("Attendance")
        here = item_name(records, profile(meeting.body, records).numbering, item.id)
        for each in records.children(records.root_id, Participant):
            for key, title, act in (
                ("arrives", _("{name} arrives", name=each.name), command_act.note_arrival),
                ("leaves", _("{name} leaves", name=each.name), command_act.note_departure),
                ("notice", _("{name} sent notice of absence", name=each.name), _send_notice),
                (
                    "recused",
                    _("{name} takes no part in {item}", name=each.name, item=here),
                    _recuse,
                ),
            ):
                run = partial(_act, meeting, act, each.id)
                yield PaletteEntry(f"{key}_{each.id}", title, run, place)

    @cached_property
    def _buttons(self) -> list[PaletteEntry]:
        from kcdesk.ui.desktop.palette_buttons import button_entries

        return list(button_entries(self._window, self._entries))

    @cached_property
    def _phrases(self) -> list[PaletteEntry]:
        """Phrases for the text that has the caret, filled from the meeting."""
        meeting, text = self._window.meeting, self._text
        if (
            meeting is None
            or text is None
            or not meeting.bridge.records.find(Item, meeting.selection.id)
        ):
            return []
        here = situation_at(meeting, meeting.selection.id)
        kind = kind_of_item(here.item)
        ordered = sorted(known_phrases(here), key=lambda each: each.kind is not kind)
        return [
            PaletteEntry(
                f"phrase_{each.id}",
                each.title,
                partial(text.completion.insert, each.text),
                each.preview,
            )
            for each in worded(ordered, here)
        ]

    def _commanded(self, line: str) -> list[PaletteEntry]:
        """Read a line as a text of the item would, and do it at once."""
        workspace = self._window.workspace
        panel = workspace.panes.get("item") if workspace is not None else None
        completer = panel.line_completer() if isinstance(panel, ItemPanel) else None
        if completer is None:
            return []

        def take(offer: LineOffer) -> None:
            completer.accept(offer, ())

        return [
            PaletteEntry(f"line_{each.id}", each.title, partial(take, each), each.preview)
            for each in completer.offers(line)
            if each.acts
        ]

    # ---- the window ------------------------------------------------------------------------------

    def _actions(self) -> Iterator[PaletteEntry]:
        menus = self._window.menuBar().findChildren(QMenu)
        tops = [menu for menu in menus if menu.parent() is self._window.menuBar()]
        for menu in tops:
            yield from _of_actions(menu.actions(), _plain(menu.title()))

    def _of_panes(self) -> Iterator[PaletteEntry]:
        if self._window.workspace is None:
            return
        for pane in self._window.workspace.panes.values():
            name = pane.accessibleName()
            if isinstance(pane, PaletteSource):
                yield from pane.palette_entries()
            inside = [one for each in pane.findChildren(QWidget) for one in each.actions()]
            yield from _of_actions(inside, name)

    def _forms(self) -> Iterator[PaletteEntry]:
        """Offer what can be done to the text that has the caret."""
        if self._text is not None:
            place = _("In running text")
            for each in self._text.commands.all():
                keys = key_words(each.key) if each.key else ""
                yield PaletteEntry(f"text_{each.name}", _plain(each.name), each.run, place, keys)

    def _places(self) -> Iterator[PaletteEntry]:
        window = self._window
        for spec in window.navigation.pages:
            title = render(spec.title)
            yield PaletteEntry(f"page_{spec.key}", title, partial(window.open_page, spec.key))
        for body in window.context.shelf.bodies():
            name = " · ".join(filter(None, (body.organisation, body.name)))
            open_it = partial(window.open_body, body.id)
            yield PaletteEntry(f"body_{body.id}", name, open_it, _("Body"))

    def _newest_meetings(self) -> list[PaletteEntry]:
        if self._meetings is None:
            shelf = self._window.context.shelf
            names = {each.id: each.name or each.organisation for each in shelf.bodies()}
            self._meetings = [
                PaletteEntry(
                    f"meeting_{each.id}",
                    f"{names.get(each.body_id, '')} {_day(each.day)}".strip(),
                    partial(self._window.open_meeting, each.id),
                    " · ".join(filter(None, (_("Meeting"), each.title, each.place))),
                )
                for each in shelf.meetings()[:_NEWEST]
            ]
        return self._meetings


def _go_to(meeting: MeetingContext, item_id: str) -> None:
    meeting.selection.select(item_id)
    meeting.selection.write()


def _act(meeting: MeetingContext, act: PersonAct, participant_id: str) -> None:
    meeting.bridge.perform(act(participant_id, situation_at(meeting, meeting.selection.id)))


def _send_notice(participant_id: str, here: Situation) -> Group:
    return set_attendance(here.records, participant_id, Attendance.ABSENT_WITH_NOTICE)


def _recuse(participant_id: str, here: Situation) -> Group:
    return command_act.recuse_all((participant_id,), "", here)


def _of_actions(actions: Iterable[QAction], place: str) -> Iterator[PaletteEntry]:
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _of_actions(menu.actions(), _plain(action.text()))
        elif action.text() and not action.isSeparator() and action.isEnabled():
            keys = " · ".join(dict.fromkeys(key_words(each) for each in action.shortcuts()))
            title = _plain(action.text())
            yield PaletteEntry(f"{place}_{title}", title, action.trigger, place, keys)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


def _day(moment: Moment) -> str:
    return current().long_day(moment.day) if moment.day is not None else moment.text
