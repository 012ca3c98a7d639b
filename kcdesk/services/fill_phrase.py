"""Placeholders of phrases: "{ordförande} förklarade mötet öppnat"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kcdesk.domain.person_name import folded

GAP = "…"
"""What stands for what is not known; the writer is led to it."""

_PLACEHOLDER = re.compile(r"\{([^{}\n]{1,40})\}")


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its placeholders filled; what has no value becomes a gap.

    Names of placeholders are compared without regard to case; at the beginning of a sentence the
    value begins with a capital letter.
    """

    def filled(found: re.Match[str]) -> str:
        value = values.get(folded(found[1]), "") or GAP
        before = text[: found.start()].rstrip(" ")
        begins = not before or before[-1] in ".!?:\n"
        return value[:1].upper() + value[1:] if begins else value

    return _PLACEHOLDER.sub(filled, text)


def unknown_placeholders(text: str, known: Iterable[str]) -> list[str]:
    """Return the placeholders of a text that nothing fills, as they are written."""
    names = {folded(each) for each in known}
    return [name for name in _PLACEHOLDER.findall(text) if folded(name) not in names]
