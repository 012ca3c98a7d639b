"""Where a text may lead to."""

from __future__ import annotations

from typing import Final

SCHEMES: Final = frozenset(("http", "https", "mailto", "tel"))
"""The web, a mailbox, a telephone. All else is text: at a click ``file:`` would start a program, or
make this machine known to another one, for words that came in with somebody's file.
"""

_WEB = ("http", "https")


def is_link(address: str) -> bool:
    """Return whether an address may be kept, opened and printed as a link."""
    return _scheme(address) in SCHEMES


def is_web_address(address: str) -> bool:
    """Return whether an address is one of the web."""
    return _scheme(address) in _WEB


def _scheme(address: str) -> str:
    """Return how an address begins, in small letters; nothing for what leads nowhere."""
    scheme, _, rest = address.partition(":")
    if not rest.strip("/") or any(letter.isspace() for letter in address):
        return ""
    return scheme.lower()
