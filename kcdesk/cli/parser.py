"""The words of the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import kcdesk
from kcdesk.cli import dates, demo, library, meeting_file, signing, verify
from kcdesk.cli import watch as watching
from kcdesk.cli.toolbox import Toolbox
from kcdesk.domain.body import Layout
from kcdesk.i18n import _
from kcdesk.services.document_choice import ActionOrder, Document

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    _Commands = _SubParsersAction["_Parser"]

Command = Callable[[Namespace, Toolbox], int]

LAYOUTS: Final = tuple(layout.value.replace("_", "-") for layout in Layout)


def build_parser() -> ArgumentParser:
    """Return the parser, speaking the language chosen for the program."""
    parser = _Parser(
        prog="kcdesk",
        description=_("Minutes of Swedish municipal bodies. Without a command the window opens."),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"kcdesk {kcdesk.__version__}",
        help=_("print the version"),
    )
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="name")
    _add_demo(commands)
    _add_import(commands)
    _add_list(commands)
    _add_export(commands)
    _add_render(commands)
    _add_dates(commands)
    _add_sign(commands)
    _add_check(commands)
    _add_verify(commands)
    _add_watch(commands)
    _command(commands, "schema", _("print the JSON Schema of meeting files"), meeting_file.schema)
    return parser


class _Parser(ArgumentParser):
    """Speaks the program's language in its help."""

    def __init__(self, **named: Any) -> None:
        super().__init__(add_help=False, **named)
        self.add_argument("-h", "--help", action="help", help=_("print this help"))

    def format_help(self) -> str:
        self._positionals.title = _("arguments")
        self._optionals.title = _("options")
        return super().format_help()


def _command(commands: _Commands, name: str, summary: str, run: Command) -> ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=summary)
    parser.set_defaults(run=run)
    return parser


def _add_demo(commands: _Commands) -> None:
    parser = _command(
        commands, "demo", _("make a library with sample meetings and their documents"), demo.demo
    )
    _folder = _("folder for the library and the documents")
    parser.add_argument("--out", type=Path, required=True, metavar=_("FOLDER"), help=_folder)


def _add_import(commands: _Commands) -> None:
    parser = _command(
        commands, "import", _("bring meeting files into a library"), library.import_files
    )
    parser.add_argument(
        "files", type=Path, nargs="+", metavar=_("FILE"), help=_("meeting files (.json)")
    )
    _add_library(parser)


def _add_list(commands: _Commands) -> None:
    parser = _command(
        commands, "list", _("list the bodies and meetings of a library"), library.show_list
    )
    _add_library(parser)
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _add_export(commands: _Commands) -> None:
    parser = _command(
        commands, "export", _("write a meeting of a library as a file"), library.export_file
    )
    _add_library(parser)
    parser.add_argument(
        "--meeting", required=True, metavar="ID", help=_("a meeting's id, or: latest")
    )
    parser.add_argument(
        "--over-time",
        action="store_true",
        help=_("list the actions of all meetings of the body"),
    )
    _add_printing(parser)


def _add_render(commands: _Commands) -> None:
    parser = _command(
        commands, "render", _("print a meeting file without a library"), meeting_file.render_file
    )
    parser.add_argument("file", type=Path, metavar="MEETING.json", help=_("a meeting file"))
    _add_printing(parser)


def _add_dates(commands: _Commands) -> None:
    parser = _command(
        commands, "dates", _("compute the days for approval, notice and appeal"), dates.dates
    )
    dates.add_arguments(parser)


def _add_sign(commands: _Commands) -> None:
    parser = _command(
        commands,
        "sign",
        _("sign a PDF with a certificate file, in one of its fields"),
        signing.sign,
    )
    file = _("FILE")
    parser.add_argument("file", type=Path, metavar="FILE.pdf", help=_("an exported document"))
    parser.add_argument(
        "--field", metavar=_("NAME"), help=_("which field; without it they are listed")
    )
    parser.add_argument(
        "--certificate", type=Path, metavar=file, help=_("certificate with its key (.p12, .pfx)")
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=file,
        help=_("file that holds the certificate's passphrase (default: it is asked for)"),
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar=file, help=_("signed file (default: FILE-signed.pdf)")
    )


