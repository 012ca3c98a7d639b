"""The body's logo for files that are no PDF: made anew from what was drawn of it, so that nothing
else that lay in somebody's SVG or PNG (scripts, links, notes) comes along.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator

from kcdesk.documents.logo import LogoPiece
from kcdesk.documents.vector import Drawing, Shape

_PIXELS_A_POINT = 6.0  # 432 an inch: sharp on paper, small in the file
_CSS_PIXELS = 4 / 3  # a point
_LETTERS = {"m": "M", "l": "L", "c": "C", "h": "Z"}


def web_logo(logo: LogoPiece, alt: str) -> str:
    """Return a logo as an element of a web page; ``alt`` is escaped already."""
    size = f'width="{logo.wide * _CSS_PIXELS:.0f}" height="{logo.high * _CSS_PIXELS:.0f}"'
    if isinstance(logo.picture, Drawing):
        box = f'viewBox="0 0 {logo.picture.width:g} {logo.picture.height:g}"'
        paths = "".join(_path(each) for each in logo.picture.shapes)
        return f'<svg class="logo" role="img" aria-label="{alt}" {size} {box}>{paths}</svg>\n'
    address = f"data:image/png;base64,{base64.b64encode(logo.picture.png()).decode('ascii')}"
    return f'<img class="logo" alt="{alt}" {size} src="{address}">\n'


def logo_png(logo: LogoPiece) -> bytes:
    """Return a logo as a PNG on white; a drawing as sharp as its size on a page asks for."""
    if not isinstance(logo.picture, Drawing):
        return logo.picture.png()
    from pypdfium2 import PdfDocument

    document = PdfDocument(_page(logo.picture))
    page = document[0]
    image = page.render(scale=logo.wide * _PIXELS_A_POINT / logo.picture.width).to_pil()
    page.close()
    document.close()
    output = io.BytesIO()
    image.convert("RGB").save(output, "PNG")
    return output.getvalue()


def _page(drawing: Drawing) -> bytes:
    """Return a PDF page of the drawing's size that shows it, for pdfium to draw."""
    code = drawing.code(0.0, drawing.height, 1.0).encode("ascii")
    box = f"[0 0 {drawing.width:.3f} {drawing.height:.3f}]"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox{box}/Contents 4 0 R/Resources<<>>>>".encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(code), code),
    )
    parts = [b"%PDF-1.7\n"]
    starts = []
    for number, each in enumerate(objects, 1):
        starts.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj%s endobj\n" % (number, each))
    table = sum(map(len, parts))
    entries = b"".join(b"%010d 00000 n \n" % start for start in starts)
    count = len(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, entries))
    parts.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, table))
    return b"".join(parts)


def _path(shape: Shape) -> str:
    steps = " ".join(
        " ".join([_LETTERS[operator], *(f"{each:.2f}" for each in points)])
        for operator, points in shape.path
    )
    return f'<path d="{steps}" {" ".join(_paint(shape))}/>'


def _paint(shape: Shape) -> Iterator[str]:
    yield f'fill="{_colour(shape.fill)}"'
    if shape.fill and shape.even_odd:
        yield 'fill-rule="evenodd"'
    if shape.stroke:
        yield f'stroke="{_colour(shape.stroke)}" stroke-width="{shape.stroke_width:.2f}"'


def _colour(parts: str) -> str:
    """Return "0.059 0.361 0.298" as "#0f5c4c"."""
    if not parts:
        return "none"
    return "#" + "".join(f"{round(float(each) * 255):02x}" for each in parts.split())
