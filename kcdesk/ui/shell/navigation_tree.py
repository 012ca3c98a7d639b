"""Bodies, their years and their meetings as a Qt model; a year is read when it opens."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QDate, QLocale, QModelIndex, QPersistentModelIndex

from kcdesk.domain.moment import Moment
from kcdesk.i18n import _, current, render
from kcdesk.services.state_word import STATE_WORD
from kcdesk.ui.qt import role
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.widgets.state_icon import STATE_ICON

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from kcdesk.services.ports import Shelf
    from kcdesk.services.summary import BodySummary, MeetingSummary

Index = QModelIndex | QPersistentModelIndex


class NodeKind(StrEnum):
    """What a line of the tree stands for."""

    BODY = "body"
    YEAR = "year"
    MEETING = "meeting"


@dataclass(eq=False, repr=False, slots=True)
class Node:
    """A line of the tree. ``key`` is a stream's id, or the body's id and the year.

    ``loaded`` says whether what stands below was read. Of a ``meeting`` the words are written when
    somebody looks: a library may hold thousands.
    """

    kind: NodeKind
    key: str
    label: str = ""
    detail: str = ""
    icon: str = ""
    hint: str = ""
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    loaded: bool = False
    year: int | None = None
    meeting: MeetingSummary | None = None


class NavigationTree(QAbstractItemModel):
    """The library as a tree. ``refresh`` reads it again."""

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._top: list[Node] = []
        self._nodes: dict[int, Node] = {}
        self._by_key: dict[str, Node] = {}
        self._read()

    # ---- asked by the view -----------------------------------------------------------------

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's default
        """One column at every level."""
        del parent
        return 1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's default
        """How many lines stand below one, as far as read."""
        return len(self._below(parent))

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008  # Qt's default
        """Bodies are said to have meetings until read; years have some."""
        node = self.node(parent)
        return bool(self._below(parent)) or (node is not None and not node.loaded)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether a body's years or a year's meetings are still to be read."""
        node = self.node(parent)
        return node is not None and not node.loaded

    def fetchMore(self, parent: Index) -> None:
        """Read a body's years or a year's meetings."""
        node = self.node(parent)
        if node is None or node.loaded:
            return
        node.loaded = True
        below = self._read_below(node)
        if below:
            self.beginInsertRows(parent, 0, len(below) - 1)
            node.children = below
            self._enlist(below)
            self.endInsertRows()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  # Qt's default
        """Return the index of a line."""
        below = self._below(parent)
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, id(below[row]))

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the line that one stands under."""
        node = self.node(index)
        return QModelIndex() if node is None or node.parent is None else self._index(node.parent)

    def data(self, index: Index, asked: int = role.DISPLAY) -> Any:
        """Return what a line shows or says aloud."""
        node = self.node(index)
        if node is None:
            return None
        match asked:
            case role.DISPLAY:
                return node.label
            case role.TOOL_TIP:
                return plain_tip(node.hint)
            case role.ACCESSIBLE_TEXT:
                return f"{node.hint or node.label}, {node.detail}" if node.detail else node.label
        return None

    # ---- asked by the navigation -----------------------------------------------------------

    def node(self, index: Index) -> Node | None:
        """Return the line of an index."""
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        if node is not None and node.meeting is not None and not node.label:
            _write(node, node.meeting)
        return node

    def find(self, key: str) -> QModelIndex:
        """Return the line of a body, year or meeting among those read; invalid if none."""
        found = self._by_key.get(key)
        return QModelIndex() if found is None else self._index(found)

    def seek(self, key: str, body_id: str) -> QModelIndex:
        """Return the line of a meeting of a body, reading as many of its years as need be."""
        self.fetchMore(self.find(body_id))
        body = self._by_key.get(body_id)
        for year in body.children if body is not None else ():
            if key in self._by_key:
                break
            self.fetchMore(self._index(year))
        return self.find(key)

    def refresh(self) -> None:
        """Read the library again; bodies and years that were read are read anew."""
        read = [key for key, node in self._by_key.items() if node.loaded]
        self.beginResetModel()
        self._read()
        self.endResetModel()
        for key in read:
            index = self.find(key)
            if index.isValid():
                self.fetchMore(index)

    def _read(self) -> None:
        bodies = self._shelf.bodies()
        names = [_name(body) for body in bodies]
        self._nodes, self._by_key = {}, {}
        self._top = [
            Node(
                NodeKind.BODY,
                body.id,
                _told_apart(body) if names.count(_name(body)) > 1 else _name(body),
                hint=_full_name(body),
            )
            for body in bodies
        ]
        self._enlist(self._top)

    def _read_below(self, node: Node) -> list[Node]:
        if node.kind is NodeKind.BODY:
            return [_year(node, year) for year in self._shelf.years(node.key)]
        body = node.parent.key if node.parent is not None else ""
        return [
            Node(NodeKind.MEETING, meeting.id, parent=node, loaded=True, meeting=meeting)
            for meeting in self._shelf.meetings_of_year(body, node.year)
        ]

    def _enlist(self, nodes: list[Node]) -> None:
        for node in nodes:
            self._nodes[id(node)] = node
            self._by_key[node.key] = node

    def _below(self, parent: Index) -> list[Node]:
        node = self.node(parent)
        return self._top if node is None else node.children

    def _index(self, node: Node) -> QModelIndex:
        siblings = self._top if node.parent is None else node.parent.children
        return self.createIndex(siblings.index(node), 0, id(node))


def _name(body: BodySummary) -> str:
    return body.name or body.organisation or _("Unnamed body")


def _told_apart(body: BodySummary) -> str:
    """Return the name with whose it is: the line is narrow, and what differs most comes first."""
    return " · ".join(part for part in (body.name, body.organisation) if part) or _name(body)


def _full_name(body: BodySummary) -> str:
    return " · ".join(part for part in (body.organisation, body.name) if part) or _name(body)


def _year(body: Node, year: int | None) -> Node:
    name = _("Without date") if year is None else str(year)
    return Node(NodeKind.YEAR, f"{body.key}/{name}", name, parent=body, year=year)


def _write(node: Node, meeting: MeetingSummary) -> None:
    node.label = _day(meeting.day)
    node.detail = render(STATE_WORD[meeting.state])
    node.icon = STATE_ICON[meeting.state]
    node.hint = _hint(meeting)


def _day(day: Moment) -> str:
    if day.text or day.day is None:
        return day.text or _("No date yet")
    # Qt's own month names: Babel's would be read from disk before the window is seen.
    shown = QDate(day.day.year, day.day.month, day.day.day)
    return QLocale(current().language).toString(shown, "d MMMM")


def _hint(meeting: MeetingSummary) -> str:
    day = f"{_day(meeting.day)} {meeting.day.day.year}" if meeting.day.day else _day(meeting.day)
    return " · ".join(part for part in (day, meeting.title, meeting.place) if part)
