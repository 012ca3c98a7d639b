"""``kcdesk sign``: from an exported document to a signed one, with real certificates."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcdesk.__main__ import main
from kcdesk.paths import resource
from tests.documents.certificates import PASSPHRASE, person


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "protokoll.pdf"
    sample = resource("sample", "meeting.json")
    assert main(["render", str(sample), "-o", str(path), "--signature-fields"]) == 0
    return path


@pytest.fixture
def keys(tmp_path: Path) -> list[str]:
    certificate, passphrase = tmp_path / "lisa.p12", tmp_path / "ord.txt"
    certificate.write_bytes(person("Lisa Nyman").content)
    passphrase.write_text(f"{PASSPHRASE}\n", "utf-8")
    return ["--certificate", str(certificate), "--passphrase-file", str(passphrase)]


def test_without_a_field_they_are_listed(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sign", str(document)]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "secretary     Lisa Nyman, sekreterare: not signed"


def test_the_signed_file_is_another_one(
    document: Path, keys: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = document.read_bytes()
    assert main(["sign", str(document), "--field", "secretary", *keys]) == 0
    assert document.read_bytes() == before
    signed = document.with_name("protokoll-signed.pdf")
    assert signed.read_bytes().startswith(before)
    capsys.readouterr()
    assert main(["sign", str(signed)]) == 0
    told = capsys.readouterr().out.splitlines()[0]
    assert "signed by Lisa Nyman, Exempels kommun" in told
    assert told.endswith("unchanged since")


def test_the_passphrase_is_asked_for(
    document: Path, keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return PASSPHRASE

    monkeypatch.setattr("kcdesk.cli.signing.getpass", answer)
    assert main(["sign", str(document), "--field", "secretary", *keys[:2]]) == 0
    assert asked == ["Passphrase of the certificate: "]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--field", "treasurer"], "no signature field treasurer"),
        (["--field", "secretary", "-o", "protokoll.pdf"], "must not replace"),
    ],
)
def test_wrong_use_says_why_and_writes_nothing(
    document: Path,
    keys: list[str],
    more: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(document.parent)
    before = sorted(path.name for path in document.parent.iterdir())
    assert main(["sign", document.name, *more, *keys]) == 2
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in document.parent.iterdir()) == before


def test_a_certificate_is_needed(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sign", str(document), "--field", "secretary"]) == 2
    assert "--certificate" in capsys.readouterr().err


def test_a_document_without_fields_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "protokoll.pdf"
    assert main(["render", str(resource("sample", "meeting.json")), "-o", str(path)]) == 0
    capsys.readouterr()
    assert main(["sign", str(path)]) == 0
    assert capsys.readouterr().out == "The PDF has no signature fields.\n"
