"""The clock stores UTC and shows the machine's own time."""

from __future__ import annotations

import time
from datetime import UTC, timedelta

import pytest

from kcdesk.system.clock import SystemClock


@pytest.fixture
def stockholm(monkeypatch):
    if not hasattr(time, "tzset"):
        pytest.skip("this system takes its zone from elsewhere")
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_now_is_in_utc():
    assert SystemClock().now().tzinfo is UTC


def test_local_is_the_same_instant_where_the_user_is(stockholm):
    clock = SystemClock()
    before, local, after = clock.now(), clock.local(), clock.now()
    assert before <= local <= after
    assert local.utcoffset() in (timedelta(hours=1), timedelta(hours=2))


def test_today_is_the_local_date(stockholm):
    clock = SystemClock()
    assert clock.local().date() <= clock.today() <= clock.local().date()
