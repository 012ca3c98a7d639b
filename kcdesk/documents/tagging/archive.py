"""What PDF/A-2 asks of the file beside its content: a colour profile and tidy streams."""

from __future__ import annotations

from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc

from kcdesk.documents.tagging.flate import FlateStream
from kcdesk.documents.tagging.packing import packed
from kcdesk.documents.tagging.structure import Written
from kcdesk.paths import resource

rl_config.useA85 = 0  # binary streams: smaller, and 7 % faster to write

_PROFILE_NAME = "sRGB IEC61966-2.1"


@cache
def srgb_profile() -> bytes:
    """Return the sRGB colour profile."""
    return resource("colour", "sRGB.icc").read_bytes()


def add_output_intent(document: pdfdoc.PDFDocument) -> None:
    """Say that the colours are sRGB (ISO 19005-2, 6.2.3)."""
    stream = FlateStream(srgb_profile(), b"/N 3")
    intent = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString(_PROFILE_NAME),
            "Info": pdfdoc.PDFString(_PROFILE_NAME),
            "DestOutputProfile": document.Reference(stream),
        }
    )
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = pdfdoc.PDFArray([intent])


_format_stream = pdfdoc.PDFStream.format


def _format_with_line_end(self: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
    """Put a line end before ``endstream``; reportlab leaves it out (ISO 19005-2, 6.1.7.1)."""
    content: bytes = _format_stream(self, document)
    end = b"endstream\n"
    return content[: -len(end)] + b"\n" + end if content.endswith(end) else content


pdfdoc.PDFStream.format = _format_with_line_end


def dump(document: pdfdoc.PDFDocument, ready: Written) -> bytes:
    """Return the finished file; ``ready`` are objects that are written already."""
    for font in document.delayedFonts:
        font.addObjects(document)
    document.info.invariant = document.invariant
    document.info.digest(document.signature)
    return packed(document, ready)
