"""``kcdesk demo``: the sample meetings carried from file to library to documents."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kcdesk.cli.output import say
from kcdesk.cli.toolbox import PrintOptions, Toolbox
from kcdesk.domain.body import Layout
from kcdesk.durable_file import make_folder, write_file
from kcdesk.i18n import _
from kcdesk.services.export_meeting import export_meeting
from kcdesk.services.import_meeting import import_meeting

LIBRARY: Final = "demo.kcdesk"


@dataclass(frozen=True, slots=True)
class Product:
    """A document of the demonstration."""

    sample: str
    file: str
    options: PrintOptions


PRODUCTS: Final = (
    Product("meeting", "protokoll.pdf", PrintOptions("protocol", "sv")),
    Product("meeting", "protokoll-offentligt.pdf", PrintOptions("protocol", "sv", "public")),
    Product("meeting", "minutes.pdf", PrintOptions("protocol", "en")),
    Product("meeting", "kallelse.pdf", PrintOptions("summons", "sv")),
    Product("meeting", "protokollsutdrag.pdf", PrintOptions("extract", "sv")),
    Product("meeting", "anslag.pdf", PrintOptions("notice", "sv", "public")),
    Product("meeting", "närvaro- och voteringslista.pdf", PrintOptions("attendance", "sv")),
    Product("meeting", "åtgärdslista.pdf", PrintOptions("actions", "sv", order="owner")),
    Product("meeting", "beslutslista.pdf", PrintOptions("decisions", "sv", "public")),
    Product("meeting", "expediering.pdf", PrintOptions("dispatch", "sv")),
    Product("meeting", "anslag.html", PrintOptions("notice", "sv", "public", ending=".html")),
    Product("meeting", "protokoll.docx", PrintOptions("protocol", "sv", ending=".docx")),
    Product("meeting", "protokoll.txt", PrintOptions("protocol", "sv", ending=".txt")),
    Product("october", "protokoll-oktober.pdf", PrintOptions("protocol", "sv")),
    Product("notes", "minnesanteckningar.pdf", PrintOptions("notes", "sv")),
    Product(
        "notes",
        "minnesanteckningar-tva-spalter.pdf",
        PrintOptions("notes", "sv", layout=Layout.TWO_COLUMN),
    ),
)


def demo(arguments: Namespace, toolbox: Toolbox) -> int:
    """Make a library of the sample meetings, and their documents.

    A library that is there already is used as it is. Raises ``UserFacingError`` where somebody has
    changed the samples in it.
    """
    folder: Path = arguments.out
    path = folder / LIBRARY
    make_folder(folder)
    bundles = {}
    with toolbox.open_library(path, writing=True) as library:
        for name in dict.fromkeys(product.sample for product in PRODUCTS):
            imported = import_meeting(toolbox.read_meeting(toolbox.sample(name)), library)
            bundles[name] = export_meeting(imported.meeting_id, library)
    say(_("Library: {path}", path=str(path)))
    for name, bundle in bundles.items():
        _make(folder / f"{name}.json", toolbox.write_meeting(bundle))
    for product in PRODUCTS:
        content = toolbox.print_meeting(bundles[product.sample], product.options)
        _make(folder / product.file, content)
    return 0


def _make(path: Path, content: bytes) -> None:
    write_file(path, content)
    say(_("Written: {path}", path=str(path)))
