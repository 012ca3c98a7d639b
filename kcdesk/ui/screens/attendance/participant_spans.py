"""The four things that hold for spans of items: presence, roles, service, recusal."""

from __future__ import annotations

from abc import ABC, abstractmethod

from kcdesk.domain.body import RoleKind
from kcdesk.domain.item import Recusal
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Participant, Presence, Role, Service
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_roles import change_role, remove_role, set_role
from kcdesk.services.edit_service import change_service, remove_service, serve_for
from kcdesk.services.note_presence import add_stretch, remove_stretch, set_stretch
from kcdesk.services.note_recusal import change_recusal, recuse, unrecuse
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.attendance.item_words import ItemWords
from kcdesk.ui.screens.attendance.participant_words import role_names
from kcdesk.ui.screens.attendance.service_menu import replaceable
from kcdesk.ui.screens.attendance.span_row import Span, SpanRow

NOTHING = Group(Message("Nothing"), ())
"""A group that does nothing, for where there is nobody or no item to choose."""


class SpanVerbs(ABC):
    """One section of the editor: its words, its rows, and the services behind them."""

    title = ""
    nothing = ""

    def __init__(self, context: MeetingContext, participant_id: str) -> None:
        self._context = context
        self._id = participant_id

    @abstractmethod
    def row(self) -> SpanRow:
        """Return an empty editor for one row."""

    @abstractmethod
    def spans(self, records: Records) -> dict[str, Span]:
        """Return what the rows say, by their ids."""

    @abstractmethod
    def add(self, records: Records) -> Group:
        """Return the group that adds a row."""

    @abstractmethod
    def change(self, records: Records, id: str, span: Span) -> Group:
        """Return the group that makes a row say something else. May raise ``ValueError``."""

    @abstractmethod
    def remove(self, records: Records, id: str) -> Group:
        """Return the group that removes a row."""

    def _items(self) -> list[tuple[object, str]]:
        records = self._context.bridge.records
        words = ItemWords(records, profile(self._context.body, records).numbering)
        return [(item.id, words.choice(item.id)) for item in ordered_items(records)]


class PresenceVerbs(SpanVerbs):
    """When somebody was there."""

    def __init__(self, context: MeetingContext, participant_id: str) -> None:
        super().__init__(context, participant_id)
        self.title, self.nothing = _("Present"), _("Throughout the meeting")

    def row(self) -> SpanRow:
        """Items and times."""
        return SpanRow(self._items(), timed=True)

    def spans(self, records: Records) -> dict[str, Span]:
        """The stretches of presence."""
        return {
            each.id: Span(
                from_item_id=each.from_item_id,
                from_time=each.from_time,
                until_item_id=each.until_item_id,
                until_time=each.until_time,
                arrived_late=each.arrived_late,
                left_early=each.left_early,
            )
            for each in records.children(self._id, Presence)
        }

    def add(self, records: Records) -> Group:
        """A stretch of the whole meeting."""
        return add_stretch(records, self._id)

    def change(self, records: Records, id: str, span: Span) -> Group:
        """Other items or times."""
        return set_stretch(
            records,
            id,
            from_item_id=span.from_item_id,
            from_time=span.from_time,
            until_item_id=span.until_item_id,
            until_time=span.until_time,
            arrived_late=span.arrived_late,
            left_early=span.left_early,
        )

    def remove(self, records: Records, id: str) -> Group:
        """Away with a stretch."""
        return remove_stretch(records, id)


