"""What can be done to an item, by key and by the context menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from kcdesk.domain.body import Numbering
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.operation import Group
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _, render
from kcdesk.services import mark_item
from kcdesk.services.check.finding import Area
from kcdesk.services.move_item import indent, move_down, move_up, outdent
from kcdesk.services.remove_item import remove_item
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.agenda.agenda_view import AgendaView
from kcdesk.ui.widgets.item_kind import ITEM_KINDS

Verb = Callable[[Records, str], Group]


class AgendaActions(QObject):
    """The actions of the view; they act on its current item."""

    def __init__(self, context: MeetingContext, view: AgendaView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._marks: dict[str, QAction] = {}
        self._kinds: dict[ItemKind, QAction] = {}
        self._add("edit", _("Write in the item"), ("Enter", "Return"), context.selection.write)
        new_keys = ("Ctrl+Shift+Enter", "Ctrl+Shift+Return", "Insert")
        self._add("add", _("New item after this"), new_keys, view.begin_item)
        self._add("edit", _("Rename"), ("F2",), view.rename)
        self._separate()
        self._add("up", _("Move up"), ("Alt+Up",), partial(self._perform, move_up))
        self._add("down", _("Move down"), ("Alt+Down",), partial(self._perform, move_down))
        self._add("indent", _("Make a sub-item"), ("Alt+Right",), partial(self._perform, indent))
        self._add("outdent", _("Make an item"), ("Alt+Left",), partial(self._perform, outdent))
        self._separate()
        self._add_kinds()
        self._add_mark("done", _("Done"), "Ctrl+Shift+D")
        self._add_mark("numbered", _("Numbered"), "")
        self._add_mark("lettered", _("§ with a letter (58 a)"), "")
        self._add_mark("secret", _("Secret"), "")
        self._add_mark("immediate_approval", _("Approved at once"), "")
        self._separate()
        self._add("delete", _("Remove"), ("Delete",), partial(self._perform, remove_item))
        view.looked_at.connect(self._show_state)
        context.bridge.facts_changed.connect(self._show_state)
        self._show_state()

    def _add(
        self, icon_name: str, text: str, keys: tuple[str, ...], run: Callable[[], None]
    ) -> QAction:
        action = QAction(icon(icon_name) if icon_name else icon("check"), text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(run)
        self._view.addAction(action)
        return action

    def _add_mark(self, field: str, text: str, key: str) -> None:
        action = QAction(text, self, checkable=True)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(self._on_mark, field))
        self._view.addAction(action)
        self._marks[field] = action

    def _add_kinds(self) -> None:
        menu = QMenu(_("Kind of item"), self._view)
        group = QActionGroup(self)
        for kind, text in kind_words().items():
            action = QAction(text, group, checkable=True)
            action.triggered.connect(partial(self._on_kind, kind))
            menu.addAction(action)
            self._kinds[kind] = action
        self._view.addAction(menu.menuAction())

    def _separate(self) -> None:
        separator = QAction(self)
        separator.setSeparator(True)
        self._view.addAction(separator)

    def _item(self) -> Item | None:
        line = self._view.current_line()
        return self._context.bridge.records.find(Item, line.id) if line else None

    def _perform(self, verb: Verb) -> None:
        if (item := self._item()) is not None:
            self._context.bridge.perform(verb(self._context.bridge.records, item.id))
            self._view.scrollTo(self._view.currentIndex())

    def _on_mark(self, field: str) -> None:
        verbs: dict[str, Callable[[Records, str, bool], Group]] = {
            "done": mark_item.set_done,
            "numbered": mark_item.set_numbered,
            "lettered": mark_item.set_lettered,
            "secret": mark_item.set_secret,
            "immediate_approval": mark_item.set_immediate_approval,
        }
        if (item := self._item()) is not None:
            changed = not getattr(item, field)
            group = verbs[field](self._context.bridge.records, item.id, changed)
            self._context.bridge.perform(group)
            if field == "secret" and changed and not item.secrecy_ground:
                self._context.selection.lead_to(Area.ITEM.value, item.id, "secrecy_ground")

    def _on_kind(self, kind: ItemKind) -> None:
        if (item := self._item()) is not None:
            group = mark_item.set_kind(self._context.bridge.records, item.id, kind)
            self._context.bridge.perform(group)

    def _takes_letter(self, item: Item) -> bool:
        """Whether there is a § before an item whose number it can have."""
        records = self._context.bridge.records
        if profile(self._context.body, records).numbering is not Numbering.PARAGRAPH:
            return False
        before: list[Item] = []
        for each in records.children(records.root_id, Item):
            if each.id == item.id:
                return any(one.numbered for one in before)
            before.append(each)
        return False

    def _show_state(self) -> None:
        item = self._item()
        if item is None:
            return
        for field, action in self._marks.items():
            action.setChecked(bool(getattr(item, field)))
        self._marks["lettered"].setVisible(item.lettered or self._takes_letter(item))
        self._kinds[item.kind].setChecked(True)


def kind_words() -> dict[ItemKind, str]:
    """Return what the kinds of items are called."""
    return {kind: render(word) for kind, word in ITEM_KINDS}
