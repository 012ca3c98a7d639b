"""Print every document in every variant, and generated meetings, and ask veraPDF about them.

    python -m tests.tools.validate [--generated N] [FILE.pdf …]

With files it asks about these. Exit code 1 if any breaks PDF/A-2a or PDF/UA-1.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from kcdesk.documents import PrintJob, render
from tests.documents.variants import generated_jobs, variants
from tests.tools.judge import Judge

GENERATED = 200


def main(arguments: list[str]) -> int:
    """Validate the files, or documents made now."""
    parser = ArgumentParser(prog="validate", description=__doc__)
    parser.add_argument("--generated", type=int, default=GENERATED)
    parser.add_argument("files", type=Path, nargs="*")
    wish = parser.parse_args(arguments)
    found = ((str(path), path) for path in wish.files) if wish.files else printed(wish.generated)
    return report(found)


def printed(count: int) -> Iterator[tuple[str, bytes]]:
    """Yield every variant and a number of generated meetings, by name."""
    for name, job in variants(long=True):
        yield name, render(job).pdf
    for number, job in enumerate(generated(count), 1):
        yield f"generated-{number}-{job.document}", render(job).pdf


def generated(count: int) -> list[PrintJob]:
    """Return jobs of generated meetings, the same each time."""
    jobs: list[PrintJob] = []

    # how long the first meeting takes to invent says nothing here: the machine may be busy
    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(generated_jobs(max_rows=60))
    def take(job: PrintJob) -> None:
        jobs.append(job)

    take()
    return jobs


def report(found: Iterable[tuple[str, bytes | Path]]) -> int:
    """Say what the judge says of each, and return the exit code."""
    asked = failed = checks = 0
    with Judge() as judge:
        for name, pdf in found:
            verdict = judge.ask(pdf)
            asked += 1
            checks += verdict.checks
            if not verdict.is_clean:
                failed += 1
                sys.stdout.write(f"BREAKS {name}\n{verdict}\n")
    sys.stdout.write(f"{asked} files, {failed} failures, {checks} checks\n")
    return 1 if failed or not asked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
