"""What goes into a document comes out of it, character by character."""

from __future__ import annotations

import os
from dataclasses import replace

from hypothesis import given, settings
from PySide6.QtGui import QTextDocument

from kcdesk.domain.block import Block
from kcdesk.ui.widgets.rich_text.clipboard import blocks_from, mime_of
from kcdesk.ui.widgets.rich_text.reader import read_document
from kcdesk.ui.widgets.rich_text.writer import write_document
from tests.ui.widgets.rich_text.document import OWNER, documents

DEEP = 10_000 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 200


@settings(max_examples=DEEP)
@given(documents())
def test_blocks_survive_the_editors_document(qapp: object, blocks: list[Block]) -> None:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    write_document(document, blocks)
    bare = [replace(block, position="") for block in blocks]
    assert read_document(document, OWNER) == bare


@given(documents())
def test_blocks_survive_our_own_clipboard(qapp: object, blocks: list[Block]) -> None:
    back = blocks_from(mime_of(blocks), OWNER)
    same = [
        replace(new, id=old.id, grid=old.grid, position=old.position)
        for new, old in zip(back, blocks, strict=True)
    ]
    assert same == blocks
    assert not {block.id for block in back} & {block.id for block in blocks}
