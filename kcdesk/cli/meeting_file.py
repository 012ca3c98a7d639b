"""``kcdesk render`` and ``kcdesk schema``: meeting files without any library."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from kcdesk.cli.output import about, say_json, say_warning
from kcdesk.cli.toolbox import PrintOptions, Toolbox
from kcdesk.domain.body import Layout
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.durable_file import read_file, write_file
from kcdesk.i18n import _
from kcdesk.services.bundle import MeetingBundle


def render_file(arguments: Namespace, toolbox: Toolbox) -> int:
    """Print a meeting file as a document. Raises ``UserFacingError``."""
    check_ending(arguments.output)
    with about(arguments.file):
        bundle = toolbox.read_meeting(read_file(arguments.file))
    write_file(arguments.output, content_for(arguments.output, bundle, arguments, toolbox))
    return 0


def schema(_arguments: Namespace, toolbox: Toolbox) -> int:
    """Print the schema of meeting files."""
    say_json(toolbox.schema())
    return 0


def check_ending(path: Path) -> None:
    """Raise ``UserFacingError`` unless a file's name tells what it is to hold."""
    if path.suffix.lower() not in (".pdf", ".json"):
        raise UserFacingError(
            Message("{name} does not end in .pdf or .json", {"name": path.name}),
            remedy=Message("The ending of the name chooses what is written."),
        )


def content_for(path: Path, bundle: MeetingBundle, arguments: Namespace, toolbox: Toolbox) -> bytes:
    """Return what a file of this name is to hold."""
    if path.suffix.lower() == ".json":
        return toolbox.write_meeting(bundle)
    _warn(toolbox.unprintable(bundle))
    return toolbox.print_meeting(bundle, print_options(arguments))


def _warn(lacking: Sequence[Message]) -> None:
    """Say which characters no font has; the document is made all the same."""
    for each in lacking:
        say_warning(_("Not printed, since no font has it: {what}", what=each))


def print_options(arguments: Namespace) -> PrintOptions:
    """Return how a document is asked for."""
    return PrintOptions(
        document=arguments.document,
        language=arguments.lang,
        copy=arguments.copy,
        layout=Layout(arguments.layout.replace("-", "_")) if arguments.layout else None,
        signature_fields=arguments.signature_fields,
    )
