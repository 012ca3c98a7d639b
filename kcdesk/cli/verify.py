"""``kcdesk verify``: is what was sealed unchanged, is a PDF one of it, and who has signed it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kcdesk.cli.output import about, say
from kcdesk.cli.signing import tell_signatures
from kcdesk.cli.toolbox import OpenLibrary, Toolbox
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.durable_file import read_file
from kcdesk.i18n import _, current, ngettext, render
from kcdesk.services.pdf_signature import PdfSignature
from kcdesk.services.sealer import KnownPrint, PrintCopy, SentText
from kcdesk.services.summary import MeetingSummary

FINE: Final = 0
FOUND: Final = 1
_SIGNED: Final = b"/ByteRange"  # what every electronic signature of a PDF has


def verify(arguments: Namespace, toolbox: Toolbox) -> int:
    """Walk the chains of a library, or say what a PDF is and who has signed it.

    Without a library the one that the window makes first is taken. Raises ``UserFacingError``.
    """
    file: Path | None = arguments.file
    path: Path = arguments.library or toolbox.default_library()
    known = arguments.library is not None or (file is not None and path.exists())
    if file is None:
        if not known:
            raise _no_library()
        with toolbox.open_library(path, writing=False) as library:
            return _chains(library)
    with about(file):
        content = read_file(file)
        places = _signatures(arguments, toolbox, content)
    if not (known or places):
        raise _no_library()
    tell_signatures(places)
    found = FOUND if any(each.is_signed and not each.holds for each in places) else FINE
    if not known:
        return found
    with toolbox.open_library(path, writing=False) as library:
        return max(found, _print(library, content))


def _no_library() -> UserFacingError:
    return UserFacingError(
        Message("Say which library: --library LIBRARY."),
        why=Message("Seals are kept in the library."),
    )


def _signatures(arguments: Namespace, toolbox: Toolbox, content: bytes) -> tuple[PdfSignature, ...]:
    """Return who has signed a PDF electronically and who has not; nothing for one that nobody has
    signed so. Raises ``UserFacingError``.
    """
    if _SIGNED not in content:  # asking takes a part that may not be installed
        return ()
    trusted = None
    if arguments.issuers is not None:
        with about(arguments.issuers):
            trusted = read_file(arguments.issuers)
    return toolbox.pdf_signer().signatures(content, trusted)


def _chains(library: OpenLibrary) -> int:
    findings = library.verify()
    for finding in findings:
        say(f"{_name(library, finding.stream_id)}: {render(finding.what)}")
    if findings:
        return FOUND
    sealed = 0
    for body in library.bodies():
        texts = [
            text
            for meeting in library.meetings(body.id)
            for text in library.sealer.versions(meeting.id)
        ]
        sealed += sum(text.is_sealed for text in texts)
        if texts:
            last = max(texts, key=_number)
            name = ", ".join(part for part in (body.organisation, body.name) if part)
            say(
                _(
                    "{body}: the chain ends in {fingerprint}",
                    body=name,
                    fingerprint=last.fingerprint,
                )
            )
    said = ngettext(
        "Everything is as it was written; {count} text is sealed.",
        "Everything is as it was written; {count} texts are sealed.",
        sealed,
    )
    say(said)
    return FINE


def _print(library: OpenLibrary, content: bytes) -> int:
    found = library.sealer.recognised(content)
    if found is None:
        say(_("The file is none of the PDFs that went out for signature from this library."))
        return FOUND
    say(_what(found))
    say(_("Meeting: {meeting}", meeting=_name(library, found.text.meeting_id)))
    say(_("Fingerprint: {fingerprint}", fingerprint=found.text.fingerprint))
    if found.text.is_taken_back:
        say(_("That text was taken back: it is not what was approved."))
        return FOUND
    if not found.text.is_sealed:
        say(_("It is out for signature and not sealed yet."))
    return FINE


def _what(found: KnownPrint) -> str:
    match found.copy, found.is_whole:
        case PrintCopy.SIGNED, _whole:
            return _("The file is the signed copy that came back.")
        case PrintCopy.PUBLIC, True:
            return _("The file is the public copy that went out for signature, byte for byte.")
        case PrintCopy.PUBLIC, _whole:
            return _("The file begins with the public copy that went out for signature.")
        case _copy, True:
            return _("The file is the one that went out for signature, byte for byte.")
    return _("The file begins with the one that went out for signature; more was added after it.")


def _name(library: OpenLibrary, stream_id: str) -> str:
    """Return what a stream is called: "Styrelsen, 12 november 2026"."""
    meetings: Sequence[MeetingSummary] = library.meetings()
    meeting = next((each for each in meetings if each.id == stream_id), None)
    body_id = meeting.body_id if meeting else stream_id
    body = next((each for each in library.bodies() if each.id == body_id), None)
    name = body.name or body.organisation if body else ""
    day = current().day(meeting.day.day) if meeting and meeting.day.day else ""
    return ", ".join(part for part in (name, day) if part) or stream_id


def _number(text: SentText) -> int:
    return text.number
