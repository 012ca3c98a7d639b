"""What tags, archive and our own layout cost, against bare platypus and other engines.

    python -m tests.benchmarks.rendering [rounds]

``ours`` prints the tests' rich protocol; ``bare`` sets the same text with reportlab's platypus in
the same fonts and sizes, untagged, as it comes, with markup escaped and "Sida x (y)" by replaying
pages. About ten pages are printed warm (the second and later times in one process) and as whole
processes from start to file, about 200 as processes. Taken in turns; medians of the time that the
processor worked are printed (others may use the machine meanwhile), and ratios against ours.

Others take part where they are found: ``soffice`` (LibreOffice) prints our .docx, warm as what each
further file costs in one process, and as a call a file, as it is mostly used without a window;
WeasyPrint prints our web page and Typst the same text where the
environment variable KCDESK_ENGINES names a Python that has the packages ``weasyprint`` and
``typst``.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import engines

ROUNDS = 5
SHORT, LONG = 3, 66  # times over: some ten and some 200 pages
WARM_TIMES = 12
OFFICE = "LibreOffice, a-2b and ua-1"
OFFICE_TIMES = 4

Blocks = list[tuple[str, object]]


@dataclass(frozen=True)
class Engine:
    """How an engine makes ``file``; ``warm`` returns the seconds of a further rendering."""

    file: str
    command: list[str]
    warm: Callable[[], float]


def main(rounds: int = ROUNDS) -> None:
    """Measure and print."""
    for times in (SHORT, LONG):
        with TemporaryDirectory() as folder:
            bench = _Bench(Path(folder))
            pages = bench.write_inputs(times)
            found = bench.engines()
            commands = {name: bench.process(each.command) for name, each in found.items()}
            if times == SHORT:
                warm = {name: each.warm for name, each in found.items()}
                calls = {f"{name}, a call": commands[name] for name in found if name == OFFICE}
                _tell(pages, "warm", {**warm, **calls}, rounds)
            _tell(pages, "as a process", commands, rounds)
            bench.tell_sizes(found)


def _tell(pages: int, how: str, works: dict[str, Callable[[], float]], rounds: int) -> None:
    """Let all work in turns, and print medians; the first round is not counted."""
    spent: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            seconds = work()
            if number:
                spent[name].append(seconds)
    mine = statistics.median(spent["ours"])
    sys.stdout.write(f"\n{pages} pages {how}\n\n")
    sys.stdout.write(
        "| engine | s of processor | against ours | ours against it |\n|---|---|---|---|\n"
    )
    for name, seconds_spent in spent.items():
        median = statistics.median(seconds_spent)
        sys.stdout.write(
            f"| {name} | {median:.3f} | {median / mine:.2f} × | {mine / median:.2f} × |\n"
        )


class _Bench:
    """A folder with what the engines read and write."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
        # an installed program is compiled once
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self._environment["PYTHONPATH"] = os.getcwd()  # noqa: PTH109

    def engines(self) -> dict[str, Engine]:
        """Return the engines that are here."""
        found = {
            "ours": self._python(sys.executable, engines.OURS, "job.pickle", "ours.pdf"),
            "bare platypus": self._python(
                sys.executable, engines.BARE, "blocks.pickle", "bare.pdf"
            ),
        }
        if office := shutil.which("soffice"):
            profile = f"-env:UserInstallation=file://{self._folder}/profile"
            convert = [office, profile, "--headless", "--convert-to", engines.OFFICE]
            found[OFFICE] = Engine(
                "docx-0.pdf", [*convert, "docx-0.docx"], lambda: self._further_file(convert)
            )
        if python := os.environ.get("KCDESK_ENGINES"):
            found["WeasyPrint, a-2a"] = self._python(
                python, engines.WEASYPRINT, "ours.html", "weasyprint.pdf"
            )
            found["Typst, a-2a and ua-1"] = self._python(
                python, engines.TYPST, "ours.typ", "typst.pdf", str(self._folder / "fonts")
            )
        return found

    def process(self, command: list[str]) -> Callable[[], float]:
        """Return what runs a whole process."""
        return lambda: self._worked(command)

    def tell_sizes(self, found: dict[str, Engine]) -> None:
        """Print how large the files are."""
        mine = (self._folder / found["ours"].file).stat().st_size
        sys.stdout.write("\n| engine | KB | ours against it |\n|---|---|---|\n")
        for name, each in found.items():
            size = (self._folder / each.file).stat().st_size
            sys.stdout.write(f"| {name} | {size / 1024:.1f} | {mine / size:.2f} × |\n")

    def _python(self, python: str, program: str, source: str, file: str, *more: str) -> Engine:
        def command(times: int) -> list[str]:
            return [python, "-c", program, source, file, str(times), *more]

        return Engine(file, command(0), lambda: float(self._run(command(WARM_TIMES))))

    def _further_file(self, convert: list[str]) -> float:
        files = [f"docx-{number}.docx" for number in range(OFFICE_TIMES + 1)]
        one = self._worked([*convert, files[0]])
        return (self._worked([*convert, *files]) - one) / OFFICE_TIMES

    def _worked(self, command: list[str]) -> float:
        """Return how long the processor worked for a process and its children, in seconds."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self._run(command)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(
            command,
            check=True,
            env=self._environment,
            cwd=self._folder,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def write_inputs(self, times: int) -> int:
        """Write what each engine reads: a job, and the same text as plain blocks. Return how many
        pages it has.
        """
        import io
        import pickle

        import pikepdf

        from kcdesk.documents import PrintJob, render
        from kcdesk.documents.output import write
        from kcdesk.paths import resource as shipped
        from kcdesk.system.holidays import SwedishCalendar
        from tests.documents.meetings import board, formal_meeting, longer

        folder = self._folder
        job = PrintJob(longer(formal_meeting(), times), board(), SwedishCalendar())
        (folder / "job.pickle").write_bytes(pickle.dumps(job))
        pdf = render(job).pdf
        with pikepdf.open(io.BytesIO(pdf)) as document:
            pages = len(document.pages)
        fonts = {
            "Text": str(shipped("fonts", "SourceSans3-Regular.ttf")),
            "Strong": str(shipped("fonts", "KallaSans-SemiBold.ttf")),
        }
        blocks = _blocks(pdf)
        (folder / "blocks.pickle").write_bytes(pickle.dumps((fonts, blocks)))
        docx = write(job, ".docx")
        for number in range(OFFICE_TIMES + 1):
            (folder / f"docx-{number}.docx").write_bytes(docx)
        (folder / "ours.html").write_bytes(write(job, ".html"))
        (folder / "ours.typ").write_text(_typst(blocks), "utf-8")
        (folder / "fonts").mkdir()
        for path in fonts.values():
            shutil.copy(path, folder / "fonts")
        return pages


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
