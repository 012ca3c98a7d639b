"""A page says what changes, and no more."""

from __future__ import annotations

import io
import re

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.documents.fonts import font
from kcdesk.documents.tagging.canvas import Fragment, TaggedCanvas, TextLine
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.page_code import Ink, number
from tests.documents.reading import hear
from tests.documents.tagging.drawing import INK, finish

ACCENT = Ink("Text", 10, "1 0 0")


def code(pdf: bytes, page: int = 0) -> str:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = document.pages[page].Contents
        return "\n".join(each.read_bytes().decode("latin-1") for each in streams)


def lines(*texts: str, ink: Ink = INK, y: float = 700) -> list[TextLine]:
    return [TextLine(50, y - 15 * at, [Fragment(text, ink, 50)]) for at, text in enumerate(texts)]


def test_a_paragraph_is_one_marked_content_with_places_from_line_to_line(
    canvas: TaggedCanvas, root: Element
) -> None:
    canvas.write(root.add("P"), lines("en ", "två ", "tre"))
    found = code(finish(canvas))
    assert found.count("BDC") == 1 + 1  # and the foot
    assert found.count("0 -15 Td") == 2
    assert found.count(" Tf") == found.count(" rg") == 1


def test_face_and_colour_are_said_when_they_change(canvas: TaggedCanvas, root: Element) -> None:
    for ink in (INK, INK, ACCENT, ACCENT, INK):
        canvas.write(root.add("P"), lines("ord", ink=ink))
    found = code(finish(canvas))
    assert re.findall(r"(\S+ \S+ \S+) rg", found) == ["0 0 0", "1 0 0", "0 0 0"]
    assert found.count(" Tf") == 1
    assert found.count("BT") == 1


def test_what_one_element_says_in_a_row_is_one_content(canvas: TaggedCanvas, root: Element) -> None:
    heading = root.add("H1")
    canvas.write(heading, lines("§ 1 "))
    canvas.write(heading, lines("Rubrik"))
    canvas.write(root.add("P"), lines("Text"))
    canvas.write(heading, lines(" (forts.)"))
    pdf = finish(canvas)
    assert hear(pdf).of("H1") == ["§ 1 Rubrik (forts.)"]
    assert code(pdf).count("MCID") == 3


def test_lines_are_drawn_colour_by_colour_at_the_end(canvas: TaggedCanvas, root: Element) -> None:
    for y in (100, 200):
        canvas.rule(10, y, 20.04, y, 0.4, "0 0 0")
        canvas.rule(10, y, 10, y - 50, 2, "1 0 0")
    canvas.write(root.add("P"), lines("Text"))
    found = code(finish(canvas))
    level = "10 99.8 10.04 0.4 re\n10 199.8 10.04 0.4 re"
    upright = "9 50 2 50 re\n9 150 2 50 re"
    assert found.index("Text") < found.index("/Artifact BMC\n0 0 0 rg\n")
    assert f"0 0 0 rg\n{level}\nf\n1 0 0 rg\n{upright}\nf\nEMC" in found


def test_a_picture_ends_the_text_and_leaves_no_pen(canvas: TaggedCanvas, root: Element) -> None:
    canvas.write(root.add("P"), lines("före"))
    with canvas.figure(root.add("Figure", Alt="Bild")) as picture:
        picture.append("1 0 0 rg 0 0 5 5 re f")
    canvas.write(root.add("P"), lines("efter", y=600))
    found = code(finish(canvas))
    assert found.count("0 0 0 rg") == 2
    assert "50 600 Td" in found


def test_heads_and_feet_lie_once_in_the_file(canvas: TaggedCanvas, root: Element) -> None:
    drawn: list[str] = []

    def head() -> None:
        drawn.append("head")
        canvas.write(root, lines("Sidhuvud"))
        canvas.rule(0, 0, 10, 0, 1, "0 0 0")

    def foot() -> None:
        drawn.append("foot")
        canvas.write(root, lines("Sidfot", y=50))

    for _page in range(3):
        canvas.running("minutes", head, foot)
        canvas.write(root.add("P"), lines("Text"))
        canvas.showPage()
    pdf = canvas.finish(lambda *_: None)
    assert drawn == ["head", "foot"]
    heard = hear(pdf)
    assert heard.text == "Text" * 3
    assert heard.artifacts == ["Sidhuvud\nSidfot\n"] * 3
    with pikepdf.open(io.BytesIO(pdf)) as document:
        shared = {tuple(each.objgen for each in page.Contents[::2]) for page in document.pages}
        assert len(shared) == 1
        kinds = document.pages[1].Resources.Properties
        assert kinds.Head.Subtype == "/Header"
        assert kinds.Foot.Subtype == "/Footer"


def test_letters_that_are_not_written_are_not_embedded(canvas: TaggedCanvas, root: Element) -> None:
    canvas.write(root.add("P"), lines("abc å"))
    with pikepdf.open(io.BytesIO(finish(canvas))) as document:
        (embedded,) = document.pages[0].Resources.Font.values()
        size = len(embedded.FontDescriptor.FontFile2.read_bytes())
        unicode = embedded.ToUnicode.read_bytes().decode()
    assert "<61> <0061>" in unicode
    assert "<7A> <007A>" not in unicode
    assert size < 9_000


def test_more_letters_than_a_font_counts_are_all_heard(canvas: TaggedCanvas, root: Element) -> None:
    letters = [chr(code) for code in (*range(0x41, 0x17F), *range(0x391, 0x3A1))]
    has = font("Text").face.charToGlyph
    text = "".join(letter for letter in letters if ord(letter) in has and letter != "\xad")
    canvas.write(root.add("P"), lines(text, "sedan a"))
    assert hear(finish(canvas)).of("P") == [text.replace("\xa0", " ") + "sedan a"]


@given(st.integers(-99_999, 99_999))
def test_numbers_are_written_short_and_whole(tenths: int) -> None:
    written = number(tenths)
    assert round(float(written) * 10) == tenths
    assert "e" not in written
    assert not written.endswith(".0")
