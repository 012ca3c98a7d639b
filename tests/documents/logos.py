"""Logos as bodies have them, and such as nobody should."""

from __future__ import annotations

import io

from PIL import Image

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 240 120">
<defs><path id="p" d="M20 100 L70 20 L120 100 Z"/></defs><use href="#p" fill="#0f5c4c"/>
<g transform="translate(0 0)"><circle cx="170" cy="60" r="40" fill="#c9a227" stroke="black"/></g>
<path d="M8 112 Q120 80 232 112 A10 10 0 0 1 220 118" stroke="#1d2420" stroke-width="6"
 fill="none"/>
<rect x="2" y="2" width="9" height="9" rx="2" fill="none" stroke="red" fill-rule="evenodd"/>
<path d="M0 0 L9 9" fill="none" stroke="red" display="none"/>
<text x="5" y="20">Text is not drawn</text>
<image href="file:///etc/passwd" width="10" height="10"/></svg>"""


def png(size: tuple[int, int] = (64, 32)) -> bytes:
    """A half transparent picture."""
    image = Image.new("RGBA", size, (15, 92, 76, 128))
    output = io.BytesIO()
    image.save(output, "PNG")
    return output.getvalue()
