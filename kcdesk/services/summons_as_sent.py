"""The kallelse made again: from what was kept when it was sent, not from what stands there now."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.meeting_state import MeetingState
from kcdesk.domain.plain import row_from_plain
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.domain.summons import Summons
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import Copy, Document, DocumentChoice
from kcdesk.services.send_summons import FORMAT, VERSION

_log = logging.getLogger(__name__)


def to_print(
    bundle: MeetingBundle, choice: DocumentChoice, read_file: Callable[[str], bytes]
) -> MeetingBundle:
    """Return what a document is printed from: the kallelse, alone or with its attachments, as it
    was sent last, everything else from the rows.

    While a further one is being prepared (an item is announced that was in none), the rows are
    printed. So is a public copy: what has been marked as secret since must not be in it.
    """
    if choice.copy is Copy.PUBLIC or not _is_summons(bundle.meeting, choice):
        return bundle
    sent = bundle.meeting.children(bundle.meeting.root_id, Summons)
    named = {id for each in sent for id in each.items}
    items = bundle.meeting.children(bundle.meeting.root_id, Item)
    if not sent or any(item.announced and item.id not in named for item in items):
        return bundle
    kept = _kept(sent[-1].snapshot, read_file)
    if kept is None:
        return bundle
    meeting, body = kept
    numbered = _as_numbered(meeting, bundle.meeting, named)
    return replace(bundle, meeting=numbered, body=body, sealed=())


def _is_summons(meeting: Records, choice: DocumentChoice) -> bool:
    if choice.document is Document.PACKAGE:
        draft = meeting.root(Meeting).state is MeetingState.DRAFT
        return choice.base is Document.SUMMONS or (choice.base is None and draft)
    return choice.document is Document.SUMMONS


def _kept(sha256: str, read_file: Callable[[str], bytes]) -> tuple[Records, Records] | None:
    """Return meeting and body as they were kept. None where they are not here: a meeting that came
    from another library has none.
    """
    if not sha256:
        return None
    try:
        return _read(json.loads(read_file(sha256)))
    except (KeyError, TypeError, ValueError):
        _log.warning("the text of a kallelse that was sent cannot be read", exc_info=True)
        return None


def _read(data: Any) -> tuple[Records, Records]:
    if (data["format"], data["version"]) != (FORMAT, VERSION):
        raise ValueError(data["version"])
    return _records(data["meeting"]), _records(data["body"])


def _records(rows: list[Any]) -> Records:
    made = [row_from_plain(each) for each in rows]
    root = next(row for row in made if not row.owner_id)
    return Records(root.id, made)


def _as_numbered(kept: Records, now: Records, named: set[str]) -> Records:
    """Return the rows as they were with what sending gave them: each named item is announced, and
    has its number.
    """

    def sent(row: Row) -> Row:
        if not isinstance(row, Item) or row.id not in named:
            return row
        item = now.find(Item, row.id)
        number = item.agenda_number if item is not None else row.agenda_number
        return replace(row, announced=True, agenda_number=number)

    return Records(kept.root_id, [sent(row) for row in kept])
