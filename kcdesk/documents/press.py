"""From a job to a finished file, and to where its items stand."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from kcdesk.documents.fonts import REGULAR, font
from kcdesk.documents.job import PrintJob
from kcdesk.documents.kind import kind_of
from kcdesk.documents.language import LANGUAGE_TAGS
from kcdesk.documents.layout.composer import Anchor, Area, Composer
from kcdesk.documents.printed import Printed
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import Running
from kcdesk.documents.story import Story
from kcdesk.documents.style import BOTTOM, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TOP
from kcdesk.documents.tagging.canvas import TaggedCanvas
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.metadata import Metadata
from kcdesk.documents.text import clean
from kcdesk.services.document_choice import OF_A_YEAR
from kcdesk.services.preview import PageAnchor
from kcdesk.wording.head import body_line, meeting_line

_AREA = Area(MARGIN, BOTTOM, PAGE_WIDTH - MARGIN, TOP)


def render(job: PrintJob, area: Area = _AREA) -> Printed:
    """Return the PDF of a job and its anchors (PDF/A-2a and PDF/UA-1).

    The same job always gives the same bytes.
    """
    with _not_collecting():
        story = Story(job)
        root = Element("Document")
        return press(story, root, tell(story, root), area)


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Keep the garbage collector still: it would go through ever more elements and pieces, all of
    them still needed. An eighth of the time.
    """
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()


def tell(story: Story, root: Element) -> Pieces:
    """Return the pieces of the document that is asked for, and fill the logical tree."""
    return kind_of(story.job.document).tell(story, root)


def press(story: Story, root: Element, pieces: Pieces, area: Area = _AREA) -> Printed:
    """Set the pieces on pages."""
    font(REGULAR)
    kind = kind_of(story.job.document)
    running = Running(story, kind.running(story))
    canvas = TaggedCanvas(root, _metadata(kind.own(story)), REGULAR)
    composer = Composer(canvas, area, running.draw)
    composer.compose(pieces)
    composer.end()
    pdf = canvas.finish(partial(_number, running, composer.starts))
    if kind.finish is not None:
        pdf = kind.finish(story, pdf)
    return Printed(pdf, tuple(_page_anchor(each) for each in composer.anchors))


def _number(
    running: Running, starts: Sequence[int], canvas: TaggedCanvas, page: int, pages: int
) -> None:
    """Number a page (from 1) within the part that it belongs to."""
    at = bisect_right(starts, page - 1)
    first = starts[at - 1]
    end = starts[at] if at < len(starts) else pages
    running.number(canvas, page - first, end - first)


def _metadata(story: Story) -> Metadata:
    texts, body, meeting = story.texts, story.body, story.meeting
    over_time = story.job.document in OF_A_YEAR or story.job.further
    line = (
        body_line(body)
        if over_time
        else meeting_line(texts, body, meeting, formal=story.profile.is_formal)
    )
    parts = (kind_of(story.job.document).title(story), line)
    title = ", ".join(part for part in parts if part)
    return Metadata(
        title=_one_line(title),
        author=_one_line(body.organisation or body.name),
        subject=_one_line(body.name),
        language=LANGUAGE_TAGS[texts.language],
        created=story.job.instant,
    )


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())[:500]


def _page_anchor(anchor: Anchor) -> PageAnchor:
    """Return an anchor with its distances from the page's top, as the window counts them."""
    return PageAnchor(
        anchor.item_id,
        anchor.page,
        anchor.left,
        PAGE_HEIGHT - anchor.top,
        anchor.right,
        PAGE_HEIGHT - anchor.bottom,
    )
