"""What stands on pages: anything with a height that may part at a page's foot."""

from __future__ import annotations

from collections.abc import Sequence

from kcdesk.documents.tagging.canvas import TaggedCanvas


class Piece:
    """Something set below the piece before it. All measures are points.

    Between two pieces stands the larger of the first's ``after`` and the second's ``before``.
    """

    before: float = 0.0
    after: float = 0.0
    leads = False  # of a stack's pieces: a head, not left alone at a page's foot

    def height(self, width: float) -> float:
        """Return how high it is at a width."""
        raise NotImplementedError

    def least(self, width: float) -> float:
        """Return the least height of it that may stand alone at a page's foot."""
        return self.height(width)

    def split(self, width: float, room: float, *, force: bool) -> tuple[Piece | None, Piece | None]:
        """Return what fits into ``room`` and what remains.

        With ``force``, at the top of an empty page, something always fits.
        """
        if force or self.height(width) <= room:
            return self, None
        return None, self

    def parts(self) -> Sequence[Piece]:
        """Return the pieces that it is made of."""
        return ()

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at ``x``, ``top``."""
        raise NotImplementedError


class Stack(Piece):
    """Pieces below one another, as in a table's cell."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = list(pieces)
        self.before = self.pieces[0].before if self.pieces else 0.0
        self.after = self.pieces[-1].after if self.pieces else 0.0

    def height(self, width: float) -> float:
        """Return the height of all with the space between them."""
        heights = sum(piece.height(width) for piece in self.pieces)
        return heights + sum(
            _gap(*pair) for pair in zip(self.pieces, self.pieces[1:], strict=False)
        )

    def least(self, width: float) -> float:
        """Return the least of the first piece."""
        return self.pieces[0].least(width) if self.pieces else 0.0

    def split(self, width: float, room: float, *, force: bool) -> tuple[Piece | None, Piece | None]:
        """Fill the room piece by piece."""
        taken: list[Piece] = []
        for index, piece in enumerate(self.pieces):
            gap = _gap(taken[-1], piece) if taken else 0.0
            head, rest = piece.split(width, room - gap, force=force and not taken)
            if head is not None:
                taken.append(head)
                room -= gap + head.height(width)
            if rest is not None:
                remaining = [rest, *self.pieces[index + 1 :]]
                while head is None and len(taken) > force and taken[-1].leads:
                    remaining.insert(0, taken.pop())
                return (Stack(taken), Stack(remaining)) if taken else (None, self)
        return self, None

    def parts(self) -> Sequence[Piece]:
        """Return the pieces, downwards."""
        return self.pieces

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw all, downwards."""
        previous: Piece | None = None
        for piece in self.pieces:
            top -= _gap(previous, piece) if previous is not None else 0.0
            piece.draw(canvas, x, top, width)
            top -= piece.height(width)
            previous = piece


def _gap(first: Piece, second: Piece) -> float:
    return max(first.after, second.before)
