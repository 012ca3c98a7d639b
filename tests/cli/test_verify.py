"""``kcdesk verify``: chains, changed letters, and PDFs that are sealed ones or begin with one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kcdesk.__main__ import main
from kcdesk.documents import PrintJob, render
from kcdesk.documents.sealed_print import prints_to_sign
from kcdesk.documents.signing import sign, signatures
from kcdesk.services.export_meeting import export_meeting
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.certificates import issuer, person
from tests.documents.meetings import board, formal_meeting
from tests.storage.signed import approvals, seal, send, take_back, with_sample


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def sealed(tmp_path: Path) -> tuple[Path, dict[str, Path]]:
    """A library: § 59 sealed, the rest taken back once and out again; and their PDFs."""
    path, files = tmp_path / "a.kcdesk", {}
    library, session = with_sample(path)
    at_once, rest = approvals(session)

    def print_it(name: str, fingerprint: str) -> None:
        prints = prints_to_sign(export_meeting(session.stream_id, library), SwedishCalendar())
        library.sealer.keep_prints(fingerprint, *prints)
        for copy, content in zip(("internal", "public"), prints, strict=True):
            files[f"{name}-{copy}"] = tmp_path / f"{name}-{copy}.pdf"
            files[f"{name}-{copy}"].write_bytes(content)

    print_it("once", send(library, session, at_once.id).fingerprint)
    seal(library, session, at_once.id)
    print_it("back", send(library, session, rest.id).fingerprint)
    take_back(library, session, rest.id)
    print_it("out", send(library, session, rest.id).fingerprint)
    library.close()
    return path, files


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["verify", *words])
    out = capsys.readouterr()
    return code, out.out + out.err


def test_a_whole_library_says_where_its_chain_ends(sealed, capsys) -> None:
    path, _files = sealed
    code, out = said(capsys, "--library", str(path))
    assert code == 0
    assert "Styrelsen: the chain ends in " in out
    assert "Everything is as it was written; 1 text is sealed." in out


def test_a_changed_letter_is_told_with_its_meeting(sealed, capsys) -> None:
    path, _files = sealed
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("DROP TRIGGER guard_item_update")
    other.execute("UPDATE item SET title = replace(title, 'a', 'e')")
    other.close()
    code, out = said(capsys, "--library", str(path))
    assert code == 1
    assert "The text is not what was sealed with number 1." in out
    assert "What protects sealed texts was removed from the library." in out
    assert "Styrelsen, 2026-11-12: " in out


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("once-internal", 0, "The file is the one that went out for signature, byte for byte."),
        ("once-public", 0, "The file is the public copy"),
        ("back-internal", 1, "That text was taken back"),
        ("out-internal", 0, "out for signature and not sealed yet"),
    ],
)
def test_a_pdf_that_went_out_is_known(sealed, capsys, name: str, code: int, words: str) -> None:
    path, files = sealed
    found, out = said(capsys, str(files[name]), "--library", str(path))
    assert found == code
    assert words in out
    assert "Meeting: Styrelsen, 2026-11-12" in out


def test_a_signed_pdf_begins_with_one(sealed, capsys, tmp_path: Path) -> None:
    path, files = sealed
    for name, words in (("internal", "begins with the one"), ("public", "the public copy")):
        signed = tmp_path / "signed.pdf"
        signed.write_bytes(files[f"once-{name}"].read_bytes() + b"\n1 0 obj signature endobj")
        code, out = said(capsys, str(signed), "--library", str(path))
        assert code == 0
        assert words in out


def test_one_byte_makes_it_another_file(sealed, capsys, tmp_path: Path) -> None:
    path, files = sealed
    content = bytearray(files["once-internal"].read_bytes())
    content[len(content) // 2] ^= 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(content)
    code, out = said(capsys, str(changed), "--library", str(path))
    assert code == 1
    assert "none of the PDFs that went out" in out


def test_without_a_library_the_first_one_is_asked(
    sealed, capsys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, files = sealed
    code, out = said(capsys)
    assert (code, "Say which library" in out) == (2, True)
    monkeypatch.setattr("kcdesk.paths.default_library", lambda: tmp_path / "none.kcdesk")
    code, out = said(capsys, str(files["once-internal"]))
    assert (code, "Say which library" in out) == (2, True)
    monkeypatch.setattr("kcdesk.paths.default_library", lambda: path)
    code, out = said(capsys, str(files["once-internal"]))
    assert (code, "byte for byte" in out) == (0, True)


def test_a_signed_pdf_tells_who_signed_it_and_what_was_sealed(sealed, capsys, tmp_path) -> None:
    path, files = sealed
    signed, issuers = tmp_path / "signed.pdf", tmp_path / "issuers.pem"
    field = next(each.field for each in signatures(files["once-internal"].read_bytes()))
    signed.write_bytes(sign(files["once-internal"].read_bytes(), field, person("Lisa Nyman")))
    issuers.write_bytes(issuer())
    words = (str(signed), "--library", str(path), "--issuers", str(issuers))
    code, out = said(capsys, *words)
    assert code == 0
    assert "signed by Lisa Nyman, Exempels kommun" in out
    assert "unchanged since, issuer trusted" in out
    assert "begins with the one" in out
    issuers.write_bytes(issuer("Någon annan"))
    assert said(capsys, *words)[0] == 1


def test_a_signed_pdf_needs_no_library(capsys, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("kcdesk.paths.default_library", lambda: tmp_path / "none.kcdesk")
    job = PrintJob(formal_meeting(), board(), SwedishCalendar(), signature_fields=True)
    path = tmp_path / "signed.pdf"
    content = bytearray(sign(render(job).pdf, "secretary", person("Lisa Nyman")))
    path.write_bytes(content)
    code, out = said(capsys, str(path))
    assert (code, "unchanged since" in out) == (0, True)
    content[content.index(b"stream", 5000) + 20] ^= 1
    path.write_bytes(content)
    code, out = said(capsys, str(path))
    assert (code, "CHANGED since" in out) == (1, True)
