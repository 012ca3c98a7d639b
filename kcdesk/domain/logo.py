"""A body's logo, kept with the body as a data address: "data:image/png;base64,…" (RFC 2397)."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

PNG, SVG = "image/png", "image/svg+xml"
MOST_BYTES = 300_000
"""A logo of print quality is far smaller; all of it travels with every meeting file."""

_PNG_BEGINS = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture: its media type and its bytes."""

    media_type: str
    content: bytes


def logo_of(text: str) -> Logo | None:
    """Return the logo of a data address; None where it is none of ours."""
    head, _, data = text.partition(",")
    media_type = head.removeprefix("data:").removesuffix(";base64")
    if head != f"data:{media_type};base64" or media_type not in (PNG, SVG):
        return None
    try:
        content = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return None
    return Logo(media_type, content) if 0 < len(content) <= MOST_BYTES else None


def address_of(content: bytes) -> str:
    """Return the data address of a picture. Raises ``ValueError`` for what is neither PNG nor SVG,
    or too large.
    """
    if len(content) > MOST_BYTES:
        raise ValueError("too large")
    if content.startswith(_PNG_BEGINS):
        media_type = PNG
    elif b"<svg" in content[:4096]:
        media_type = SVG
    else:
        raise ValueError("neither PNG nor SVG")
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"
