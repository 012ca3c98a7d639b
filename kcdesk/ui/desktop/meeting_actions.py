"""What is done with bodies and meetings: new ones, the bin, and the page of a body."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.i18n import _, catalogue
from kcdesk.ui.qt.action import ActionSpec, MenuPlace
from kcdesk.ui.widgets.error_box import show_error

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcdesk.domain.moment import Moment
    from kcdesk.domain.operation import Group
    from kcdesk.domain.planned_meeting import PlannedMeeting
    from kcdesk.services.agenda_offer import AgendaOffer
    from kcdesk.services.follow_up import FollowUp
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.page import LibraryContext
    from kcdesk.ui.screens.bodies.body_page import BodyPage
    from kcdesk.ui.screens.bodies.new_body_dialog import BodyDraft
    from kcdesk.ui.shell.main_window import MainWindow


class MeetingActions(QObject):
    """New bodies and meetings, and throwing a meeting away."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self._body_seen = ""  # a new meeting is mostly wanted for the body last looked at

    def specs(self) -> list[ActionSpec]:
        """Return the menu entries."""
        file = MenuPlace.FILE
        return [
            ActionSpec(
                "new_meeting", file, Message("New meeting…"), self.new_meeting, "calendar", "Ctrl+N"
            ),
            ActionSpec("new_body", file, Message("New body…"), self.new_body, "body"),
            ActionSpec(
                "take_up",
                MenuPlace.MEETING,
                Message("Take up waiting matters…"),
                self.take_up,
                "add",
                section=1,
                needs_meeting=True,
            ),
            ActionSpec(
                "matter_bank",
                MenuPlace.MEETING,
                Message("The body's matters that wait"),
                self.show_bank,
                "list",
                section=1,
                needs_meeting=True,
            ),
            ActionSpec(
                "year_plan",
                MenuPlace.MEETING,
                Message("The body's year plan"),
                self.show_plan,
                "calendar",
                section=1,
                needs_meeting=True,
            ),
            ActionSpec(
                "follow_up",
                MenuPlace.MEETING,
                Message("Open actions of earlier meetings…"),
                self.follow_up,
                "check",
                section=1,
                needs_meeting=True,
            ),
            ActionSpec(
                "discard_meeting",
                MenuPlace.MEETING,
                Message("Put the meeting in the bin"),
                self.discard_meeting,
                "delete",
                section=8,
                needs_meeting=True,
            ),
        ]

    def body_page(self, context: LibraryContext, body_id: str) -> QWidget:
        """Return the page of a body."""
        from kcdesk.ui.screens.bodies.body_page import BodyPage

        self._body_seen = body_id
        page = BodyPage(context, body_id)
        page.meeting_wanted.connect(partial(self.new_meeting, body_id))
        page.planned_wanted.connect(partial(self._on_planned_wanted, body_id))
        page.matter_wanted.connect(partial(self._on_matter_wanted, body_id))
        page.place_wanted.connect(self._on_place_wanted)
        page.taken_up.connect(partial(self._on_taken_up, page))
        return page

    def new_body(self) -> None:
        """Ask for a body, step by step."""
        from kcdesk.ui.screens.bodies.new_body_dialog import NewBodyDialog

        dialog = NewBodyDialog(self._window)
        dialog.entered.connect(self._on_body_entered)
        dialog.open()

    def new_meeting(
        self, body_id: str = "", planned: PlannedMeeting | None = None, matter_id: str = ""
    ) -> None:
        """Ask for a meeting, that of a planned day or one that takes up a matter; without any body,
        for a body first.
        """
        window = self._window
        if not window.context.shelf.bodies():
            self.new_body()
            return
        if not body_id:
            body_id = window.meeting.body.root_id if window.meeting else self._body_seen
        from kcdesk.ui.screens.bodies.new_meeting_dialog import NewMeetingDialog

        dialog = NewMeetingDialog(
            window.context, body_id, window, planned=planned, matter_id=matter_id
        )
        dialog.entered.connect(self._on_meeting_entered)
        dialog.open()

    def show_bank(self) -> None:
        """Go to what waits for an agenda of this meeting's body."""
        page = self._body_of_meeting()
        if page is not None:
            page.show_bank()

    def show_plan(self) -> None:
        """Go to the year plan of this meeting's body."""
        page = self._body_of_meeting()
        if page is not None:
            page.show_plan()

    def _body_of_meeting(self) -> BodyPage | None:
        from kcdesk.ui.screens.bodies.body_page import BodyPage

        window = self._window
        page = window.open_body(window.meeting.body.root_id) if window.meeting else None
        return page if isinstance(page, BodyPage) else None

    def take_up(self) -> None:
        """Ask which of the body's waiting matters this meeting takes up."""
        window = self._window
        if window.meeting is None:
            return
        from kcdesk.ui.screens.agenda.take_up_dialog import TakeUpDialog

        dialog = TakeUpDialog(window.meeting, window)
        dialog.taken.connect(window.meeting.bridge.perform)
        dialog.open()

    def follow_up(self) -> None:
        """Look through what other meetings of the body agreed on and is still to be done."""
        window = self._window
        if window.meeting is None:
            return
        from kcdesk.ui.screens.agenda.follow_up_dialog import FollowUpDialog

        dialog = FollowUpDialog(window.meeting, window.context.sessions, window)
        dialog.brought.connect(self._on_followed_up)
        dialog.open()

    def discard_meeting(self) -> None:
        """Put the meeting in view in the bin; the passing bar brings it back."""
        window = self._window
        if window.meeting is None:
            return
        meeting_id, body_id = window.meeting.bridge.session.stream_id, window.meeting.body.root_id
        window.open_body(body_id)
        try:
            window.context.shelf.discard(meeting_id)
        except UserFacingError as error:
            show_error(window, error)
            return
        window.navigation.refresh()
        window.bar.announce(
            _("The meeting is in the bin."), _("Undo"), partial(self._bring_back, meeting_id)
        )

    @property
    def _window(self) -> MainWindow:
        assert self._desktop.window is not None
        return self._desktop.window

    def _bring_back(self, meeting_id: str) -> None:
        self._window.context.shelf.restore(meeting_id)
        self._window.navigation.refresh()
        self._window.open_meeting(meeting_id)

    def _on_body_entered(self, draft: BodyDraft) -> None:
        from kcdesk.services.create_body import create_body
        from kcdesk.services.edit_roster import add_membership
        from kcdesk.services.enlist_member import enlist_person
        from kcdesk.services.read_member import read_member

        window = self._window
        try:
            stream = create_body(draft.name, draft.regime, boards=draft.boards, **draft.profile)
            body_id = stream.begin(window.context.journal)
            bridge = window.context.sessions.bridge(body_id)
            for line in draft.members:
                person = enlist_person(window.context.people_bridge.session, line)
                place = read_member(line).place
                bridge.perform(add_membership(bridge.records, person.id, person.name, **place))
        except UserFacingError as error:
            show_error(window, error)
            return
        window.navigation.refresh()
        window.open_body(body_id)

    def _on_planned_wanted(self, body_id: str, planned: PlannedMeeting) -> None:
        self.new_meeting(body_id, planned)

    def _on_matter_wanted(self, body_id: str, matter_id: str) -> None:
        self.new_meeting(body_id, matter_id=matter_id)

    def _on_place_wanted(self, meeting_id: str, item_id: str) -> None:
        window = self._window
        window.open_meeting(meeting_id)
        if window.meeting is not None and item_id in window.meeting.bridge.records:
            window.meeting.selection.select(item_id)

    def _on_taken_up(self, page: BodyPage, meeting_id: str, item_id: str, said: str) -> None:
        """Tell of it, and let it be taken back as long as the bar is there."""
        undo = partial(self._take_off, page, meeting_id, item_id)
        self._window.bar.announce(said, _("Undo"), undo, stays=True)

    def _take_off(self, page: BodyPage, meeting_id: str, item_id: str) -> None:
        from shiboken6 import isValid

        from kcdesk.services.remove_item import remove_item

        window = self._window
        bridge = window.context.sessions.bridge(meeting_id)
        if item_id in bridge.records:
            bridge.perform(remove_item(bridge.records, item_id))
        if window.meeting is None or window.meeting.bridge is not bridge:
            window.context.sessions.release(meeting_id)
        if isValid(page):
            page.show_waiting()

    def _on_followed_up(self, group: Group, item_id: str) -> None:
        meeting = self._window.meeting
        if meeting is not None:
            meeting.bridge.perform(group)
            if item_id in meeting.bridge.records:
                meeting.selection.select(item_id)

    def _on_meeting_entered(
        self,
        body_id: str,
        day: Moment,
        head: dict[str, Any],
        taken: tuple[tuple[AgendaOffer, ...], tuple[str, ...]],
        followed: tuple[tuple[FollowUp, str], ...],
    ) -> None:
        from kcdesk.domain.profile import profile
        from kcdesk.services.begin_agenda import begin_agenda
        from kcdesk.services.create_meeting import create_meeting
        from kcdesk.wording.handling import looking_back

        window = self._window
        body = window.context.sessions.bridge(body_id).records
        try:
            offers, texts = taken
            profiled = profile(body)
            words = looking_back(catalogue(profiled.language), formal=profiled.is_formal)
            agenda = partial(begin_agenda, offers=offers, texts=texts, words=words, told=followed)
            persons = window.context.people_bridge.records
            stream = create_meeting(body, persons, day, agenda, **head)
            meeting_id = stream.begin(window.context.journal)
        except UserFacingError as error:
            show_error(window, error)
            return
        window.navigation.refresh()
        window.open_meeting(meeting_id)
        if window.workspace is not None:  # its first item is typed at once
            window.ring.enter(window.workspace.reveal("agenda"))
