"""What somebody should look at before a public copy is made: what may need masking, and what is.

Asked once, before the file is written; see ``services.find_sensitive`` for what is looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kcdesk.domain.action import Action
from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.masking import Masking
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, text_of
from kcdesk.domain.row import PLACING, Row, fields_of, reference_fields
from kcdesk.domain.seal import SealContent
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.find_sensitive import Sensitive, SensitiveKind, find_sensitive
from kcdesk.services.public_copy import public_copy
from kcdesk.services.row_place import RowPlaces
from kcdesk.services.sealed_view import told_apart

_NOT_READ = frozenset((*PLACING, "sha256", "media_type", "secrecy_ground", "ground", "target"))
_AROUND = 28  # characters of the text on each side of what was found

KIND_WORDS = {
    SensitiveKind.PERSONAL_NUMBER: Message("Personal identity number"),
    SensitiveKind.PHONE: Message("Phone number"),
    SensitiveKind.EMAIL: Message("E-mail address"),
    SensitiveKind.HEALTH: Message("Word about health"),
    SensitiveKind.CRIME: Message("Word about crime"),
}


@dataclass(frozen=True, slots=True)
class OpenPassage:
    """Something that the public copy would show.

    ``field`` is empty in running text; ``found`` counts within the text of the row's field.
    """

    meeting_id: str
    row_id: str
    field: str
    item_id: str
    place: Message
    found: Sensitive
    around: str

    def said(self) -> Message:
        """Return one line: where, what, and the words around it."""
        return Message(
            "{place}: {kind} “{text}”",
            {"place": self.place, "kind": KIND_WORDS[self.found.kind], "text": self.found.text},
        )


@dataclass(frozen=True, slots=True)
class MaskedPlace:
    """Something that the public copy leaves out. ``masking_id`` is its row where words are masked
    wherever they stand.
    """

    meeting_id: str
    item_id: str
    place: Message
    what: Message
    masking_id: str = ""

    def said(self) -> Message:
        """Return one line: where, and what is left out."""
        return Message("{place}: {what}", {"place": self.place, "what": self.what})


@dataclass(frozen=True, slots=True)
class PublicationReview:
    """What there is to look at."""

    open: tuple[OpenPassage, ...]
    masked: tuple[MaskedPlace, ...]

    def __add__(self, other: PublicationReview) -> PublicationReview:
        """Return what there is to look at in both."""
        return PublicationReview(self.open + other.open, self.masked + other.masked)


def review_publication(
    bundle: MeetingBundle, *, among_others: bool = False, actions_only: bool = False
) -> PublicationReview:
    """Return what in a meeting may need masking and what is masked, in the order of the minutes.

    ``among_others``: the places say of which meeting. ``actions_only``: no more is made public of
    it than a list of actions tells.
    """
    review = _review(bundle)
    if actions_only:
        review = _of_actions(review, bundle.meeting)
    return _with_meeting(review, bundle.meeting) if among_others else review


def review_others(
    bundles: Iterable[MeetingBundle], *, actions_only: bool = False
) -> PublicationReview:
    """Return what there is to look at in the further meetings of a document over time."""
    found = PublicationReview((), ())
    for each in bundles:
        found += review_publication(each, among_others=True, actions_only=actions_only)
    return found


def _of_actions(review: PublicationReview, records: Records) -> PublicationReview:
    """Return what concerns actions and what they stand under."""
    told = {row.id for row in records.all(Item)}
    told |= {below.id for row in records.all(Action) for below in records.subtree(row.id)}
    return replace(review, open=tuple(each for each in review.open if each.row_id in told))


def _with_meeting(review: PublicationReview, records: Records) -> PublicationReview:
    root = records.root(Meeting)
    when = root.day.day or root.day.text or root.title or Message("a meeting without a day")

    def placed(place: Message) -> Message:
        return Message("{meeting}, {place}", {"meeting": when, "place": place})

    return PublicationReview(
        tuple(replace(each, place=placed(each.place)) for each in review.open),
        tuple(replace(each, place=placed(each.place)) for each in review.masked),
    )


def _review(bundle: MeetingBundle) -> PublicationReview:
    records = bundle.meeting
    places = RowPlaces.of(records, profile(bundle.body, records).numbering)
    found = [*_open(public_copy(records, _Blanks()), places)]
    for content in bundle.sealed:
        if not content.is_of_the_rest:
            found += _open_then(records, content, places)
    return PublicationReview(tuple(found), tuple(_masked(records, places)))


class _Blanks:
    """Masks as long as what they stand for, so that places in a text stay what they are."""

    def secret(self, text: str, _ground: str) -> str:
        return "\0" * len(text)

    def personal(self, text: str) -> str:
        return "\0" * len(text)


def _open(copy: Records, places: RowPlaces) -> Iterator[OpenPassage]:
    order = {item.id: at for at, item in enumerate(ordered_items(copy))}
    rows = sorted(
        copy.subtree(copy.root_id), key=lambda row: order.get(places.item_id(row), -1)
    )  # stable: within an item the rows keep their order
    for row in rows:
        yield from _passages(row, places.item_id(row), places)


def _open_then(records: Records, content: SealContent, places: RowPlaces) -> Iterator[OpenPassage]:
    """Yield what only a § sealed ahead still says: a name or a sentence that has changed since."""
    then = told_apart(records, content)
    for row in public_copy(then, _Blanks()):
        now = records.row(row.id) if row.id in records else None
        if then.row(row.id) != now:
            yield from _passages(row, content.items[0], places)


def _passages(row: Row, item_id: str, places: RowPlaces) -> Iterator[OpenPassage]:
    for field, text in _texts(row):
        for found in find_sensitive(text):
            start, end = max(found.start - _AROUND, 0), found.end + _AROUND
            around = text[start:end].replace("\0", "▒").replace("\n", " ")
            place = places.said(item_id)
            meeting_id = places.records.root_id
            yield OpenPassage(meeting_id, row.id, field, item_id, place, found, around)


def _texts(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the texts that documents may print, by field; running text under no name."""
    kind = type(row)
    for name in fields_of(kind).keys() - _NOT_READ - reference_fields(kind).keys():
        if isinstance(row, Meeting) and name == "note":
            continue  # never printed
        value = getattr(row, name)
        if isinstance(row, Block) and name == "spans":
            yield "", text_of(row.spans)
        elif isinstance(value, Moment):
            yield name, value.text
        elif type(value) is str:
            yield name, value


