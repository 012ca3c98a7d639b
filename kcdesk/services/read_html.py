"""Read the HTML that word processors, mail programs and web pages put on the clipboard.

Paragraphs, headings, lists within lists, tables, links, bold and italic are kept; all else is
dropped. Nothing is fetched. Word says lists by paragraphs with a style (``mso-list``) and a written
marker, Google wraps everything in a ``<b>`` that is not bold, and nobody closes all that they open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.link import is_link
from kcdesk.domain.richtext import Mark, Span, Spans, normal, text_of
from kcdesk.services.edit_text import DEEPEST
from kcdesk.services.html_markup import (
    BLOCKS,
    HEADINGS,
    HIDDEN,
    VOID,
    bare_markup,
    is_bold,
    is_hidden,
    is_italic,
    list_level,
    number_in,
    style_of,
)
from kcdesk.services.html_table import Table

_MARKER = "mso-list:ignore"
_SPACES = re.compile(r"[ \t\r\n\f]+")
_ORDERED = re.compile(r"\(?([0-9]+|[a-zåäö]|[ivxlc]+)[.)]", re.IGNORECASE)
_ENDS = " \n\u00a0"
_MOST_OPEN = 200
"""More elements than that are open in no text: what is opened beyond is taken for what it holds, so
that no page is read in a time that grows with the square of its length.
"""


@dataclass(slots=True)
class _Open:
    """An element that is open, and what holds within it."""

    tag: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    hidden: bool = False
    marker: bool = False  # Word's written bullet or number
    level: int | None = None  # of a list's paragraph, where it says so itself
    said: bool = False  # a list's item that has its first paragraph
    cells: bool = False  # the table whose cells are kept


def read_html(html: str, owner_id: str) -> list[Block]:
    """Return the blocks of some HTML, without ids."""
    reader = _Reader(owner_id)
    reader.feed(bare_markup(html))
    reader.close()
    return reader.finished()


def clean_text(text: str) -> str:
    """Drop what no text holds: pictures' placeholders and control characters but line breaks."""
    return "".join(
        letter
        for letter in text.replace("\t", " ").replace("\u2029", "\n").replace("\u2028", "\n")
        if letter == "\n" or (letter >= " " and letter not in "\ufffc\ufdd0\ufdd1\x7f")
    )


