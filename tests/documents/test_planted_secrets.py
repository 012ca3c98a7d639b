"""Secrets are planted in every place where one can stand, and looked for in every document.

What can be decoded of a file is searched: its bytes, every stream, every string object, what a
screen reader hears, what is passed over as decoration, and what PDFium reads off the pages.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest

from kcdesk.documents import Copy, Document, PrintJob, render
from kcdesk.documents.output import write
from kcdesk.domain.action import Action, ActionOwner
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.catalogue import ROW_TYPES
from kcdesk.domain.decision import Decision, Motion, Reservation, Vote
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.masking import Masking
from kcdesk.domain.meeting import Adjournment, Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.participant import Participant, Presence
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, Spans
from kcdesk.domain.row import PLACING, Row, fields_of, owned_types, types_of
from kcdesk.domain.section import Contribution, Section
from kcdesk.exchange.writer import write_meeting
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import WITH_FILES, ActionOrder
from kcdesk.services.public_copy import _KEPT_OF_SECRET_ITEM
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board, other
from tests.documents.reading import hear, streams

LEAST = 500
CALENDAR = SwedishCalendar()
SECRET_ROWS = (
    Section,
    Decision,
    Contribution,
    Action,
    FollowedAction,
    Motion,
    Vote,
    Reservation,
)
TOKEN = re.compile(r"Zq[a-z]{4}xg")
NO_WORDS = {
    *PLACING,
    "secrecy_ground",
    "sha256",
    "fingerprint",
    "media_type",
    "accent",
    "language",
    "target",
}
STAYS = {  # fields whose words the public may read of a secret row, or of what a secret item keeps
    Section: {"label"},
    Contribution: {"speaker", "organisation"},
    Item: {"title", "heading", "agenda_number", "case_number"},
    Attachment: {"name", "number"},
}


class Planter:
    """Adds rows with a fresh secret in each field that takes words."""

    def __init__(self) -> None:
        self.planted: list[str] = []
        self._numbers = count()
        # The words of the meeting itself, its title in the metadata among them, are masked.
        self.sheet = Sheet(Meeting(id="m", first_paragraph=1, **self.words(Meeting)))
        self._masked_of_root = len(self.planted)

    def token(self) -> str:
        number = next(self._numbers)
        letters = "".join(chr(ord("a") + number // 26**at % 26) for at in range(4))
        self.planted.append(f"Zq{letters}xg")
        return self.planted[-1]

    def words(self, cls: type[Row], *, but: set[str] = frozenset()) -> dict[str, Any]:
        """Return a fresh secret for each field of a class."""
        return {
            name: self.value(kind)
            for name, kind in types_of(cls).items()
            if name not in NO_WORDS | but and self.value_fits(kind)
        }

    @staticmethod
    def value_fits(kind: Any) -> bool:
        return kind is str or kind is Moment or kind == Spans

    def value(self, kind: Any) -> Any:
        if kind is str:
            return self.token()
        if kind is Moment:
            return Moment(text=self.token())
        return (Span(self.token(), (), f"https://exempel.se/{self.token()}"),)

    def below(self, owner: Row) -> None:
        """Plant in every kind of row that another one may own."""
        for cls in owned_types(owner.table):
            if cls is not Item:
                row = self.sheet.add(cls, owner, **self.words(cls))
                self.below(row)

    # ---- places ----------------------------------------------------------------------------

    def secret_item(self) -> None:
        """An item that is secret as a whole, with a sub-item, and what happened around it."""
        item = self.sheet.add(Item, title="Ärende", secret=True, secrecy_ground="OSL 19:3",
                              page_reference=self.token())  # fmt: skip
        sub = self.sheet.add(Item, item, title="Under", page_reference=self.token())
        for owner in (item, sub):
            for cls in owned_types("item"):
                if cls is Item:
                    continue
                stays = cls in _KEPT_OF_SECRET_ITEM
                if cls is Attachment:
                    words = self.words(cls, but=STAYS[cls])
                elif cls is Recusal:
                    words = self.words(cls)
                elif stays:
                    words = {}
                else:
                    words = self.words(cls)
                row = self.sheet.add(cls, owner, **words)
                if not stays:
                    self.below(row)
        self.sheet.add(Adjournment, item_id=item.id, sentence=self.token())
        there = self.sheet.add(Participant, name="Jan Alm")
        self.sheet.add(Presence, there, from_item_id=item.id, until_item_id=item.id,
                       arrival=self.token(), departure=self.token())  # fmt: skip

    def secret_rows(self) -> None:
        """A public item whose every part is secret."""
        item = self.sheet.add(Item, title="Öppet ärende")
        for cls in SECRET_ROWS:
            row = self.sheet.add(cls, item, secret=True, secrecy_ground="OSL 18:1",
                                 **self.words(cls, but=STAYS.get(cls, set())))  # fmt: skip
            self.below(row)

    def passages(self) -> None:
        """A public item with marked passages in every kind of paragraph of every kind of text."""
        item = self.sheet.add(Item, title="Märkt text")
        action = self.sheet.add(Action, item, text="Ring", due=Moment(text="snart"))
        self.sheet.add(ActionOwner, action, name="Kansliet")
        for owner_class in (Section, Decision, Reservation, Contribution):
            for mark in (Mark.SECRET, Mark.PERSONAL):
                owner = self.sheet.add(owner_class, item, secrecy_ground="OSL 21:1")
                for kind in BlockKind:
                    hidden = Span(self.token(), (mark,), f"https://exempel.se/{self.token()}")
                    spans = (Span("före "), hidden, Span(" efter"))
                    grid = "g" if kind is BlockKind.CELL else None
                    self.sheet.add(Block, owner, kind=kind, spans=spans, grid=grid)

    def masked_words(self) -> None:
        """A word that is masked everywhere, in each field of each kind of row that takes words."""
        first = len(self.planted)
        masked = self.planted[: self._masked_of_root]
        item = self.sheet.add(Item, **self.words(Item, but={"page_reference"}))
        for cls in owned_types("meeting"):
            if cls not in (Item, Masking):
                row = self.sheet.add(cls, **self.words(cls))
                self.below(row)
        self.below(item)
        for word in [*masked, *self.planted[first:]]:
            self.sheet.add(Masking, text=word.upper())

    def records(self) -> Records:
        return self.sheet.records()


@pytest.fixture(scope="module")
def planter() -> Planter:
    made = Planter()
    while len(made.planted) < LEAST:
        made.secret_item()
        made.secret_rows()
        made.passages()
    made.masked_words()
    return made


def jobs(records: Records, copy: Copy) -> Iterator[PrintJob]:
    for document in Document:
        yield PrintJob(records, board(), CALENDAR, document, copy=copy)
    top = tuple(each.id for each in records.children("m", Item))
    yield PrintJob(records, board(), CALENDAR, Document.EXTRACT, copy=copy, items=top)
    yield PrintJob(
        records, board(), CALENDAR, Document.ACTIONS, copy=copy, order=ActionOrder.OWNER,
        further=(other(Records("n", [*_as_another(records)])),),
    )  # fmt: skip


def _as_another(records: Records) -> Iterator[Row]:
    """The same meeting once more under other ids, as a list of actions over time has it."""
    for row in records.subtree("m"):
        names = {"id": f"n{row.id}" if row.id != "m" else "n"}
        names["owner_id"] = f"n{row.owner_id}" if row.owner_id not in ("", "m") else (
            "n" if row.owner_id else "")  # fmt: skip
        yield replace(row, **names)


def everything(pdf: bytes) -> str:
    """Return all that anybody could read in a file, decoded."""
    heap = streams(pdf)
    heard = hear(pdf)
    texts = [heard.text, *heard.artifacts, *heard.pages, *_strings(pdf)]
    document = pypdfium2.PdfDocument(pdf)
    texts += [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    for coding in ("utf-8", "latin-1", "utf-16-be", "utf-16-le"):
        texts.append(heap.decode(coding, "ignore"))
        texts.append(heap[1:].decode(coding, "ignore"))
    for digits in re.findall(rb"<([0-9A-Fa-f\s]{4,})>", heap):
        raw = bytes.fromhex(re.sub(rb"\s", b"", digits).decode()[: len(digits) // 2 * 2 or 0] or "")
        texts += [raw.decode("utf-16-be", "ignore"), raw.decode("latin-1")]
    return "\n".join(texts)


def _strings(pdf: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for each in document.objects:
            yield from _strings_in(each)


def _strings_in(value: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Array):
        for each in value:
            if depth < 6 and not (isinstance(each, pikepdf.Object) and each.is_indirect):
                yield from _strings_in(each, depth + 1)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for each in value.values():
            if depth < 6 and not (isinstance(each, pikepdf.Object) and each.is_indirect):
                yield from _strings_in(each, depth + 1)


def found_in(text: str) -> set[str]:
    joined = text.replace("\u00ad", "").replace("\ufffe", "").replace("-\n", "").replace("\n", "")
    return {*TOKEN.findall(text), *TOKEN.findall(joined)}


def test_no_secret_is_in_anything_that_can_be_decoded(planter: Planter) -> None:
    assert len(planter.planted) >= LEAST
    records = planter.records()
    leaks = {}
    for job in jobs(records, Copy.PUBLIC):
        found = found_in(everything(render(job).pdf))
        if found:
            leaks[job.document] = {_where(records, token) for token in found}
    assert leaks == {}


def test_the_search_finds_them_in_the_internal_copies(planter: Planter) -> None:
    found: set[str] = set()
    for job in jobs(planter.records(), Copy.INTERNAL):
        found |= found_in(everything(render(job).pdf))
    assert found <= {*planter.planted}
    assert len(found) >= 0.6 * len(planter.planted)  # the rest is printed in no document


def told_in(content: bytes, ending: str) -> str:
    """Return all that anybody could read in a file of any kind, decoded."""
    if ending == ".pdf":
        return everything(content)
    if ending not in (".docx", ".zip"):
        return content.decode()
    texts = []
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            inner = parts.read(name)
            is_page = ending == ".zip" and name.endswith(".pdf")
            texts += [name, everything(inner) if is_page else inner.decode(errors="replace")]
            if name.endswith((".xml", ".rels")):
                texts.append("".join(ElementTree.fromstring(inner).itertext()))
    return "\n".join(texts)


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".txt"])
def test_no_secret_is_in_any_other_format(planter: Planter, ending: str) -> None:
    records = planter.records()
    leaks, heard = {}, set()
    for job in jobs(records, Copy.PUBLIC):
        if job.document in WITH_FILES:
            continue
        found = found_in(told_in(write(job, ending), ending))
        if found:
            leaks[job.document] = {_where(records, token) for token in found}
        internal = replace(job, copy=Copy.INTERNAL)
        heard |= found_in(told_in(write(internal, ending), ending))
    assert leaks == {}
    assert heard <= {*planter.planted}
    assert len(heard) >= 0.5 * len(planter.planted)  # plain text has no addresses of links


def test_no_secret_is_in_the_archive_of_a_public_year(planter: Planter) -> None:
    records = planter.records()
    data = {"m": write_meeting(MeetingBundle(board(), Records("library"), records))}
    internal = PrintJob(records, board(), CALENDAR, Document.YEARBOOK)
    public = replace(internal, copy=Copy.PUBLIC)
    found = found_in(told_in(write(public, ".zip", data), ".zip"))
    assert {_where(records, token) for token in found} == set()
    heard = found_in(told_in(write(internal, ".zip", data), ".zip"))
    assert len(heard) >= 0.99 * len(planter.planted)  # the meetings' own files are in it


def test_each_class_that_a_meeting_holds_was_planted_in(planter: Planter) -> None:
    planted = {type(row) for row in planter.sheet.rows if _has_token(row)}
    own = {cls for cls in ROW_TYPES.values() if _is_of_meeting(cls)}
    wordless = {cls for cls in own if not Planter().words(cls)}
    assert own - wordless - planted == {Masking}  # what is masked is told to nobody


def _is_of_meeting(cls: type[Row]) -> bool:
    seen, left = set(), [Meeting]
    while left:
        for each in owned_types(left.pop().table):
            if each not in seen:
                seen.add(each)
                left.append(each)
    return cls in seen or cls is Meeting


def _has_token(row: Row) -> bool:
    return any(TOKEN.search(repr(getattr(row, name))) for name in fields_of(type(row)))


def _where(records: Records, token: str) -> str:
    for row in records.subtree("m"):
        for name in fields_of(type(row)):
            if token in repr(getattr(row, name)):
                return f"{row.table}.{name}"
    return token
