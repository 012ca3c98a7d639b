"""What tags, archive and our own layout cost: a whole process each, against bare platypus.

    python -m tests.benchmarks.rendering [rounds]

``ours`` prints the tests' rich protocol; ``bare`` sets the same text with reportlab's platypus in
the same fonts and sizes, untagged, with markup escaped and "Sida x (y)" by replaying pages. Both
are whole processes from start to file, taken in turns; medians and their ratio are printed, for
the sample as it is and for one some twenty times as long.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROUNDS = 9
LENGTHS = (1, 20)

OURS = """
import pickle, sys
from kcdesk.documents import render
with open(sys.argv[1], "rb") as file:
    job, _ = pickle.load(file)
with open(sys.argv[2], "wb") as file:
    file.write(render(job).pdf)
"""

BARE = """
import pickle, sys
from xml.sax.saxutils import escape
from reportlab import rl_config
rl_config.canvas_basefontname = "Text"
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
with open(sys.argv[1], "rb") as file:
    fonts, blocks = pickle.load(file)
for name, path in fonts.items():
    pdfmetrics.registerFont(TTFont(name, path))
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table, TableStyle

def style(name, font="Text", size=10.5, leading=15, **more):
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading,
        bulletFontName="Text", spaceAfter=6, **more)

STYLES = {
    "title": style("title", "Strong", 23, 28),
    "heading": style("heading", "Strong", 13.5, 17, keepWithNext=1),
    "text": style("text"),
    "item": style("item", leftIndent=16, bulletIndent=2),
    "cell": style("cell", size=9, leading=13),
}

class Numbered(Canvas):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.kept = []
    def showPage(self):
        self.kept.append(dict(self.__dict__))
        self._startPage()
    def save(self):
        for state in self.kept:
            self.__dict__.update(state)
            self.setFont("Text", 8.5)
            self.drawString(25 * mm, 15 * mm, "Justerandes sign")
            self.drawRightString(185 * mm, 15 * mm, f"Sida {self._pageNumber} ({len(self.kept)})")
            super().showPage()
        super().save()

story = []
for kind, content in blocks:
    if kind == "table":
        rows = [[Paragraph(escape(cell), STYLES["cell"]) for cell in row] for row in content]
        story.append(Table(rows, repeatRows=1,
            style=TableStyle([("FONTNAME", (0, 0), (-1, -1), "Text"),
                              ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#c9cfcb")])))
    else:
        bullet = "•" if kind == "item" else None
        story.append(Paragraph(escape(content), STYLES[kind], bulletText=bullet))
document = BaseDocTemplate(sys.argv[2], pagesize=A4, initialFontName="Text", title="Protokoll",
    pageCompression=1)
document.addPageTemplates(PageTemplate("p", [Frame(25 * mm, 29 * mm, 160 * mm, 238 * mm)]))
document.build(story, canvasmaker=Numbered)
"""

Blocks = list[tuple[str, object]]


def main(rounds: int = ROUNDS) -> None:
    """Measure and print."""
    sys.stdout.write("| text | pages | ours s | bare s | ratio | ours KB | bare KB |\n")
    sys.stdout.write("|---|---|---|---|---|---|---|\n")
    for times in LENGTHS:
        with TemporaryDirectory() as folder:
            sys.stdout.write(f"{_row(Path(folder), times, rounds)}\n")


def _row(folder: Path, times: int, rounds: int) -> str:
    ours, bare, pages = _write_inputs(folder, times)
    spent: dict[str, list[float]] = {"ours": [], "bare": []}
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
    for _ in range(rounds + 1):
        for name, code, source in (("ours", OURS, ours), ("bare", BARE, bare)):
            started = time.perf_counter()
            output = folder / f"{name}.pdf"
            command = [sys.executable, "-c", code, str(source), str(output)]
            subprocess.run(command, check=True, env=environment)
            spent[name].append(time.perf_counter() - started)
    mine, theirs = (statistics.median(spent[name][1:]) for name in ("ours", "bare"))
    sizes = [(folder / f"{name}.pdf").stat().st_size // 1024 for name in ("ours", "bare")]
    cells = (f"× {times}", pages, f"{mine:.2f}", f"{theirs:.2f}", f"{mine / theirs:.2f}", *sizes)
    return "| " + " | ".join(map(str, cells)) + " |"


def _write_inputs(folder: Path, times: int) -> tuple[Path, Path, int]:
    """Write what each process reads: a job, and the same text as plain blocks."""
    import io
    import pickle

    import pikepdf

    from kcdesk.documents import PrintJob, render
    from kcdesk.paths import resource
    from kcdesk.system.holidays import SwedishCalendar
    from tests.documents.meetings import board, formal_meeting, longer

    records = longer(formal_meeting(), times)
    job = PrintJob(records, board(), SwedishCalendar())
    pdf = render(job).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = len(document.pages)
    ours, bare = folder / "job.pickle", folder / "blocks.pickle"
    ours.write_bytes(pickle.dumps((job, None)))
    fonts = {
        "Text": str(resource("fonts", "SourceSans3-Regular.ttf")),
        "Strong": str(resource("fonts", "KallaSans-SemiBold.ttf")),
    }
    bare.write_bytes(pickle.dumps((fonts, _blocks(pdf))))
    return ours, bare, pages


def _blocks(pdf: bytes) -> Blocks:
    """Return the text of a document as it is heard, in plain blocks."""
    from tests.documents.reading import hear

    blocks: Blocks = []
    table: list[list[str]] = []
    in_cell = in_item = False
    for role, text in hear(pdf).parts:
        match role:
            case "Table":
                table = []
                blocks.append(("table", table))
            case "TR":
                table.append([])
                in_cell = True
            case "TH" | "TD":
                table[-1].append(text)
            case "LBody" | "Sect" | "Div":
                in_cell, in_item = False, role == "LBody"
            case "H1" | "H2" | "H3" | "H4":
                in_cell = in_item = False
                blocks.append(("title" if role == "H1" else "heading", text))
            case "P" if not in_cell:
                blocks.append(("item" if in_item else "text", text))
                in_item = False
    return blocks


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
