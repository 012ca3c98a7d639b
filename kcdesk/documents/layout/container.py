"""Pieces that belong together: kept on a page, marked at their side, anchored for the preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kcdesk.documents.layout.piece import Piece

_KEPT_WHOLE = 3  # entries of a list that does not part
_LONG = 160.0  # points: higher than a heading is; it may part itself


@dataclass(frozen=True, slots=True)
class Bar:
    """A line along the left side, on each page that the container covers."""

    weight: float
    colour: str


@dataclass(frozen=True, slots=True)
class Box:
    """A frame around; where a page ends it stays open."""

    weight: float
    colour: str


@dataclass(slots=True)
class Container:
    """Pieces and containers in a row of their own.

    ``left``, ``right`` set them in, ``top`` and ``bottom`` pad them inside a decoration.
    ``together`` keeps the whole on one page where a page can hold it; ``heading`` says how many
    of its first pieces must not be parted from what follows. ``aside`` stands in the left margin
    made by ``left``, beside the first pieces. ``anchor`` is the id of the item that it shows.
    """

    pieces: Sequence[Piece | Container]
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    before: float = 0.0
    after: float = 0.0
    decoration: Bar | Box | None = None
    together: bool = False
    heading: int = 0
    aside: Piece | None = None
    aside_gap: float = 12.0
    aside_lift: float = 0.0  # how much higher the aside begins, to share a baseline
    anchor: str = ""


def without_stragglers(pieces: Sequence[Piece]) -> list[Piece | Container]:
    """Return entries of a list whose first two, and last two, stay together on a page."""
    if len(pieces) <= _KEPT_WHOLE:
        return [_kept(pieces)] if len(pieces) > 1 else list(pieces)
    return [_kept(pieces[:2]), *pieces[2:-2], _kept(pieces[-2:])]


def _kept(pieces: Sequence[Piece]) -> Container:
    return Container(pieces, after=pieces[-1].after, heading=len(pieces) - 1)


def whole_height(thing: Piece | Container, width: float) -> float:
    """Return the height of all of it at a width, without the space around it."""
    if isinstance(thing, Piece):
        return thing.height(width)
    inner = width - thing.left - thing.right
    height = thing.top + thing.bottom
    after = 0.0
    for index, each in enumerate(thing.pieces):
        height += whole_height(each, inner) + (max(after, each.before) if index else 0.0)
        after = each.after
    return max(height, _aside_height(thing))


def least_height(thing: Piece | Container, width: float) -> float:
    """Return the height of the least part of it that may stand at a page's foot."""
    if isinstance(thing, Piece):
        return thing.least(width)
    if thing.together:
        return whole_height(thing, width)
    inner = width - thing.left - thing.right
    height = thing.top
    after = 0.0
    for index, each in enumerate(thing.pieces[: thing.heading + 1]):
        height += max(after, each.before) if index else 0.0
        whole = whole_height(each, inner)
        if index == thing.heading or whole > _LONG:
            height += least_height(each, inner)
            break
        height += whole
        after = each.after
    return max(height, _aside_height(thing))


def _aside_height(container: Container) -> float:
    if container.aside is None:
        return 0.0
    return container.aside.height(container.left - container.aside_gap)
