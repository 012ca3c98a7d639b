"""What follows a command: people, a day and text, each of which may be missing."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.decision import MotionKind
from kcdesk.domain.moment import ClockTime, Moment, Tie
from kcdesk.services.command_words import (
    Names,
    read_action,
    read_break,
    read_motion,
    split_people,
    unfinished_name,
)
from kcdesk.services.read_moment import read_moment

TODAY = date(2026, 11, 12)  # a Thursday
PEOPLE = ("Maria Haglund", "Karin Ahlqvist", "Per-Erik Modin", "Åsa Ek")
NAMES = Names(
    {
        key: name
        for name in PEOPLE
        for key in (
            name.lower(),
            name.split()[0].lower(),
            "".join(word[0] for word in name.split()).lower(),
        )
    },
    {name: name for name in PEOPLE},
)


def day(text: str) -> Moment:
    return read_moment(text, TODAY, TODAY)


def who(rest: str) -> tuple[list[str], str, Moment]:
    read = read_action(rest, NAMES, day)
    return [each.name for each in read.people.people], read.text, read.due


@pytest.mark.parametrize(
    ("rest", "people", "text", "due"),
    [
        ("MH fredag Skicka brevet", ["Maria Haglund"], "Skicka brevet", Moment(date(2026, 11, 13))),
        ("maria 2 mars ring", ["Maria Haglund"], "ring", Moment(date(2027, 3, 2))),
        (
            "MH, KA om två veckor Läs kapitel 1-6",
            ["Maria Haglund", "Karin Ahlqvist"],
            "Läs kapitel 1-6",
            Moment(date(2026, 11, 26)),
        ),
        (
            "Maria Haglund och Åsa Ek 2026-12-01 Ta fram 12 förslag",
            ["Maria Haglund", "Åsa Ek"],
            "Ta fram 12 förslag",
            Moment(date(2026, 12, 1)),
        ),
        ("PM i mars Avtal", ["Per-Erik Modin"], "Avtal", Moment(date(2027, 3, 31), "i mars")),
        (
            "MH vid nästa möte Redovisa",
            ["Maria Haglund"],
            "Redovisa",
            Moment(tie=Tie.NEXT_MEETING),
        ),
        ("MH: fredag, ring", ["Maria Haglund"], "ring", Moment(date(2026, 11, 13))),
        ("fredag Ring regionen", [], "Ring regionen", Moment(date(2026, 11, 13))),
        ("Ring regionen före fredag", [], "Ring regionen före fredag", Moment()),
        ("Samordnaren: kalla till möte", ["Samordnaren"], "kalla till möte", Moment()),
        (
            "Region Västerdal: 1 december svara",
            ["Region Västerdal"],
            "svara",
            Moment(date(2026, 12, 1)),
        ),
        ("alla ledamöter: svara", ["alla ledamöter"], "svara", Moment()),
        ("Tre saker är klara: a, b", [], "Tre saker är klara: a, b", Moment()),
        ("Möte kl. 09:30 ordnas", [], "Möte kl. 09:30 ordnas", Moment()),
        ("MH", ["Maria Haglund"], "", Moment()),
    ],
)
def test_actions_are_read_as_people_write_them(
    rest: str, people: list[str], text: str, due: Moment
) -> None:
    assert who(rest) == (people, text, due)


def test_either_of_two_may_act() -> None:
    assert read_action("MH eller KA Ring", NAMES, day).people.any_of


@pytest.mark.parametrize(
    ("rest", "people", "kind", "text"),
    [
        ("MH avslag", ["Maria Haglund"], MotionKind.REJECTION, ""),
        ("MH yrkar bifall till förslaget.", ["Maria Haglund"], MotionKind.ASSENT, ""),
        ("MH, KA återremiss", ["Maria Haglund", "Karin Ahlqvist"], MotionKind.REFERRAL_BACK, ""),
        (
            "KA tillägg att frågan utreds",
            ["Karin Ahlqvist"],
            MotionKind.AMENDMENT,
            "att frågan utreds",
        ),
        ("KA att frågan utreds", ["Karin Ahlqvist"], MotionKind.OWN, "att frågan utreds"),
        ("KA", ["Karin Ahlqvist"], MotionKind.ASSENT, ""),
    ],
)
def test_motions_are_read_as_people_write_them(
    rest: str, people: list[str], kind: MotionKind, text: str
) -> None:
    read = read_motion(rest, NAMES)
    assert ([each.name for each in read.people.people], read.kind, read.text) == (
        people,
        kind,
        text,
    )


def test_breaks_have_two_times_one_or_none() -> None:
    nine, later = ClockTime(time(9, 30)), ClockTime(time(9, 45))
    assert read_break("09.30-09.45") == (nine, later)
    assert read_break("0930 – 0945") == (nine, later)
    assert read_break("9.30") == (nine, None)
    assert read_break("") == (None, None)
    with pytest.raises(ValueError, match="kaffe"):
        read_break("kaffe")


@pytest.mark.parametrize(
    ("rest", "typed", "before"),
    [
        ("ma", "ma", ""),
        ("Maria Haglund, kar", "kar", "Maria Haglund, "),
        ("MH fredag", "MH fredag", ""),
        ("12 personer", "", "12 personer"),
        ("MH, 2 mars", "", "MH, 2 mars"),
        ("ring nu, och mejla", "", "ring nu, och mejla"),
    ],
)
def test_the_name_being_written_is_the_last_one(rest: str, typed: str, before: str) -> None:
    assert unfinished_name(rest, NAMES) == (typed, before)


@given(
    st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True),
    st.none() | st.dates(date(2026, 11, 12), date(2030, 1, 1)),
    st.lists(st.text("bcdfghjklåäö", min_size=3, max_size=9), min_size=1, max_size=5),
)
def test_what_is_written_is_read_back(
    people: list[str], due: date | None, words: list[str]
) -> None:
    text = "Ska " + " ".join(words)
    line = " ".join(filter(None, [", ".join(people), due.isoformat() if due else "", text]))
    assert who(line) == (people, text, Moment(due) if due else Moment())


@given(st.text(max_size=60))
def test_anything_is_read_as_something(rest: str) -> None:
    read = read_action(rest, NAMES, day)
    motion = read_motion(rest, NAMES)
    people, words = split_people(rest, NAMES)
    assert all(word in rest for word in words)
    for each in (read, motion):
        assert all(word in rest for word in each.text.split())
    assert motion.people == people
