"""Bodies, their years and their meetings as a Qt model; meetings are read when a body opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from kcdesk.domain.moment import Moment
from kcdesk.i18n import _, current, render
from kcdesk.services.ports import BodySummary, MeetingSummary, Shelf
from kcdesk.services.state_word import STATE_WORD
from kcdesk.ui.widgets.state_icon import STATE_ICON

Index = QModelIndex | QPersistentModelIndex


class NodeKind(StrEnum):
    """What a line of the tree stands for."""

    BODY = "body"
    YEAR = "year"
    MEETING = "meeting"


@dataclass(eq=False, slots=True)
class Node:
    """A line of the tree. ``key`` is a stream's id, or the body's id and the year.

    Of a ``meeting`` the words are written when somebody looks: a library may hold thousands.
    """

    kind: NodeKind
    key: str
    label: str = ""
    detail: str = ""
    icon: str = ""
    hint: str = ""
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    loaded: bool = True
    meeting: MeetingSummary | None = None


NODE_ROLE = Qt.ItemDataRole.UserRole


class NavigationTree(QAbstractItemModel):
    """The library as a tree. ``refresh`` reads it again."""

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._top: list[Node] = []
        self._nodes: dict[int, Node] = {}
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
        """Bodies are said to have meetings until read."""
        node = self.node(parent)
        return bool(self._below(parent)) or (node is not None and not node.loaded)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether a body's meetings are still to be read."""
        node = self.node(parent)
        return node is not None and not node.loaded

    def fetchMore(self, parent: Index) -> None:
        """Read a body's meetings."""
        node = self.node(parent)
        if node is None or node.loaded:
            return
        node.loaded = True
        years = _years(node, self._shelf.meetings(node.key))
        if years:
            self.beginInsertRows(parent, 0, len(years) - 1)
            node.children = years
            self._enlist(years)
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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a line shows or says aloud."""
        node = self.node(index)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.label
            case Qt.ItemDataRole.ToolTipRole:
                return node.hint
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{node.hint or node.label}, {node.detail}" if node.detail else node.label
            case Qt.ItemDataRole.UserRole:
                return node
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
        found = next((node for node in self._nodes.values() if node.key == key), None)
        return QModelIndex() if found is None else self._index(found)

    def refresh(self) -> None:
        """Read the library again; bodies that were open are read anew."""
        opened = [node.key for node in self._top if node.loaded]
        self.beginResetModel()
        self._read()
        self.endResetModel()
        for key in opened:
            index = self.find(key)
            if index.isValid():
                self.fetchMore(index)

    def _read(self) -> None:
        bodies = self._shelf.bodies()
        names = [_name(body) for body in bodies]
        self._nodes = {}
        self._top = [
            Node(
                NodeKind.BODY,
                body.id,
                _full_name(body) if names.count(_name(body)) > 1 else _name(body),
                hint=_full_name(body),
                loaded=False,
            )
            for body in bodies
        ]
        self._enlist(self._top)

    def _enlist(self, nodes: list[Node]) -> None:
        for node in nodes:
            self._nodes[id(node)] = node
            self._enlist(node.children)

    def _below(self, parent: Index) -> list[Node]:
        node = self.node(parent)
        return self._top if node is None else node.children

    def _index(self, node: Node) -> QModelIndex:
        siblings = self._top if node.parent is None else node.parent.children
        return self.createIndex(siblings.index(node), 0, id(node))


def _name(body: BodySummary) -> str:
    return body.name or body.organisation or _("Unnamed body")


def _full_name(body: BodySummary) -> str:
    return " · ".join(part for part in (body.organisation, body.name) if part) or _name(body)


def _years(body: Node, meetings: Sequence[MeetingSummary]) -> list[Node]:
    years: dict[str, Node] = {}
    for meeting in meetings:
        name = str(meeting.day.day.year) if meeting.day.day else _("Without date")
        if name not in years:
            years[name] = Node(NodeKind.YEAR, f"{body.key}/{name}", name, parent=body)
        years[name].children.append(
            Node(NodeKind.MEETING, meeting.id, parent=years[name], meeting=meeting)
        )
    return list(years.values())


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
