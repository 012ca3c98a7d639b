"""Gathering the files that meetings name."""

from __future__ import annotations

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.services.attached_files import attached_files
from kcdesk.services.body_meetings import year_of
from kcdesk.services.bundle import MeetingBundle

ONE, TWO = "1" * 64, "2" * 64


class Shelf:
    """Keeps one file."""

    def read_file(self, sha256: str) -> bytes:
        if sha256 != ONE:
            raise KeyError(sha256)
        return b"one"


def test_each_file_is_read_once_and_what_is_not_here_is_said() -> None:
    rows = [
        Attachment(id=str(number), owner_id="m", position=f"{number}V", name=name, sha256=key)
        for number, (name, key) in enumerate(
            (("a.pdf", ONE), ("b.pdf", TWO), ("again.pdf", ONE), ("named only", ""))
        )
    ]
    found = attached_files([Records("m", [Meeting(id="m"), *rows])], Shelf())
    assert found.contents == {ONE: b"one"}
    assert [each.params["name"] for each in found.missing] == ["b.pdf"]


def test_a_meeting_without_a_day_is_of_no_year() -> None:
    meeting = Records("m", [Meeting(id="m")])
    assert year_of(MeetingBundle(meeting, meeting, meeting)) is None
