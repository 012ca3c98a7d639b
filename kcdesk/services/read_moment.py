"""Read a day as people write it: "2 mars", "fredag". ``domain.date_words`` knows the words."""

from __future__ import annotations

from kcdesk.domain.date_words import parse_moment

read_moment = parse_moment
"""What the fields for days call; see there for ``today`` and ``meeting_day``."""
