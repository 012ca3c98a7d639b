"""Lines to sign on: for the secretary, whoever led the meeting, and the approvers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kcdesk.documents.front.chair import chairings
from kcdesk.documents.layout.container import Container
from kcdesk.documents.layout.piece import Piece, Stack
from kcdesk.documents.layout.row import Cell, Row
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN, FINE
from kcdesk.documents.tagging.canvas import TaggedCanvas
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.body import RoleKind
from kcdesk.domain.participant import Participant
from kcdesk.wording.name import role_name

_ROOM_TO_SIGN = 32.0
_ABREAST = 3
_GUTTER = 18.0


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, and as what."""

    name: str
    role: str


class SignatureLine(Piece):
    """Room for a signature, a line, and under it who signs."""

    def __init__(self, below: Piece, colour: str) -> None:
        self._below = below
        self._colour = colour

    def height(self, width: float) -> float:
        """Return the room with what stands below it."""
        return _ROOM_TO_SIGN + 3.0 + self._below.height(width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the line and the name."""
        y = top - _ROOM_TO_SIGN
        canvas.rule(x, y, x + width, y, FINE, self._colour)
        self._below.draw(canvas, x, y - 3.0, width)


def signers(story: Story) -> list[Signer]:
    """Return secretary, chairs with their §§, approvers."""
    texts = story.texts
    found = [
        Signer(each.name, role_name(texts, RoleKind.SECRETARY))
        for each, _ in story.register.holders(RoleKind.SECRETARY)
    ]
    chair = role_name(texts, RoleKind.CHAIR)
    found += [
        Signer(each.participant.name, f"{chair} {each.where}".strip()) for each in chairings(story)
    ]
    for approval in story.records.children(story.records.root_id, Approval):
        where = story.places.items(approval.items)
        role = role_name(texts, RoleKind.APPROVER)
        found += [
            Signer(name, f"{role} {where}".strip()) for name in approver_names(story, approval)
        ]
    return found


def approver_names(story: Story, approval: Approval) -> list[str]:
    """Return who approves, by name."""
    names = []
    for each in story.records.children(approval.id, Approver):
        participant = story.records.find(Participant, each.participant_id)
        names.append(each.name or (participant.name if participant else ""))
    return [name for name in names if name]


def signature_lines(
    story: Story, parent: Element, people: Sequence[Signer], width: float = COLUMN
) -> Container:
    """Return the lines, three abreast."""
    column = (width - (_ABREAST - 1) * _GUTTER) / _ABREAST
    rows: list[Piece] = []
    for at in range(0, len(people), _ABREAST):
        cells = [
            Cell(_line(story, parent, signer), number * (column + _GUTTER), column)
            for number, signer in enumerate(people[at : at + _ABREAST])
        ]
        rows.append(Row(cells, breakable=1000.0))
    return Container(rows, before=12.0, after=14.0, together=len(rows) <= 3)


def _line(story: Story, parent: Element, signer: Signer) -> SignatureLine:
    setter, styles = story.typesetter, story.styles
    texts = [
        setter.paragraph(parent.add("P"), signer.name or " ", styles.small_strong),
        setter.paragraph(parent.add("P"), signer.role, styles.small_quiet),
    ]
    return SignatureLine(Stack(texts), styles.ink)
