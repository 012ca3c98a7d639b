"""Plugs pages, panes and actions into a window for the library that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kcdesk.domain.message import Message
from kcdesk.i18n import _, ngettext, render
from kcdesk.ui.qt.page import LibraryContext, PageBadge, PageSpec
from kcdesk.ui.qt.session_pool import SessionPool
from kcdesk.ui.shell.main_window import MainWindow
from kcdesk.ui.shell.window_content import WindowContent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kcdesk.domain.error import UserFacingError
    from kcdesk.domain.operation import Group
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.library_port import OpenLibrary
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.qt.speller import Speller


def build_window(desktop: Desktop, library: OpenLibrary) -> MainWindow:
    """Return the window of a library, not yet shown.

    It gets its actions and opens the meeting last in view once it is painted: neither can be seen
    before, and the window should not wait for them.
    """
    ports = desktop.ports
    sessions = SessionPool(library)
    pages = (
        PageSpec(
            "watch",
            Message("To watch"),
            "clock",
            partial(_watch_page, desktop),
            badge=_watch_badge,
        ),
        PageSpec("people", Message("People"), "people", _people_page),
        PageSpec("phrases", Message("Phrases"), "quote", _phrase_page),
        PageSpec("bin", Message("Bin"), "delete", partial(_bin_page, desktop)),
        *ports.pages,
    )
    window = MainWindow(
        _("{library} – kcdesk", library=library.path.stem),
        LibraryContext(
            library,
            library,
            sessions,
            ports.clock,
            ports.calendar,
            partial(_speller, desktop),
            read_only=library.read_only,
        ),
        WindowContent(
            panes=ports.panes,
            pages=pages,
            body_page=partial(_body_page, desktop),
            start_page=partial(_start_page, desktop),
            present_text=present_text,
        ),
        desktop.preferences.settings,
        desktop.save_and_close,
        read_only=library.read_only,
    )
    sessions.setParent(window)
    window.painted.connect(partial(_complete, desktop, library, window, pages))
    return window


def _complete(
    desktop: Desktop, library: OpenLibrary, window: MainWindow, pages: Sequence[PageSpec]
) -> None:
    from kcdesk.ui.desktop.followed_actions import FollowedActions
    from kcdesk.ui.desktop.place_follower import PlaceFollower
    from kcdesk.ui.desktop.watch_actions import count_pages
    from kcdesk.ui.desktop.window_actions import add_actions

    desktop.settle(library)
    add_actions(desktop, window)
    count_pages(window, pages)
    window.meeting_opened.connect(partial(_remember, desktop))
    window.meeting_opened.connect(partial(_follow_steps, window))
    window.context.sessions.refused.connect(partial(_tell_refusal, window))
    window.undo.stepped.connect(partial(_lead_to_step, window))
    PlaceFollower(window)
    FollowedActions(window)
    if desktop.ports.prints_to_sign is not None:
        from kcdesk.ui.desktop.sealed_prints import SealedPrints

        prints = SealedPrints(window, desktop.ports.prints_to_sign)
        window.meeting_opened.connect(prints.follow)
    _open_last(desktop, library, window)
    desktop.second_starts.listen(library)


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


def _speller(desktop: Desktop, language: str) -> Speller | None:
    return desktop.spellers.speller(language)


def _watch_page(desktop: Desktop, context: LibraryContext) -> QWidget:
    from kcdesk.ui.desktop.watch_actions import WatchActions

    actions = WatchActions(desktop)
    page = actions.page(context)
    actions.setParent(page)
    return page


def _watch_badge(context: LibraryContext) -> PageBadge | None:
    from kcdesk.ui.desktop.watch_actions import watch_badge

    return watch_badge(context)


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


def _body_page(desktop: Desktop, context: LibraryContext, body_id: str) -> QWidget:
    return desktop.meetings.body_page(context, body_id)


def _start_page(desktop: Desktop, _context: LibraryContext) -> QWidget:
    from kcdesk.ui.screens.start.start_page import StartPage

    ports = desktop.ports
    page = StartPage(has_sample=ports.sample is not None, has_import=ports.imports is not None)
    page.sample_wanted.connect(desktop.libraries.open_sample)
    page.import_wanted.connect(desktop.libraries.choose_import)
    page.body_wanted.connect(desktop.meetings.new_body)
    return page


def _remember(desktop: Desktop, meeting: MeetingContext | None) -> None:
    if meeting is not None:
        desktop.remember_meeting(meeting.bridge.session.stream_id)


def _follow_steps(window: MainWindow, meeting: MeetingContext | None) -> None:
    if meeting is not None:
        meeting.bridge.told.connect(partial(_tell_step, window))


def _lead_to_step(window: MainWindow, step: Group) -> None:
    """Show the item that undo or redo changes: nothing is taken back out of sight."""
    from kcdesk.services.step_place import items_of_step

    if window.meeting is None:
        return
    changed = items_of_step(window.meeting.bridge.records, step)
    if changed and window.meeting.selection.id not in changed:
        window.meeting.selection.select(min(changed))


def _tell_refusal(window: MainWindow, error: UserFacingError) -> None:
    """Say why an edit did not happen, quietly: nothing is lost."""
    window.bar.announce(" ".join(render(each) for each in (error.happened, error.remedy) if each))


def _tell_step(window: MainWindow, said: str) -> None:
    """Say what a step did where nobody would see it, and how to take it back."""
    window.bar.announce(said, _("Undo"), window.undo.way_back(keeps_text=True), stays=True)


def _open_last(desktop: Desktop, library: OpenLibrary, window: MainWindow) -> None:
    """Show the meeting last open, else the newest, else a body, else how to begin."""
    shown = library.meeting(desktop.preferences.last_meeting(library.path))
    shown = shown or library.newest_meeting()
    bodies = library.bodies()
    if shown is not None:
        window.open_meeting(shown.id)
    elif bodies:
        window.open_body(bodies[0].id)
    else:
        window.open_start()
    if window.workspace is not None:
        # The keyboard leads into the meeting, also where the navigation folds away; the agenda
        # stays whatever is undone.
        window.ring.enter(window.workspace.reveal("agenda"))
