"""The samples tell one story: in October the board decided what it comes back to in November."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kcdesk.__main__ import main
from kcdesk.documents import Document, render
from kcdesk.documents.usual_job import usual_job
from kcdesk.domain.final_force import Appeal, Delivery, FinalForce
from kcdesk.domain.item import Item, ItemLink
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.meeting_state import MeetingState
from kcdesk.exchange.reader import read_meeting
from kcdesk.paths import resource
from kcdesk.services.body_meetings import other_meetings
from kcdesk.services.export_meeting import export_meeting
from kcdesk.services.import_meeting import import_meeting
from kcdesk.storage.library_file import LibraryFile
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.reading import hear


def sample(name: str) -> bytes:
    return resource("sample", f"{name}.json").read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.kcdesk"
    library = LibraryFile.new(path)
    november = import_meeting(read_meeting(sample("meeting")), library)
    october = import_meeting(read_meeting(sample("october")), library)
    assert october.body_id == november.body_id
    assert (october.new_body, october.new_persons) == (False, 0)
    library.close()
    return path


def test_both_meetings_are_of_one_body_told_alike() -> None:
    november, october = (json.loads(sample(name)) for name in ("meeting", "october"))
    # What the body plans stands in one of the files alone; the library has it from there.
    assert {**november["body"], **october["body"]} == november["body"]
    known = {each["id"]: each for each in november["persons"]}
    assert all(known[each["id"]] == each for each in october["persons"])


def test_the_paragraphs_go_on_and_what_november_refers_to_was_decided(path: Path) -> None:
    library = LibraryFile.open(path)
    november, october = (library.load(each.id) for each in library.meetings())
    first, count = (
        october.root(Meeting).first_paragraph,
        len(october.children(october.root_id, Item)),
    )
    assert first is not None
    assert november.root(Meeting).first_paragraph == first + count
    assert october.root(Meeting).day.day == date(2026, 10, 1)
    titles = {}
    for at, item in enumerate(october.children(october.root_id, Item)):
        titles[f"Styrelsen 2026-10-01 § {first + at}"] = item.title
    referred = {
        titles[text]: november.get(Item, link.owner_id).title
        for link in november.all(ItemLink)
        if (text := link.text.partition(" om ")[0]) in titles
    }
    assert referred == {
        "Ekonomisk lägesrapport": "Ekonomisk lägesrapport",
        "Samordnad konsumentvägledning": "Samordnad konsumentvägledning",
    }
    library.close()


def test_october_is_finished_and_nothing_in_it_waits(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = LibraryFile.open(path)
    _november, summary = library.meetings()
    october = library.load(summary.id)
    assert summary.state is MeetingState.DONE
    assert [each.is_confirmed for each in october.all(FinalForce)] == [True]
    assert all(each.settled_on is not None for each in october.all(Appeal))
    assert [each.is_settled for each in october.all(Delivery)] == [True]
    bundle = export_meeting(summary.id, library)
    text = hear(render(usual_job(bundle, SwedishCalendar())).pdf).text
    assert "Laga kraft2026-10-31 (inte §§ 47, 49)" in text.replace("\u00a0", " ")
    job = usual_job(
        bundle,
        SwedishCalendar(),
        document=Document.YEARBOOK,
        further=other_meetings(bundle, library),
    )
    assert "§§ 44–51" in hear(render(job).pdf).text.replace("\u00a0", " ")
    library.close()
    assert main(["watch", "--library", str(path)]) == 0
    assert "2026-10-01" not in capsys.readouterr().out
    assert main(["check", "--library", str(path), "--meeting", summary.id]) == 0
    assert capsys.readouterr().out.strip().count("\n") == 0  # nothing to remark on
