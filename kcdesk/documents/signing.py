"""Signing a finished PDF with a certificate file, and reading who has signed.

The signatures are PAdES (ETSI EN 319 142-1, level B-B), one after another, each an incremental
update, so that the bytes that were signed before stay as they are. pyHanko does it; it is an
optional part of the program and is loaded when somebody signs or asks.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from datetime import UTC
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from kcdesk.documents.fonts import FACES, REGULAR
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.paths import resource
from kcdesk.services.pdf_signature import Certificate, PdfSignature

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.stamp import TextStampStyle
    from pyhanko_certvalidator import ValidationContext

P = ParamSpec("P")
R = TypeVar("R")

_SAID_OTHERWISE = logging.NullHandler()
"""What pyHanko logs is in what we return; without a handler it would go to stderr as well."""

_STAMP_SIZE = 8
_STAMP_TIME = "%Y-%m-%d %H:%M %Z"


def _needs_pyhanko(function: Callable[P, R]) -> Callable[P, R]:
    """Say how to get pyHanko where it is not installed."""

    @wraps(function)
    def told(*args: P.args, **named: P.kwargs) -> R:
        try:
            import pyhanko.sign  # noqa: F401
        except ImportError as error:
            raise UserFacingError(
                Message("Electronic signatures need a part that is not installed."),
                safe=Message("The PDF is unchanged."),
                remedy=Message("Install it with: pip install kcdesk[sign]"),
            ) from error
        logging.getLogger("pyhanko").addHandler(_SAID_OTHERWISE)
        return function(*args, **named)

    return told


@_needs_pyhanko
def signatures(pdf: bytes, trusted: bytes | None = None) -> tuple[PdfSignature, ...]:
    """Return the places to sign of a PDF, signed or not, in their order in the file.

    ``trusted`` are issuers' certificates (PEM). Nothing is fetched from a network. Raises
    ``UserFacingError`` for what is no PDF or no certificate.
    """
    from pyhanko.sign.fields import enumerate_sig_fields

    reader = _opened(pdf)
    context = _validation_context(trusted)
    signed = {each.field_name: each for each in reader.embedded_signatures}
    found = []
    for name, _value, reference in enumerate_sig_fields(reader):
        purpose = str(reference.get_object().get("/TU", ""))
        embedded = signed.get(name)
        if embedded is None:
            found.append(PdfSignature(name, purpose))
        else:
            found.append(_told(embedded, purpose, context, asked=trusted is not None))
    return tuple(found)


@_needs_pyhanko
def sign(pdf: bytes, field: str, certificate: Certificate) -> bytes:
    """Return the PDF with one more signature, in a field that is there and unsigned.

    Raises ``UserFacingError`` where there is no such field or it is signed, where the certificate
    cannot be opened, and for what is no PDF; nothing is half signed.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    _check_free(signatures(pdf), field)
    signer = _signer(certificate)
    meta = signers.PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        name=_common_name(signer.signing_cert),
    )
    job = signers.PdfSigner(meta, signer=signer, stamp_style=_stamp())
    signed = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    job.sign_pdf(writer, existing_fields_only=True, output=signed)
    return signed.getvalue()


def _check_free(places: tuple[PdfSignature, ...], field: str) -> None:
    place = next((each for each in places if each.field == field), None)
    if place is not None and not place.is_signed:
        return
    unchanged = Message("The PDF is unchanged.")
    free = [each.field for each in places if not each.is_signed]
    remedy = Message("Free fields: {fields}", {"fields": ", ".join(free)}) if free else None
    if place is None:
        happened = Message("The PDF has no signature field {field}.", {"field": field})
        if not places:
            remedy = Message("Export the document with signature fields first.")
        raise UserFacingError(happened, safe=unchanged, remedy=remedy)
    words = {"field": field, "name": place.signer}
    happened = Message("{name} has already signed in the field {field}.", words)
    raise UserFacingError(happened, safe=unchanged, remedy=remedy)


def _opened(pdf: bytes) -> PdfFileReader:
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        reader.root  # noqa: B018  # read here, where trouble has its words
    except (PdfError, ValueError, KeyError) as error:
        raise UserFacingError(
            Message("The file is no PDF that can be read."),
            why=Message("{fault}", {"fault": str(error)}),
        ) from error
    return reader


