"""A document for Word: real styles and headings, lists, tables with heads, its language set."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import zip_longest
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from kcdesk.documents.formats.logo_file import logo_png
from kcdesk.documents.formats.told import Node, Run, Told
from kcdesk.documents.formats.word_running import set_running
from kcdesk.documents.formats.word_styles import (
    DECISION,
    FACT,
    QUIET,
    SMALL,
    SOFT,
    TEXT,
    clean,
    frame,
    keep_below,
    left_rule,
    part,
    set_styles,
    sign_above,
    speak,
)
from kcdesk.documents.formats.word_table import word_table
from kcdesk.documents.kind import kind_of
from kcdesk.documents.language import LANGUAGE_TAGS
from kcdesk.documents.logo import LogoPiece
from kcdesk.documents.style import readable_accent
from kcdesk.documents.tagging.element import LIST_DISC, LIST_NONE

_HEADING = re.compile(r"H([1-6])")
_LEVEL = 16.0  # points that a list is moved in
_DIGIT = 5.6  # points: how wide one is
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a file in a ZIP


def word_document(told: Told) -> bytes:
    """Return a .docx. The same document always gives the same bytes."""
    return _Writer(told).written()


class _Writer:
    def __init__(self, told: Told) -> None:
        self._told = told
        self._story = told.story
        self._accent = readable_accent(told.story.profile.accent)
        self._document: Any = docx.Document()
        self._last: Any = None
        self._below_table = False
        self._below_box = False
        self._boxed: list[Any] | None = None  # the paragraphs of a frame in the making
        self._signing: list[Any] = []  # those of who signs, so far

    def written(self) -> bytes:
        document = self._document
        set_styles(document, self._accent, LANGUAGE_TAGS[self._story.texts.language])
        section = document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(25)
        section.top_margin, section.bottom_margin = Mm(28), Mm(25)
        self._properties()
        text = kind_of(self._story.job.document).running(self._story)
        set_running(section, document.styles[QUIET], text, self._story.texts)
        self._tell(self._told.root, TEXT, 0)
        if self._below_table:
            self._add()
        output = io.BytesIO()
        document.save(output)
        return _with_fixed_days(output.getvalue())

    # ---- around the text -----------------------------------------------------------------

    def _properties(self) -> None:
        story, core = self._story, self._document.core_properties
        core.title = clean(f"{self._told.title} {story.body.name}".strip())[:255]
        core.author = clean(story.body.organisation or story.body.name)[:255]
        core.language = LANGUAGE_TAGS[story.texts.language]
        core.comments = ""
        core.created = core.modified = story.job.instant.replace(tzinfo=None)
        core.last_modified_by = ""

    # ---- the text ------------------------------------------------------------------------

    def _tell(self, node: Node, style: str, depth: int) -> None:
        small = False  # print under a heading
        for kid, following in zip_longest(node.kids, node.kids[1:]):
            small = (small and kid.quiet) or bool(_HEADING.fullmatch(kid.role))
            is_signed = kid.role in ("P", "LBody") or any(each.is_signed for each in kid.of("LI"))
            self._signing = self._signing if is_signed else []
            match kid.role:
                case "L":
                    self._list(kid, style, depth)
                case "Table":
                    self._table(kid)
                case "Figure" if kid.logo is not None:
                    self._logo(kid.logo, kid.alt)
                case "Sect" if kid.is_boxed:
                    self._box(kid, style, depth)
                case "Div":
                    self._tell(kid, DECISION, depth)
                case "P":
                    self._sign(kid)
                    own = QUIET if kid.quiet and style == TEXT else style
                    paragraph = self._paragraph(kid, own, depth)
                    keep_below(paragraph, kid, following)
                    if small and following is not None:
                        paragraph.paragraph_format.keep_with_next = True
                case role if found := _HEADING.fullmatch(role):
                    paragraph = self._add(f"Heading {min(int(found[1]), 5)}")
                    if style == DECISION:
                        paragraph.paragraph_format.left_indent = Pt(12)
                        left_rule(paragraph._p.get_or_add_pPr(), self._accent)  # noqa: SLF001
                    paragraph.add_run(clean(kid.label))
                    self._runs(paragraph, kid.runs)
                    for run in paragraph.runs if style == DECISION else ():
                        run.font.color.rgb = RGBColor.from_string(self._accent[1:].upper())
                case _:
                    self._tell(kid, style, depth)

    def _box(self, node: Node, style: str, depth: int) -> None:
        if self._below_box:  # two frames that touch would become one
            part(self._add())
        self._boxed = []
        self._tell(node, style, depth)
        frame(self._boxed, self._accent)
        self._boxed, self._below_box = None, True

    def _sign(self, node: Node) -> None:
        """Keep those who sign together, and with the words above: nobody signs an empty page."""
        if node.is_signed_on:
            for each in self._signing or [self._last]:
                if each is not None:
                    each.paragraph_format.keep_with_next = True

    def _paragraph(self, node: Node, style: str, depth: int) -> Any:
        paragraph = self._add(style)
        if node.is_signed_on or self._signing:
            self._signing.append(paragraph)
        if depth:
            paragraph.paragraph_format.left_indent = Pt(_LEVEL * depth)
        if node.is_signed_on:
            sign_above(paragraph)
        self._runs(paragraph, node.runs)
        return paragraph

    def _logo(self, logo: LogoPiece, alt: str) -> None:
        """Add the logo in line with the text: what floats is not read aloud in its place."""
        paragraph = self._add()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        picture = paragraph.add_run().add_picture(
            io.BytesIO(logo_png(logo)), Pt(logo.wide), Pt(logo.high)
        )
        properties = picture._inline.docPr  # noqa: SLF001  # python-docx has no alternative text
        properties.set("name", "Logo")
        properties.set("descr", clean(alt))

    def _list(self, node: Node, style: str, depth: int) -> None:
        facts = node.attributes == LIST_NONE and node.is_terms
        for entry in node.of("LI"):
            if entry.is_signed:
                for body in entry.of("LBody"):
                    self._tell(body, style, depth)
                continue
            label = "".join(each.text for each in entry.of("Lbl")).strip()
            paragraphs = [each for body in entry.of("LBody") for each in _leading(body)]
            if facts:
                self._fact(label, [each for each in entry.walk() if each.role == "P"])
                continue
            self._entry(node, label, paragraphs, style, depth)
            for body in entry.of("LBody"):
                self._tell(_rest(body), style, depth + 1)
        if not depth and not facts:
            self._last.paragraph_format.space_after = Pt(6)

    def _fact(self, label: str, paragraphs: list[Node]) -> None:
        paragraph = self._add(FACT)
        paragraph.add_run(clean(label)).bold = True
        paragraph.add_run("\t")
        for number, each in enumerate(paragraphs):
            if number:
                paragraph.add_run().add_break()
            self._runs(paragraph, each.runs, quiet=each.quiet)

    def _entry(
        self, node: Node, label: str, paragraphs: list[Node], style: str, depth: int
    ) -> None:
        """Add an entry of a list. A bullet is Word's own; a number is written out, as minutes
        refer to it and Word would count on its own.
        """
        bulleted = node.attributes == LIST_DISC
        paragraph = self._add("List Bullet" if bulleted else style)
        hang = max(_LEVEL, _DIGIT * len(label) + 4.0)  # "13.10" is wider than a bullet
        left = _LEVEL * depth + hang + (12.0 if style == DECISION else 0.0)
        paragraph.paragraph_format.left_indent = Pt(left if label else _LEVEL * depth)
        paragraph.paragraph_format.space_after = Pt(2)
        if style == DECISION and bulleted:
            left_rule(paragraph._p.get_or_add_pPr(), self._accent)  # noqa: SLF001
        if label and not bulleted:
            paragraph.paragraph_format.first_line_indent = Pt(-hang)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(left))
            paragraph.add_run(f"{clean(label)}\t")
        for number, each in enumerate(paragraphs):
            if number:
                paragraph.add_run().add_break()
            self._runs(paragraph, each.runs, quiet=each.quiet)

    def _table(self, node: Node) -> None:
        if self._below_table:  # two tables that touch would become one
            part(self._add())
        self._below_table = word_table(self._document, node, self._set_cell) or self._below_table

    def _add(self, style: str = TEXT) -> Any:
        """Add a paragraph; the first below a table keeps its distance."""
        paragraph = self._document.add_paragraph(style=style)
        if self._below_table:
            wanted = paragraph.style.paragraph_format.space_before
            paragraph.paragraph_format.space_before = max(wanted or Pt(0), Pt(10))
            self._below_table = False
        self._last, self._below_box = paragraph, False
        if self._boxed is not None:
            self._boxed.append(paragraph)
        return paragraph

    def _set_cell(self, paragraph: Any, node: Node, is_head: bool) -> None:
        self._runs(paragraph, node.runs, strong=is_head, quiet=node.quiet)

    def _runs(
        self, paragraph: Any, runs: list[Run], *, strong: bool = False, quiet: bool = False
    ) -> None:
        for run in runs:
            if run.link:
                self._link(paragraph, run)
                continue
            added = paragraph.add_run(clean(run.text))
            added.bold = True if run.strong or strong else None
            added.italic = True if run.italic else None
            if run.language:
                speak(added, run.language)
            if run.quiet or quiet:
                added.font.size = Pt(SMALL)
                added.font.color.rgb = RGBColor.from_string(SOFT)

    def _link(self, paragraph: Any, run: Run) -> None:
        relation = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), relation)
        added = paragraph.add_run(clean(run.text))
        added.font.underline = True
        link.append(added._r)  # noqa: SLF001  # python-docx has no way to add a link
        paragraph._p.append(link)  # noqa: SLF001


def _leading(body: Node) -> list[Node]:
    """Return the paragraphs that an entry begins with."""
    found = []
    for kid in body.kids:
        if kid.role != "P":
            break
        found.append(kid)
    if body.runs and not found:
        found.append(Node("P", runs=body.runs))
    return found


def _rest(body: Node) -> Node:
    return Node(body.role, kids=body.kids[len(_leading(body)) if not body.runs else 0 :])


def _with_fixed_days(content: bytes) -> bytes:
    """Return the file with no day of its making in its parts."""
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as made,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as fixed,
    ):
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(entry, made.read(name))
    return output.getvalue()