def _add_check(commands: _Commands) -> None:
    parser = _command(
        commands, "check", _("say what minutes deviate from, before they are approved"), _check
    )
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="MEETING.json", help=_("a meeting file")
    )
    parser.add_argument("--library", type=Path, metavar=_("LIBRARY"), help=_("the library's file"))
    parser.add_argument("--meeting", metavar="ID", help=_("a meeting's id, or: latest"))
    parser.add_argument("--list", action="store_true", help=_("list the checks and their sources"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _check(arguments: Namespace, toolbox: Toolbox) -> int:
    from kcdesk.cli.check import check  # all checks: only this command needs them

    return check(arguments, toolbox)


def _add_verify(commands: _Commands) -> None:
    parser = _command(
        commands,
        "verify",
        _("say whether sealed minutes are unchanged, whether a PDF is of them, and who signed it"),
        verify.verify,
    )
    parser.add_argument(
        "file", type=Path, nargs="?", metavar=_("FILE.pdf"), help=_("a PDF of minutes")
    )
    parser.add_argument("--library", type=Path, metavar=_("LIBRARY"), help=_("the library's file"))
    parser.add_argument(
        "--issuers",
        type=Path,
        metavar="FILE.pem",
        help=_("certificates of issuers to trust; without them no issuer is judged"),
    )


def _add_watch(commands: _Commands) -> None:
    parser = _command(
        commands, "watch", _("list what is to be done by a day, soonest first"), watching.watch
    )
    _add_library(parser)
    watching.add_arguments(parser)


def _add_library(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--library", type=Path, required=True, metavar=_("LIBRARY"), help=_("the library's file")
    )


def _add_printing(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar=_("FILE"),
        help=_("file to write: .pdf, .docx, .html, .txt, .md or .json by its ending"),
    )
    parser.add_argument(
        "--document",
        choices=tuple(Document),
        help=_("which document (default: as the body's rules say)"),
    )
    parser.add_argument(
        "--lang", choices=("sv", "en"), help=_("language of the document (default: the body's)")
    )
    parser.add_argument(
        "--copy",
        choices=("internal", "public"),
        default="internal",
        help=_("the public copy leaves out what is secret (default: %(default)s)"),
    )
    parser.add_argument(
        "--yes",
        action="store_true",
        help=_("make a public copy without asking; what may need masking is listed all the same"),
    )
    parser.add_argument("--layout", choices=LAYOUTS, help=_("layout (default: the body's)"))
    parser.add_argument(
        "--signature-fields",
        action="store_true",
        help=_("make the lines to sign on fields that can be signed electronically"),
    )
    parser.add_argument(
        "--items",
        metavar="56,58",
        help=_("numbers of the items of an extract (default: all with a decision)"),
    )
    parser.add_argument(
        "--order",
        choices=tuple(ActionOrder),
        default="due",
        help=_("order of a list of actions (default: %(default)s)"),
    )
    parser.add_argument(
        "--board", default="", metavar=_("BOARD"), help=_("board of a notice (default: each)")
    )
    parser.add_argument(
        "--recipient",
        default="",
        metavar=_("NAME"),
        help=_("whose extracts to dispatch (default: those of all, with the list)"),
    )
    parser.add_argument(
        "--base",
        choices=("summons", "protocol", "notes"),
        help=_(
            "what a package holds beside the attachments (default: as the meeting's state says)"
        ),
    )
    parser.add_argument(
        "--embed",
        action="store_true",
        help=_("keep the attachments of a package as files inside it (PDF/A-3a)"),
    )
