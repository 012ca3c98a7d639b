"""A list of contents: words, a leader, the number of the page; each line leads there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kcdesk.documents.layout.container import Container
from kcdesk.documents.layout.page_number import ContentsLine, FurtherLine, PageOf
from kcdesk.documents.layout.paragraph import Bookmark
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.typesetter import ink

_LEVEL = 16.0  # points that a deeper line is moved in


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: its words, what is added to them more quietly, and where it leads by its key.

    ``page`` is the number of the page where that is none of the document's own.
    """

    words: str
    target: str
    beside: str = ""
    level: int = 0
    page: int | None = None


def contents(
    story: Story, parent: Element, entries: Iterable[Entry], title: str = "", key: str = ""
) -> Container:
    """Return the list under its heading. It needs no second layout: its length is known, and the
    numbers are written when all pages are there. With a ``key`` bookmarks lead to it too.
    """
    setter, styles = story.typesetter, story.styles
    words = title or story.texts.text("Contents")
    mark = Bookmark(words, 0, key) if key else None
    heading = setter.paragraph(parent.add("H2"), words, styles.heading, bookmark=mark)
    levels = [parent.add("TOC")]
    lines: Pieces = []
    for entry in entries:
        while len(levels) <= entry.level:
            levels.append(levels[-1].add("TOC"))
        del levels[entry.level + 1 :]
        lines.append(_line(story, levels[-1], entry))
    return Container([heading, *lines], heading=1, before=styles.heading.before, after=8.0)


def _line(story: Story, parent: Element, entry: Entry) -> ContentsLine:
    setter, style = story.typesetter, story.styles.list_item
    link = parent.add("TOCI").add("Reference").add("Link")
    stretches = setter.plain(entry.words, style)
    if entry.beside:
        quiet = story.styles.small_quiet
        stretches += [*setter.plain("  ", style), *setter.plain(entry.beside, quiet)]
    # A space, so that the number is not read together with what stands before the dots.
    stretches += setter.plain(" ", style)
    words = setter.paragraph(link, stretches, style, indent=entry.level * _LEVEL)
    number = ink(style.face(), style.size, style.colour)
    name = " ".join(filter(None, (entry.words, entry.beside)))
    place = PageOf(entry.target, name)
    if entry.page is not None:
        return FurtherLine(words, place, number, entry.page)
    return ContentsLine(words, place, number)
