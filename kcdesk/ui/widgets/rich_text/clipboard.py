"""Copy and paste: our own blocks exactly, HTML and plain text by what they mean."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from PySide6.QtCore import QMimeData

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.plain import row_from_plain, row_to_plain
from kcdesk.domain.richtext import Mark, Span, Spans, text_of
from kcdesk.domain.row import new_id
from kcdesk.services.read_html import read_html
from kcdesk.services.read_plain import read_plain
from kcdesk.ui.widgets.file_drop import local_files

BLOCKS_TYPE = "application/x-kcdesk-blocks"
MAX_PASTE = 1_000_000
"""Characters; more than that is no minutes."""


def is_text(source: QMimeData) -> bool:
    """Whether something has a place in a text; files of this machine have not."""
    known = source.hasText() or source.hasHtml() or source.hasFormat(BLOCKS_TYPE)
    return known and not local_files(source)


def blocks_from(source: QMimeData, owner_id: str) -> list[Block]:
    """Return what a paste brings, with new ids."""
    if source.hasFormat(BLOCKS_TYPE):
        own = _own(bytes(source.data(BLOCKS_TYPE).data()))
        if own is not None:
            return _renewed(own, owner_id)
    if source.hasHtml():
        return _renewed(read_html(source.html()[:MAX_PASTE], owner_id), owner_id)
    return _renewed(read_plain(source.text()[:MAX_PASTE], owner_id), owner_id)


def mime_of(blocks: Sequence[Block]) -> QMimeData:
    """Return blocks for the clipboard: for us exactly, for others as HTML and as text."""
    data = QMimeData()
    data.setData(BLOCKS_TYPE, json.dumps([row_to_plain(each) for each in blocks]).encode())
    data.setHtml(to_html(blocks))
    data.setText("\n".join(text_of(block.spans) for block in blocks))
    return data


def to_html(blocks: Sequence[Block]) -> str:
    """Return blocks as plain HTML that word processors read."""
    return "".join(_html_run(kind, list(run)) for kind, run in groupby(blocks, key=_run_key))


# ---- reading -----------------------------------------------------------------------------


def _own(data: bytes) -> list[Block] | None:
    try:
        rows = [row_from_plain(each) for each in json.loads(data)]
    except ValueError:
        return None  # of another version: HTML says it too
    return [row for row in rows if isinstance(row, Block)]


def _renewed(blocks: Sequence[Block], owner_id: str) -> list[Block]:
    grids: dict[str | None, str] = {None: ""}
    renewed = []
    for block in blocks:
        if block.grid is not None:
            grids.setdefault(block.grid, new_id())
        renewed.append(
            replace(block, id=new_id(), owner_id=owner_id, position="",
                    grid=grids[block.grid] or None)
        )  # fmt: skip
    return renewed


# ---- writing -----------------------------------------------------------------------------

_TAGS = {Mark.BOLD: "b", Mark.ITALIC: "i"}
_LIST_TAGS = {BlockKind.BULLET: "ul", BlockKind.NUMBERED: "ol", BlockKind.CLAUSE: "ol"}


def _run_key(block: Block) -> tuple[BlockKind, str | None]:
    return block.kind, block.grid


def _html_run(key: tuple[BlockKind, str | None], run: list[Block]) -> str:
    kind = key[0]
    if kind is BlockKind.CELL:
        return _html_table(run)
    if kind in _LIST_TAGS:
        return "".join(_html_list(run, _LIST_TAGS[kind]))
    tag = "h3" if kind is BlockKind.HEADING else "p"
    return "".join(f"<{tag}>{_html_spans(each.spans)}</{tag}>" for each in run)


def _html_list(run: list[Block], tag: str) -> Iterator[str]:
    depth = 0
    for block in run:
        for _ in range(block.level + 1 - depth):
            yield f"<{tag}>"
        for _ in range(depth - block.level - 1):
            yield f"</{tag}>"
        depth = block.level + 1
        yield f"<li>{_html_spans(block.spans)}</li>"
    yield f"</{tag}>" * depth


def _html_table(cells: list[Block]) -> str:
    lines = []
    for _, line in groupby(cells, key=lambda each: each.line):
        columns = (list(each) for _, each in groupby(line, key=lambda each: each.column))
        texts = ("<br>".join(_html_spans(block.spans) for block in column) for column in columns)
        lines.append("<tr>" + "".join(f"<td>{text}</td>" for text in texts) + "</tr>")
    return "<table>" + "".join(lines) + "</table>"


def _html_spans(spans: Spans) -> str:
    return "".join(_html_span(span) for span in spans)


def _html_span(span: Span) -> str:
    text = escape(span.text).replace("\n", "<br>")
    for mark in span.marks:
        if mark in _TAGS:
            text = f"<{_TAGS[mark]}>{text}</{_TAGS[mark]}>"
    return f'<a href="{escape(span.link)}">{text}</a>' if span.link else text
