"""What the hour of the meeting needs of the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.domain.message import Message
from kcdesk.i18n import _
from kcdesk.ui.qt.action import ActionSpec, MenuPlace

if TYPE_CHECKING:
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.desktop.meeting_mode import MeetingMode
    from kcdesk.ui.shell.main_window import MainWindow


class AtTheMeeting(QObject):
    """The command palette, phrases, the roll call, Mötesläge, and the window for the table."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self._mode: MeetingMode | None = None

    def specs(self) -> list[ActionSpec]:
        """Return the menu entries."""
        return [
            ActionSpec(
                "palette",
                MenuPlace.EDIT,
                Message("Go to or do…"),
                self.open_palette,
                "search",
                "Ctrl+K",
                section=8,
            ),
            ActionSpec(
                "phrase",
                MenuPlace.EDIT,
                Message("Insert a phrase…"),
                self.open_phrases,
                "quote",
                "Ctrl+Shift+P",
                section=8,
                needs_meeting=True,
            ),
            ActionSpec(
                "meeting_mode",
                MenuPlace.VIEW,
                Message("Meeting mode"),
                self.toggle_mode,
                "meeting",
                "F11",
                section=2,
                needs_meeting=True,
            ),
            ActionSpec(
                "table_window",
                MenuPlace.VIEW,
                Message("Window for the table…"),
                self.toggle_table,
                "video",
                "Shift+F11",
                section=2,
                needs_meeting=True,
            ),
            ActionSpec(
                "roll_call",
                MenuPlace.MEETING,
                Message("Roll call…"),
                self.open_roll_call,
                "people",
                "F8",
                section=6,
                needs_meeting=True,
            ),
            ActionSpec(
                "previous_item",
                MenuPlace.MEETING,
                Message("Previous item"),
                self.previous_item,
                shortcut="Ctrl+PgUp",
                section=6,
                needs_meeting=True,
            ),
            ActionSpec(
                "item_done",
                MenuPlace.MEETING,
                Message("Tick the item off, or take it up again"),
                self.toggle_done,
                "done",
                "Ctrl+J",
                section=6,
                needs_meeting=True,
            ),
            ActionSpec(
                "item_clock",
                MenuPlace.MEETING,
                Message("Start or stop the item's clock"),
                self.toggle_clock,
                "clock",
                "Ctrl+T",
                section=6,
                needs_meeting=True,
            ),
        ]

    def open_palette(self) -> None:
        """Find anything by a few letters, and go there or do it."""
        from kcdesk.ui.desktop.palette_finder import PaletteFinder
        from kcdesk.ui.widgets.palette import Palette

        Palette(PaletteFinder(self._window).find, self._window).show()

    def open_phrases(self) -> None:
        """Find a phrase for the text that has the caret, else for the text last written in."""
        from PySide6.QtWidgets import QApplication

        from kcdesk.ui.desktop.palette_finder import PaletteFinder
        from kcdesk.ui.screens.item.item_panel import ItemPanel
        from kcdesk.ui.widgets.palette import Palette
        from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

        workspace = self._window.workspace
        panel = workspace.panes.get("item") if workspace is not None else None
        focus = QApplication.focusWidget() or self._window.focusWidget()
        if isinstance(panel, ItemPanel) and not isinstance(focus, RichTextEdit):
            panel.write()
        finder = PaletteFinder(self._window)
        Palette(finder.find_phrases, self._window, hint=_("A phrase, by a few letters")).show()

    def open_roll_call(self) -> None:
        """Go through the list once."""
        from kcdesk.ui.screens.attendance.roll_call import RollCall

        if self._window.meeting is not None:
            RollCall(self._window.meeting, self._window).open()

    def toggle_table(self) -> None:
        """Show what the chair, or all by a projector, may read along; or take it away."""
        from kcdesk.ui.screens.table.table_window import TableWindow

        window = self._window
        shown = window.findChild(TableWindow)
        if shown is not None:
            shown.close()
        elif window.meeting is not None:
            table = TableWindow(window.meeting, window)
            window.meeting_opened.connect(table.close)
            table.fill_screen()

    def toggle_mode(self) -> None:
        """Show the item alone, or the whole window again."""
        self.mode.toggle()

    def previous_item(self) -> None:
        """Go back to the item before."""
        self.mode.step(-1)

    def toggle_done(self) -> None:
        """Tick the item in view off, or take it up again."""
        self.mode.toggle_done()

    def toggle_clock(self) -> None:
        """Note that the item in view begins, or ends."""
        self.mode.toggle_clock()

    @property
    def mode(self) -> MeetingMode:
        """Mötesläge, made when it is first wanted."""
        if self._mode is None:
            from kcdesk.ui.desktop.meeting_mode import MeetingMode

            self._mode = MeetingMode(self._window)
        return self._mode

    @property
    def _window(self) -> MainWindow:
        assert self._desktop.window is not None
        return self._desktop.window
