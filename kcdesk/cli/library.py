"""``kcdesk import``, ``list`` and ``export``: what goes in and out of a library."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kcdesk.cli.meeting_file import check_ending, content_for
from kcdesk.cli.output import about, say, say_json, say_warning
from kcdesk.cli.publication import may_publish
from kcdesk.cli.toolbox import Beside, OpenLibrary, Toolbox
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.durable_file import read_file, write_file
from kcdesk.i18n import _, ngettext, render
from kcdesk.services.attached_files import attached_files
from kcdesk.services.body_meetings import told_meetings
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import (
    WITH_FILES,
    Copy,
    Document,
    DocumentChoice,
)
from kcdesk.services.export_meeting import export_meeting
from kcdesk.services.import_meeting import Imported, import_meeting
from kcdesk.services.state_word import STATE_WORD
from kcdesk.services.summary import BodySummary, MeetingSummary
from kcdesk.services.summons_as_sent import to_print

LATEST = "latest"


def import_files(arguments: Namespace, toolbox: Toolbox) -> int:
    """Bring meeting files into a library, which is made where there is none.

    All files are read before any is brought in. Raises ``UserFacingError``.
    """
    bundles = []
    for path in arguments.files:
        with about(path):
            bundles.append((path, toolbox.read_meeting(read_file(path))))
    with toolbox.open_library(arguments.library, writing=True) as library:
        for path, bundle in bundles:
            with about(path):
                say(f"{path.name}: {_told(import_meeting(bundle, library))}")
    return 0


def show_list(arguments: Namespace, toolbox: Toolbox) -> int:
    """Print what stands in a library. Raises ``UserFacingError``."""
    with toolbox.open_library(arguments.library, writing=False) as library:
        bodies, meetings = library.bodies(), library.meetings()
    if arguments.json:
        say_json({"bodies": [*map(_body, bodies)], "meetings": [*map(_meeting, meetings)]})
        return 0
    for body in bodies:
        say(f"{', '.join(filter(None, (body.organisation, body.name)))}  {body.id}")
        _tell([each for each in meetings if each.body_id == body.id])
    known = {body.id for body in bodies}
    if left := [each for each in meetings if each.body_id not in known]:
        say(_("Without a body"))
        _tell(left)
    if not bodies and not meetings:
        say(_("The library is empty."))
    return 0


def export_file(arguments: Namespace, toolbox: Toolbox) -> int:
    """Write a meeting of a library as a file. Raises ``UserFacingError``."""
    path: Path = arguments.output
    check_ending(path, arguments.document)
    with toolbox.open_library(arguments.library, writing=False) as library:
        meeting_id = arguments.meeting
        if meeting_id == LATEST:
            meeting_id = latest(library.meetings()).id
        bundle = export_meeting(meeting_id, library)
        if path.suffix.lower() != ".json":
            bundle = to_print(bundle, _choice(arguments), library.read_file)
        beside = _beside(bundle, library, arguments)
        if path.suffix.lower() == ".zip":
            beside = replace(beside, data=_own_files((bundle, *beside.further), toolbox))
    if not may_publish(bundle, arguments, beside.further):
        return 1
    for each in beside.missing:
        say_warning(_("Left out: {what}", what=each))
    write_file(path, content_for(path, bundle, arguments, toolbox, beside))
    return 0


def _own_files(meetings: Sequence[MeetingBundle], toolbox: Toolbox) -> dict[str, bytes]:
    """Return each meeting as a file of its own, for an archive."""
    return {each.meeting.root_id: toolbox.write_meeting(each) for each in meetings}


def _choice(arguments: Namespace) -> DocumentChoice:
    """Return which document is asked for; None: the minutes, which of them does not matter here."""
    return DocumentChoice(
        Document(arguments.document or Document.PROTOCOL),
        copy=Copy(arguments.copy),
        over_time=arguments.over_time,
        base=Document(arguments.base) if arguments.base else None,
    )


def _beside(bundle: MeetingBundle, library: OpenLibrary, arguments: Namespace) -> Beside:
    """Return what the document needs beside its meeting: others of the body, attached files."""
    further = told_meetings(_choice(arguments), bundle, library)
    if arguments.document not in WITH_FILES:
        return Beside(further)
    found = attached_files([each.meeting for each in (bundle, *further)], library)
    return Beside(further, found.contents, found.missing)


def latest(meetings: Sequence[MeetingSummary]) -> MeetingSummary:
    """Return the meeting with the latest day. Raises ``UserFacingError`` where there is none."""
    if not meetings:
        raise UserFacingError(Message("There is no meeting in the library."))
    return max(meetings, key=lambda each: each.day.day.isoformat() if each.day.day else "")


def _told(imported: Imported) -> str:
    if imported.already_there:
        return _("is in the library already; nothing was changed.")
    parts = [_("imported as {id}", id=imported.meeting_id)]
    if imported.new_body:
        parts.append(_("its body was added"))
    if imported.new_persons:
        parts.append(
            ngettext("{count} person was added", "{count} people were added", imported.new_persons)
        )
    return f"{', '.join(parts)}."


def _tell(meetings: Sequence[MeetingSummary]) -> None:
    for each in meetings:
        day = each.day.day.isoformat() if each.day.day else each.day.text or _("no day")
        say(f"  {day:<12}{render(STATE_WORD[each.state]):<12}{each.id}  {each.title}".rstrip())


def _body(body: BodySummary) -> dict[str, Any]:
    return {
        "id": body.id,
        "organisation": body.organisation,
        "name": body.name,
        "regime": body.regime.value,
    }


def _meeting(meeting: MeetingSummary) -> dict[str, Any]:
    return {
        "id": meeting.id,
        "body_id": meeting.body_id or None,
        "day": meeting.day.day.isoformat() if meeting.day.day else None,
        "day_text": meeting.day.text,
        "title": meeting.title,
        "kind": meeting.kind.value,
        "state": meeting.state.value,
        "place": meeting.place,
    }
