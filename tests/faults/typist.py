"""A process that types into a library until it is killed.

    python -m tests.faults.typist LIBRARY MEETING BLOCK SEED

Prints ``ready``, then ``typed N`` for each key and ``kept N`` where the library has said that the
first N characters are on disk. What it types is known beforehand: ``text_until``.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from kcdesk.domain.block import Block
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Splice
from kcdesk.domain.richtext import length, plain
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile


def text_until(size: int) -> str:
    """The first characters of what every typist types."""
    words, total, number = [], 0, 0
    while total < size:
        words.append(f"ärende{number} ")
        total += len(words[-1])
        number += 1
    return "".join(words)[:size]


def say(line: str) -> None:
    """Tell the test, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(path: str, meeting: str, block: str, seed: str) -> None:
    dice = random.Random(seed)
    library = LibraryFile.open(Path(path))
    session = EditingSession(meeting, library)
    say("ready")
    at = length(session.records.get(Block, block).spans)
    text = text_until(at + 100_000)
    while at < len(text):
        session.type(Splice(block, at, (), plain(text[at])), Message("Typing"))
        at += 1
        say(f"typed {at} {time.monotonic()}")
        if text[at - 1] == " " and dice.random() < 0.2:
            library.drain()
            say(f"kept {at}")
        if at > 20 and dice.random() < 0.03:
            setting = session.records.setting(meeting, "note", text[at - 20 : at])
            session.perform(Group(Message("Note"), setting))
        time.sleep(0.001)


if __name__ == "__main__":
    main(*sys.argv[1:])
