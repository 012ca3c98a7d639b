"""What stands at the head and foot of each page of a Word document, as on paper."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from kcdesk.documents.formats.word_styles import COLUMN, clean
from kcdesk.documents.running import RunningText
from kcdesk.i18n import Catalogue

_LETTERS = 94  # of a line in small print
_APART = 2  # letters of air between two texts


def set_running(section: Any, style: Any, text: RunningText, texts: Catalogue) -> None:
    """Fill head and foot: left, middle and right; the page's number is counted by Word."""
    sides = max(len(text.organisation), len(text.document))
    if sides + len(text.body) / 2 + _APART <= _LETTERS / 2:
        _line(section.header, style, (text.organisation, text.body, text.document))
    else:  # beside the others it would run into them
        _line(section.header, style, (text.organisation, "", text.document))
        below = section.header.add_paragraph(clean(text.body), style=style)
        below.paragraph_format.space_before = Pt(0)
    foot = _line(section.footer, style, (text.foot_left, text.foot_middle, ""))
    if text.numbered:
        counted = texts.text("Page {page} ({pages})", page="\0", pages="\0")
        before, between, after = counted.split("\0")
        foot.add_run(before)
        _field(foot, "PAGE")
        foot.add_run(between)
        _field(foot, "NUMPAGES")
        foot.add_run(after)


def _line(place: Any, style: Any, parts: tuple[str, str, str]) -> Any:
    paragraph = place.paragraphs[0]
    paragraph.style = style
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Pt(COLUMN / 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Pt(COLUMN), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(clean("\t".join(parts)))
    return paragraph


def _field(paragraph: Any, name: str) -> None:
    """Add a field that Word fills in: the page, the number of pages."""
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001  # python-docx has no fields
