"""Each change of an item's content is one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.action import Action, ActionOwner, ActionState, OwnerKind
from kcdesk.domain.attachment import Attachment, AttachmentKind
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.body import MemberKind
from kcdesk.domain.decision import Ballot, Choice, Decision, Motion, MotionKind, Reservation, Vote
from kcdesk.domain.item import Item, ItemLink, Presenter, Recipient, Recusal
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.operation import Group, inverse_group
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.domain.section import Contribution, Section, SectionKind
from kcdesk.services import (
    attach_file,
    edit_action,
    edit_decision,
    edit_item_head,
    edit_motion,
    edit_part,
    edit_section,
    edit_vote,
)
from kcdesk.services.read_people import NamedPeople, NamedPerson


@pytest.fixture
def records() -> Records:
    people = [
        Participant(id=f"p{at}", owner_id="m", position=f"a{at}", name=name, organisation="Norråsa",
                    kind=MemberKind.MEMBER)
        for at, name in enumerate(("Maria Haglund", "Karin Ahlqvist", "Robert Falk"))
    ]  # fmt: skip
    item = Item(id="i", owner_id="m", position="V", title="Budget")
    return Records("m", [Meeting(id="m"), item, *people])


def there(records: Records, group: Group) -> Records:
    after = records.apply(group)
    assert after.apply(inverse_group(group, 1)) == records
    return after


def people(*names: str, any_of: bool = False) -> NamedPeople:
    known = {"Maria Haglund": "p0", "Karin Ahlqvist": "p1", "Robert Falk": "p2"}
    return NamedPeople(tuple(NamedPerson(name, known.get(name)) for name in names), any_of)


def only(records: Records, cls: type[Row], owner: str = "i") -> Row:
    (row,) = records.children(owner, cls)
    return row


@pytest.mark.parametrize(
    ("add", "cls", "change", "fields"),
    [
        (
            partial(edit_section.add_section, kind=SectionKind.LABELLED),
            Section,
            edit_section.change_section,
            {"label": "Kostnad", "secret": True},
        ),
        (
            edit_section.add_contribution,
            Contribution,
            edit_part.change_secrecy,
            {"secret": True},
        ),
        (edit_decision.add_decision, Decision, edit_decision.change_decision, {"lead_in": "Val"}),
        (
            edit_decision.add_reservation,
            Reservation,
            edit_decision.change_reservation,
            {"text": "Mot."},
        ),
        (
            edit_decision.add_recipient,
            Recipient,
            edit_decision.change_recipient,
            {"name": "Region"},
        ),
        (edit_decision.add_link, ItemLink, edit_decision.change_link, {"text": "§ 47"}),
        (edit_motion.add_motion, Motion, edit_motion.change_motion, {"kind": MotionKind.OWN}),
        (edit_vote.add_vote, Vote, edit_vote.change_vote, {"yes_means": "bifall"}),
        (edit_action.add_action, Action, edit_action.change_action, {"text": "Boka lokal"}),
        (attach_file.attach_name, Attachment, attach_file.change_attachment, {"name": "Plan"}),
    ],
)
def test_parts_come_change_and_go(
    records: Records, add: Callable, cls: type[Row], change: Callable, fields: dict
) -> None:
    after = there(records, add(records, "i"))
    row = only(after, cls)
    changed = there(after, change(after, row.id, **fields))
    assert {name: getattr(changed.row(row.id), name) for name in fields} == fields
    assert not change(changed, row.id, **fields)
    gone = edit_part.remove_part(changed, row.id)
    assert there(changed, gone) == records
    assert str(gone.label).startswith("Remove ")


def test_texts_lose_their_outer_spaces(records: Records) -> None:
    after = there(records, edit_item_head.change_head(records, "i", case_number=" KS 1 "))
    assert after.get(Item, "i").case_number == "KS 1"


def test_a_row_of_no_known_part_is_removed_all_the_same(records: Records) -> None:
    group = edit_part.remove_part(records, "p2")
    assert str(group.label) == "Remove"


def test_parts_move_among_their_like(records: Records) -> None:
    for _ in range(3):
        records = records.apply(edit_decision.add_decision(records, "i"))
    one, two, three = (row.id for row in records.children("i", Decision))
    down = there(records, edit_part.move_part(records, one, 1))
    assert [row.id for row in down.children("i", Decision)] == [two, one, three]
    assert there(down, edit_part.move_part(down, one, -1)).children("i", Decision)[0].id == one
    assert not edit_part.move_part(records, three, 1)
    assert not edit_part.move_part(records, one, -1)


@pytest.mark.parametrize(
    "add",
    [
        edit_decision.add_decision,
        edit_decision.add_reservation,
        edit_section.add_contribution,
        partial(edit_section.add_section, kind=SectionKind.PROPOSAL),
    ],
)
def test_a_new_part_has_no_paragraph_before_one_is_written(records: Records, add: Callable) -> None:
    assert not there(records, add(records, "i")).all(Block)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("att bifalla", BlockKind.CLAUSE), ("Enligt förslag", BlockKind.PARAGRAPH)],
)
def test_a_decision_that_begins_with_att_is_a_clause(
    records: Records, text: str, kind: BlockKind
) -> None:
    after = there(records, edit_decision.add_decision(records, "i", text=text))
    assert only(after, Block, only(after, Decision).id).kind is kind


def test_the_heading_is_the_title_until_it_is_its_own(records: Records) -> None:
    after = there(records, edit_item_head.set_heading(records, "i", "Budget 2027"))
    assert after.get(Item, "i").title == "Budget 2027"
    own = after.apply(edit_item_head.change_head(after, "i", heading="Budgetbeslut"))
    again = there(own, edit_item_head.set_heading(own, "i", "Beslut om budget"))
    assert (again.get(Item, "i").title, again.get(Item, "i").name) == (
        "Budget 2027",
        "Beslut om budget",
    )


def test_presenters_keep_their_rows(records: Records) -> None:
    one = there(records, edit_item_head.set_presenters(records, "i", people("Siv", "Robert Falk")))
    first, second = one.children("i", Presenter)
    assert (first.name, second.participant_id) == ("Siv", "p2")
    assert not edit_item_head.set_presenters(one, "i", people("Siv", "Robert Falk"))
    turned = there(one, edit_item_head.set_presenters(one, "i", people("Robert Falk", "Ny", "Siv")))
    assert [row.id for row in turned.children("i", Presenter)][::2] == [second.id, first.id]
    assert [each.name for each in edit_item_head.presenters_of(turned, "i")] == [
        "Robert Falk",
        "Ny",
        "Siv",
    ]
    bare = there(turned, edit_item_head.set_presenters(turned, "i", people()))
    assert bare.children("i", Presenter) == ()


def test_presenters_named_here_only_have_title_and_organisation(records: Records) -> None:
    elsa = people("Elsa Brandt (konsumentvägledare, Norråsa)")
    one = there(records, edit_item_head.set_presenters(records, "i", elsa))
    (row,) = one.children("i", Presenter)
    assert (row.name, row.title, row.organisation) == (
        "Elsa Brandt",
        "konsumentvägledare",
        "Norråsa",
    )
    assert edit_item_head.presenters_of(one, "i") == elsa.people
    assert not edit_item_head.set_presenters(one, "i", elsa)
    moved = people("Elsa Brandt (Nordby)")
    (again,) = there(one, edit_item_head.set_presenters(one, "i", moved)).children("i", Presenter)
    assert (again.id, again.title, again.organisation) == (row.id, "", "Nordby")


def test_the_minutes_take_a_heading_of_their_own_and_let_it_go(records: Records) -> None:
    title = records.get(Item, "i").title
    split = there(records, edit_item_head.split_heading(records, "i"))
    own = there(split, edit_item_head.set_heading(split, "i", "Annat"))
    assert (own.get(Item, "i").title, own.get(Item, "i").heading) == (title, "Annat")
    joined = there(own, edit_item_head.join_heading(own, "i"))
    assert joined.get(Item, "i").name == title


def test_owners_keep_their_state(records: Records) -> None:
    records = records.apply(edit_action.add_action(records, "i", text="Boka"))
    id = only(records, Action).id
    named = people("Maria Haglund", "Samordnaren", any_of=True)
    one = there(records, edit_action.set_owners(records, id, named))
    assert only(one, Action).any_owner
    maria, role = one.children(id, ActionOwner)
    assert (maria.kind, role.kind) == (OwnerKind.PERSON, OwnerKind.ROLE)
    done = there(
        one, edit_action.set_owner_state(one, maria.id, ActionState.DONE, date(2027, 1, 1))
    )
    assert done.get(ActionOwner, maria.id).done_on == date(2027, 1, 1)
    more = people("Siv Åkerlund", "Maria Haglund", "samtliga ledamöter")
    after = there(done, edit_action.set_owners(done, id, more))
    owners = after.children(id, ActionOwner)
    assert [owner.kind for owner in owners] == [OwnerKind.PERSON, OwnerKind.PERSON, OwnerKind.GROUP]
    assert owners[1].state is ActionState.DONE
    assert not only(after, Action).any_owner
    assert not edit_action.set_owners(after, id, more)
    assert [each.name for each in edit_action.owners_of(after, id)][1] == "Maria Haglund"
    opened = there(after, edit_action.set_owner_state(after, maria.id, ActionState.OPEN))
    assert opened.get(ActionOwner, maria.id).done_on is None


def test_movers_at_the_meeting_and_others(records: Records) -> None:
    records = records.apply(edit_motion.add_motion(records, "i"))
    id = only(records, Motion).id
    named = people("Karin Ahlqvist", "Centergruppen")
    after = there(records, edit_motion.set_movers(records, id, named))
    motion = only(after, Motion)
    assert (motion.movers, motion.mover_text) == (("p1",), "Centergruppen")
    assert edit_motion.movers_of(after, motion) == named.people
    bare = there(after, edit_motion.set_movers(after, id, people()))
    assert edit_motion.movers_of(bare, only(bare, Motion)) == ()


def test_who_reserves_was_at_the_meeting(records: Records) -> None:
    records = records.apply(edit_decision.add_reservation(records, "i"))
    id = only(records, Reservation).id
    after = there(records, edit_decision.set_reserving(records, id, people("Robert Falk", "Okänd")))
    assert only(after, Reservation).participants == ("p2",)


def test_a_speaker_is_a_participant_or_a_name_with_its_organisation(records: Records) -> None:
    records = records.apply(edit_section.add_contribution(records, "i", text="Ja."))
    id = only(records, Contribution).id
    known = there(records, edit_section.set_speaker(records, id, NamedPerson("Robert Falk", "p2")))
    assert only(known, Contribution).organisation == "Norråsa"
    other = there(known, edit_section.set_speaker(known, id, NamedPerson("Jan/Sorsele")))
    said = only(other, Contribution)
    assert (said.participant_id, said.speaker, said.organisation) == (None, "Jan", "Sorsele")
    nobody = there(other, edit_section.set_speaker(other, id, None))
    assert only(nobody, Contribution).speaker == ""


def test_ballots_are_noted_changed_and_taken_away(records: Records) -> None:
    records = records.apply(edit_vote.add_vote(records, "i"))
    id = only(records, Vote).id
    assert not edit_vote.set_ballot(records, id, "p0", None)
    yes = there(records, edit_vote.set_ballot(records, id, "p0", Choice.YES))
    no = there(yes, edit_vote.set_ballot(yes, id, "p0", Choice.NO))
    assert edit_vote.ballots_by_voter(no, id)["p0"].choice is Choice.NO
    assert there(no, edit_vote.set_ballot(no, id, "p0", None)) == records


def test_the_rest_of_those_who_serve_vote_alike(records: Records) -> None:
    records = records.apply(edit_vote.add_vote(records, "i"))
    vote = only(records, Vote)
    recusal = Recusal(id="r", owner_id="i", position="V", participant_id="p2")
    records = Records("m", [*records, recusal])
    one = records.apply(edit_vote.set_ballot(records, vote.id, "p1", Choice.NO))
    after = there(one, edit_vote.fill_ballots(one, vote.id, Choice.YES))
    ballots = {b.participant_id: b.choice for b in after.children(vote.id, Ballot)}
    assert ballots == {"p1": Choice.NO, "p0": Choice.YES}


def test_files_are_attached_with_the_next_number(records: Records) -> None:
    one = there(records, attach_file.attach_file(records, "i", "C/Plan.pdf", "ab" * 32, 12))
    row = only(one, Attachment)
    assert (row.kind, row.name, row.number, row.media_type) == (
        AttachmentKind.FILE,
        "Plan.pdf",
        "1",
        "application/pdf",
    )
    two = one.apply(attach_file.attach_name(one, "i"))
    assert two.children("i", Attachment)[1].number == "2"
    law = two.apply(attach_file.attach_name(two, "i", AttachmentKind.REFERENCE))
    assert law.children("i", Attachment)[2].number == ""
    odd = one.apply(attach_file.change_attachment(one, row.id, number="1–8"))
    nameless = odd.apply(attach_file.attach_file(odd, "i", "x", "cd" * 32, 1))
    assert nameless.children("i", Attachment)[1].number == ""
