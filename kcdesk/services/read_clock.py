"""Read a time of day as people write it: "8.30", "kl. 08:30", "1330", "ca 16"."""

from __future__ import annotations

import re
from datetime import time

from kcdesk.domain.moment import ClockTime

_CLOCK = re.compile(
    r"(?P<about>ca\.?|cirka|omkring|about|around|c\.)?\s*(?:kl\.?|klockan|at)?\s*"
    r"(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?|(?P<joined>\d{3,4}))",
    re.IGNORECASE,
)


def read_clock(text: str) -> ClockTime | None:
    """Return the time that a text means, None where it is empty.

    Raises ``ValueError`` when it is no time of day.
    """
    said = text.strip()
    if not said:
        return None
    found = _CLOCK.fullmatch(said)
    if found is None:
        raise ValueError(text)
    joined = found["joined"]
    hour, minute = (joined[:-2], joined[-2:]) if joined else (found["hour"], found["minute"] or "0")
    return ClockTime(time(int(hour), int(minute)), approximate=found["about"] is not None)