def _signer(certificate: Certificate) -> SimpleSigner:
    from pyhanko.sign.signers import SimpleSigner

    unchanged = Message("The PDF is unchanged.")
    try:
        signer: SimpleSigner = SimpleSigner.load_pkcs12_data(
            certificate.content, other_certs=[], passphrase=certificate.passphrase.encode()
        )
    except (ValueError, TypeError) as error:
        raise UserFacingError(
            Message("The certificate file could not be opened."),
            safe=unchanged,
            remedy=Message("Check the passphrase, and that the file is a PKCS#12 (.p12, .pfx)."),
        ) from error
    return signer


def _validation_context(trusted: bytes | None) -> ValidationContext:
    from asn1crypto import pem, x509
    from pyhanko_certvalidator import ValidationContext

    roots = []
    if trusted is not None:
        try:
            roots = [
                x509.Certificate.load(der) for _, _, der in pem.unarmor(trusted, multiple=True)
            ]
        except ValueError as error:
            raise UserFacingError(
                Message("The issuers' file holds no certificates in PEM form.")
            ) from error
    return ValidationContext(trust_roots=roots, allow_fetching=False)


def _told(
    embedded: EmbeddedPdfSignature, purpose: str, context: ValidationContext, *, asked: bool
) -> PdfSignature:
    certificate, at = embedded.signer_cert, embedded.self_reported_timestamp
    is_intact, is_trusted = _checked(embedded, context)
    return PdfSignature(
        field=embedded.field_name,
        purpose=purpose,
        signer=_common_name(certificate),
        organisation=str(certificate.subject.native.get("organization_name", "")),
        at=at.astimezone(UTC) if at else None,
        is_intact=is_intact,
        is_trusted=is_trusted if asked else None,
    )


def _checked(embedded: EmbeddedPdfSignature, context: ValidationContext) -> tuple[bool, bool]:
    """Return whether what was signed is unchanged, and whether the issuer is trusted.

    A file that was cut or overwritten may hold a signature that cannot even be read: it is
    not intact then.
    """
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError

    whole = (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)
    try:
        status = validate_pdf_signature(embedded, context)
    except (SignatureValidationError, ValueError):
        return False, False
    is_whole = status.coverage in whole and status.docmdp_ok is not False
    return status.intact and status.valid and is_whole, status.trusted


def _common_name(certificate: Any) -> str:
    return str(certificate.subject.native.get("common_name") or certificate.subject.human_friendly)


def _stamp() -> TextStampStyle:
    """Return what is seen in a signed field, in an embedded face: the default one is not, which
    neither archive nor screen readers accept.
    """
    from pyhanko.pdf_utils.font.api import FontEngineFactory
    from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
    from pyhanko.pdf_utils.layout import (
        AxisAlignment,
        InnerScaling,
        Margins,
        SimpleBoxLayoutRule,
    )
    from pyhanko.pdf_utils.text import TextBoxStyle
    from pyhanko.stamp import TextStampStyle

    on_the_line = SimpleBoxLayoutRule(
        x_align=AxisAlignment.ALIGN_MIN,
        y_align=AxisAlignment.ALIGN_MIN,
        margins=Margins(left=2, bottom=3),
        inner_content_scaling=InnerScaling.SHRINK_TO_FIT,
    )

    class Face(FontEngineFactory):  # pyHanko's own leaves the file open
        def create_font_engine(self, writer: Any, obj_stream: Any = None) -> GlyphAccumulator:
            content = resource("fonts", FACES[REGULAR].file).read_bytes()
            font = io.BytesIO(content)
            return GlyphAccumulator(writer, font, _STAMP_SIZE, obj_stream=obj_stream)

    return TextStampStyle(
        stamp_text="%(signer)s\n%(ts)s",
        timestamp_format=_STAMP_TIME,
        border_width=0,
        background=None,
        inner_content_layout=on_the_line,
        text_box_style=TextBoxStyle(font=Face(), font_size=_STAMP_SIZE),
    )
