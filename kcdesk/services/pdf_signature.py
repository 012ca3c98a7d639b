"""Electronic signatures of a finished PDF, as the command line and the window speak of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate with its private key (PKCS#12), and what opens it."""

    content: bytes
    passphrase: str


@dataclass(frozen=True, slots=True)
class PdfSignature:
    """One place to sign in a PDF, signed or not.

    ``field`` is its technical name and ``purpose`` says whose it is. ``signer`` and
    ``organisation`` are the certificate's words, ``at`` the signer's own clock (UTC); all are
    empty in a field that nobody has signed. ``is_intact``: what was signed has not been changed
    since, but for signatures that came after. ``is_trusted``: the certificate comes from an
    issuer that the person who asks trusts; None where no issuer was named.
    """

    field: str
    purpose: str = ""
    signer: str = ""
    organisation: str = ""
    at: datetime | None = None
    is_intact: bool = False
    is_trusted: bool | None = None

    @property
    def is_signed(self) -> bool:
        """Whether somebody has signed here."""
        return bool(self.signer)

    @property
    def holds(self) -> bool:
        """Whether it proves what it says, as far as was asked."""
        return self.is_intact and self.is_trusted is not False


class PdfSigner(Protocol):
    """Signs PDFs and reads their signatures; documents implement it."""

    def signatures(self, pdf: bytes, trusted: bytes | None = None) -> tuple[PdfSignature, ...]:
        """Return the places to sign, in the order of the page. ``trusted``: issuers' certificates
        as PEM. Raises ``UserFacingError`` for what is no PDF.
        """

    def sign(self, pdf: bytes, field: str, certificate: Certificate) -> bytes:
        """Return the PDF with one more signature. Raises ``UserFacingError``."""
