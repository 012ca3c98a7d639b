"""Mask what was found: where it stands in running text, or as a word wherever it stands."""

from __future__ import annotations

from kcdesk.domain.block import Block
from kcdesk.domain.lock import holder
from kcdesk.domain.masking import Masking
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, cut, text_of
from kcdesk.domain.row import new_id
from kcdesk.services.edit_text import Stretch, is_marked, set_mark
from kcdesk.services.review_publication import OpenPassage


def mask_passage(records: Records, passage: OpenPassage) -> Group:
    """Return the group that masks a passage as personal data; an empty one where the text has
    changed since, or it is masked.

    In running text the passage is marked; elsewhere the word is masked in all fields, and so it is
    in a text that does not change any more.
    """
    block = records.find(Block, passage.row_id)
    found = passage.found
    if block is None or passage.field or holder(records, block.id) is not None:
        return mask_words(records, found.text)
    stretch = Stretch(block.id, found.start, found.end)
    stale = text_of(cut(block.spans, found.start, found.end)) != found.text
    if stale or is_marked(records, (stretch,), Mark.PERSONAL):
        return Group(Message("Mask personal data"), ())
    marked = set_mark(records, (stretch,), Mark.PERSONAL)
    return Group(Message("Mask personal data"), marked.operations)


def mask_words(records: Records, text: str, ground: str = "") -> Group:
    """Return the group that masks words wherever they stand in the meeting; ``ground`` is the law
    and § of what is secret, empty for personal data.
    """
    words = text.strip()
    label = Message("Mask “{text}” everywhere", {"text": words})
    known = {each.text.casefold() for each in records.all(Masking)}
    if not words or words.casefold() in known:
        return Group(label, ())
    masking = Masking(
        id=new_id(),
        owner_id=records.root_id,
        position=records.next_position(records.root_id, Masking),
        text=words,
        ground=ground.strip(),
    )
    return Group(label, (Insert(masking),))


def unmask(records: Records, id: str) -> Group:
    """Return the group that no longer masks words."""
    text = records.get(Masking, id).text
    return Group(Message("Show “{text}” again", {"text": text}), records.removal(id))
