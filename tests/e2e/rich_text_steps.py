"""Text by hand: lists, clauses, tables, marks and links, as keys make them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from tests.e2e.hands import CTRL, SHIFT, Hands, K, settle

MARKS = {"bold": (K.Key_B, CTRL), "italic": (K.Key_I, CTRL), "decision": (K.Key_D, CTRL, SHIFT)}
LISTS = ("bullet", "clause")
PLAIN_BLOCK: dict[str, Any] = {}


def write_blocks(hands: Hands, blocks: list[dict[str, Any]]) -> None:
    """Write paragraphs where the caret is."""
    plain = [each for each in blocks if each.get("kind") != "cell"]
    for before, block in pairwise([PLAIN_BLOCK, *plain]):
        if before is not PLAIN_BLOCK:
            hands.press(K.Key_Return)
        _shape(hands, before, block)
        write_spans(hands, block)
    cells = [each for each in blocks if each.get("kind") == "cell"]
    if cells:
        write_table(hands, cells)
    settle()


def _shape(hands: Hands, before: dict[str, Any], block: dict[str, Any]) -> None:
    """Begin, nest or end a list: Enter carried the kind of the paragraph before over."""
    kind, was = block.get("kind"), before.get("kind")
    if kind == was:
        deeper = block.get("level", 0) - before.get("level", 0)
        if deeper < 0:
            hands.press(K.Key_Backtab, SHIFT, times=-deeper)
        else:
            hands.press(K.Key_Tab, times=deeper)
    elif kind == "bullet":
        hands.write("- ")
    elif kind == "clause":
        hands.press(K.Key_M, CTRL, SHIFT)
    elif was in LISTS:
        hands.press(K.Key_Return, times=1 + before.get("level", 0))


def write_spans(hands: Hands, block: dict[str, Any]) -> None:
    """Write a paragraph's text, marked as it goes along."""
    for span in block.get("spans") or [{"text": block.get("text", "")}]:
        for mark in span.get("marks", ()):
            hands.press(*MARKS[mark])
        hands.write(span["text"])
        for mark in span.get("marks", ()):
            hands.press(*MARKS[mark])
        if "link" in span:
            hands.press(K.Key_Left, SHIFT, times=len(span["text"]))
            hands.press(K.Key_L, CTRL)
            settle()
            hands.write(span["link"])
            hands.press(K.Key_Return)
            settle()


def write_table(hands: Hands, cells: list[dict[str, Any]]) -> None:
    """Insert a table and write its cells; Tab after the last one makes another line."""
    hands.press(K.Key_T, CTRL, SHIFT)
    for number, cell in enumerate(cells):
        if number:
            hands.press(K.Key_Tab)
        hands.write(cell["text"])
