"""The styles of a Word document: those that Word knows by name, in our sizes, and a few of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from kcdesk.documents.formats.told import Node

FACE = "Calibri"
"""What nearly every Word has; ours would be replaced by whatever is at hand."""

TEXT, QUIET, FACT, DECISION = "Normal", "Small print", "Fact", "Decision"
TERMS = 142.0  # points: the column of labels
SMALL = 9.5  # points
SOFT = "4B544F"
INK = "1D2420"
_TO_SIGN = 30.0  # points of room for a signature
_SIGNED = 220.0  # points: as long is the line
COLUMN = 453.5  # points: between the margins
_SHORT = 250  # letters of a paragraph that may be kept with the next
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no XML may hold them


def set_styles(document: Any, accent: str, language: str) -> None:
    """Give a new document its styles. Colours are ``#rrggbb``."""
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name = FACE
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.2
    normal.paragraph_format.widow_control = True
    _language(styles, language)
    for name, size, before, colour in (
        ("Title", 24, 0, INK),
        ("Heading 1", 24, 0, INK),
        ("Heading 2", 14, 18, INK),
        ("Heading 3", 11, 8, INK),
        ("Heading 4", 11, 6, INK),
        ("Heading 5", 11, 6, INK),
    ):
        style = styles[name]
        _face(style)
        style.font.size = Pt(size)
        style.font.bold = True
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string(colour.upper())
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(3)
        style.paragraph_format.keep_with_next = True
    small = _added(styles, QUIET)
    small.font.size = Pt(SMALL)
    small.font.color.rgb = RGBColor.from_string(SOFT)
    small.paragraph_format.space_after = Pt(3)
    fact = _added(styles, FACT)
    fact.paragraph_format.left_indent = Pt(TERMS)
    fact.paragraph_format.first_line_indent = Pt(-TERMS)
    fact.paragraph_format.space_after = Pt(2)
    fact.paragraph_format.tab_stops.add_tab_stop(Pt(TERMS), WD_TAB_ALIGNMENT.LEFT)
    decision = _added(styles, DECISION)
    decision.paragraph_format.left_indent = Pt(12)
    left_rule(decision.element.get_or_add_pPr(), accent)


def clean(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return _CONTROLS.sub("", text)


def speak(run: Any, language: str) -> None:
    """Say that words are in another language than the document."""
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), language)
    run._r.get_or_add_rPr().append(lang)  # noqa: SLF001  # python-docx has no such property


def left_rule(properties: Any, colour: str) -> None:
    """Put a line at the left of a paragraph, as decisions have it."""
    _border(properties, {"left": (14, 8)}, colour)


def frame(paragraphs: Sequence[Any], colour: str) -> None:
    """Put a frame around paragraphs that follow one another: Word joins what is equal."""
    sides = {"top": (6, 6), "left": (6, 8), "bottom": (6, 6), "right": (6, 8)}
    for paragraph in paragraphs:
        _border(paragraph._p.get_or_add_pPr(), sides, colour)  # noqa: SLF001
        paragraph.paragraph_format.keep_with_next = paragraph is not paragraphs[-1]
    if paragraphs:
        paragraphs[0].paragraph_format.space_before = Pt(14)
        paragraphs[-1].paragraph_format.space_after = Pt(14)


def part(paragraph: Any) -> None:
    """Make an empty paragraph a gap of a few points, which keeps two frames or tables apart."""
    paragraph.paragraph_format.line_spacing = Pt(4)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)


def keep_below(paragraph: Any, node: Node, following: Node | None) -> None:
    """Keep words that announce a list or a table with it."""
    text = node.text.rstrip()
    leads = all(each.strong for each in node.runs) or (text.endswith(":") and len(text) < _SHORT)
    if leads and following is not None and following.role in ("L", "Table"):
        paragraph.paragraph_format.keep_with_next = True


def sign_above(paragraph: Any) -> None:
    """Leave room to sign above a name, and a line."""
    paragraph.paragraph_format.space_before = Pt(_TO_SIGN)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.right_indent = Pt(COLUMN - _SIGNED)
    paragraph.paragraph_format.keep_with_next = True
    _border(paragraph._p.get_or_add_pPr(), {"top": (6, 3)}, INK)  # noqa: SLF001


def _border(properties: Any, sides: Mapping[str, tuple[int, int]], colour: str) -> None:
    """Draw lines at sides of a paragraph: each so many eighths of a point wide, so far away."""
    borders = OxmlElement("w:pBdr")
    for side, (wide, space) in sides.items():
        line = OxmlElement(f"w:{side}")
        for name, value in (
            ("val", "single"),
            ("sz", str(wide)),
            ("space", str(space)),
            ("color", colour.removeprefix("#")),
        ):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.insert_element_before(
        borders,
        *(f"w:{each}" for each in ("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "jc")),
    )


def _added(styles: Any, name: str) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    return style


def _face(style: Any) -> None:
    """Set the face of a heading, which Word's own theme would decide otherwise."""
    style.font.name = FACE
    fonts = style.element.get_or_add_rPr().rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        key = qn(f"w:{name}")
        if key in fonts.attrib:
            del fonts.attrib[key]


def _language(styles: Any, language: str) -> None:
    """Say which language all text is in (w:lang of the defaults), for spelling and for speech."""
    defaults = styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    lang = properties.find(qn("w:lang"))
    if lang is None:
        lang = OxmlElement("w:lang")
        properties.append(lang)
    for name in ("val", "eastAsia"):
        lang.set(qn(f"w:{name}"), language)