class RoleVerbs(SpanVerbs):
    """What somebody did."""

    def __init__(self, context: MeetingContext, participant_id: str) -> None:
        super().__init__(context, participant_id)
        self.title, self.nothing = _("Roles"), _("No role")

    def row(self) -> SpanRow:
        """A role and its items."""
        return SpanRow(self._items(), subject=(_("Role"), list(role_names().items())))

    def spans(self, records: Records) -> dict[str, Span]:
        """The roles."""
        return {
            each.id: Span(
                subject=each.kind,
                from_item_id=each.from_item_id,
                until_item_id=each.until_item_id,
            )
            for each in records.children(self._id, Role)
        }

    def add(self, records: Records) -> Group:
        """A role that she has not, to be changed; never the chair's, which another would lose."""
        held = {each.kind for each in records.children(self._id, Role)}
        free = [kind for kind in RoleKind if kind not in held and kind is not RoleKind.CHAIR]
        return set_role(records, self._id, free[0] if free else RoleKind.PRESENTER)

    def change(self, records: Records, id: str, span: Span) -> Group:
        """Another role or other items."""
        kind = span.subject
        assert isinstance(kind, RoleKind)
        return change_role(
            records,
            id,
            kind=kind,
            from_item_id=span.from_item_id,
            until_item_id=span.until_item_id,
        )

    def remove(self, records: Records, id: str) -> Group:
        """Away with a role."""
        return remove_role(records, id)


class ServiceVerbs(SpanVerbs):
    """For whom somebody served."""

    def __init__(self, context: MeetingContext, participant_id: str) -> None:
        super().__init__(context, participant_id)
        self.title, self.nothing = _("Serves for"), _("Nobody")

    def row(self) -> SpanRow:
        """A member and the items."""
        records = self._context.bridge.records
        members = [
            (each.id, each.name)
            for each in records.children(records.root_id, Participant)
            if each.id != self._id
        ]
        return SpanRow(self._items(), subject=(_("Member"), members))

    def spans(self, records: Records) -> dict[str, Span]:
        """The services."""
        return {
            each.id: Span(
                subject=each.for_participant_id,
                from_item_id=each.from_item_id,
                until_item_id=each.until_item_id,
            )
            for each in records.children(self._id, Service)
        }

    def add(self, records: Records) -> Group:
        """Throughout, for the first who is away."""
        members = replaceable(records, self._id, None)
        if not members:
            return NOTHING
        return serve_for(records, self._id, members[0].id)

    def change(self, records: Records, id: str, span: Span) -> Group:
        """Another member or other items."""
        return change_service(
            records,
            id,
            member_id=span.subject if isinstance(span.subject, str) else None,
            from_item_id=span.from_item_id,
            until_item_id=span.until_item_id,
        )

    def remove(self, records: Records, id: str) -> Group:
        """Away with a service."""
        return remove_service(records, id)


class RecusalVerbs(SpanVerbs):
    """Where somebody has jäv, and why."""

    def __init__(self, context: MeetingContext, participant_id: str) -> None:
        super().__init__(context, participant_id)
        self.title, self.nothing = _("Recused"), _("At no item")

    def row(self) -> SpanRow:
        """An item and the ground."""
        return SpanRow([], subject=(_("Item"), self._items()), grounded=True)

    def spans(self, records: Records) -> dict[str, Span]:
        """The recusals."""
        return {
            each.id: Span(subject=each.owner_id, ground=each.ground)
            for item in ordered_items(records)
            for each in records.children(item.id, Recusal)
            if each.participant_id == self._id
        }

    def add(self, records: Records) -> Group:
        """At the item that is looked at, else at the first without one."""
        taken = {span.subject for span in self.spans(records).values()}
        ids = [item.id for item in ordered_items(records) if item.id not in taken]
        here = self._context.selection.id
        item_id = here if here in ids else next(iter(ids), None)
        if item_id is None:
            return NOTHING
        return recuse(records, item_id, self._id)

    def change(self, records: Records, id: str, span: Span) -> Group:
        """Another item or ground."""
        assert isinstance(span.subject, str)
        return change_recusal(records, id, span.subject, span.ground)

    def remove(self, records: Records, id: str) -> Group:
        """Away with a recusal."""
        return unrecuse(records, records.get(Recusal, id).owner_id, self._id)


def all_verbs(context: MeetingContext, participant_id: str) -> dict[str, SpanVerbs]:
    """Return the sections of the editor for somebody, from top to bottom."""
    return {
        "presence": PresenceVerbs(context, participant_id),
        "roles": RoleVerbs(context, participant_id),
        "service": ServiceVerbs(context, participant_id),
        "recusal": RecusalVerbs(context, participant_id),
    }
