"""Names of files after a pattern."""

from __future__ import annotations

from kcdesk.services.document_choice import ENDINGS, Document
from kcdesk.services.document_word import DOCUMENT_WORD, ENDING_WORD, offered
from kcdesk.services.name_pattern import named

WORDS = {"document": "Kallelse", "body": "Styrelsen", "day": "2026-11-12", "copy": ""}


def test_places_are_filled_in_either_language() -> None:
    assert named("{document} {body} {day}", WORDS) == "Kallelse Styrelsen 2026-11-12"
    assert named("{datum} {Organ} – {dokument}", WORDS) == "2026-11-12 Styrelsen – Kallelse"


def test_empty_and_unknown_places_leave_no_trace() -> None:
    assert named("{document} {copy} {nonsense} {day}", WORDS) == "Kallelse 2026-11-12"
    assert named("{copy} - ", WORDS) == ""
    assert named("{document", WORDS) == "{document"


def test_every_document_and_kind_of_file_has_a_word() -> None:
    assert set(DOCUMENT_WORD) == set(Document)
    assert set(ENDINGS) <= set(ENDING_WORD)
    assert Document.NOTES not in offered(formal=True)
    assert Document.PROTOCOL not in offered(formal=False)
    assert offered(formal=False)[0] is Document.NOTES
