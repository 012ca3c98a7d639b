"""The languages of documents as files name them (BCP 47)."""

from __future__ import annotations

LANGUAGE_TAGS = {"sv": "sv-SE", "en": "en-GB"}
