"""Small matters of punctuation."""

from __future__ import annotations


def ended(text: str) -> str:
    """Return a sentence with its full stop."""
    tidy = text.strip()
    return tidy if not tidy or tidy[-1] in '.!?:…”"' else f"{tidy}."


def capital(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]
