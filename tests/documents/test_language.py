"""In a document of another language what people wrote keeps its own: for whoever listens."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn

from kcdesk.documents import Document, PrintJob, render
from kcdesk.documents.output import write
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import board, formal_meeting
from tests.documents.test_archive import judge_here
from tests.tools.judge import ACCESSIBLE, ARCHIVE

ENGLISH = PrintJob(formal_meeting(), board(), SwedishCalendar(), Document.PROTOCOL, "en")
SWEDISH = PrintJob(formal_meeting(), board(), SwedishCalendar())


def languages(pdf: bytes) -> Iterator[tuple[str, str]]:
    """Yield the role and the language of each element that has one of its own."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/Lang" in each:
                yield str(each["/S"])[1:], str(each["/Lang"])


def test_what_people_wrote_is_marked_as_theirs() -> None:
    found = list(languages(render(ENGLISH).pdf))
    assert {language for _, language in found} == {"sv-SE"}
    roles = [role for role, _ in found]
    assert roles.count("H2") == 11  # the items
    assert roles.count("P") > 30
    assert "H3" in roles  # those of sub-items; "Decision" is the document's own word
    assert not list(languages(render(SWEDISH).pdf))


def test_a_document_in_two_languages_keeps_the_standards() -> None:
    for judge in judge_here(ARCHIVE, ACCESSIBLE):
        verdict = judge.ask(render(ENGLISH).pdf)
        assert verdict.is_clean, str(verdict)


def test_so_does_a_web_page() -> None:
    page = write(ENGLISH, ".html").decode()
    assert '<html lang="en">' in page
    assert re.search(
        r'<h2 lang="sv-SE"><span class="number">§\u00a052 </span>Mötets öppnande', page
    )
    assert "<h3>Decision</h3>" in page
    assert 'lang="sv-SE"' not in write(SWEDISH, ".html").decode()


@pytest.mark.parametrize(
    ("words", "language"), [("Avtalet löper ut", "sv-SE"), ("The paragraph is", None)]
)
def test_so_does_a_word_file(words: str, language: str | None) -> None:
    document = docx.Document(io.BytesIO(write(ENGLISH, ".docx")))
    paragraph = next(each for each in document.paragraphs if each.text.startswith(words))
    marks = {each.get(qn("w:val")) for each in paragraph._p.iter(qn("w:lang"))}
    assert marks == ({language} if language else set())
