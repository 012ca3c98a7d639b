"""What an accepted command does: each act returns one group, named as undo will show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from kcdesk.domain.attachment import Attachment, AttachmentKind
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.decision import Motion
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.domain.row import new_id
from kcdesk.services.attach_file import attach_name
from kcdesk.services.command_words import ActionWords, MotionWords
from kcdesk.services.edit_action import add_action, set_owners
from kcdesk.services.edit_attendance import add_participant, add_person
from kcdesk.services.edit_decision import add_decision
from kcdesk.services.edit_item_head import presenters_of, set_presenters
from kcdesk.services.edit_meeting import add_adjournment, set_adjournment
from kcdesk.services.edit_motion import add_motion, change_motion, set_movers
from kcdesk.services.find_person import WrittenName
from kcdesk.services.note_presence import arrive, leave
from kcdesk.services.note_recusal import recuse
from kcdesk.services.open_break import open_break
from kcdesk.services.read_people import NamedPeople
from kcdesk.services.situation import Situation


def note_arrival(participant_id: str, here: Situation) -> Group:
    """Somebody on the list comes."""
    return arrive(here.records, participant_id, here.item_id, here.at)


def note_newcomer(person_id: str, here: Situation) -> Group:
    """Somebody comes who is not on the list yet."""
    return _coming(add_person(here.records, here.people, here.body, person_id), here)


def note_stranger(written: WrittenName, here: Situation) -> Group:
    """Somebody comes whom nobody knows yet: she is put on the list by name."""
    added = add_participant(
        here.records, written.name, organisation=written.organisation, party=written.party
    )
    return _coming(added, here)


def note_departure(participant_id: str, here: Situation) -> Group:
    """Somebody goes."""
    return leave(here.records, participant_id, here.item_id, here.at)


def decide(text: str, here: Situation) -> Group:
    """A decision in these words; "att …" alone gets the body's lead-in before it."""
    words = text.strip()
    if not (here.lead_in and words.lower().startswith("att ")):
        return add_decision(here.records, here.item_id, text=words)
    group = add_decision(here.records, here.item_id, text=here.lead_in)
    made = group.operations[0]
    assert isinstance(made, Insert)
    clause = Block(
        id=new_id(), owner_id=made.row.id, position="k", kind=BlockKind.CLAUSE, spans=plain(words)
    )
    return Group(group.label, (*group.operations, Insert(clause)))


def agree_on_action(read: ActionWords, here: Situation) -> Group:
    """An action with its owners and its day."""
    made = add_action(here.records, here.item_id, text=read.text, due=read.due)
    return _joined(here, made, partial(set_owners, people=read.people))


def move(read: MotionWords, here: Situation) -> Group:
    """A yrkande with its movers."""
    made = add_motion(here.records, here.item_id, read.kind)
    named = _joined(here, made, partial(set_movers, people=read.people))
    motion = made.operations[0]
    assert isinstance(motion, Insert)
    assert isinstance(motion.row, Motion)
    worded = change_motion(here.records.apply(named), motion.row.id, text=read.text)
    return Group(made.label, (*named.operations, *worded.operations))


def recuse_all(participant_ids: Iterable[str], ground: str, here: Situation) -> Group:
    """Jäv of one or several, each with the ground."""
    records, label = here.records, Message("Change item")
    operations: list[Primitive] = []
    for id in participant_ids:
        group = recuse(records, here.item_id, id, ground)
        records, label = records.apply(group), group.label
        operations += group.operations
    return Group(label, tuple(operations))


def present(people: NamedPeople, here: Situation) -> Group:
    """People who present the item, beside those who do already."""
    named = (*presenters_of(here.records, here.item_id), *people.people)
    return set_presenters(here.records, here.item_id, NamedPeople(named))


def attach(names: tuple[str, ...], here: Situation) -> Group:
    """Attachments known by their names."""
    records, label = here.records, Message("Add attachment")
    operations: list[Primitive] = []
    for name in names:
        group = attach_name(records, here.item_id, AttachmentKind.NAMED)
        first = group.operations[0]
        assert isinstance(first, Insert)
        assert isinstance(first.row, Attachment)
        named = Group(group.label, (Insert(replace(first.row, name=name)),))
        records = records.apply(named)
        operations += named.operations
    return Group(label, tuple(operations))


def break_off(begun: ClockTime | None, ended: ClockTime | None, here: Situation) -> Group:
    """A break: as long as one has not ended, the next command ends it."""
    running = open_break(here.records)
    if running is not None and begun is None:
        return set_adjournment(
            here.records, running.id, running.from_time, ended or here.at, running.item_id
        )
    return add_adjournment(here.records, begun or here.at, ended, here.item_id)


def _coming(added: Group, here: Situation) -> Group:
    """Return the group that puts somebody on the list and notes that she comes."""
    first = added.operations[0]
    assert isinstance(first, Insert)
    came = arrive(here.records.apply(added), first.row.id, here.item_id, here.at)
    return Group(came.label, (*added.operations, *came.operations))


def _joined(here: Situation, made: Group, then: Callable[[Records, str], Group]) -> Group:
    """Return a group that makes a row, and with it what is then said of that row."""
    first = made.operations[0]
    assert isinstance(first, Insert)
    more = then(here.records.apply(made), first.row.id)
    return Group(made.label, (*made.operations, *more.operations))
