"""``kcdesk sign``: an electronic signature in one of a PDF's fields."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from getpass import getpass
from pathlib import Path

from kcdesk.cli.output import about, say
from kcdesk.cli.toolbox import Toolbox
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.durable_file import read_file, write_file
from kcdesk.i18n import _
from kcdesk.services.pdf_signature import Certificate, PdfSignature


def sign(arguments: Namespace, toolbox: Toolbox) -> int:
    """Sign a PDF; without a field's name list its fields. Raises ``UserFacingError``."""
    source: Path = arguments.file
    pdf, signer = read_file(source), toolbox.pdf_signer()
    with about(source):
        if arguments.field is None:
            places = signer.signatures(pdf)
            if not places:
                say(_("The PDF has no signature fields."))
            tell_signatures(places)
            return 0
        signed = signer.sign(pdf, arguments.field, _certificate(arguments))
    target: Path = arguments.output or source.with_stem(f"{source.stem}-signed")
    if target.resolve() == source.resolve():
        raise UserFacingError(
            Message("The signed file must not replace the unsigned one."),
            safe=Message("The PDF is unchanged."),
            remedy=Message("Give it another name with --output."),
        )
    write_file(target, signed)
    say(_("Written: {path}", path=str(target)))
    return 0


def tell_signatures(places: Sequence[PdfSignature]) -> None:
    """Print a line for each place to sign: who has signed, when, and whether it holds."""
    for place in places:
        label = f"{place.field:<14}{place.purpose}".rstrip()
        say(f"{label}: {_verdict(place)}")


def _verdict(place: PdfSignature) -> str:
    if not place.is_signed:
        return _("not signed")
    who = ", ".join(part for part in (place.signer, place.organisation) if part)
    when = place.at.strftime("%Y-%m-%d %H:%M UTC") if place.at else ""
    words = [
        _("signed by {name}", name=who),
        when,
        _("unchanged since") if place.is_intact else _("CHANGED since"),
    ]
    if place.is_trusted is not None:
        words.append(_("issuer trusted") if place.is_trusted else _("issuer NOT trusted"))
    return ", ".join(part for part in words if part)


def _certificate(arguments: Namespace) -> Certificate:
    if arguments.certificate is None:
        raise UserFacingError(
            Message("No certificate file is named."),
            safe=Message("The PDF is unchanged."),
            remedy=Message("Name it with --certificate."),
        )
    with about(arguments.certificate):
        content = read_file(arguments.certificate)
    return Certificate(content, _passphrase(arguments.passphrase_file))


def _passphrase(file: Path | None) -> str:
    if file is None:
        return getpass(_("Passphrase of the certificate: "))
    with about(file):
        return read_file(file).decode("utf-8", "replace").rstrip("\r\n")
