"""Sections go past what one sees, anywhere in the item, and what goes there comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.body import FORMAL_ORDER, ItemPart
from kcdesk.domain.decision import Decision
from kcdesk.domain.records import Records
from kcdesk.domain.section import Section, SectionKind
from kcdesk.domain.section_order import sections_in, whole_order
from kcdesk.services.place_section import move_section, section_after
from tests.services.agenda import meeting, performed

DECISIONS_FIRST = (ItemPart.DECISIONS, *(p for p in FORMAL_ORDER if p is not ItemPart.DECISIONS))


def item(*rows: Section | Decision) -> Records:
    return meeting("a", *rows)


def section(id: str, kind: SectionKind = SectionKind.NOTES, **values: object) -> Section:
    return Section(id=id, owner_id="a", position=f"V{id}", kind=kind, **values)


def decision(id: str = "!", *, before_notes: bool = False) -> Decision:
    return Decision(id=id, owner_id="a", position="V", before_notes=before_notes)


def labelled(id: str, **values: object) -> Section:
    return section(id, SectionKind.LABELLED, **values)


def seen(records: Records, order: tuple[ItemPart, ...] = FORMAL_ORDER) -> str:
    """The sections by their letters, decisions as "!", as one reads them."""
    found = []
    for part in whole_order(order):
        texts = sections_in(records, "a", part)
        early = part is ItemPart.NOTES
        decided = [
            each.id
            for each in records.children("a", Decision)
            if part in (ItemPart.NOTES, ItemPart.DECISIONS) and each.before_notes is early
        ]
        found += [each.id for each in texts.ahead] + decided + [each.id for each in texts.after]
    return "".join(found)


def test_a_heading_of_ones_own_comes_between_two_notes():
    records = item(section("n"), section("o"), labelled("p"))
    assert seen(records) == "nop"
    records = performed(records, move_section(records, FORMAL_ORDER, "p", -1))
    assert seen(records) == "npo"
    assert records.get(Section, "p").place is ItemPart.NOTES
    records = performed(records, move_section(records, FORMAL_ORDER, "p", 1))
    assert seen(records) == "nop"


def test_it_goes_past_a_decision_and_is_plain_again_at_its_own_place():
    records = item(section("n"), labelled("p"), decision())
    records = performed(records, move_section(records, FORMAL_ORDER, "p", 1))
    assert seen(records) == "n!p"
    assert records.get(Section, "p").place is ItemPart.DECISIONS
    records = performed(records, move_section(records, FORMAL_ORDER, "p", -1))
    assert seen(records) == "np!"
    assert records.get(Section, "p").place is None


def test_it_stands_above_the_decision_that_comes_first_of_all():
    records = item(section("n"), labelled("p"), decision())
    for expected in ("!pn", "p!n", "p!n"):
        records = records.apply(move_section(records, DECISIONS_FIRST, "p", -1))
        assert seen(records, DECISIONS_FIRST) == expected
    assert records.get(Section, "p").ahead


def test_it_stands_above_a_decision_before_the_notes():
    records = item(section("n"), labelled("p"), decision(before_notes=True))
    for expected in ("!pn", "p!n"):
        records = performed(records, move_section(records, FORMAL_ORDER, "p", -1))
        assert seen(records) == expected


@pytest.mark.parametrize("by", [-1, 1])
def test_what_stands_alone_goes_nowhere(by):
    records = item(section("n"))
    assert not move_section(records, FORMAL_ORDER, "n", by)


def test_a_new_one_comes_after_the_text_one_writes_in():
    records = item(section("n"), section("o"))
    records = performed(records, section_after(records, FORMAL_ORDER, SectionKind.LABELLED, "n"))
    (made,) = [each for each in records.all(Section) if each.id not in "no"]
    assert [each.id for each in records.children("a", Section)] == ["n", made.id, "o"]
    assert made.place is ItemPart.NOTES
    records = performed(records, section_after(records, FORMAL_ORDER, SectionKind.NOTES, made.id))
    assert seen(records)[0] == "n"
    assert seen(records)[-1] == "o"


def test_a_new_one_at_its_customary_place_says_nothing_of_it():
    records = item(section("n"))
    records = performed(records, section_after(records, FORMAL_ORDER, SectionKind.LABELLED, "n"))
    assert [each.place for each in records.all(Section)] == [None, None]


@given(
    st.lists(st.sampled_from(SectionKind), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 4), st.sampled_from([-1, 1])), max_size=12),
    st.permutations(FORMAL_ORDER),
    st.sampled_from(["", "early", "late"]),
)
def test_each_step_goes_past_one_thing(kinds, steps, order, decided):
    rows = [section("pqrst"[n], kind) for n, kind in enumerate(kinds)]
    rows += [decision(before_notes=decided == "early")] if decided else []
    records = item(*rows)
    for n, by in steps:
        id = "pqrst"[n % len(kinds)]
        before = seen(records, order)
        rest = before.replace(id, "")
        at = min(max(before.index(id) + by, 0), len(rest))
        records = performed(records, move_section(records, order, id, by))
        assert seen(records, order) == rest[:at] + id + rest[at:]
