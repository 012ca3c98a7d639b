"""A body's year for an archive: every file is there, described, and whole by its checksum."""

from __future__ import annotations

import io
import json
import zipfile
from hashlib import sha256

from kcdesk.documents import Copy
from kcdesk.documents.output import write
from tests.documents.test_yearbook import FILES, SIGNED, job

DATA = {"spring": b'{"spring": 1}', "meeting": b'{"meeting": 1}'}


def parts(**options: object) -> dict[str, bytes]:
    content = write(job(files=FILES, **options), ".zip", DATA)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_archive_holds_the_volume_each_meeting_and_what_belongs_to_it() -> None:
    assert set(parts()) == {
        "Årsvolym 2026.pdf",
        "2026-03-02 spring/Protokoll.pdf",
        "2026-03-02 spring/Protokoll.json",
        "2026-03-02 spring/Undertecknat original Protokoll.pdf",
        "2026-03-02 spring/Bilaga 1 Rapport.pdf",
        "2026-11-12 meeting/Protokoll.pdf",
        "2026-11-12 meeting/Protokoll.json",
        "metadata.json",
        "sha256sums.txt",
    }


def test_each_file_has_its_checksum() -> None:
    found = parts()
    lines = found["sha256sums.txt"].decode().splitlines()
    sums = dict(reversed(line.split("  ", 1)) for line in lines)
    assert set(sums) == set(found) - {"sha256sums.txt"}
    assert all(sha256(found[name]).hexdigest() == value for name, value in sums.items())
    assert found["2026-03-02 spring/Undertecknat original Protokoll.pdf"] == SIGNED


def test_the_description_names_the_meetings_and_their_files() -> None:
    about = json.loads(parts()["metadata.json"])
    assert about["body"] == "Styrelsen"
    first = about["meetings"][0]
    assert first["day"] == "2026-03-02"
    assert first["items"] == "§ 1"
    assert first["approved"] == ["2026-03-09"]
    assert len(first["files"]) == 4


def test_the_public_archive_holds_neither_data_nor_originals() -> None:
    names = set(parts(copy=Copy.PUBLIC))
    assert not any(name.startswith("2026") and name.endswith(".json") for name in names)
    assert not any("Undertecknat" in name for name in names)


def test_the_same_year_has_the_same_bytes() -> None:
    one, other = (write(job(files=FILES), ".zip", DATA) for _ in range(2))
    assert one == other
