"""veraPDF holds the documents to PDF/A-2a and PDF/UA-1, and it can fail.

A small set here; ``make validate`` asks about every variant and 200 generated meetings.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from kcdesk.documents import Copy, PrintJob, render
from tests.documents.meetings import board, formal_meeting
from tests.documents.variants import CALENDAR, generated_jobs, variants
from tests.tools.judge import Judge
from tests.tools.mutation import DEFECTS, Defect, planted

SMALL = {
    name: job
    for name, job in variants()
    if job.language == "sv" and ("empty" in name or job.copy is Copy.INTERNAL)
}


def judge_here(*standards: str) -> Iterator[Judge]:
    """Yield a judge; where no Java is and none can be installed by our scripts, skip."""
    if shutil.which("javac") is None and shutil.which("apt-get") is None:
        pytest.skip("no Java here, and none of our scripts can install it")
    with Judge(*standards) as found:
        yield found


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    yield from judge_here()


@pytest.mark.parametrize("name", SMALL)
def test_each_document_keeps_both_standards(judge: Judge, name: str) -> None:
    verdict = judge.ask(render(SMALL[name]).pdf)
    assert verdict.is_clean, str(verdict)
    assert verdict.checks > 500


def test_generated_meetings_keep_both_standards(judge: Judge) -> None:
    @settings(max_examples=25)
    @given(generated_jobs())
    def ask(job: PrintJob) -> None:
        verdict = judge.ask(render(job).pdf)
        assert verdict.is_clean, str(verdict)

    ask()


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_the_judge_finds_what_is_broken(judge: Judge, defect: Defect) -> None:
    good = render(PrintJob(formal_meeting(), board(), CALENDAR)).pdf
    verdict = judge.ask(planted(good, defect))
    assert not verdict.is_clean


def test_a_file_saved_anew_without_a_defect_is_still_good(judge: Judge) -> None:
    good = render(PrintJob(formal_meeting(), board(), CALENDAR)).pdf
    verdict = judge.ask(planted(good, as_it_is))
    assert verdict.is_clean, str(verdict)


def as_it_is(pdf: object) -> None:
    """Change nothing."""
