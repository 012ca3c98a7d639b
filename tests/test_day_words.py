"""Days, times and numbers of things as they are written in each language, one way throughout."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kcdesk.i18n import catalogue

DAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("language", "near", "far"),
    [("sv", "tis 17 nov.", "tis 17 nov. 2026"), ("en", "Tue 17 Nov", "Tue 17 Nov 2026")],
)
def test_a_day_of_another_year_is_the_same_words_and_the_year(language, near, far) -> None:
    texts = catalogue(language)
    assert texts.near_day(DAY, date(2026, 1, 1)) == texts.short_day(DAY) == near
    assert texts.near_day(DAY, date(2027, 1, 1)) == far


@pytest.mark.parametrize(
    ("language", "clock", "stamp"), [("sv", "14.32", "14.32.05"), ("en", "14:32", "14:32:05")]
)
def test_a_time_has_the_same_mark_with_seconds_as_without(language, clock, stamp) -> None:
    texts, instant = catalogue(language), datetime(2026, 11, 17, 14, 32, 5)  # noqa: DTZ001  # local
    assert texts.clock(instant.time()) == clock
    assert texts.stamp(instant) == stamp


def test_both_forms_are_kept_apart_where_english_has_one() -> None:
    texts, words = catalogue("sv"), "{count} not called up"
    assert [texts.plural(words, words, count) for count in (1, 5, 1)] == [
        "1 ej uppropad",
        "5 ej uppropade",
        "1 ej uppropad",
    ]
