"""``kcdesk watch``: the sample's deadlines as lines, as JSON and as a calendar file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from kcdesk.__main__ import main
from kcdesk.paths import resource
from kcdesk.storage.library_file import LibraryFile


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "a.kcdesk"
    sample = str(resource("sample", "meeting.json"))
    assert main(["import", sample, "--library", str(path)]) == 0
    capsys.readouterr()
    return path


def test_what_is_to_be_done_is_told_soonest_first(library, capsys) -> None:
    assert main(["watch", "--library", str(library), "--on", "2026-12-04"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Send the decisions to 5 recipients" in lines[0]
    assert lines[1].split() == [
        *("2026-12-05", "soon", "Take", "down", "the", "notice", "of", "§", "59"),
        *("Styrelsen", "2026-11-12"),
    ]
    assert lines[2].strip().startswith("from 2026-12-05")
    assert len(lines) == 6
    assert "Last day for material, planned meeting" in lines[-1]


def test_something_late_is_a_finding(library, capsys) -> None:
    assert main(["watch", "--library", str(library), "--on", "2026-12-10"]) == 1
    assert " late " in capsys.readouterr().out


def test_json_gives_the_day_its_rule_and_its_source(library, capsys) -> None:
    assert main(["watch", "--library", str(library), "--on", "2026-12-04", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["today"] == "2026-12-04"
    first = told["entries"][1]
    assert {key: first[key] for key in ("kind", "day", "standing", "opens", "body")} == {
        "kind": "take_down",
        "day": "2026-12-05",
        "standing": "soon",
        "opens": False,
        "body": "Styrelsen",
    }
    assert first["source"] == "KL 8:12"
    assert [each["kind"] for each in told["entries"]].count("confirm") == 2


def test_a_calendar_file_is_written_beside_it(library, tmp_path, capsys) -> None:
    file = tmp_path / "bevaka.ics"
    assert main(["watch", "--library", str(library), "--on", "2026-12-04", "--ics", str(file)]) == 0
    found = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert len(found) == 6
    assert len({str(each["uid"]) for each in found}) == 6


def test_a_library_with_nothing_to_watch_says_so(tmp_path, capsys) -> None:
    path = tmp_path / "tom.kcdesk"
    LibraryFile.new(path).close()
    assert main(["watch", "--library", str(path)]) == 0
    assert capsys.readouterr().out == "Nothing to watch.\n"
    assert main(["watch", "--library", str(tmp_path / "none.kcdesk")]) == 2
