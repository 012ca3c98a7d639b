"""The public copy: what is secret or masked is taken out of the rows themselves.

So it cannot reach a page, a bookmark, the logical tree or the metadata of any document. Of a secret
item its heading, its presenters and the names of its attachments stay, and the ground (KL 8:10,
OSL 5:5). What stands in place of a masked passage is the caller's to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import Any, Protocol

from kcdesk.domain.action import Action
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.block import Block
from kcdesk.domain.coming_meetings import coming_meetings_item
from kcdesk.domain.correction import Correction
from kcdesk.domain.decision import Decision, Motion, Reservation, Vote
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item, Presenter, Recipient, Recusal
from kcdesk.domain.masking import Masking
from kcdesk.domain.meeting import Adjournment, NextMeeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.participant import Presence
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, Spans, cut, length, normal, text_of
from kcdesk.domain.row import PLACING, Row, fields_of, reference_fields
from kcdesk.domain.section import Contribution, Section
from kcdesk.domain.version import Version

_KEPT_OF_SECRET_ITEM = (Item, Presenter, Attachment, Recusal, Recipient, Correction)
_SECRET_ROWS = (
    Section,
    Decision,
    Contribution,
    Action,
    FollowedAction,
    Motion,
    Vote,
    Reservation,
)
_PLACE_AND_GROUND = ("id", "owner_id", "position", "secret", "secrecy_ground")
_KEPT_OF_SECRET_ROW: dict[type[Row], tuple[str, ...]] = {
    Section: ("kind", "label", "after_meeting", "place", "ahead"),
    Decision: ("appeal", "before_notes"),
    Contribution: ("participant_id", "speaker", "organisation"),
    Reservation: ("kind",),
}
"""What stays, beside its place and ground: enough to say where something is left out."""

_NO_WORDS = frozenset((*PLACING, "sha256", "media_type", "accent", "language", "fingerprint"))


class Masks(Protocol):
    """What stands in place of what is masked."""

    def secret(self, text: str, ground: str) -> str:
        """Return what stands in place of a secret passage."""

    def personal(self, text: str) -> str:
        """Return what stands in place of personal data."""


def public_copy(records: Records, masks: Masks) -> Records:
    """Return the rows that the public may read."""
    return Records(records.root_id, _Redactor(records, masks).rows())


class _Redactor:
    def __init__(self, records: Records, masks: Masks) -> None:
        self._records = records
        self._masks = masks
        self._maskings = [each for each in records.all(Masking) if each.text.strip()]

    def rows(self) -> list[Row]:
        root = self._records.row(self._records.root_id)
        return [self._masked(row) for row in self._below(root, is_secret=False)]

    # ---- what is secret ------------------------------------------------------------------

    def _below(self, row: Row, *, is_secret: bool) -> list[Row]:
        """Return a row and what it owns, as the public may read them."""
        if isinstance(row, Masking | Version) or (
            isinstance(row, NextMeeting) and self._are_meetings_secret
        ):
            return []
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
            row = replace(row, spans=self._unmarked(row))
        elif isinstance(row, Adjournment | Presence):
            row = self._sentence_alone(row)
        kept = [row]
        for each in self._records.subtree(row.id)[1:]:
            if each.owner_id == row.id:
                kept += self._below(each, is_secret=is_secret)
        return kept

    @cached_property
    def _are_meetings_secret(self) -> bool:
        """Whether the coming meetings stand in a secret item."""
        item = coming_meetings_item(self._records)
        return item is not None and self._is_secret(item.id)

    def _sentence_alone(self, row: Adjournment | Presence) -> Row:
        """Return a row whose own words concern a secret item without them: the customary ones
        tell who and when, and no more.
        """
        if isinstance(row, Adjournment):
            return replace(row, sentence="") if self._is_secret(row.item_id) else row
        if self._is_secret(row.from_item_id):
            row = replace(row, arrival="")
        return replace(row, departure="") if self._is_secret(row.until_item_id) else row

    def _is_secret(self, item_id: str | None) -> bool:
        item = self._records.find(Item, item_id)
        while item is not None:
            if item.secret:
                return True
            item = self._records.find(Item, item.owner_id)
        return False

    # ---- what is marked ------------------------------------------------------------------

    def _unmarked(self, block: Block) -> Spans:
        owner = self._records.row(block.owner_id)
        ground: str = getattr(owner, "secrecy_ground", "")
        return normal(self._shown(span, ground) for span in block.spans)

    def _shown(self, span: Span, ground: str) -> Span:
        if Mark.SECRET in span.marks:
            return Span(self._masks.secret(span.text, ground), (Mark.SECRET,))
        if Mark.PERSONAL in span.marks:
            return Span(self._masks.personal(span.text), (Mark.PERSONAL,))
        return span

    # ---- words that are masked wherever they stand -----------------------------------------

    def _masked(self, row: Row) -> Row:
        """Return a row without the masked words, and without what the program once composed."""
        changed: dict[str, Any] = {}
        for name in fields_of(type(row)).keys() - _NO_WORDS - reference_fields(type(row)).keys():
            value = getattr(row, name)
            other = "" if name.endswith("composed") else self._without(value)
            if other != value:
                changed[name] = other
        return replace(row, **changed) if changed else row

    def _without(self, value: Any) -> Any:
        if type(value) is str:
            return self._over(value)
        if isinstance(value, Moment) and value.text:
            return replace(value, text=self._over(value.text))
        if isinstance(value, tuple) and value and isinstance(value[0], Span):
            return self._spans_over(value)
        return value

    def _over(self, text: str) -> str:
        for masking in self._maskings:
            text = _pattern(masking).sub(self._words(masking), text)
        return text

    def _words(self, masking: Masking) -> Callable[[re.Match[str]], str]:
        def words(match: re.Match[str]) -> str:
            if masking.ground:
                return self._masks.secret(match[0], masking.ground)
            return self._masks.personal(match[0])

        return words

    def _spans_over(self, spans: Spans) -> Spans:
        """Return spans with the masked words out, also where they change form within a word."""
        for masking in self._maskings:
            mark = Mark.SECRET if masking.ground else Mark.PERSONAL
            words = self._words(masking)
            for match in reversed([*_pattern(masking).finditer(text_of(spans))]):
                before, after = cut(spans, 0, match.start()), cut(spans, match.end(), length(spans))
                spans = normal((*before, Span(words(match), (mark,)), *after))
        linked = (
            replace(span, link=None) if span.link and self._over(span.link) != span.link else span
            for span in spans
        )
        return normal(linked)


def _pattern(masking: Masking) -> re.Pattern[str]:
    """Return the expression of the masked words; any space stands for any other."""
    parts = map(re.escape, masking.text.split())
    return re.compile(r"\s+".join(parts), re.IGNORECASE)


def _name_alone(row: Row) -> Row:
    """Return what stays of a row at a secret item."""
    if isinstance(row, Attachment):
        return replace(row, address="", pages="", sha256="", size=None, media_type="")
    if isinstance(row, Correction):
        return replace(row, text="")
    if isinstance(row, Recusal):
        return replace(row, ground="", sentence="")
    return row


def _emptied(row: Row) -> Row:
    """Return a secret row without its words, so that its place and ground can be told."""
    kept = (*_PLACE_AND_GROUND, *_KEPT_OF_SECRET_ROW.get(type(row), ()))
    return type(row)(**{name: getattr(row, name) for name in kept})
