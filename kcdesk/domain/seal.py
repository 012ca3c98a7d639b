"""What is sealed, as the one JSON text whose hash is printed. See resources/formats/seal.md.

    {"format": "kcdesk-seal", "version": 2,
     "body_id": …, "number": 17, "meeting_id": …, "approval_id": …,
     "sent": {"at": …, "by": …}, "log": {"seq": 412, "hash": …},
     "numbers": {item id: "52"}, "sealed": [rows], "context": [rows], "body": [rows]}

``sealed`` are the rows that do not change any more; ``context`` is what else of the meeting is
needed to print them (of other items the head alone: their drafts must not live on in a seal);
``body`` is the body with the words that it has for headings; ``numbers`` are the §§ of the sealed
items; ``log`` ties the text to the meeting's history. Rows are as in meeting files, with ``table``,
``owner_id`` and ``position``, without default values and without the fields that lie outside the
seal, in the order of their tables and ids. Version 1 had whole items in ``context``, and the body
without its words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from kcdesk.domain.approval import Approval
from kcdesk.domain.body import Body, HeadingWord
from kcdesk.domain.canonical import canonical_json, sha256
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.lock import covered_items, locked_rows
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import numbers
from kcdesk.domain.plain import Malformed, row_from_plain, row_to_plain, under
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, fields_outside_seal

FORMAT: Final = "kcdesk-seal"
VERSION: Final = 2
_READABLE = (1, VERSION)

START: Final = "0" * 64
"""What comes before a body's first seal."""


@dataclass(frozen=True, slots=True)
class SealHead:
    """Which version of which text it is; ``seq`` and ``hash`` are the last of the meeting's log
    before it went out.
    """

    body_id: str
    number: int
    meeting_id: str
    approval_id: str
    at: str
    by: str
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class SealContent:
    """The content of a seal, read back."""

    head: SealHead
    numbers: dict[str, str]
    sealed: tuple[Row, ...]
    context: tuple[Row, ...]
    body: tuple[Row, ...]
    version: int = VERSION

    @property
    def is_of_the_rest(self) -> bool:
        """Whether it is all that was not sealed ahead: the head of the meeting is among it."""
        return any(row.id == self.head.meeting_id for row in self.sealed)

    @property
    def items(self) -> tuple[str, ...]:
        """The items of the agenda that are sealed."""
        return tuple(
            row.id
            for row in self.sealed
            if isinstance(row, Item) and row.owner_id == self.head.meeting_id
        )

    def around(self) -> tuple[Row, ...]:
        """Return the context without what stands under the heads of other items."""
        known = {row.id: row for row in (*self.context, *self.sealed)}
        return tuple(row for row in self.context if not _is_told_elsewhere(row, known))

    def keeps(self, row: Row) -> bool:
        """Whether a row of the body is of a kind that the seal holds: one that it does not hold
        was not there then.
        """
        return isinstance(row, Body) or (self.version > 1 and isinstance(row, HeadingWord))


def seal_text(head: SealHead, meeting: Records, body: Records) -> str:
    """Return the canonical JSON of the text of an approval, as it stands in these rows."""
    approval = meeting.get(Approval, head.approval_id)
    sealed = {row.id: row for row in locked_rows(meeting, approval)}
    known = {row.id: row for row in _inside_seal(meeting)}
    others = (
        row for id, row in known.items() if id not in sealed and not _is_told_elsewhere(row, known)
    )
    number_of = numbers(meeting, profile(body, meeting).numbering)
    items = covered_items(meeting, approval)
    return canonical_json(
        {
            "format": FORMAT,
            "version": VERSION,
            "body_id": head.body_id,
            "number": head.number,
            "meeting_id": head.meeting_id,
            "approval_id": head.approval_id,
            "sent": {"at": head.at, "by": head.by},
            "log": {"seq": head.seq, "hash": head.hash},
            "numbers": {id: number_of[id] for id in items if number_of.get(id)},
            "sealed": plain_rows(sealed.values()),
            "context": plain_rows(others),
            "body": plain_rows([body.root(Body), *body.children(body.root_id, HeadingWord)]),
        }
    )


def fingerprint(text: str, previous: str) -> str:
    """Return what is printed: SHA-256 of the text and the body's previous fingerprint."""
    return sha256(text, previous)


def read_seal(text: str) -> SealContent:
    """Return the content of a seal. Raises ``ValueError`` for what is none."""
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise Malformed("", Message("a sealed text"))
    if data.get("version") not in _READABLE:
        raise Malformed("", Message("a sealed text"))
    try:
        head = SealHead(
            data["body_id"],
            data["number"],
            data["meeting_id"],
            data["approval_id"],
            data["sent"]["at"],
            data["sent"]["by"],
            data["log"]["seq"],
            data["log"]["hash"],
        )
        rows = {name: _rows(data[name], name) for name in ("sealed", "context", "body")}
        return SealContent(head, dict(data["numbers"]), **rows, version=data["version"])
    except (KeyError, TypeError) as error:
        raise Malformed("", Message("a sealed text")) from error


def plain_rows(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return rows as plain data in the order of a seal, without what lies outside it."""
    return [row_to_plain(inside_seal(row)) for row in sorted(rows, key=_table_and_id)]


def inside_seal(row: Row) -> Row:
    """Return a row with the default in each field that lies outside the seal."""
    fresh = type(row)(id=row.id)
    outside = {name: getattr(fresh, name) for name in fields_outside_seal(type(row))}
    return replace(row, **outside) if outside else row


def _inside_seal(meeting: Records) -> Iterable[Row]:
    """Yield all rows of a meeting but those that lie outside the seal, or under such a row."""
    waiting = [meeting.root_id]
    while waiting:
        row = meeting.row(waiting.pop())
        if not type(row).outside_seal:
            yield row
            waiting += [below.id for below in meeting.owned(row.id)]


def _is_told_elsewhere(row: Row, known: Mapping[str, Row]) -> bool:
    """Whether a row is the text of an item. Heads of items give the numbers; jäv says who led."""
    if isinstance(row, Item | Recusal):
        return False
    at = known.get(row.owner_id)
    while at is not None and not isinstance(at, Item):
        at = known.get(at.owner_id)
    return at is not None


def _rows(data: Any, place: str) -> tuple[Row, ...]:
    if not isinstance(data, list):
        raise Malformed(place, Message("a list"))
    return tuple(row_from_plain(each, under(place, str(at))) for at, each in enumerate(data))


def _table_and_id(row: Row) -> tuple[str, str]:
    return row.table, row.id
