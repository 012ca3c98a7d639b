"""What a public copy that was made once shows, though it has been masked since."""

from __future__ import annotations

from datetime import UTC, datetime

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.masking import Masking
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Primitive
from kcdesk.domain.records import Records
from kcdesk.services.edit_meeting import set_place
from kcdesk.services.mask_passage import mask_words, unmask
from kcdesk.services.masked_since import masked_since
from kcdesk.services.ports import LogEntry

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def entry(seq: int, group: Group | None) -> LogEntry:
    return LogEntry("m", seq, group, None, 1, NOW, "Lisa")


def test_only_what_came_later_and_still_holds_is_told() -> None:
    records = Records("m", [Meeting(id="m")])
    groups: list[Group] = []

    def do(group: Group) -> None:
        nonlocal records
        groups.append(group)
        records = records.apply(group)

    def masking(text: str) -> Masking:
        return next(each for each in records.all(Masking) if each.text == text)

    do(mask_words(records, "a@b.se"))  # 0
    do(mask_words(records, "Modin"))  # 1, changed later
    do(set_place(records, "Tingshuset"))  # 2: goes out here
    do(mask_words(records, "08-123 456 78"))
    do(mask_words(records, "Falk"))
    do(unmask(records, masking("Falk").id))
    longer = records.setting(masking("Modin").id, "text", "Per-Erik Modin")
    do(Group(Message("Change what is masked"), longer))
    history = [entry(seq, group) for seq, group in enumerate(groups)]
    assert masked_since(records, history, 2) == ("08-123 456 78", "Per-Erik Modin")
    assert masked_since(records, history, 6) == ()
    assert masked_since(records, [entry(9, None)], 2) == ()


def test_words_that_were_emptied_are_not_told() -> None:
    records = Records("m", [Meeting(id="m")]).apply(mask_words(Records("m", []), "x"))
    (row,) = records.all(Masking)
    none: tuple[Primitive, ...] = records.setting(row.id, "text", "")
    group = Group(Message("x"), none)
    assert masked_since(records.apply(group), [entry(1, group)], 0) == ()
