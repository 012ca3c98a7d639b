"""The filled and stroked shapes of an SVG as PDF code. Text, pictures, filters and links in it are
not drawn: a logo has its letters as shapes, and nothing is ever fetched.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_MOST_SHAPES = 2_000


@dataclass(frozen=True, slots=True)
class Shape:
    """A path in the SVG's own units (y downwards), with its colours as ``r g b`` where painted."""

    path: tuple[tuple[str, tuple[float, ...]], ...]
    fill: str
    stroke: str
    stroke_width: float
    even_odd: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes within a size."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def code(self, x: float, top: float, scale: float) -> str:
        """Return the PDF code that draws it with its upper left corner at ``x``, ``top``."""
        lines = [f"q {scale:.5f} 0 0 {-scale:.5f} {x:.2f} {top:.2f} cm"]
        for shape in self.shapes:
            lines += [
                f"{' '.join(f'{each:.3f}' for each in points)} {operator}".strip()
                for operator, points in shape.path
            ]
            lines.insert(len(lines) - len(shape.path), _colours(shape))
            lines.append(_paint(shape))
        return "\n".join([*lines, "Q"])


def drawing_of(content: bytes) -> Drawing | None:
    """Return the shapes of an SVG; None where it has none. Raises ``ValueError`` or ``SyntaxError``
    for what is no SVG.
    """
    from svgelements import SVG, Path
    from svgelements import Shape as SvgShape

    svg = SVG.parse(io.BytesIO(content), reify=True)
    shapes = tuple(
        found
        for each in svg.elements()
        if isinstance(each, SvgShape) and not _hidden(each)
        for found in _shape(each, Path)
    )[:_MOST_SHAPES]
    width, height = float(svg.width or 0), float(svg.height or 0)
    return Drawing(width, height, shapes) if shapes else None


def _hidden(element: Any) -> bool:
    values = element.values
    return bool(values.get("visibility") == "hidden" or values.get("display") == "none")


def _shape(element: Any, path_class: Any) -> Iterator[Shape]:
    path = abs(path_class(element))
    steps = tuple(_steps(path))
    fill, stroke = _colour(element.fill), _colour(element.stroke)
    if steps and (fill or stroke):
        even_odd = element.values.get("fill-rule") == "evenodd"
        yield Shape(steps, fill, stroke, float(element.stroke_width or 0), even_odd)


def _colour(colour: Any) -> str:
    if colour is None or colour.value is None or colour.opacity == 0:
        return ""
    return " ".join(f"{part / 255:.3f}" for part in (colour.red, colour.green, colour.blue))


def _steps(path: Any) -> Iterator[tuple[str, tuple[float, ...]]]:
    for segment in path:
        match type(segment).__name__:
            case "Move":
                yield "m", (segment.end.x, segment.end.y)
            case "Line":
                yield "l", (segment.end.x, segment.end.y)
            case "Close":
                yield "h", ()
            case "CubicBezier":
                yield "c", _cubic(segment)
            case "QuadraticBezier":
                start, by, end = segment.start, segment.control, segment.end
                first = start + (by - start) * (2 / 3)
                second = end + (by - end) * (2 / 3)
                yield "c", (first.x, first.y, second.x, second.y, end.x, end.y)
            case "Arc":
                for curve in segment.as_cubic_curves():
                    yield "c", _cubic(curve)


def _cubic(curve: Any) -> tuple[float, ...]:
    first, second, end = curve.control1, curve.control2, curve.end
    return (first.x, first.y, second.x, second.y, end.x, end.y)


def _colours(shape: Shape) -> str:
    fill = f"{shape.fill} rg" if shape.fill else ""
    stroke = f"{shape.stroke} RG {shape.stroke_width:.3f} w" if shape.stroke else ""
    return f"{fill} {stroke}".strip()


def _paint(shape: Shape) -> str:
    if shape.fill and shape.stroke:
        return "B*" if shape.even_odd else "B"
    if shape.fill:
        return "f*" if shape.even_odd else "f"
    return "S"
