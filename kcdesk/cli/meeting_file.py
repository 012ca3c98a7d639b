"""``kcdesk render`` and ``kcdesk schema``: meeting files without any library."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kcdesk.cli.output import about, say_json, say_warning
from kcdesk.cli.publication import may_publish
from kcdesk.cli.toolbox import NOTHING, Beside, PrintOptions, Toolbox
from kcdesk.domain.body import Layout
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import numbers
from kcdesk.domain.profile import profile
from kcdesk.durable_file import read_file, write_file
from kcdesk.i18n import _
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import ENDINGS, Document, endings_of


def render_file(arguments: Namespace, toolbox: Toolbox) -> int:
    """Print a meeting file as a document. Raises ``UserFacingError``."""
    check_ending(arguments.output, arguments.document)
    with about(arguments.file):
        bundle = toolbox.read_meeting(read_file(arguments.file))
    if not may_publish(bundle, arguments):
        return 1
    write_file(arguments.output, content_for(arguments.output, bundle, arguments, toolbox))
    return 0


def schema(_arguments: Namespace, toolbox: Toolbox) -> int:
    """Print the schema of meeting files."""
    say_json(toolbox.schema())
    return 0


def check_ending(path: Path, document: str | None) -> None:
    """Raise ``UserFacingError`` unless a file's name tells what it is to hold."""
    known = (*(endings_of(Document(document)) if document else ENDINGS), ".json")
    if path.suffix.lower() not in known:
        raise UserFacingError(
            Message(
                "{name} does not end in {endings}",
                {"name": path.name, "endings": ", ".join(known)},
            ),
            remedy=Message("The ending of the name chooses what is written."),
        )


def content_for(
    path: Path,
    bundle: MeetingBundle,
    arguments: Namespace,
    toolbox: Toolbox,
    beside: Beside = NOTHING,
) -> bytes:
    """Return what a file of this name is to hold."""
    if path.suffix.lower() == ".json":
        return toolbox.write_meeting(bundle)
    _warn(toolbox.unprintable(bundle))
    options = print_options(bundle, arguments, beside)
    return toolbox.print_meeting(bundle, replace(options, ending=path.suffix.lower()))


def _warn(lacking: Sequence[Message]) -> None:
    """Say which characters no font has; the document is made all the same."""
    for each in lacking:
        say_warning(_("Not printed, since no font has it: {what}", what=each))


def print_options(
    bundle: MeetingBundle, arguments: Namespace, beside: Beside = NOTHING
) -> PrintOptions:
    """Return how a document is asked for. Raises ``UserFacingError`` for an item there is not."""
    return PrintOptions(
        document=arguments.document,
        language=arguments.lang,
        copy=arguments.copy,
        layout=Layout(arguments.layout.replace("-", "_")) if arguments.layout else None,
        signature_fields=arguments.signature_fields,
        items=tuple(_items(bundle, arguments.items)),
        order=arguments.order,
        board=arguments.board,
        recipient=arguments.recipient,
        base=arguments.base,
        embed=arguments.embed,
        beside=beside,
    )


def _items(bundle: MeetingBundle, numbers_given: str | None) -> Iterator[str]:
    """Yield the ids of items by their numbers as printed: "56,58,58 a"."""
    known = numbers(bundle.meeting, profile(bundle.body, bundle.meeting).numbering)
    by_number = {"".join(number.split()): id for id, number in known.items() if number}
    for given in (numbers_given or "").replace("§", "").split(","):
        number = "".join(given.split()).lower()
        if number and number not in by_number:
            raise UserFacingError(Message("The meeting has no item {number}.", {"number": number}))
        if number:
            yield by_number[number]
