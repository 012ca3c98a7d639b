"""Defects planted in a good file, to show that the judge can fail.

Each takes one thing away that PDF/A-2a or PDF/UA-1 asks for. They change the file through pikepdf,
so that everything else in it stays as it was.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

Defect = Callable[[Pdf], None]
DEFECTS: dict[str, Defect] = {}


def planted(pdf: bytes, defect: Defect) -> bytes:
    """Return the file with a defect."""
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        defect(document)
        document.save(output, deterministic_id=True, fix_metadata_version=False)
    return output.getvalue()


def _defect(function: Defect) -> Defect:
    DEFECTS[function.__name__] = function
    return function


def _elements(pdf: Pdf) -> Iterator[Any]:
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, pikepdf.Array):
            waiting = [*each, *waiting]
        elif isinstance(each, pikepdf.Dictionary) and "/S" in each:
            yield each
            if "/K" in each:
                waiting.insert(0, each.K)


def _first(pdf: Pdf, role: str) -> Any:
    return next(each for each in _elements(pdf) if f"/{role}" == each.S)


def _link(pdf: Pdf) -> Any:
    return next(
        each for page in pdf.pages for each in page.get("/Annots", []) if each.Subtype == "/Link"
    )


def _fonts(pdf: Pdf) -> list[Any]:
    return [font for font in pdf.pages[0].Resources.Font.values() if "/FontDescriptor" in font]


def _on_first_page(pdf: Pdf, pattern: bytes, replacement: bytes) -> None:
    page = pdf.pages[0]
    page.contents_coalesce()
    stream = page.Contents
    changed, count = re.subn(pattern, replacement, stream.read_bytes(), count=1, flags=re.DOTALL)
    assert count == 1
    stream.write(changed)


def _in_metadata(pdf: Pdf, pattern: bytes) -> None:
    stream = pdf.Root.Metadata
    changed, count = re.subn(pattern, b"", stream.read_bytes(), flags=re.DOTALL)
    assert count == 1
    stream.write(changed)


@_defect
def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


@_defect
def not_marked(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


@_defect
def title_not_shown(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences


@_defect
def no_output_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


@_defect
def no_accessibility_identifier(pdf: Pdf) -> None:
    _in_metadata(pdf, rb"<pdfuaid:part>1</pdfuaid:part>")


@_defect
def no_title(pdf: Pdf) -> None:
    _in_metadata(pdf, rb"<dc:title>.*?</dc:title>")


@_defect
def no_metadata(pdf: Pdf) -> None:
    del pdf.Root.Metadata


@_defect
def link_without_description(pdf: Pdf) -> None:
    del _link(pdf).Contents


@_defect
def link_outside_the_tree(pdf: Pdf) -> None:
    del _link(pdf).StructParent


@_defect
def link_that_may_be_hidden(pdf: Pdf) -> None:
    del _link(pdf).F


@_defect
def page_without_tab_order(pdf: Pdf) -> None:
    page = next(each for each in pdf.pages if "/Annots" in each)
    del page.Tabs


@_defect
def head_without_scope(pdf: Pdf) -> None:
    for each in _elements(pdf):
        if each.S == "/TH" and "/A" in each:
            del each.A


@_defect
def heading_level_left_out(pdf: Pdf) -> None:
    _first(pdf, "H2").S = Name.H5


@_defect
def untagged_text(pdf: Pdf) -> None:
    _on_first_page(pdf, rb"/P<</MCID \d+>>BDC(.*?)EMC", rb"\1")


@_defect
def untagged_line(pdf: Pdf) -> None:
    _on_first_page(pdf, rb"/Artifact BMC(.*?)EMC", rb"\1")


@_defect
def untagged_head(pdf: Pdf) -> None:
    _on_first_page(pdf, rb"/Artifact/Head BDC(.*?)EMC", rb"\1")


@_defect
def no_way_back_to_letters(pdf: Pdf) -> None:
    del _fonts(pdf)[0].ToUnicode


@_defect
def font_not_embedded(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        if "/FontFile2" in font.FontDescriptor:
            del font.FontDescriptor.FontFile2


@_defect
def no_parent_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


@_defect
def list_item_outside_a_list(pdf: Pdf) -> None:
    _first(pdf, "L").S = Name.Div


@_defect
def row_that_lacks_a_cell(pdf: Pdf) -> None:
    body = _first(pdf, "TBody")
    row = body.K[0]
    row.K = Array(list(row.K)[:-1])


@_defect
def script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


@_defect
def transfer_function(pdf: Pdf) -> None:
    pdf.pages[0].Resources.ExtGState = Dictionary(
        G=Dictionary(Type=Name.ExtGState, TR=Name.Identity)
    )
    _on_first_page(pdf, rb"\A", b"/G gs ")
