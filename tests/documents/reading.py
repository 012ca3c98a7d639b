"""Reading a PDF back as a screen reader does: through the logical tree."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import Any

import pikepdf

ARTIFACT = -1


@dataclass
class Heard:
    """What a screen reader says, and what it passes over."""

    text: str = ""
    parts: list[tuple[str, str]] = field(default_factory=list)  # role of the element, its own text
    direct: list[bool] = field(default_factory=list)  # of each part: text itself, or in parts below
    artifacts: list[str] = field(default_factory=list)  # their text, a string a page
    pages: list[str] = field(default_factory=list)  # what is said of each page

    def of(self, role: str) -> list[str]:
        """The texts of all elements of a role, each with what is inside it.

        A cell or an entry of a list that holds text itself is a paragraph as well.
        """
        return [
            text
            for (name, text), is_direct in zip(self.parts, self.direct, strict=True)
            if name == role or (role == "P" and is_direct and name in ("TD", "TH", "LBody"))
        ]


def hear(pdf: bytes) -> Heard:
    """Read a document. Fails where text belongs neither to an element nor to an artifact."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return _Reader(document).heard()


def streams(pdf: bytes) -> bytes:
    """Everything in the file that anybody could decode, in one heap."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        heap = [pdf]
        for each in document.objects:
            if isinstance(each, pikepdf.Stream):
                heap.append(each.read_bytes())
            heap.append(repr(each).encode())
    return b"\n".join(heap)


class _Reader:
    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._pages = {page.obj.objgen: index for index, page in enumerate(document.pages)}
        self._maps: dict[Any, dict[int, str]] = {}
        self._heard = Heard()
        self._content = [self._page_content(page) for page in document.pages]

    def heard(self) -> Heard:
        self._heard.pages = ["" for _ in self._content]
        self._heard.text = self._element(self._document.Root.StructTreeRoot, None)
        return self._heard

    def _element(self, element: Any, page: int | None) -> str:
        if isinstance(element, int):
            assert page is not None
            return self._said(page, element)
        if "/Pg" in element:
            page = self._pages[element.Pg.objgen]
        if "/MCID" in element:
            assert page is not None
            return self._said(page, int(element.MCID))
        if element.get("/Type") == "/OBJR":
            return ""
        at = len(self._heard.parts)
        role = str(element.get("/S", "/Root"))[1:]
        self._heard.parts.append((role, ""))
        self._heard.direct.append(False)
        kids = element.get("/K")
        listed = kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]
        text = "".join(
            self._element(each if isinstance(each, pikepdf.Object) else int(each), page)
            for each in listed
        )
        self._heard.parts[at] = (role, text)
        self._heard.direct[at] = any(
            not isinstance(each, pikepdf.Dictionary) or each.get("/S") in (None, "/Link")
            for each in listed
        )
        return text

    def _said(self, page: int, number: int) -> str:
        text = self._content[page][number]
        self._heard.pages[page] += text
        return text

    def _page_content(self, page: pikepdf.Page) -> dict[int, str]:
        resources = page.Resources
        fonts = {name: self._unicode(font) for name, font in resources.Font.items()}
        found: dict[int, str] = {}
        artifact = ""
        open_marks: list[int] = []
        current: dict[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "BMC":
                    is_artifact = str(operands[0]) == "/Artifact"
                    open_marks.append(ARTIFACT if is_artifact else int(operands[1].MCID))
                    assert len(open_marks) == 1, "marked content must not nest"
                case "EMC":
                    open_marks.pop()
                case "Tf":
                    current = fonts[str(operands[0])]
                case "Tj":
                    text = "".join(current[code] for code in bytes(operands[0]))
                    assert open_marks, f"text that nobody owns: {text!r}"
                    if open_marks[-1] == ARTIFACT:
                        artifact += text + "\n"
                    else:
                        found[open_marks[-1]] = found.get(open_marks[-1], "") + text
                case "S" | "f" | "B" | "Do":
                    assert open_marks, "painting that is neither content nor artifact"
        assert not open_marks
        self._heard.artifacts.append(artifact)
        return found

    def _unicode(self, font: Any) -> dict[int, str]:
        if font.objgen not in self._maps:
            cmap = font.ToUnicode.read_bytes().decode("latin-1") if "/ToUnicode" in font else ""
            self._maps[font.objgen] = {
                int(code, 16): bytes.fromhex(letter).decode("utf-16-be")
                for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL)
                for code, letter in re.findall(r"<(\w+)>\s*<(\w+)>", block)
            }
        return self._maps[font.objgen]
