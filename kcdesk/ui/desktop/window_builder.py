"""Plugs pages, panes and actions into a window for the library that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.i18n import _, ngettext, render
from kcdesk.ui.desktop.at_the_meeting import AtTheMeeting
from kcdesk.ui.desktop.export_actions import ExportActions
from kcdesk.ui.desktop.help_actions import HelpActions
from kcdesk.ui.desktop.library_actions import LibraryActions
from kcdesk.ui.desktop.meeting_actions import MeetingActions
from kcdesk.ui.desktop.sign_actions import SignActions
from kcdesk.ui.qt.page import LibraryContext, PageSpec
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.session_pool import SessionPool
from kcdesk.ui.shell.main_window import MainWindow, WindowContent

if TYPE_CHECKING:
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.library_port import OpenLibrary


def build_window(desktop: Desktop, library: OpenLibrary) -> MainWindow:
    """Return the window of a library, not yet shown.

    It opens the meeting last in view once it is painted: the panels ask what takes time to know
    (which days are holidays), and the window should not wait for them.
    """
    ports = desktop.ports
    sessions = SessionPool(library)
    libraries, meetings = LibraryActions(desktop), MeetingActions(desktop)
    window = MainWindow(
        _("{library} – kcdesk", library=library.path.stem),
        LibraryContext(library, library, sessions, ports.clock, ports.calendar),
        WindowContent(
            panes=ports.panes,
            pages=(
                PageSpec("people", Message("People"), "people", _people_page),
                PageSpec("phrases", Message("Phrases"), "quote", _phrase_page),
                PageSpec("bin", Message("Bin"), "delete", partial(_bin_page, desktop)),
                *ports.pages,
            ),
            body_page=meetings.body_page,
            start_page=partial(_start_page, desktop, libraries, meetings),
            present_text=present_text,
        ),
        desktop.preferences.settings,
        desktop.save_and_close,
        read_only=library.read_only,
    )
    sessions.setParent(window)
    sources = (
        meetings,
        libraries,
        ExportActions(desktop),
        SignActions(desktop),
        AtTheMeeting(desktop),
        HelpActions(desktop),
    )
    for actions in sources:
        actions.setParent(window)
    window.menus.add([spec for actions in sources for spec in actions.specs()])
    libraries.add_recent(window.menus)
    window.status_line.copy_wanted.connect(libraries.choose_copy)
    window.status_line.explanation_wanted.connect(libraries.explain_failure)
    window.meeting_opened.connect(partial(_remember, desktop))
    window.meeting_opened.connect(partial(_follow_refusals, window))
    window.painted.connect(partial(_open_last, desktop, library, window))
    return window


def present_text(meeting: MeetingContext) -> str:
    """Return how many take part in deciding, by the same rule as the attendance panel."""
    from kcdesk.domain.profile import profile
    from kcdesk.ui.screens.attendance.attendance_line import attendance_of

    shown = attendance_of(
        meeting.bridge.records,
        profile(meeting.body, meeting.bridge.records),
        meeting.selection.id,
    )
    if not shown.of:
        return ""
    return ngettext(
        "{count} of {listed} present", "{count} of {listed} present", shown.there, listed=shown.of
    )


def _people_page(context: LibraryContext) -> QWidget:
    from kcdesk.ui.screens.people.people_page import PeoplePage

    return PeoplePage(context)


def _phrase_page(context: LibraryContext) -> QWidget:
    from kcdesk.ui.screens.phrases.phrase_page import PhrasePage

    return PhrasePage(context)


def _bin_page(desktop: Desktop, context: LibraryContext) -> QWidget:
    from kcdesk.ui.screens.bin.bin_page import BinPage

    page = BinPage(context)
    page.restored.connect(partial(_show_restored, desktop))
    return page


def _show_restored(desktop: Desktop, _id: str) -> None:
    if desktop.window is not None:
        desktop.window.navigation.refresh()


def _start_page(
    desktop: Desktop,
    libraries: LibraryActions,
    meetings: MeetingActions,
    _context: LibraryContext,
) -> QWidget:
    from kcdesk.ui.screens.start.start_page import StartPage

    ports = desktop.ports
    page = StartPage(has_sample=ports.sample is not None, has_import=ports.imports is not None)
    page.sample_wanted.connect(libraries.open_sample)
    page.import_wanted.connect(libraries.choose_import)
    page.body_wanted.connect(meetings.new_body)
    return page


def _remember(desktop: Desktop, meeting: MeetingContext | None) -> None:
    if meeting is not None:
        desktop.remember_meeting(meeting.bridge.session.stream_id)


def _follow_refusals(window: MainWindow, meeting: MeetingContext | None) -> None:
    if meeting is not None:
        meeting.bridge.refused.connect(partial(_tell_refusal, window))


def _tell_refusal(window: MainWindow, error: UserFacingError) -> None:
    """Say why an edit did not happen, quietly: nothing is lost."""
    window.bar.announce(" ".join(render(each) for each in (error.happened, error.remedy) if each))


def _open_last(desktop: Desktop, library: OpenLibrary, window: MainWindow) -> None:
    """Show the meeting last open, else the newest, else a body, else how to begin."""
    last = desktop.preferences.last_meeting(library.path)
    bodies = library.bodies()
    meetings = [meeting.id for meeting in library.meetings()]
    if last in meetings:
        window.open_meeting(last)
    elif meetings:
        window.open_meeting(meetings[0])
    elif bodies:
        window.open_body(bodies[0].id)
    else:
        window.open_start()
    if window.workspace is not None:
        # The keyboard leads into the meeting, also where the navigation folds away; the agenda
        # stays whatever is undone.
        window.ring.enter(window.workspace.reveal("agenda"))
