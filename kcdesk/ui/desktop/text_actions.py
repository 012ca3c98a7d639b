"""What is done with the text of the whole meeting: find, replace, count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.domain.message import Message
from kcdesk.i18n import _, ngettext
from kcdesk.ui.qt.action import ActionSpec, MenuPlace

if TYPE_CHECKING:
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.desktop.find_bar import MeetingFindBar
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.shell.main_window import MainWindow


class TextActions(QObject):
    """Follows the meeting in view; each has a find bar of its own."""

    def __init__(self, desktop: Desktop, window: MainWindow) -> None:
        super().__init__(window)
        self._desktop = desktop
        self._window = window
        self._bar: MeetingFindBar | None = None
        window.meeting_opened.connect(self._on_meeting_opened)

    def specs(self) -> list[ActionSpec]:
        """Return the menu entries."""
        return [
            ActionSpec(
                "find",
                MenuPlace.EDIT,
                Message("Find and replace in the meeting…"),
                self.find,
                "search",
                "Ctrl+F",
                section=7,
                needs_meeting=True,
            ),
            ActionSpec(
                "count_words",
                MenuPlace.EDIT,
                Message("Count words"),
                self.count,
                section=7,
                needs_meeting=True,
            ),
        ]

    def find(self) -> None:
        """Look for a text; one that is chosen in a text is looked for at once."""
        bar = self._find_bar()
        if bar is not None:
            bar.begin(self._chosen())

    def count(self) -> None:
        """Say how much is written in the item in view and in the meeting."""
        from kcdesk.services.count_words import count_words

        meeting = self._window.meeting
        if meeting is None:
            return
        records = meeting.bridge.records
        whole = count_words(records, records.root_id)
        words = ngettext("{count} word in the meeting", "{count} words in the meeting", whole.words)
        said = _("{words}, {characters} characters", words=words, characters=whole.characters)
        if meeting.selection.id in records:
            here = count_words(records, meeting.selection.id).words
            item = ngettext("{count} word in this item", "{count} words in this item", here)
            said = f"{item} · {said}"
        self._window.bar.announce(said)

    def _find_bar(self) -> MeetingFindBar | None:
        from kcdesk.ui.desktop.find_bar import MeetingFindBar
        from kcdesk.ui.screens.item.item_panel import ItemPanel

        meeting, workspace = self._window.meeting, self._window.workspace
        if self._bar is None and meeting is not None and workspace is not None:
            panel = workspace.panes["item"]
            assert isinstance(panel, ItemPanel)
            self._bar = MeetingFindBar(meeting, panel)
            self._bar.replaced.connect(self._on_replaced)
            self._window.add_beneath(self._bar)
        return self._bar

    def _chosen(self) -> str:
        """Return what is chosen in the text with the caret, within one paragraph."""
        from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

        focused = self._window.focusWidget()
        text = focused.textCursor().selectedText() if isinstance(focused, RichTextEdit) else ""
        return "" if "\u2029" in text or "\u2028" in text else text

    def _on_replaced(self, count: int, held: int) -> None:
        said = ngettext("{count} place was replaced.", "{count} places were replaced.", count)
        if held:
            stays = ngettext(
                "{count} place is out for signature or sealed, and stays.",
                "{count} places are out for signature or sealed, and stay.",
                held,
            )
            said = f"{said} {stays}" if count else stays
        if count:
            self._window.bar.announce(said, _("Undo"), self._window.undo.way_back(), stays=True)
        else:
            self._window.bar.announce(said)

    def _on_meeting_opened(self, _meeting: MeetingContext | None) -> None:
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
