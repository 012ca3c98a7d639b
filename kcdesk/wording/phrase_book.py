"""The phrases that ship with the program, by language; see ``resources/phrases``."""

from __future__ import annotations

import json
from functools import cache

from kcdesk.domain.phrase import PhraseKind
from kcdesk.paths import resource
from kcdesk.services.phrase_library import PhraseText


@cache
def shipped_phrases(language: str) -> tuple[PhraseText, ...]:
    """Return the starting set of a language, in the order of a meeting."""
    name = "sv" if language.startswith("sv") else "en"
    entries = json.loads(resource("phrases", f"{name}.json").read_text("utf-8"))
    return tuple(
        PhraseText(each["title"], each["letters"], PhraseKind(each["kind"]), each["text"])
        for each in entries
    )
