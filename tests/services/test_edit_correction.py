"""Corrections and signed copies, by pure functions."""

from __future__ import annotations

from datetime import date

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.approval import Approval
from kcdesk.domain.correction import Correction
from kcdesk.domain.records import Records
from kcdesk.domain.signature import SignedCopy
from kcdesk.services.edit_correction import (
    add_correction,
    change_correction,
    place_correction,
    remove_correction,
)
from kcdesk.services.take_signed_copy import remove_signed_copy, take_signed_copy
from tests.domain.meetings import items, meeting

DAY, LATER = date(2026, 12, 3), date(2026, 12, 4)


def only(records: Records) -> Correction:
    (row,) = records.all(Correction)
    return row


def test_a_correction_from_its_beginning_to_its_end() -> None:
    records = meeting(*items("1 2"))
    records = records.apply(add_correction(records, "1", DAY, "Lisa"))
    row = only(records)
    assert (row.owner_id, row.made_on, row.author, row.text) == ("1", DAY, "Lisa", "")
    group = change_correction(records, row.id, made_on=LATER, author="Bo", text="Namnet")
    records = records.apply(group)
    row = only(records)
    assert (row.made_on, row.author, row.text) == (LATER, "Bo", "Namnet")
    assert not place_correction(records, row.id, "1")
    records = records.apply(place_correction(records, row.id, "m"))
    assert only(records).owner_id == "m"
    assert records.apply(remove_correction(records, row.id)).all(Correction) == ()


def test_a_signed_copy_is_taken_in_and_may_be_the_wrong_one() -> None:
    records = meeting(Approval(id="a", owner_id="m"))
    group = take_signed_copy(
        records,
        "a",
        name="/tmp/Undertecknat.pdf",
        sha256="ab" * 32,
        size=9,
        received_on=DAY,
        begins_with_sent=True,
    )
    records = records.apply(group)
    (row,) = records.all(SignedCopy)
    assert (row.name, row.received_on, row.begins_with_sent) == ("Undertecknat.pdf", DAY, True)
    assert records.apply(remove_signed_copy(records, row.id)).all(SignedCopy) == ()