class _Reader(HTMLParser):
    """Builds blocks while elements open and close."""

    def __init__(self, owner_id: str) -> None:
        super().__init__(convert_charrefs=True)
        self._owner_id = owner_id
        self._blocks: list[Block] = []
        self._stack: list[_Open] = [_Open("")]
        self._spans: list[Span] = []
        self._marker = ""
        self._table: Table | None = None
        self._tables = 0

    def finished(self) -> list[Block]:
        """Return what was read, with all that is open closed."""
        self._close_to(0)
        return self._blocks

    # ---- elements --------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        named = {name: value or "" for name, value in attrs}
        style = style_of(named.get("style", ""))
        if tag == "br":
            self._add("\n")
            return
        if tag in BLOCKS:
            self._begin_block(tag)
        if tag in VOID or len(self._stack) > _MOST_OPEN:
            return
        above = self._stack[-1]
        link = above.link
        if tag == "a":
            address = named.get("href", "").strip()
            link = address if is_link(address) else None
        self._stack.append(
            _Open(
                tag,
                is_bold(tag, style, above=above.bold),
                is_italic(tag, style, above=above.italic),
                link,
                above.hidden or tag in HIDDEN or is_hidden(style),
                above.marker or _MARKER in f"mso-list:{style.get('mso-list', '')}",
                list_level(tag, style, named),
            )
        )
        if not self._stack[-1].hidden:
            self._open_table(tag, named)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that closes itself: only where HTML says that it does."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID and tag.partition(":")[1]:  # <o:p/>
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element with all in it; one that is not open is nothing."""
        if tag in BLOCKS and tag not in ("br", "hr"):
            self._end_paragraph()
        for at in range(len(self._stack) - 1, 0, -1):
            if self._stack[at].tag == tag:
                self._close_to(at)
                return
            if self._stack[at].tag in ("td", "th", "table") and tag not in ("tr", "table", "td"):
                return  # what was opened outside a cell does not end in it

    def handle_data(self, data: str) -> None:
        """Take text."""
        self._add(data if self._is_in("pre") else _SPACES.sub(" ", data))

    def _begin_block(self, tag: str) -> None:
        """A block ends the paragraph before it, and what cannot hold it."""
        self._end_paragraph()
        if tag == "li":
            self._close_last("li", within=("ul", "ol", "table"))
        elif tag in ("td", "th"):
            self._close_last("td", "th", within=("table",))
        elif tag == "tr":
            self._close_last("tr", within=("table",))
        self._close_last("p", *HEADINGS, within=("li", "td", "th", "table", "div"))

    def _close_last(self, *tags: str, within: tuple[str, ...]) -> None:
        for at in range(len(self._stack) - 1, 0, -1):
            if self._stack[at].tag in tags:
                self._close_to(at)
                return
            if self._stack[at].tag in within:
                return

    def _close_to(self, at: int) -> None:
        """Close the elements from a place of the stack on, innermost first."""
        while len(self._stack) > max(at, 1):
            if self._stack[-1].tag in BLOCKS:
                self._end_paragraph()
            self._close_table(self._stack.pop())
        if at == 0:
            self._end_paragraph()

    def _is_in(self, *tags: str) -> bool:
        return any(each.tag in tags for each in self._stack)

    # ---- tables ----------------------------------------------------------------------------

    def _open_table(self, tag: str, named: dict[str, str]) -> None:
        if tag == "table" and self._table is None:
            self._tables += 1
            self._table = Table(f"t{self._tables}", self._owner_id)
            self._stack[-1].cells = True
        elif self._table is not None and self._is_outer():
            if tag == "tr":
                self._table.begin_line()
            elif tag in ("td", "th"):
                header = tag == "th" or self._is_in("thead")
                spanned = number_in(named.get("colspan")), number_in(named.get("rowspan"))
                self._table.begin_cell(*spanned, header=header)

    def _is_outer(self) -> bool:
        """Whether the innermost table is the one that is kept: others are text in its cells."""
        return sum(each.tag == "table" for each in self._stack) == 1

    def _close_table(self, gone: _Open) -> None:
        if self._table is not None and gone.cells:
            self._blocks += self._table.blocks()
            self._table = None

    # ---- paragraphs --------------------------------------------------------------------------

    def _add(self, text: str) -> None:
        top = self._stack[-1]
        if top.marker:
            self._marker += text
        elif not top.hidden:
            marks = [mark for mark, on in ((Mark.BOLD, top.bold), (Mark.ITALIC, top.italic)) if on]
            self._spans.append(Span(clean_text(text), tuple(marks), top.link))

    def _end_paragraph(self) -> None:
        spans, marker = _tidy(self._spans), self._marker.strip(_ENDS)
        self._spans, self._marker = [], ""
        if not spans:
            return
        if self._table is not None:
            self._table.add(spans)
            return
        kind, level = self._kind(marker)
        item = next((each for each in reversed(self._stack) if each.tag == "li"), None)
        if item is not None and item.said and self._blocks:
            last = self._blocks[-1]  # another paragraph of the same item
            whole = normal((*last.spans, Span("\n"), *spans))
            self._blocks[-1] = _block(self._owner_id, last.kind, last.level, whole)
            return
        if item is not None:
            item.said = True
        self._blocks.append(_block(self._owner_id, kind, level, spans))

    def _kind(self, marker: str) -> tuple[BlockKind, int]:
        """Return what the paragraph is that ends, by the elements around it."""
        if self._is_in(*HEADINGS) and not self._is_in("li"):
            return BlockKind.HEADING, 0
        written = next((each.level for each in reversed(self._stack) if each.level), None)
        lists = [each.tag for each in self._stack if each.tag in ("ul", "ol")]
        if self._is_in("li") or (written is not None and not lists):
            ordered = lists[-1] == "ol" if lists else bool(_ORDERED.fullmatch(marker))
            level = (written or max(len(lists), 1)) - 1
            kind = BlockKind.NUMBERED if ordered else BlockKind.BULLET
            return kind, min(max(level, 0), DEEPEST)
        return BlockKind.PARAGRAPH, 0


def _block(owner_id: str, kind: BlockKind, level: int, spans: Spans) -> Block:
    return Block(id="", owner_id=owner_id, kind=kind, level=level, spans=spans)


def _tidy(spans: list[Span]) -> Spans:
    """Return a paragraph's text with single spaces, none at its ends or beside a line break."""
    whole = normal(spans)
    if not text_of(whole).strip(_ENDS):
        return ()
    found: list[Span] = []
    before = "\n"
    for span in whole:
        text = re.sub(r" *\n *", "\n", span.text)
        text = text.lstrip(" ") if before in " \n" else text
        before = text[-1:] or before
        found.append(Span(text, span.marks, span.link))
    return _stripped(normal(found))


def _stripped(spans: Spans) -> Spans:
    found = list(spans)
    while found and not (text := found[0].text.lstrip(_ENDS)):
        del found[0]
    if found:
        found[0] = Span(text, found[0].marks, found[0].link)
    while found and not (text := found[-1].text.rstrip(_ENDS)):
        del found[-1]
    if found:
        found[-1] = Span(text, found[-1].marks, found[-1].link)
    return normal(found)
