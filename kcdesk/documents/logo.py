"""The body's logo on the first page: shapes of an SVG or a PNG, with its alternative text."""

from __future__ import annotations

import io
from functools import lru_cache

from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.canvas import TaggedCanvas
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.vector import Drawing, drawing_of
from kcdesk.domain.logo import PNG, Logo, logo_of

LOGO_GAP = 18.0
_HIGHEST, _WIDEST = 46.0, 150.0
_MOST_PIXELS = 4_000_000


class LogoPiece(Piece):
    """A picture in the size that it takes on the page."""

    def __init__(self, element: Element, picture: Picture, wide: float, high: float) -> None:
        self.element = element
        self.picture = picture
        self.wide = wide
        self.high = high

    def height(self, width: float) -> float:  # noqa: ARG002  # the same at any width
        """Return its height."""
        return self.high

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002
        """Draw it with its upper left corner at ``x``, ``top``."""
        with canvas.figure(self.element) as code:
            if isinstance(self.picture, Drawing):
                scale = self.wide / self.picture.width
                code.append(self.picture.code(x, top, scale))
            else:
                self.picture.draw(canvas, x, top - self.high, self.wide, self.high)


class Pixels:
    """A PNG on white: what is printed knows no transparency."""

    def __init__(self, content: bytes) -> None:
        from PIL import Image

        with Image.open(io.BytesIO(content), formats=["PNG"]) as opened:
            self.width, self.height = opened.size
            if self.width * self.height > _MOST_PIXELS:
                raise ValueError("too many pixels")
            whole = opened.convert("RGBA")
        self._image = Image.new("RGB", whole.size, "white")
        self._image.paste(whole, mask=whole.getchannel("A"))

    def draw(self, canvas: TaggedCanvas, x: float, y: float, width: float, height: float) -> None:
        """Draw it with its lower left corner at ``x``, ``y``."""
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(self._image), x, y, width, height)

    def png(self) -> bytes:
        """Return it as a file that holds nothing but the picture."""
        output = io.BytesIO()
        self._image.save(output, "PNG")
        return output.getvalue()


Picture = Drawing | Pixels


def logo(story: Story, parent: Element) -> LogoPiece | None:
    """Return the body's logo, or None where it has none that can be drawn.

    Without a text of its own it is described by whose it is.
    """
    picture = _picture(story.body.logo)
    if picture is None:
        return None
    scale = min(_HIGHEST / picture.height, _WIDEST / picture.width)
    whose = story.body.organisation or story.body.name
    alternative = story.body.logo_text or story.texts.text("Logo of {name}", name=whose)
    element = parent.add("Figure", Alt=" ".join(alternative.split()))
    return LogoPiece(element, picture, picture.width * scale, picture.height * scale)


@lru_cache(maxsize=8)
def _picture(text: str) -> Picture | None:
    found = logo_of(text) if text else None
    return readable(found) if found is not None else None


def readable(found: Logo) -> Picture | None:
    """Return a picture that can be drawn; None for what is damaged or holds no shape."""
    import zlib

    try:
        picture = Pixels(found.content) if found.media_type == PNG else drawing_of(found.content)
    except (OSError, ValueError, SyntaxError, zlib.error):  # as Pillow and XML say "damaged"
        return None
    return picture if picture is not None and picture.width > 0 and picture.height > 0 else None
