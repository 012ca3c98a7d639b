"""What all tests share: how hard hypothesis tries.

``default`` is quick enough for every run; ``deep`` is for ``make faults``, chosen by
HYPOTHESIS_PROFILE in the environment.
No deadlines: the machine may be busy, and a test says whether it is right, not how fast.
"""

from __future__ import annotations

import os
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile(
    "default",
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=SLOW_IS_FINE,
)
settings.register_profile(
    "deep", max_examples=3_000, deadline=None, suppress_health_check=SLOW_IS_FINE
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True)
def no_data_of_ones_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch) -> None:
    """Backups and crash reports of a test reach neither the user's own folder nor another test."""
    folder = tmp_path_factory.getbasetemp() / "user data" / uuid4().hex
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
