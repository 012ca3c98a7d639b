"""``kcdesk check``: from the words typed to exit code and output; everything real."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kcdesk.__main__ import main
from kcdesk.paths import resource

SAMPLE = resource("sample", "meeting.json")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """The sample with a vote of somebody who did not serve, and approved late."""

    def spoil(meeting: dict[str, Any]) -> None:
        vote = next(item for item in meeting["items"] if "votes" in item)["votes"][0]
        vote["ballots"].append({"participant_id": "p-mikael"})
        meeting["approvals"][1]["approved_on"] = "2026-11-30"
        for notice in meeting["approvals"][1]["notices"]:
            notice["posted_on"] = "2026-12-01"

    return written(tmp_path / "spoilt.json", spoil)


def written(path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    whole = json.loads(SAMPLE.read_text("utf-8"))
    change(whole["meeting"])
    path.write_text(json.dumps(whole), "utf-8")
    return path


def plain(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return json.loads(capsys.readouterr().out)


def test_the_list_names_each_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--list", "--json"]) == 0
    listed = plain(capsys)
    numbers = [each["number"] for each in listed]
    assert numbers == sorted(set(numbers))
    for each in listed:
        assert each["severity"] in ("must", "practice", "tip")
        assert each["severity"] == each["severities"][0]
        assert each["source"]
        assert each["regimes"]
    assert main(["check", "--list"]) == 0
    assert "15  The minutes are approved at the latest 14 days after the meeting\n" in (
        capsys.readouterr().out
    )


def test_a_meeting_without_musts_is_fine(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SAMPLE)]) == 0
    assert "Should (6)\n  26  § 54: Missing: recipients. By good practice.\n" in (
        capsys.readouterr().out
    )


def test_what_must_be_is_found_and_told(capsys: pytest.CaptureFixture[str], spoilt: Path) -> None:
    assert main(["check", str(spoilt), "--json"]) == 1
    musts = [each for each in plain(capsys) if each["severity"] == "must"]
    assert [(each["number"], each["place"], each["source"]) for each in musts] == [
        (9, "§ 56", "KL 5:67, 6:30"),
        (15, "Approval", "KL 5:69"),
    ]
    assert musts[0]["text"] == "Mikael Lindvall voted, but did not serve."
    assert (musts[0]["area"], musts[0]["field"]) == ("item", "ballots")
    assert main(["check", str(spoilt)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("Must (2)\n   9  § 56: Mikael Lindvall voted, but did not serve.")
    assert "Deviates from KL 5:69." in said


def test_findings_are_told_in_swedish(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, spoilt: Path
) -> None:
    monkeypatch.setenv("LANGUAGE", "sv")
    assert main(["check", str(spoilt)]) == 1
    said = capsys.readouterr().out
    assert "Mikael Lindvall röstade men tjänstgjorde inte. Avviker från KL 5:67, 6:30." in said
    assert "ogiltig" not in said


def test_a_meeting_of_a_library_is_seen_among_its_neighbours(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def earlier(meeting: dict[str, Any]) -> None:
        meeting["id"] = "earlier"
        meeting["day"] = {"day": "2026-10-01"}
        meeting["first_paragraph"] = 30
        meeting["items"] = [{"title": "Mötets öppnande"}]
        for name in ("adjournments", "participants", "approvals"):
            del meeting[name]

    library = tmp_path / "a.kcdesk"
    files = [str(SAMPLE), str(written(tmp_path / "earlier.json", earlier))]
    assert main(["import", *files, "--library", str(library)]) == 0
    capsys.readouterr()
    assert main(["check", "--library", str(library), "--meeting", "latest", "--json"]) == 0
    assert "Begins with § 52, but the meeting before ends with § 30." in [
        each["text"] for each in plain(capsys)
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--library", "nowhere.kcdesk"],
        ["--meeting", "latest"],
        [str(SAMPLE), "--meeting", "latest"],
        ["--library", "nowhere.kcdesk", "--meeting", "latest"],
        ["nowhere.json"],
    ],
)
def test_wrong_use_is_told_on_the_error_stream(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("kcdesk: ")


def test_a_meeting_against_which_nothing_stands(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def clean(meeting: dict[str, Any]) -> None:
        meeting["items"] = [item for item in meeting["items"] if item["id"] not in ("i54", "i60")]
        for item in meeting["items"]:
            item.pop("actions", None)
            for recipient in item.get("recipients", []):
                recipient["dispatches"] = [{"sent_on": "2026-11-25", "sent_by": "Lisa Nyman"}]
            for sub_item in item.get("items", []):
                sub_item.pop("actions", None)
        for approval in meeting["approvals"]:
            approval.pop("signatures", None)
        for participant in meeting["participants"]:
            for role in participant.get("roles", []):
                role.pop("until_item_id", None)

    assert main(["check", str(written(tmp_path / "clean.json", clean))]) == 0
    assert capsys.readouterr().out == "Nothing to remark.\n"
