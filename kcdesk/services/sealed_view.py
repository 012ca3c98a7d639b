"""A meeting as it was signed: what is out for signature or sealed is read from there.

So nothing that another program does to the rows reaches a view or a print.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kcdesk.domain.approval import Approval
from kcdesk.domain.lock import locked_rows
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, fields_outside_seal
from kcdesk.domain.seal import SealContent


def sealed_view(live: Records, contents: Iterable[SealContent]) -> Records:
    """Return the rows with the sealed ones in the place of those that stand there now."""
    rows = {row.id: row for row in live}
    for content in contents:
        approval = live.find(Approval, content.head.approval_id)
        if approval is not None:
            for stray in list(locked_rows(live, approval)):
                rows.pop(stray.id, None)
        for row in content.sealed:
            rows[row.id] = _with_what_goes_on(row, live)
    return Records(live.root_id, rows.values())


def sealed_body(contents: Iterable[SealContent], body: Records) -> Records:
    """Return the body as it was when the minutes went out; as it is now where none are."""
    for content in contents:
        if content.is_of_the_rest:
            return body_then(content, body)
    return body


def body_then(content: SealContent, body: Records) -> Records:
    """Return the body as one seal has it, with what no seal keeps as it is now."""
    kept = {row.id: row for row in content.body}
    others = (row for row in body if row.id not in kept and not content.keeps(row))
    return Records(body.root_id, [*kept.values(), *others])


def told_apart(live: Records, content: SealContent) -> Records:
    """Return what §§ sealed ahead of the rest are told from: their rows and the meeting around them
    (who was there, its head) as they were then; what lies outside the seal (corrections, notices,
    what is masked in the public copy) as it is now.

    Of the other items nothing but their heads: those are told from elsewhere, and what has been
    marked as secret in them since must not come back from an old context.
    """
    rows: dict[str, Row] = {}
    for row in content.sealed:
        rows[row.id] = _with_what_goes_on(row, live)
    for row in content.around():
        rows[row.id] = _with_what_goes_on(row, live)
    waiting = [id for id in rows if id in live]
    while waiting:
        for below in live.owned(waiting.pop()):
            if type(below).outside_seal:
                rows.update((row.id, row) for row in live.subtree(below.id))
    return Records(live.root_id, rows.values())


def _with_what_goes_on(sealed: Row, live: Records) -> Row:
    """Return a sealed row with what lies outside its seal as it is now."""
    now = live.find(type(sealed), sealed.id)
    names = fields_outside_seal(type(sealed))
    return replace(sealed, **{name: getattr(now, name) for name in names}) if now else sealed
