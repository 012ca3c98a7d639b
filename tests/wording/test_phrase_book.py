"""The starting set of phrases, filled from the sample meeting."""

from __future__ import annotations

from datetime import date, time

import pytest

from kcdesk.domain.item import Item
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.phrase import PhraseKind
from kcdesk.exchange.reader import read_meeting
from kcdesk.i18n import catalogue
from kcdesk.paths import resource
from kcdesk.services.fill_phrase import GAP, fill, unknown_placeholders
from kcdesk.services.situation import Situation
from kcdesk.wording.phrase_book import shipped_phrases
from kcdesk.wording.placeholder import NAMES, placeholders


@pytest.fixture(scope="module")
def here() -> Situation:
    bundle = read_meeting(resource("sample", "meeting.json").read_bytes())
    items = bundle.meeting.children(bundle.meeting.root_id, Item)
    return Situation(
        records=bundle.meeting,
        people=bundle.persons,
        body=bundle.body,
        item_id=items[4].id,
        today=date(2026, 11, 12),
        at=ClockTime(time(9, 46)),
    )


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_kind_of_item_has_phrases_and_every_placeholder_is_known(language: str) -> None:
    phrases = shipped_phrases(language)
    assert {each.kind for each in phrases} == set(PhraseKind)
    assert len({each.letters for each in phrases}) == len(phrases)
    for each in phrases:
        assert each.title
        assert each.text
        assert unknown_placeholders(each.text, NAMES[language]) == []


def test_the_meeting_fills_them(here: Situation) -> None:
    values = placeholders(catalogue("sv"), here)
    assert values["ordförande"] == "Maria Haglund"
    assert values["datum"] == "12 november 2026"
    assert values["tid"] == "kl. 09.46"
    assert values["föredragande"] == "Siv Åkerlund och Jonas Öhman"
    assert values["justerare"]
    closing = next(each for each in shipped_phrases("sv") if "nästa möte}" in each.text)
    assert fill(closing.text, values).replace("\u00a0", " ") == (
        "Nästa möte hålls torsdagen den 10 december 2026 kl. 08.30–12.00, Rotsjö."
    )
    assert fill("{organ} valde … och {organ} valde …", values) == (
        "Styrelsen valde … och styrelsen valde …"
    )
    assert int(values["antal närvarande"]) >= 5
    opening = next(each for each in shipped_phrases("sv") if each.letters == "öppn")
    assert fill(opening.text, values) == (
        "Ordföranden Maria Haglund hälsade välkommen och förklarade mötet öppnat kl. 09.46."
    )


def test_a_value_has_a_name_in_either_language(here: Situation) -> None:
    values = placeholders(catalogue("en"), here)
    assert values["chair"] == values["ordförande"] == "Maria Haglund"
    assert values["time"] == "at 09:46"


def test_what_is_not_known_is_a_gap(here: Situation) -> None:
    from dataclasses import replace

    values = placeholders(catalogue("sv"), replace(here, at=None))
    closing = next(each for each in shipped_phrases("sv") if each.letters == "avsl")
    assert fill(closing.text, values).endswith(f"{GAP}.")
