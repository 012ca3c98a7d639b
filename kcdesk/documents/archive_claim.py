"""What a PDF with the pages of others claims to be: no more than all of its pages are said to be.

PDF/A-2 and PDF/A-3 ask the same of pages; 3 lets files of any kind lie inside besides (ISO 19005-3,
6.8). Level A asks for a logical tree, which the pages of others have no place in here, so U or B is
what remains; PDF/UA, which asks for one too, cannot be claimed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pikepdf import Pdf, PdfError

_PARTS = ("2", "3")
_CLAIMS = re.compile(
    rb"<pdfaid:part>\d</pdfaid:part>|<pdfaid:conformance>\w</pdfaid:conformance>"
    rb"|<pdfuaid:part>\d</pdfuaid:part>"
)
_RED_GREEN_BLUE = 3  # components: ours is sRGB, and a page has no output intent of its own


def claim(source: Pdf) -> str:
    """Return what another's file says of itself that holds for its pages among ours: "2B", "3U";
    nothing where it is no such archive file, or its colours are meant for a certain press.
    """
    try:
        with source.open_metadata() as metadata:
            said = metadata.pdfa_status
    except (PdfError, ValueError):  # metadata that nobody can read
        return ""
    if said[:1] not in _PARTS or not said[1:]:
        return ""
    return said.upper() if _is_for_screens(source) else ""


def _is_for_screens(source: Pdf) -> bool:
    for intent in source.Root.get("/OutputIntents", ()):
        profile = intent.get("/DestOutputProfile")
        if profile is not None and int(profile.get("/N", 0)) != _RED_GREEN_BLUE:
            return False
    return True


def common(claims: Sequence[str], *, with_files: bool) -> str:
    """Return what a file with all these pages can claim; nothing where one of them is none.

    ``with_files``: others of any kind lie inside.
    """
    if not all(claims):
        return ""
    part = "3" if with_files or any(each.startswith("3") for each in claims) else "2"
    return part + ("B" if any(each.endswith("B") for each in claims) else "U")


def write_claim(document: Pdf, claimed: str, *, accessible: bool = False) -> None:
    """Let a file of ours claim another part and level ("3A"), or nothing; ``accessible`` keeps that
    it is PDF/UA.
    """

    def changed(found: re.Match[bytes]) -> bytes:
        said = found[0]
        if said.startswith(b"<pdfuaid"):
            return said if accessible else b""
        if not claimed:
            return b""
        at, level = said.index(b">") + 1, claimed[0] if b"part" in said else claimed[1]
        return said[:at] + level.encode() + said[at + 1 :]

    metadata = document.Root.Metadata
    metadata.write(_CLAIMS.sub(changed, metadata.read_bytes()))
