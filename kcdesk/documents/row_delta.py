"""Sending a meeting to another process again and again: only the rows that changed travel.

Pickling all 3,000 rows of a long meeting takes some 25 ms of Python at every pause in the typing,
which a key press might have to wait for; one changed row takes microseconds. Rows never change,
so the same object is the same row.
"""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.domain.seal import SealContent
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import DocumentChoice
from kcdesk.services.preview import ALONE, Company, PreviewRequest


@dataclass(frozen=True, slots=True)
class RowDelta:
    """What changed in a stream since it was last sent."""

    root_id: str
    changed: tuple[Row, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequestDelta:
    """A ``PreviewRequest`` as it travels; to be read in the order of sending.

    ``sealed`` None: as last time. It changes only when something goes out for signature.
    ``company`` None: as last time; it may hold a year of meetings, or many files.
    """

    revision: int
    choice: DocumentChoice
    streams: tuple[RowDelta, RowDelta, RowDelta]  # body, persons, meeting
    sealed: tuple[SealContent, ...] | None = None
    company: Company | None = None


class DeltaWriter:
    """The sending end; it remembers what the other end has."""

    def __init__(self) -> None:
        self._sent: dict[str, dict[str, Row]] = {}
        self._sealed: tuple[SealContent, ...] = ()
        self._company = ALONE

    def write(self, request: PreviewRequest) -> RequestDelta:
        """Return what to send for a request."""
        bundle = request.bundle
        streams = (
            self._delta(bundle.body),
            self._delta(bundle.persons),
            self._delta(bundle.meeting),
        )
        company = None if request.company is self._company else request.company
        self._company = request.company
        sealed = self._news(bundle.sealed)
        return RequestDelta(request.revision, request.choice, streams, sealed, company)

    def _news(self, sealed: tuple[SealContent, ...]) -> tuple[SealContent, ...] | None:
        """Return seals that the other end has not, None where it has these very ones."""
        if [*map(id, sealed)] == [*map(id, self._sealed)]:
            return None
        self._sealed = sealed
        return sealed

    def _delta(self, records: Records) -> RowDelta:
        before = self._sent.get(records.root_id, {})
        now = {row.id: row for row in records}
        self._sent[records.root_id] = now
        changed = tuple(row for row in now.values() if before.get(row.id) is not row)
        return RowDelta(records.root_id, changed, tuple(id for id in before if id not in now))


class DeltaReader:
    """The receiving end."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, Row]] = {}
        self._sealed: tuple[SealContent, ...] = ()
        self._company = ALONE

    def read(self, delta: RequestDelta) -> PreviewRequest:
        """Return the request that was sent."""
        body, persons, meeting = (self._records(each) for each in delta.streams)
        if delta.sealed is not None:
            self._sealed = delta.sealed
        if delta.company is not None:
            self._company = delta.company
        bundle = MeetingBundle(body, persons, meeting, self._sealed)
        return PreviewRequest(delta.revision, bundle, delta.choice, self._company)

    def _records(self, delta: RowDelta) -> Records:
        rows = self._rows.setdefault(delta.root_id, {})
        for id in delta.removed:
            del rows[id]
        rows.update((row.id, row) for row in delta.changed)
        return Records(delta.root_id, rows.values())
