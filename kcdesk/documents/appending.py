"""Adding files to a finished PDF: as pages after it, or kept inside it (PDF/A-3a)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Page, Pdf, String

from kcdesk.documents.appended_link import lead_to_pages
from kcdesk.documents.archive_claim import claim, common, write_claim
from kcdesk.documents.enclosure import PDF, Enclosure
from kcdesk.documents.fonts import STRONG
from kcdesk.documents.fonts import width as text_width
from kcdesk.documents.stamp import Stamp, stamp_pdf

_INSET = 14.0  # points from the page's upper right corner


@dataclass(frozen=True, slots=True)
class Words:
    """What is written in the language of the document. ``accent`` is a colour as ``r g b``."""

    accent: str
    instant: str  # as PDF dates are written


def appended(pdf: bytes, files: Sequence[Enclosure], words: Words) -> bytes:
    """Return a PDF with the pages of other PDFs after its own, each file under a bookmark and each
    page stamped; what is no PDF, or cannot be opened, is kept inside.

    What it claims to be is what all its pages are said to be (``claim``).
    """
    if not files:
        return pdf
    rest: list[Enclosure] = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        marks: list[tuple[Enclosure, int]] = []
        claims: list[str] = []
        own = len(document.pages)
        for each in files:
            pages = _pages(each)
            if pages is None:
                rest.append(each)
                continue
            marks.append((each, len(document.pages)))
            with pages as source:
                claims.append(claim(source))
                _append(document, source, stamp_pdf(_stamp(each.label, words)))
        with document.open_outline() as outline:
            outline.root.extend(
                OutlineItem(f"{file.label} {file.name}".strip(), at) for file, at in marks
            )
        lead_to_pages(document, own, [(file.title, at) for file, at in marks])
        for each in rest:
            _embed(document, each, words)
        if marks:
            write_claim(document, common(claims, with_files=bool(rest)))
        elif rest:
            write_claim(document, "3A", accessible=True)
        return _saved(document)


def embedded(pdf: bytes, files: Sequence[Enclosure], words: Words) -> bytes:
    """Return a PDF that keeps files inside: PDF/A-3a and PDF/UA-1."""
    if not files:
        return pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for each in files:
            _embed(document, each, words)
        write_claim(document, "3A", accessible=True)
        return _saved(document)


def page_count(file: Enclosure) -> int | None:
    """Return how many pages a file brings; None where it can only be kept inside."""
    pages = _pages(file)
    if pages is None:
        return None
    with pages:
        return len(pages.pages)


def _pages(file: Enclosure) -> Pdf | None:
    if not file.is_pdf:
        return None
    try:
        return pikepdf.open(io.BytesIO(file.content))
    except pikepdf.PdfError:  # damaged, or locked with a password
        return None


def _append(document: Pdf, source: Pdf, stamp: bytes) -> None:
    with pikepdf.open(io.BytesIO(stamp)) as stamped:
        mark = stamped.pages[0]
        size = (float(mark.mediabox[2]), float(mark.mediabox[3]))
        form = document.copy_foreign(mark.as_form_xobject())
        for page in source.pages:
            document.pages.append(page)
            _disown(document.pages[-1])
            _lay(document.pages[-1], form, size)


def _disown(page: Page) -> None:
    """Take away numbers that are of another logical tree: in ours they would point anywhere."""
    for key in ("/StructParents", "/Tabs"):
        if key in page.obj:
            del page.obj[key]
    for annotation in page.obj.get("/Annots", []):
        if "/StructParent" in annotation:
            del annotation["/StructParent"]


def _lay(page: Page, form: pikepdf.Object, size: tuple[float, float]) -> None:
    """Lay the stamp upright in the upper right corner of the page as it is seen.

    pikepdf's own overlay gives it a random name, and the same package would not be the same bytes.
    """
    name = page.add_resource(form, Name.XObject, _free(page))
    place = " ".join(f"{each:g}" for each in _matrix(page, size))
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(f"\nQ\nq {place} cm {name} Do Q\n".encode("ascii"))


def _free(page: Page) -> Name:
    number = 1
    while "/Resources" in page.obj and f"/Stamp{number}" in page.resources.get("/XObject", ()):
        number += 1
    return Name(f"/Stamp{number}")


def _matrix(page: Page, size: tuple[float, float]) -> tuple[float, ...]:
    """Return where the stamp goes: pages may be turned clockwise (ISO 32000-1, 7.7.3.3)."""
    left, bottom, right, top = (float(each) for each in page.cropbox)
    width, height = right - left, top - bottom
    turned = int(page.obj.get("/Rotate", 0)) % 360
    seen = (height, width) if turned in (90, 270) else (width, height)
    x, y = seen[0] - _INSET - size[0], seen[1] - _INSET - size[1]
    match turned:
        case 90:
            return (0, 1, -1, 0, right - y, bottom + x)
        case 180:
            return (-1, 0, 0, -1, right - x, top - y)
        case 270:
            return (0, -1, 1, 0, left + y, top - x)
        case _:
            return (1, 0, 0, 1, left + x, bottom + y)


def _stamp(label: str, words: Words) -> Stamp:
    return Stamp(label, words.accent, text_width(label, STRONG, 10.0))


def _embed(document: Pdf, file: Enclosure, words: Words) -> None:
    """Keep a file inside (ISO 32000-2, 7.11.4; ISO 19005-3, 6.8)."""
    stream = document.make_stream(file.content)
    stream.Type = Name.EmbeddedFile
    kind = file.media_type or (PDF if file.is_pdf else "application/octet-stream")
    stream.Subtype = Name("/" + kind)
    stream.Params = Dictionary(Size=len(file.content), ModDate=String(words.instant))
    names = _names(document)
    used = {str(each) for each in list(names)[::2]}
    name = _unused(file.name, used)
    spec = document.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(name),
            UF=String(name),
            Desc=String(f"{file.label} {file.name}".strip()),
            AFRelationship=Name.Supplement,
            EF=Dictionary(F=stream, UF=stream),
        )
    )
    pairs = [(str(names[at]), names[at + 1]) for at in range(0, len(names), 2)]
    pairs = sorted([*pairs, (name, spec)], key=_first)
    document.Root.Names.EmbeddedFiles.Names = Array(
        [part for key, value in pairs for part in (String(key), value)]
    )
    if "/AF" not in document.Root:
        document.Root.AF = Array([])
    document.Root.AF.append(spec)


def _names(document: Pdf) -> Array:
    root = document.Root
    if "/Names" not in root:
        root.Names = Dictionary()
    if "/EmbeddedFiles" not in root.Names:
        root.Names.EmbeddedFiles = Dictionary(Names=Array([]))
    return cast("Array", root.Names.EmbeddedFiles.Names)


def _first(pair: tuple[str, object]) -> str:
    return pair[0]


def _unused(name: str, used: set[str]) -> str:
    """Return a name that no other file has: "Rapport (2).pdf"."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    number, wanted = 1, name
    while wanted in used:
        number += 1
        wanted = f"{stem} ({number}){dot}{ending}"
    return wanted


def _saved(document: Pdf) -> bytes:
    output = io.BytesIO()
    document.save(
        output,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return output.getvalue()
