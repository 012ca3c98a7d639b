"""Breaking lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.documents.fonts import REGULAR, STRONG, width
from kcdesk.documents.layout.line import Line, Stretch, break_lines
from kcdesk.documents.tagging.page_code import Ink

INK = Ink(REGULAR, 10.0, "0 0 0")
STRONG_INK = Ink(STRONG, 10.0, "0 0 0")


def words(line: Line) -> str:
    return "".join(fragment.text for fragment in line)


def broken(text: str, room: float) -> list[str]:
    return [words(line).rstrip(" ") for line in break_lines([Stretch(text, INK)], room, room)]


def room_for(text: str) -> float:
    return width(text, REGULAR, 10.0) + 0.5


def test_lines_break_at_spaces() -> None:
    assert broken("ett två tre fyra", room_for("ett två")) == ["ett två", "tre", "fyra"]


def test_no_break_spaces_hold() -> None:
    assert broken("ett §\u00a052 tre", room_for("ett §")) == ["ett", "§\u00a052", "tre"]


def test_no_line_ends_in_a_single_letter_and_hyphen() -> None:
    assert broken("via e-tjänster", room_for("e-tjänster")) == ["via", "e-tjänster"]


def test_long_compounds_may_part_after_a_hyphen() -> None:
    assert broken("kommun-och regionråd", room_for("kommun-o"))[:2] == ["kommun-", "och"]


def test_names_do_not_part() -> None:
    assert broken("hos Per-Erik", room_for("hos Per-")) == ["hos", "Per-Erik"]


def test_addresses_part_after_slashes() -> None:
    lines = broken("https://exempel.se/dokument/lagar", room_for("https://exempel.se/dok"))
    assert lines == ["https://exempel.se/", "dokument/lagar"]


def test_soft_hyphens_show_where_they_part_a_word() -> None:
    assert broken("mötes\u00adprotokoll", room_for("mötesprot")) == ["mötes\u00ad", "protokoll"]
    assert broken("mötes\u00adprotokoll", 500) == ["mötesprotokoll"]


def test_a_word_wider_than_a_line_is_cut() -> None:
    lines = broken("x" * 50, room_for("x" * 20))
    assert [len(line) for line in lines] == [20, 20, 10]


def test_line_ends_that_were_typed_stay_and_are_heard_as_spaces() -> None:
    lines = break_lines([Stretch("ett\ntvå\n\nfyra", INK)], 500, 500)
    assert [words(line) for line in lines] == ["ett ", "två ", "", "fyra"]


def test_nothing_is_one_empty_line() -> None:
    assert break_lines([], 100, 100) == [()]


def test_a_word_in_two_inks_stays_whole() -> None:
    stretches = [Stretch("ett samman", INK), Stretch("satt ord", STRONG_INK)]
    lines = break_lines(stretches, room_for("ett samman"), 500)
    assert [words(line) for line in lines] == ["ett ", "sammansatt ord"]
    assert [fragment.ink for fragment in lines[1]] == [INK, STRONG_INK]


@given(
    st.lists(
        st.tuples(st.text("ab å-–/ \n\u00ad\u00a0"), st.sampled_from([INK, STRONG_INK])),
        max_size=6,
    ),
    st.floats(5, 300),
    st.floats(5, 300),
)
def test_every_letter_is_kept_and_no_line_is_too_wide(
    texts: list[tuple[str, Ink]], first: float, later: float
) -> None:
    lines = break_lines([Stretch(text, ink) for text, ink in texts], first, later)
    kept = "".join(words(line) for line in lines).replace("\u00ad", "").replace(" ", "")
    typed = "".join(text for text, _ in texts)
    assert kept == typed.replace("\u00ad", "").replace("\n", "").replace(" ", "")
    for number, line in enumerate(lines):
        seen = words(line).rstrip(" ")  # spaces at its end may hang
        hanging = words(line)[len(seen) :]
        wide = sum(fragment.width for fragment in line)
        if line and hanging and line[-1].width:
            wide -= width(hanging, line[-1].ink.font, line[-1].ink.size)
        limit = first if number == 0 else later
        assert len(seen.rstrip("\u00ad")) <= 1 or wide <= limit + 1e-3


@pytest.mark.parametrize("size", [1_000, 100_000])
def test_time_grows_with_the_text_alone(size: int) -> None:
    lines = break_lines([Stretch("ord " * size, INK)], 400, 400)
    assert sum(len(words(line)) for line in lines) == 4 * size


def test_spaces_before_a_word_that_is_cut_stay_before_it() -> None:
    lines = break_lines([Stretch(" ", INK), Stretch("xxxx", STRONG_INK)], 6, 6)
    assert "".join(words(line) for line in lines) == " xxxx"
