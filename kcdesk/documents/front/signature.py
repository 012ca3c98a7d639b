"""Lines to sign on: for the secretary, whoever led the meeting, and the approvers.

Where the job asks for it, each line is also a named field that a signing program can fill.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kcdesk.documents.front.chair import chairings
from kcdesk.documents.front.seal import signed_days
from kcdesk.documents.layout.container import Container
from kcdesk.documents.layout.piece import Piece, Stack
from kcdesk.documents.layout.row import Cell, Row
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN, FINE
from kcdesk.documents.tagging.canvas import TaggedCanvas
from kcdesk.documents.tagging.element import LIST_NONE, Element
from kcdesk.documents.tagging.form import Rectangle, SignatureField
from kcdesk.documents.text import clean
from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.body import RoleKind
from kcdesk.domain.participant import Participant
from kcdesk.wording.name import role_name

_ROOM_TO_SIGN = 32.0
_ABREAST = 3
_GUTTER = 18.0


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, and as what; ``kind`` is the role that the field is named after. ``days`` are
    those of signatures that are in.
    """

    name: str
    role: str
    kind: RoleKind
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Signable:
    """A field for an electronic signature, with its element in the logical tree."""

    field: SignatureField
    element: Element


class SignatureLine(Piece):
    """Room for a signature, a line, and under it who signs."""

    def __init__(self, below: Piece, colour: str, signable: Signable | None = None) -> None:
        self._below = below
        self._colour = colour
        self._signable = signable

    def height(self, width: float) -> float:
        """Return the room with what stands below it."""
        return _ROOM_TO_SIGN + 3.0 + self._below.height(width)

    def parts(self) -> Sequence[Piece]:
        """Return what stands below the line."""
        return (self._below,)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the line and the name."""
        y = top - _ROOM_TO_SIGN
        canvas.rule(x, y, x + width, y, FINE, self._colour)
        if self._signable is not None:
            box = Rectangle(x, y + 1.0, x + width, top)
            canvas.signature_field(self._signable.element, self._signable.field, box)
        self._below.draw(canvas, x, y - 3.0, width)


def signers(story: Story) -> list[Signer]:
    """Return secretary, chairs with their §§, approvers."""
    texts = story.texts
    found = [
        Signer(each.name, role_name(texts, RoleKind.SECRETARY), RoleKind.SECRETARY)
        for each, _ in story.register.holders(RoleKind.SECRETARY)
    ]
    chair = role_name(texts, RoleKind.CHAIR)
    found += [
        Signer(each.participant.name, f"{chair} {each.where}".strip(), RoleKind.CHAIR)
        for each in chairings(story)
    ]
    for approval in story.records.children(story.records.root_id, Approval):
        where = story.places.items(approval.items)
        role = role_name(texts, RoleKind.APPROVER)
        found += [
            Signer(name, f"{role} {where}".strip(), RoleKind.APPROVER)
            for name in approver_names(story, approval)
        ]
    days = signed_days(story)
    return [replace(each, days=tuple(days.get((str(each.kind), each.name), ()))) for each in found]


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
    """Return the lines, three abreast; a list, so that who listens hears how many sign."""
    listed = parent.add("L", LIST_NONE)
    column = (width - (_ABREAST - 1) * _GUTTER) / _ABREAST
    fields = field_names(people)
    rows: list[Piece] = []
    for at in range(0, len(people), _ABREAST):
        abreast = zip(people[at : at + _ABREAST], fields[at : at + _ABREAST], strict=True)
        cells = [
            Cell(_line(story, listed, signer, field), number * (column + _GUTTER), column)
            for number, (signer, field) in enumerate(abreast)
        ]
        rows.append(Row(cells, breakable=1000.0))
    return Container(rows, before=12.0, after=14.0, together=len(rows) <= 3)


def field_names(people: Sequence[Signer]) -> list[str]:
    """Return the name of each signer's field: the role, numbered where several have it."""
    kinds = [signer.kind for signer in people]
    return [
        f"{kind}_{kinds[: at + 1].count(kind)}" if kinds.count(kind) > 1 else str(kind)
        for at, kind in enumerate(kinds)
    ]


def _line(story: Story, listed: Element, signer: Signer, field: str) -> SignatureLine:
    setter, styles = story.typesetter, story.styles
    parent = listed.add("LI").add("LBody")
    signable = None
    if story.job.signature_fields:
        tip = ", ".join(part for part in (signer.name, signer.role) if part)
        signable = Signable(SignatureField(field, clean(tip)), parent.add("Form"))
    texts = [
        setter.paragraph(parent.add("P"), signer.name or " ", styles.small_strong),
        setter.paragraph(parent.add("P"), signer.role, styles.small_quiet),
    ]
    if signer.days:
        days = story.texts.listed(story.texts.day(day) for day in signer.days)
        words = story.texts.text("Signed {days}", days=days)
        texts.append(setter.paragraph(parent.add("P"), words, styles.small_quiet))
    return SignatureLine(Stack(texts), styles.ink, signable)
