"""5,000 random edits, then undo all: the meeting's canonical JSON equals the start (fault 24)."""

from __future__ import annotations

import os
import random
from pathlib import Path

from kcdesk.domain.block import Block
from kcdesk.domain.canonical import canonical_json
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Splice
from kcdesk.domain.records import Records, StaleOperation
from kcdesk.domain.richtext import cut, length, plain
from kcdesk.domain.row import PLACING, fields_kept_here, new_id, reference_fields, types_of
from kcdesk.domain.seal import plain_rows
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from tests.storage.signed import with_sample

EDITS = 5_000 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 1_000
WORDS = ("anslag ", "åäö ", "§ 52 ", "\u00a0", "😀", "beslutar att ")


def canonical(records: Records) -> str:
    return canonical_json(plain_rows(records))


def random_group(records: Records, dice: random.Random) -> Group:
    rows, blocks = list(records), records.all(Block)
    row = dice.choice(rows)
    match dice.choice(("text", "text", "set", "remove", "insert", "move")):
        case "text":
            block = dice.choice(blocks)
            size = length(block.spans)
            start = dice.randint(0, size)
            end = min(size, start + dice.randint(0, 6))
            removed = cut(block.spans, start, end)
            splice = Splice(block.id, start, removed, plain(dice.choice(WORDS)))
            return Group(Message("x"), (splice,))
        case "set":
            own = types_of(type(row)).items()
            free = {*PLACING, *reference_fields(type(row)), *fields_kept_here(type(row))}
            names = [name for name, kind in own if kind is str and name not in free]
            if names:
                name = dice.choice(names)
                setting = records.setting(row.id, name, dice.choice(WORDS))
                return Group(Message("x"), setting)
        case "remove" if row.owner_id and len(records.subtree(row.id)) < 4 and len(blocks) > 50:
            return Group(Message("x"), records.removal(row.id))
        case "move" if row.owner_id:
            place = records.next_position(row.owner_id, type(row))
            return Group(Message("x"), (records.moving(row.id, row.owner_id, place),))
    position = records.next_position(records.root_id, Item)
    item = Item(id=new_id(), owner_id=records.root_id, position=position, title=dice.choice(WORDS))
    return Group(Message("x"), (Insert(item),))


def test_undoing_everything_leads_back_to_the_start(tmp_path: Path) -> None:
    dice = random.Random(24)
    library, session = with_sample(tmp_path / "a.kcdesk")
    start = canonical(session.records)
    done = 0
    while done < EDITS:
        group = random_group(session.records, dice)
        if not group:
            continue
        try:
            session.perform(group)
        except StaleOperation:
            continue
        done += 1
    assert canonical(session.records) != start
    library.drain()
    library.close()
    library = LibraryFile.open(tmp_path / "a.kcdesk")
    session = EditingSession(session.stream_id, library)
    undone = 0
    while session.undo() is not None:
        undone += 1
    assert undone == EDITS
    assert canonical(session.records) == start
    library.drain()
    assert canonical(library.load(session.stream_id)) == start
    assert library.verify() == ()
    library.close()
