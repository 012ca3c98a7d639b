"""The order of propositions in the secretary's words: a section of the item that tells of what the
program had written when it was reworded.
"""

from __future__ import annotations

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.domain.section import Section, SectionKind
from kcdesk.services.edit_part import first_text, new_part
from kcdesk.services.edit_text import retyped


def written_order(records: Records, item_id: str) -> tuple[Section, ...]:
    """Return the sections in which the order of propositions is written, or secret."""
    return tuple(
        section
        for section in records.children(item_id, Section)
        if section.kind is SectionKind.PROPOSITION_ORDER
        and (section.secret or records.children(section.id, Block))
    )


def reworded_order(records: Records, item: Item) -> tuple[Section, Block] | None:
    """Return the section and the one plain paragraph of a reworded order; None where the program
    writes it, or somebody wrote it from the start or in more than a paragraph.
    """
    written = written_order(records, item.id)
    if len(written) != 1 or not written[0].composed or written[0].secret:
        return None
    blocks = records.children(written[0].id, Block)
    if len(blocks) != 1 or blocks[0].kind is not BlockKind.PARAGRAPH:
        return None
    if any(span.marks or span.link for span in blocks[0].spans):
        return None
    return written[0], blocks[0]


def word_order(records: Records, item: Item, text: str, composed: str) -> Group:
    """Return the group that keeps the order in the secretary's words; the program's own words, or
    none, leave it to the program.
    """
    label = Message("Change the wording")
    words = " ".join(text.split())
    kept = reworded_order(records, item)
    if not words or words == composed:
        return Group(label, records.removal(kept[0].id) if kept else ())
    if kept is None:
        section = new_part(
            records,
            Section,
            item.id,
            kind=SectionKind.PROPOSITION_ORDER,
            composed=composed,
        )
        return Group(label, (Insert(section), *first_text(section.id, words)))
    splice = retyped(kept[1], plain(words))
    typed = (splice,) if splice is not None else ()
    return Group(label, (*typed, *records.setting(kept[0].id, "composed", composed)))


def order_anew(records: Records, item: Item) -> Group:
    """Return the group that leaves the order to the program again."""
    return word_order(records, item, "", "")
