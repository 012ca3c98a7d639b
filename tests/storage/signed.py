"""The sample meeting in a library of its own, and its way through signing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kcdesk.domain.approval import Approval
from kcdesk.domain.meeting import Meeting
from kcdesk.exchange.reader import read_meeting
from kcdesk.paths import resource
from kcdesk.services.attach_file import attach_file
from kcdesk.services.edit_approval import set_approved
from kcdesk.services.import_meeting import import_meeting
from kcdesk.services.sealer import SentText
from kcdesk.services.send_summons import sent_summons, summons_text
from kcdesk.services.session import EditingSession
from kcdesk.services.sign_minutes import sealing, sending, taking_back
from kcdesk.storage.library_file import LibraryFile

DAY = date(2026, 11, 24)


def with_sample(path: Path) -> tuple[LibraryFile, EditingSession]:
    """Make a library of the sample meeting and open the meeting."""
    library = LibraryFile.new(path, author="Lisa Nyman")
    imported = import_meeting(
        read_meeting(resource("sample", "meeting.json").read_bytes()), library
    )
    return library, EditingSession(imported.meeting_id, library)


def approvals(session: EditingSession) -> tuple[Approval, Approval]:
    """Return the immediate approval and that of the rest."""
    at_once, rest = session.records.children(session.stream_id, Approval)
    assert at_once.items
    return at_once, rest


def summon_with_file(
    library: LibraryFile, session: EditingSession, folder: Path
) -> tuple[str, str]:
    """Send a kallelse with a file "Planen"; return the hashes of the file and of what was sent."""
    file = folder / "plan.txt"
    file.write_text("Planen", "utf-8")
    sha256, size = library.put_file(file)
    session.perform(attach_file(session.records, session.stream_id, file.name, sha256, size))
    body = library.load(session.records.root(Meeting).body_id or "")
    snapshot = library.keep_text(summons_text(session.records, body))
    session.perform(sent_summons(session.records, snapshot, DAY))
    return sha256, snapshot


def send(library: LibraryFile, session: EditingSession, approval_id: str) -> SentText:
    session.close_typing()
    group = sending(session.records, approval_id, DAY)
    sent = library.sealer.send(session.stream_id, approval_id, group, DAY)
    session.reload()
    return sent


def take_back(library: LibraryFile, session: EditingSession, approval_id: str) -> None:
    library.sealer.take_back(
        session.stream_id, approval_id, taking_back(session.records, approval_id)
    )
    session.reload()


def seal(library: LibraryFile, session: EditingSession, approval_id: str) -> None:
    session.perform(set_approved(session.records, approval_id, DAY))
    group = sealing(session.records, approval_id)
    library.sealer.seal(session.stream_id, approval_id, group, DAY)
    session.reload()
