"""Formal minutes: the first page, the items by §, the end."""

from __future__ import annotations

from kcdesk.documents.closing import meeting_attachments
from kcdesk.documents.coming_meetings import meetings_at_end
from kcdesk.documents.correction import corrections, listed_corrections
from kcdesk.documents.front.attendance import add_people
from kcdesk.documents.front.fact import Facts
from kcdesk.documents.front.notice import approved_items, notice_box
from kcdesk.documents.front.seal import disagreements, fingerprints
from kcdesk.documents.front.signature import approver_names, signature_lines, signers
from kcdesk.documents.item.item import items
from kcdesk.documents.kind import Kind
from kcdesk.documents.layout.composer import CoverEnd
from kcdesk.documents.layout.container import Container
from kcdesk.documents.opening import opening
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import RunningText, document_name
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.approval import Approval
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Adjournment
from kcdesk.wording import moment
from kcdesk.wording.head import minutes_title
from kcdesk.wording.sentence import capital


def title(story: Story) -> str:
    """Return "Protokoll", or the meeting's own title."""
    return minutes_title(story.texts, story.meeting, formal=True)


def protocol(story: Story, root: Element) -> Pieces:
    """Return the pieces of formal minutes."""
    front = root.add("Sect")
    pieces: Pieces = [
        *opening(story, front, title(story)),
        *fingerprints(story, front),
        *_facts(story, front),
        *corrections(story, front, story.records.root_id),
    ]
    people = signers(story)
    if people:
        pieces.append(signature_lines(story, front, people))
    pieces += disagreements(story, front)
    pieces += [
        notice_box(story, root, approval)
        for approval in story.records.children(story.records.root_id, Approval)
    ]
    rest = [
        *items(story, root),
        *meetings_at_end(story, root),
        *meeting_attachments(story, root),
    ]
    return [*pieces, CoverEnd(), *rest] if rest else pieces


def running_text(story: Story) -> RunningText:
    """Return the head and foot of formal minutes."""
    texts, meeting = story.texts, story.meeting
    name = title(story)
    day = moment.day(texts, meeting.day)
    approvals = story.records.children(story.records.root_id, Approval)
    signing = 1 + max((len(approver_names(story, each)) for each in approvals), default=1)
    dots = " ".join(["………"] * min(signing, 3))
    initials = texts.text("Initials of the approvers")
    certified = texts.text("Extract certified")
    return RunningText(
        story.body.organisation or story.body.name,
        story.body.name if story.body.organisation else "",
        document_name(story, name, day),
        f"{initials} {dots}",
        f"{certified} ………………",
    )


def _facts(story: Story, parent: Element) -> Pieces:
    texts, meeting = story.texts, story.meeting
    facts = Facts(story, parent)
    facts.add(texts.text("Place and time"), _place_and_time(story), *_adjournments(story))
    add_people(story, facts)
    facts.add(texts.text("Chosen to approve"), *_chosen(story))
    facts.add(texts.text("Place and time of approval"), *_approved(story))
    numbered = [item.id for item in story.records.children(meeting.id, Item)]
    facts.add(texts.text("Paragraphs"), story.places.items(numbered))
    facts.add(texts.text("Corrections"), *listed_corrections(story))
    return [Container(facts.rows, after=4.0)]


def _place_and_time(story: Story) -> str:
    texts, meeting = story.texts, story.meeting
    start = meeting.actual_start or meeting.planned_start
    end = meeting.actual_end or meeting.planned_end
    place = meeting.place
    if meeting.remote:
        remote = texts.text("at a distance")
        place = texts.text("{place}, and {remote}", place=place, remote=remote) if place else remote
    return capital(", ".join(part for part in (place, moment.time_span(texts, start, end)) if part))


def _adjournments(story: Story) -> list[str]:
    texts = story.texts
    lines = []
    for each in story.records.children(story.meeting.id, Adjournment):
        where = story.places.item(each.item_id) if each.item_id else ""
        span = moment.time_span(texts, each.from_time, each.until_time)
        words = " ".join(part for part in (texts.text("Adjourned"), span) if part)
        lines.append(f"{words} ({where})" if where else words)
    return lines


def _chosen(story: Story) -> list[str]:
    """Return the approvers: once where the same approve it all, else with their §§."""
    texts = story.texts
    named = [
        (texts.listed(approver_names(story, each)), story.places.items(each.items))
        for each in story.records.children(story.meeting.id, Approval)
    ]
    if len({names for names, _ in named}) == 1:
        return [named[0][0]]
    return [f"{names}, {where}" if where else names for names, where in named if names]


def _approved(story: Story) -> list[str]:
    """Return the place and day of each approval, with its §§ where there are several."""
    approvals = story.records.children(story.meeting.id, Approval)
    told = [(_place_and_day(story, each), approved_items(story, each)) for each in approvals]
    if len(told) == 1:
        return [told[0][0]]
    placed = [(place, story.places.items(items)) for place, items in told if place]
    return [f"{place} ({where})" if where else place for place, where in placed]


def _place_and_day(story: Story, approval: Approval) -> str:
    day = approval.approved_on or approval.planned_on
    when = story.texts.day(day) if day else ""
    if approval.planned_time and not approval.approved_on:
        when = f"{when} {moment.time_span(story.texts, approval.planned_time, None)}".strip()
    return ", ".join(part for part in (approval.place, when) if part)


KIND = Kind(title, protocol, running_text)
