"""What is out for signature or sealed is not edited, and nothing else is kept from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.action import Action, ActionOwner
from kcdesk.domain.approval import Approval, Approver, Notice
from kcdesk.domain.block import Block
from kcdesk.domain.correction import Correction
from kcdesk.domain.item import Item
from kcdesk.domain.lock import holder, locked_rows
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Splice
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.domain.section import Section
from kcdesk.domain.signature import Signature, SignedCopy
from kcdesk.domain.summons import Summons
from kcdesk.services.refuse_locked import Locked, refuse_locked
from tests.strategies import edited, records

DAY = date(2026, 11, 24)
X = Message("x")


def meeting(*, at_once: Approval | None = None, rest: Approval | None = None) -> Records:
    """Two items with text; the second is approved at once, if at all."""
    rows = [
        Meeting(id="m", first_paragraph=52),
        Participant(id="p", owner_id="m", name="Karin"),
        Item(id="one", owner_id="m", position="b"),
        Item(id="two", owner_id="m", position="c"),
        Section(id="s1", owner_id="one"),
        Block(id="b1", owner_id="s1", spans=plain("ett")),
        Item(id="sub", owner_id="two"),
        Section(id="s2", owner_id="sub"),
        Block(id="b2", owner_id="s2", spans=plain("två")),
        Action(id="act", owner_id="two"),
        ActionOwner(id="own", owner_id="act"),
    ]
    approvals = [
        at_once or Approval(id="a", owner_id="m", position="a", items=("two",)),
        rest or Approval(id="r", owner_id="m", position="b"),
    ]
    below = [
        row
        for each in approvals
        for row in (
            Approver(id=f"{each.id}-approver", owner_id=each.id),
            Signature(id=f"{each.id}-signature", owner_id=each.id),
            SignedCopy(id=f"{each.id}-copy", owner_id=each.id),
            Notice(id=f"{each.id}-notice", owner_id=each.id),
        )
    ]
    return Records("m", [*rows, *approvals, *below])


def sent(id: str, **more) -> Approval:
    items = ("two",) if id == "a" else ()
    return Approval(id=id, owner_id="m", position=id, items=items, sent_on=DAY, **more)


AT_ONCE = meeting(at_once=sent("a"))
REST = meeting(rest=sent("r"))
SEALED = meeting(at_once=sent("a", sealed_on=DAY), rest=sent("r", sealed_on=DAY))


def splice(block_id: str) -> Group:
    return Group(X, (Splice(block_id, 0, (), plain("nytt ")),))


def setting(rows: Records, id: str, field: str, value: object) -> Group:
    return Group(X, rows.setting(id, field, value))


def inserting(row) -> Group:
    return Group(X, (Insert(row),))


def refused(rows: Records, group: Group) -> bool:
    assert group
    try:
        refuse_locked(rows, group)
    except Locked:
        return True
    return False


def test_nothing_is_kept_before_it_is_sent() -> None:
    free = meeting()
    assert not refused(free, splice("b1"))
    assert not refused(free, Group(X, free.removal("a")))


def test_an_item_that_is_approved_at_once_is_kept_alone() -> None:
    assert refused(AT_ONCE, splice("b2"))
    assert refused(AT_ONCE, setting(AT_ONCE, "two", "title", "Nytt"))
    assert refused(AT_ONCE, Group(X, AT_ONCE.removal("two")))
    assert refused(AT_ONCE, inserting(Section(id="n", owner_id="sub")))
    assert not refused(AT_ONCE, splice("b1"))
    assert not refused(AT_ONCE, setting(AT_ONCE, "m", "place", "Salen"))
    assert not refused(AT_ONCE, setting(AT_ONCE, "p", "name", "Karin A."))


def test_its_number_stays_too() -> None:
    assert refused(AT_ONCE, inserting(Item(id="n", owner_id="m", position="a")))
    assert refused(AT_ONCE, Group(X, AT_ONCE.removal("one")))
    assert refused(AT_ONCE, setting(AT_ONCE, "one", "numbered", value=False))
    assert refused(AT_ONCE, setting(AT_ONCE, "m", "first_paragraph", 60))
    assert refused(AT_ONCE, Group(X, (AT_ONCE.moving("one", "m", "d"),)))
    assert not refused(AT_ONCE, inserting(Item(id="n", owner_id="m", position="d")))


def test_it_says_what_to_do() -> None:
    for rows, told in (
        (REST, ["out for signature", "Take it back first"]),
        (SEALED, ["approved and sealed", "Write a correction"]),
    ):
        with pytest.raises(Locked) as caught:
            refuse_locked(rows, splice("b1"))
        safe, what, remedy = map(str, caught.value.sentences())
        assert safe == "Nothing was changed."
        assert told[0] in what
        assert told[1] in remedy


def test_the_rest_keeps_everything_but_what_is_approved_at_once() -> None:
    assert refused(REST, splice("b1"))
    assert refused(REST, setting(REST, "m", "place", "Salen"))
    assert refused(REST, setting(REST, "p", "name", "Karin A."))
    assert refused(REST, inserting(Item(id="n", owner_id="m", position="d")))
    assert not refused(REST, splice("b2"))


@pytest.mark.parametrize("rows", [REST, AT_ONCE, SEALED])
def test_what_comes_after_the_signing_is_free(rows: Records) -> None:
    for group in (
        setting(rows, "m", "state", "done"),
        setting(rows, "own", "state", "done"),
        setting(rows, "own", "done_on", DAY),
        setting(rows, "a-notice", "posted_on", DAY),
        setting(rows, "r-notice", "removed_on", DAY),
        setting(rows, "a", "storage_location", "Arkivet"),
        inserting(Correction(id="c", owner_id="two", text="Rätt belopp")),
        inserting(SignedCopy(id="n", owner_id="r", name="Undertecknat.pdf")),
    ):
        assert not refused(rows, group)


def test_a_correction_may_be_placed_elsewhere() -> None:
    row = Correction(id="c", owner_id="one", position="V")
    corrected = Records("m", [*SEALED, row])
    assert not refused(corrected, Group(X, (corrected.moving("c", "two", "V"),)))


def test_signatures_are_free_until_the_seal() -> None:
    for id in ("a", "r"):
        for rows, kept in ((meeting(at_once=sent("a"), rest=sent("r")), False), (SEALED, True)):
            for group in (
                setting(rows, f"{id}-approver", "signed_on", DAY),
                setting(rows, f"{id}-signature", "signed_on", DAY),
                setting(rows, id, "approved_on", DAY),
                setting(rows, id, "place", "Kansliet"),
                inserting(Approver(id="n", owner_id=id)),
                Group(X, rows.removal(f"{id}-copy")),
                Group(X, rows.removal(f"{id}-approver")),
            ):
                assert refused(rows, group) is kept, (id, group)


def test_an_approval_that_is_sent_stays_with_its_items() -> None:
    assert refused(AT_ONCE, Group(X, AT_ONCE.removal("a")))
    assert refused(AT_ONCE, setting(AT_ONCE, "a", "items", ("one", "two")))
    assert refused(AT_ONCE, inserting(Approval(id="n", owner_id="m", items=("two",))))
    assert refused(REST, setting(REST, "a", "items", ("one", "two")))
    assert not refused(AT_ONCE, setting(AT_ONCE, "r", "place", "Kansliet"))


def test_what_only_commands_set_is_a_bug() -> None:
    free = meeting()
    for field, value in (("sent_on", DAY), ("sealed_on", DAY), ("fingerprint", "f")):
        with pytest.raises(ValueError, match="command alone"):
            refuse_locked(free, setting(free, "a", field, value))
    summoned = Records("m", [*free, Summons(id="k", owner_id="m")])
    with pytest.raises(ValueError, match="as it was sent"):
        refuse_locked(summoned, setting(summoned, "k", "sent_on", DAY))


@given(records(max_rows=16).flatmap(lambda each: st.tuples(st.just(each), edited(each))))
def test_no_edit_that_is_let_through_changes_what_is_kept(drawn) -> None:
    start, groups = drawn
    rest = Approval(id="rest", owner_id=start.root_id, sent_on=DAY)
    now = Records(
        start.root_id, [*(r for r in start if r.table != "approval" and holds(start, r)), rest]
    )
    kept = {row.id: row for row in locked_rows(now, rest)}
    for group in groups:
        try:
            refuse_locked(now, group)
            now = now.apply(group)
        except Exception:  # noqa: BLE001  # refused, or no longer fitting
            continue
    after = {row.id: row for row in locked_rows(now, now.get(Approval, "rest"))}
    assert {id: bare(row) for id, row in after.items()} == {id: bare(r) for id, r in kept.items()}
    assert all(holder(now, id) is not None for id in kept)


def holds(start: Records, row) -> bool:
    """Whether a row does not stand under an approval."""
    while row.owner_id in start:
        row = start.row(row.owner_id)
        if row.table == "approval":
            return False
    return True


def bare(row):
    """A row without what lies outside the seal."""
    from kcdesk.domain.seal import inside_seal

    return replace(inside_seal(row))
