"""The sealed text is stable, reads back, and says when it is none."""

from __future__ import annotations

import json
import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.approval import Approval
from kcdesk.domain.body import Body
from kcdesk.domain.lock import is_milestone, locked_rows
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.plain import Malformed
from kcdesk.domain.records import Records
from kcdesk.domain.seal import SealHead, inside_seal, read_seal, seal_text
from tests.strategies import records

HEAD = SealHead("b", 1, "m", "rest", "2026-11-24T09:00:00+00:00", "Lisa", 4, "ab" * 32)
BODY = Records("b", [Body(id="b", name="Styrelsen")])


def out(drawn: Records) -> Records:
    """Rows with the approval that the head names."""
    rest = Approval(id="rest", owner_id=drawn.root_id, sent_on=date(2026, 11, 24))
    return Records(drawn.root_id, [*drawn, rest])


@given(records(max_rows=14), st.integers())
def test_the_order_of_the_rows_does_not_matter(drawn: Records, seed: int) -> None:
    rows = list(out(drawn))
    random.Random(seed).shuffle(rows)
    assert seal_text(HEAD, Records(drawn.root_id, rows), BODY) == seal_text(HEAD, out(drawn), BODY)


@given(records(max_rows=14))
def test_what_is_sealed_reads_back_as_it_was(drawn: Records) -> None:
    whole = out(drawn)
    content = read_seal(seal_text(HEAD, whole, BODY))
    assert content.head == HEAD
    kept = {row.id: inside_seal(row) for row in locked_rows(whole, whole.get(Approval, "rest"))}
    assert {row.id: row for row in content.sealed} == kept


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"version": 3},
        {"sealed": {}},
        {"sent": None},
        {"numbers": 3},
        {"context": [{"table": "nothing"}]},
    ],
)
def test_what_is_no_seal_is_said_to_be_none(change) -> None:
    whole = Records("m", [Approval(id="rest", owner_id="m"), _meeting()])
    data = {**json.loads(seal_text(HEAD, whole, BODY)), **change}
    with pytest.raises((Malformed, ValueError)):
        read_seal(json.dumps(data))
    with pytest.raises(Malformed):
        read_seal("[]")


def _meeting():
    return Meeting(id="m")


def test_undo_ends_at_signing_and_where_history_was_destroyed() -> None:
    whole = Records("m", [_meeting(), Approval(id="rest", owner_id="m")])
    sent = whole.setting("rest", "sent_on", date(2026, 11, 24))
    placed = whole.setting("rest", "place", "Kansliet")
    assert is_milestone(Group(Message("x"), sent))
    assert is_milestone(Group(Message("x"), ()))
    assert not is_milestone(Group(Message("x"), placed))
