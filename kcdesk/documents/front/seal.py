"""The fingerprint of what is signed, small under the title: so the chain's head leaves the machine.

And what came of the signatures, in prints made when all are in.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kcdesk.documents.layout.container import Container
from kcdesk.documents.rich_text import Pieces, lead_in
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.lock import covered_items
from kcdesk.domain.participant import Participant
from kcdesk.domain.signature import Signature
from kcdesk.wording.sentence import ended

_SIZE, _LEADING = 6.5, 9.0
_GROUP = 8  # characters of a fingerprint that the eye takes in at once


def fingerprints(story: Story, parent: Element) -> Pieces:
    """Return a line for each approval whose text went out for signature."""
    approvals = story.records.children(story.records.root_id, Approval)
    sent = [each for each in approvals if each.fingerprint]
    style = replace(story.styles.small_quiet, size=_SIZE, leading=_LEADING)
    lines: Pieces = []
    for each in sent:
        mark = " ".join(
            each.fingerprint[at : at + _GROUP] for at in range(0, len(each.fingerprint), _GROUP)
        )
        covered = covered_items(story.records, each)
        where = story.places.items(covered) if len(approvals) > 1 else ""
        label = story.texts.text("Fingerprint {where}", where=where).strip()
        lines.append(story.typesetter.paragraph(parent.add("P"), f"{label}: {mark}", style))
    return [Container(lines, after=10.0)] if lines else []


def signed_days(story: Story) -> dict[tuple[str, str], list[date]]:
    """Return when each signed of what is sealed, by role and name: the signed copy itself is made
    before, and has none.
    """
    found: dict[tuple[str, str], list[date]] = {}
    for approval in story.records.children(story.records.root_id, Approval):
        if approval.sealed_on is None:
            continue
        rows: tuple[Signature | Approver, ...] = (
            *story.records.children(approval.id, Signature),
            *story.records.children(approval.id, Approver),
        )
        for row in rows:
            if row.signed_on is not None:
                role = "approver" if isinstance(row, Approver) else str(row.role)
                found.setdefault((role, _name(story, row)), []).append(row.signed_on)
    return {who: sorted(set(days)) for who, days in found.items()}


def disagreements(story: Story, parent: Element) -> Pieces:
    """Return what an approver did not agree with, and questions left to the body."""
    texts, style = story.texts, story.styles.small
    pieces: Pieces = []
    for approval in story.records.children(story.records.root_id, Approval):
        for row in story.records.children(approval.id, Approver):
            name = _name(story, row)
            if row.dissent:
                title = texts.text("{name} does not agree", name=name)
                words = [
                    *lead_in(story.typesetter, title, style),
                    *story.typesetter.plain(ended(row.dissent), style),
                ]
                pieces.append(story.typesetter.paragraph(parent.add("P"), words, style))
            if row.referred:
                sentence = texts.text(
                    "{name} has not signed; the question has been left to {body}.",
                    name=name,
                    body=story.body.name or story.body.organisation,
                )
                pieces.append(story.typesetter.paragraph(parent.add("P"), sentence, style))
    return [Container(pieces, after=10.0)] if pieces else []


def _name(story: Story, row: Signature | Approver) -> str:
    participant = story.records.find(Participant, row.participant_id)
    return row.name or (participant.name if participant else "")
