"""What tags, archive and our own layout cost, against bare platypus and other engines.

    python -m tests.benchmarks.rendering [rounds]

``ours`` prints the tests' rich protocol; ``bare`` sets the same text with reportlab's platypus in
the same fonts and sizes, untagged, with markup escaped and "Sida x (y)" by replaying pages. All are
whole processes from start to file, taken in turns; medians of the time that the processor worked
are printed (others may use the machine meanwhile), and ratios against ours.

Others take part where they are found: ``soffice`` (LibreOffice) prints our .docx; Typst and
WeasyPrint print our web page's text where the environment variable KCDESK_ENGINES names a Python
that has the packages ``typst`` and ``weasyprint``.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROUNDS = 9
LENGTHS = (2, 60)

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

WEASYPRINT = """
import sys
from weasyprint import HTML
HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/a-2a")
"""

TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=["a-2a", "ua-1"],
    font_paths=[sys.argv[3]])
"""

WARM = """
import pickle, sys, time
from kcdesk.documents import render
with open(sys.argv[1], "rb") as file:
    job, _ = pickle.load(file)
render(job)
spent = []
for _ in range(7):
    started = time.process_time()
    render(job)
    spent.append(time.process_time() - started)
print(sorted(spent)[3])
"""

Blocks = list[tuple[str, object]]


def main(rounds: int = ROUNDS) -> None:
    """Measure and print."""
    for times in LENGTHS:
        with TemporaryDirectory() as folder:
            _tell(Path(folder), times, rounds)


def _tell(folder: Path, times: int, rounds: int) -> None:
    ours, bare, pages = _write_inputs(folder, times)
    engines = {
        "ours": [sys.executable, "-c", OURS, str(ours), "ours.pdf"],
        "bare platypus": [sys.executable, "-c", BARE, str(bare), "bare platypus.pdf"],
        **_others(folder),
    }
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
    environment["PYTHONPATH"] = os.getcwd()  # noqa: PTH109
    spent: dict[str, list[float]] = {name: [] for name in engines}
    for _ in range(rounds + 1):
        for name, command in engines.items():
            spent[name].append(_worked(command, folder, environment))
    mine = statistics.median(spent["ours"][1:])
    warm = subprocess.run(
        [sys.executable, "-c", WARM, str(ours)],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    ).stdout.strip()
    sys.stdout.write(
        f"\n{pages} pages; ours again and again in one process: {float(warm):.2f} s\n\n"
    )
    sys.stdout.write("| engine | s of processor | against ours | KB |\n|---|---|---|---|\n")
    for name, times_spent in spent.items():
        median = statistics.median(times_spent[1:])
        made = folder / ("ours-docx.pdf" if name == "LibreOffice" else f"{name}.pdf")
        size = made.stat().st_size // 1024
        sys.stdout.write(f"| {name} | {median:.2f} | {median / mine:.2f} × | {size} |\n")


def _worked(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    """Return how long the processor worked for a process and its children, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=environment, cwd=folder, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _others(folder: Path) -> dict[str, list[str]]:
    """Return the commands of the engines that are here."""
    found: dict[str, list[str]] = {}
    if office := shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = ["--headless", "--convert-to", "pdf", "ours-docx.docx"]
        found["LibreOffice"] = [office, profile, *convert]
    if python := os.environ.get("KCDESK_ENGINES"):
        found["WeasyPrint, a-2a"] = [
            python,
            "-c",
            WEASYPRINT,
            "ours.html",
            "WeasyPrint, a-2a.pdf",
        ]
        found["Typst, a-2a and ua-1"] = [
            python,
            "-c",
            TYPST,
            "ours.typ",
            "Typst, a-2a and ua-1.pdf",
            str(folder / "fonts"),
        ]
    return found


def _write_inputs(folder: Path, times: int) -> tuple[Path, Path, int]:
    """Write what each process reads: a job, and the same text as plain blocks."""
    import io
    import pickle

    import pikepdf

    from kcdesk.documents import PrintJob, render
    from kcdesk.documents.output import write
    from kcdesk.paths import resource as shipped
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
        "Text": str(shipped("fonts", "SourceSans3-Regular.ttf")),
        "Strong": str(shipped("fonts", "KallaSans-SemiBold.ttf")),
    }
    blocks = _blocks(pdf)
    bare.write_bytes(pickle.dumps((fonts, blocks)))
    (folder / "ours-docx.docx").write_bytes(write(job, ".docx"))
    (folder / "ours.html").write_bytes(write(job, ".html"))
    (folder / "ours.typ").write_text(_typst(blocks), "utf-8")
    (folder / "fonts").mkdir()
    for path in fonts.values():
        shutil.copy(path, folder / "fonts")
    return ours, bare, pages


def _typst(blocks: Blocks) -> str:
    """Return the same blocks for Typst, every text as a string, so that nothing is markup."""
    lines = [
        '#set document(title: "Protokoll")',
        '#set text(font: "Source Sans 3", size: 10.5pt, lang: "sv")',
        (
            '#set page("a4", margin: 25mm, footer: context [Sida #counter(page).display("1 (1)",'
            " both: true)])"
        ),
    ]
    for kind, content in blocks:
        if isinstance(content, list):
            cells = [json.dumps(cell, ensure_ascii=False) for row in content for cell in row]
            head = f"table.header({', '.join(cells[: len(content[0])])})"
            rest = ", ".join(cells[len(content[0]) :])
            lines.append(f"#table(columns: {len(content[0])}, stroke: none, {head}, {rest})")
            continue
        words = json.dumps(content, ensure_ascii=False)
        match kind:
            case "title" | "heading":
                lines.append(f"#heading(level: {1 if kind == 'title' else 2}, {words})")
            case "item":
                lines.append(f"#list({words})")
            case _:
                lines.append(f"#par({words})")
    return "\n".join(lines)


def _blocks(pdf: bytes) -> Blocks:
    """Return the text of a document as it is heard, in plain blocks."""
    from tests.documents.reading import hear

    blocks: Blocks = []
    table: list[list[str]] = []
    in_cell = in_item = False
    heard = hear(pdf)
    for (role, text), is_direct in zip(heard.parts, heard.direct, strict=True):
        match role:
            case "Table":
                table = []
                blocks.append(("table", table))
            case "TR":
                table.append([])
                in_cell = True
            case "TH" | "TD":
                table[-1].append(text)
            case "LBody" if is_direct:
                in_cell = in_item = False
                blocks.append(("item", text))
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
