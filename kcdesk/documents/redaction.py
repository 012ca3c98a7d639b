"""The public copy: secret text is taken out of the rows themselves, before anything is set.

So it cannot reach a page, a bookmark, the logical tree or the metadata. The item's heading, its
presenters and the names of its attachments stay, and the ground is stated (KL 8:10, OSL 5:5).
"""

from __future__ import annotations

from dataclasses import replace

from kcdesk.domain.action import Action
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.block import Block
from kcdesk.domain.decision import Decision, Motion, Reservation, Vote
from kcdesk.domain.item import Item, Presenter, Recipient, Recusal
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, Spans, normal
from kcdesk.domain.row import Row
from kcdesk.domain.section import Contribution, Section
from kcdesk.i18n import Catalogue
from kcdesk.wording.secrecy import mask, personal_mask

_KEPT_OF_SECRET_ITEM = (Item, Presenter, Attachment, Recusal, Recipient)
_SECRET_ROWS = (Section, Decision, Contribution, Action, Motion, Vote, Reservation)
_PLACE_AND_GROUND = ("id", "owner_id", "position", "secret", "secrecy_ground")
_KEPT_OF_SECRET_ROW: dict[type[Row], tuple[str, ...]] = {
    Section: ("kind", "label", "after_meeting"),
    Decision: ("appeal", "before_notes"),
    Contribution: ("participant_id", "speaker", "organisation"),
    Reservation: ("kind",),
}
"""What stays, beside its place and ground: enough to say where something is left out."""


def public_copy(records: Records, texts: Catalogue) -> Records:
    """Return the rows that the public may read."""
    return Records(records.root_id, _Redactor(records, texts).rows())


class _Redactor:
    def __init__(self, records: Records, texts: Catalogue) -> None:
        self._records = records
        self._texts = texts

    def rows(self) -> list[Row]:
        root = self._records.row(self._records.root_id)
        return self._below(root, is_secret=False)

    def _below(self, row: Row, *, is_secret: bool) -> list[Row]:
        """Return a row and what it owns, as the public may read them."""
        if isinstance(row, Item):
            is_secret = is_secret or row.secret
            if is_secret:
                row = replace(row, secret=True, page_reference="")
        elif is_secret:
            if not isinstance(row, _KEPT_OF_SECRET_ITEM):
                return []
            row = _name_alone(row)
        elif isinstance(row, _SECRET_ROWS) and row.secret:
            return [_emptied(row)]
        elif isinstance(row, Block):
            row = replace(row, spans=self._masked(row.spans))
        kept = [row]
        for each in self._records.subtree(row.id)[1:]:
            if each.owner_id == row.id:
                kept += self._below(each, is_secret=is_secret)
        return kept

    def _masked(self, spans: Spans) -> Spans:
        return normal(self._masked_span(span) for span in spans)

    def _masked_span(self, span: Span) -> Span:
        if Mark.SECRET in span.marks:
            return Span(mask(self._texts), (Mark.SECRET,))
        if Mark.PERSONAL in span.marks:
            return Span(personal_mask(self._texts), (Mark.PERSONAL,))
        return span


def _name_alone(row: Row) -> Row:
    """Return what stays of a row at a secret item."""
    if isinstance(row, Attachment):
        return replace(row, address="", pages="", sha256="", size=None)
    if isinstance(row, Recusal):
        return replace(row, ground="")
    return row


def _emptied(row: Row) -> Row:
    """Return a secret row without its words, so that its place and ground can be told."""
    kept = (*_PLACE_AND_GROUND, *_KEPT_OF_SECRET_ROW.get(type(row), ()))
    return type(row)(**{name: getattr(row, name) for name in kept})
