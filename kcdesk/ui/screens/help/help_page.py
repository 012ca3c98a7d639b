"""The pages of the help: texts in CommonMark under ``resources/help``, and pages made from code.

A file's name orders it and is its key (``20-dates.md`` is ``dates``), its first heading its title.
A first line ``<!-- for: approval page:watch -->`` names the panes and registers that it is about:
F1 pressed there opens it. A page links to another with ``help:key`` and shows a figure with
``figure:name``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from pathlib import Path

from kcdesk.paths import resource

_FOR = re.compile(r"<!-- for: ([^>]*) -->\n")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class HelpPage:
    """One page, as HTML without a head. ``about`` are the panes and registers it is for."""

    key: str
    title: str
    html: str
    about: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> str:
        """What it says, in small letters, to be searched."""
        return unescape(_TAG.sub(" ", self.html)).casefold()


def shipped_pages(language: str) -> tuple[HelpPage, ...]:
    """Return the pages that ship, in their order, in a language."""
    files = sorted(resource("help", language).glob("*.md"))
    return tuple(_page(file) for file in files)


def key_page(title: str, words: str, lines: Sequence[tuple[str, str]]) -> HelpPage:
    """Return the page of keys: names and keys, a name without a key as a heading."""
    rows: list[str] = []
    for name, key in lines:
        if key:
            rows.append(f'<tr><td>{escape(name)}</td><td align="right">{escape(key)}</td></tr>')
        else:
            rows.append(f'<tr><td colspan="2"><h2>{escape(name)}</h2></td></tr>')
    table = f'<table width="100%">{"".join(rows)}</table>'
    html = f"<h1>{escape(title)}</h1><p>{escape(words)}</p>{table}"
    return HelpPage("keys", title, html)


def _page(file: Path) -> HelpPage:
    from markdown_it import MarkdownIt

    text = file.read_text("utf-8")
    about = _FOR.match(text)
    if about is not None:
        text = text[about.end() :]
    title = text.splitlines()[0].removeprefix("# ")
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    # An image is a letter to Qt: the line that it stands in would be higher by the text's leading.
    html = html.replace("<p><img", '<p style="line-height: 100%; margin-bottom: 0"><img')
    key = file.stem.partition("-")[2]
    return HelpPage(key, title, html, frozenset(about[1].split()) if about else frozenset())
