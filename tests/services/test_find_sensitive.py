"""Personal data is pointed at; dates, amounts and case numbers are left alone."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.services.find_sensitive import SensitiveKind, find_sensitive, is_personal_number

NUMBER, PHONE, EMAIL, HEALTH, CRIME = SensitiveKind


def kinds(text: str) -> list[tuple[SensitiveKind, str]]:
    return [(each.kind, each.text) for each in find_sensitive(text)]


def check_digit(nine: str) -> str:
    """The law's own words: every other digit doubled, from the first; the sum to the next ten."""
    total = 0
    for place, digit in enumerate(nine):
        product = int(digit) * (2 if place in (0, 2, 4, 6, 8) else 1)
        total += sum(int(each) for each in str(product))
    return str(-total % 10)


@given(
    st.dates(date(1930, 1, 1), date(2029, 12, 31)),
    st.integers(0, 999),
    st.sampled_from(["", "-", "+", "–", " - "]),
    st.booleans(),
    st.booleans(),
)
def test_every_number_with_its_check_digit_is_found(day, serial, dash, century, coordination):
    born = day.day + 60 if coordination else day.day
    nine = f"{day:%y%m}{born:02}{serial:03}"
    last = check_digit(nine)
    head = f"{day:%Y}"[:2] if century else ""
    written = f"{head}{nine[:6]}{dash}{nine[6:]}{last}"
    assert kinds(f"född {written}, bor i Norråsa") == [(NUMBER, written)]
    wrong = str((int(last) + 1) % 10)
    broken = f"{head}{nine[:6]}-{nine[6:]}{wrong}"
    assert NUMBER not in [kind for kind, _text in kinds(broken)]


def test_what_is_no_day_is_no_number():
    assert not is_personal_number(85, 13, 1, "1230")
    assert not is_personal_number(85, 2, 30, "1231")
    assert not is_personal_number(85, 2, 95, "1231")
    assert kinds("org.nr 556036-0793 och 212000-0142") == []


@pytest.mark.parametrize(
    "text",
    [
        "08-123 456 78", "0950-160 00", "070-123 45 67", "0701234567", "+46 70 123 45 67",
        "+46 (0)70-123 45 67", "0046 8 123 456", "010/123 45 67",
    ],
)  # fmt: skip
def test_phone_numbers(text):
    assert kinds(f"Ring {text}.") == [(PHONE, text)]


@pytest.mark.parametrize(
    "text",
    [
        "KS 2026/0123", "dnr 2026-0123-45", "2026-11-12", "kl. 08.30–11.50", "§§ 52–58",
        "300 000 kronor", "12 345 678 kronor", "0,5 procent", "SFS 2017:725", "1930:173",
        "ISBN 978-91-38-32519-9", "bilaga 1–8", "den 12 november 2026 kl. 08.30", "01-02 2026",
        "bg 5050-1055", "2016/17:171",
    ],
)  # fmt: skip
def test_what_minutes_are_full_of_is_left_alone(text):
    assert kinds(text) == []


def test_e_mail_addresses():
    assert kinds("Skriv till anna.berg@norrasa.example.se, tack") == [
        (EMAIL, "anna.berg@norrasa.example.se")
    ]


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("hans cancerdiagnos", HEALTH, "cancerdiagnos"),
        ("ett Alkoholmissbruk som", HEALTH, "Alkoholmissbruk"),
        ("är sjukskriven sedan", HEALTH, "sjukskriven"),
        ("ska polisanmälas", CRIME, "polisanmälas"),
        ("dömdes till fängelse", CRIME, "fängelse"),
    ],
)
def test_words_about_health_and_crime(text, kind, word):
    assert (kind, word) in kinds(text)


@pytest.mark.parametrize(
    "text",
    ["ett avbrott på en timme", "vägen är färdig", "bedöms", "hälsade välkomna", "Demokrati",
     "genombrott", "fördömde", "kostnaden bedömdes", "ström", "häftig"],
)  # fmt: skip
def test_near_words_are_left_alone(text):
    assert kinds(text) == []


def test_a_stretch_is_said_once_and_in_order():
    text = "Anna, 850101-1236? 0701234567 och a@b.se"
    found = find_sensitive(text)
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert all(text[each.start : each.end] == each.text for each in found)


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text):
    found = find_sensitive(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


@pytest.mark.timeout(60)  # what grows with its square takes minutes
@pytest.mark.parametrize("letter", ["a", ".", "1", "0-"])
def test_a_long_run_without_a_space_is_searched_soon(letter):
    assert find_sensitive(letter * 200_000) == ()


def test_the_longest_mailbox_is_found_whole():
    address = f"{'a' * 64}@exempel.se"
    (found,) = find_sensitive(f"Skriv till {address}.")
    assert found.text == address
