"""Initials, finding people by a few letters, and the order of a Swedish list."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.person_name import Match, initials, match, matching, sort_key
from tests import strategies


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna-Karin Berg", "AKB"),
        ("Åsa Öberg", "ÅÖ"),
        ("A\u030asa Berg", "ÅB"),  # å written as a with a ring
        ("Carl von Linné", "CVL"),
        ("Lisa Andersson Lindberg", "LAL"),
        ("  Bo  ", "B"),
        ("M'hamed Ali", "MHA"),
        ("", ""),
        ("–", ""),
    ],
)
def test_initials(name, expected):
    assert initials(name) == expected


def test_swedish_letters_sort_after_z():
    names = ["Öberg", "Zorn", "Ärlig", "Åkesson", "Andersson", "Élan", "Ek", "Ådal", "Ørn", "Đuro"]
    assert sorted(names, key=sort_key) == [
        "Andersson",
        "Đuro",
        "Ek",
        "Élan",
        "Zorn",
        "Ådal",
        "Åkesson",
        "Ärlig",
        "Öberg",
        "Ørn",
    ]


def test_case_accents_and_spaces_do_not_part_names():
    assert sort_key("ANNA  Berg") == sort_key("anna berg")
    assert sort_key("Andre")[0] == sort_key("André")[0]
    assert sort_key("Andre") < sort_key("André")


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("akb", "Anna-Karin Berg", Match.INITIALS),
        ("AKB", "Anna-Karin Berg", Match.INITIALS),
        ("åö", "Åsa Öberg", Match.INITIALS),
        ("anna", "Anna-Karin Berg", Match.FIRST_NAME),
        ("Anna-Karin", "Anna-Karin Berg", Match.FIRST_NAME),
        ("ann", "Anna-Karin Berg", Match.NAME),
        ("ber", "Anna-Karin Berg", Match.NAME),
        ("an be", "Anna-Karin Berg", Match.NAME),
        ("an-ka", "Anna-Karin Berg", Match.NAME),
        ("ö", "Åsa Öberg", Match.NAME),
        ("andre", "André Ek", Match.FIRST_NAME),
        ("erg", "Anna-Karin Berg", Match.INSIDE),
        ("be an", "Anna-Karin Berg", None),
        ("asa", "Åsa Öberg", None),
        ("o", "Åsa Åberg", None),
        ("", "Anna Berg", None),
        ("  ", "Anna Berg", None),
        ("x", "", None),
    ],
)
def test_match(typed, name, expected):
    assert match(typed, name) is expected


def test_own_initials_go_before_derived_ones():
    assert match("lal", "Lisa Lindberg", "LAL") is Match.INITIALS


def test_matching_is_best_first_then_by_name():
    people = [
        (1, "Åke Berg", ""),
        (2, "Anna Berg", ""),
        (3, "Berit Alm", ""),
        (4, "Bo Ek", "BERG"),
        (5, "Ingeberg Ek", ""),
        (6, "Cia Dahl", ""),
    ]
    assert matching("berg", people) == [4, 2, 1, 5]


def test_somebody_with_aliases_is_found_once_at_her_best():
    people = [("helen", "Helén Hetta", ""), ("helen", "Helen SundstromHetta", "HSH")]
    assert matching("hsh", people) == ["helen"]
    assert matching("helen", people) == ["helen"]


@given(strategies.texts(wild=True), strategies.texts(wild=True))
def test_the_order_does_not_depend_on_how_letters_are_composed(one, other):
    composed = [unicodedata.normalize("NFC", each) for each in (one, other)]
    taken_apart = [unicodedata.normalize("NFD", each) for each in (one, other)]
    assert [sort_key(each) for each in composed] == [sort_key(each) for each in taken_apart]


@given(st.sampled_from(["Åsa Öberg", "Anna-Karin Berg", "Bo Ek"]), st.data())
def test_every_beginning_of_a_name_finds_it(name, data):
    size = data.draw(st.integers(1, len(name)))
    assert match(name[:size], name) is not None