def _masked(records: Records, places: RowPlaces) -> Iterator[MaskedPlace]:
    for item in ordered_items(records):
        place = places.said(item.id)
        for row in records.subtree(item.id):
            if places.item_id(row) == item.id and (what := _left_out(row)) is not None:
                yield MaskedPlace(records.root_id, item.id, place, what)
    for masking in records.all(Masking):
        what = Message("“{text}” is masked", {"text": masking.text})
        yield MaskedPlace(records.root_id, "", Message("Everywhere"), what, masking.id)


def _left_out(row: Row) -> Message | None:
    if getattr(row, "secret", False):
        ground = getattr(row, "secrecy_ground", "")
        return _whole(isinstance(row, Item), ground)
    if isinstance(row, Block):
        marked = [span.text for span in row.spans if {Mark.SECRET, Mark.PERSONAL} & {*span.marks}]
        if marked:
            return Message("“{text}” is masked", {"text": " … ".join(marked)})
    return None


def _whole(is_item: bool, ground: str) -> Message:
    if is_item and ground:
        return Message("The whole item is secret ({ground})", {"ground": ground})
    if is_item:
        return Message("The whole item is secret, without a ground")
    if ground:
        return Message("A part is secret ({ground})", {"ground": ground})
    return Message("A part is secret, without a ground")
