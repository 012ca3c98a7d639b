"""The boxed proof that the approval was announced (anslag, bevis; KL 8:12)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kcdesk.documents.front.fact import Pair, pairs
from kcdesk.documents.layout.container import Box, Container
from kcdesk.documents.layout.line import Stretch
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN, FINE
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.appeal_right import AppealRight, appeal_right
from kcdesk.domain.approval import Approval, DateKey, DateOverride, Notice
from kcdesk.domain.deadline import last_appeal_day, post_by, take_down
from kcdesk.domain.decision import AppealRoute, Decision
from kcdesk.domain.final_force import Appeal
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.schedule import confirmation
from kcdesk.wording import moment
from kcdesk.wording.sentence import ended

_PADDING = 12.0
_LABELS = 104.0


@dataclass(frozen=True, slots=True)
class Day:
    """A day that has come, or one that is planned."""

    day: date | None
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class NoticeDays:
    """The days of one approval; that of laga kraft only once somebody has confirmed it."""

    approved: Day
    posted: Day
    last_appeal: Day
    removed: Day
    force: Day = Day(None)


def notice_days(story: Story, approval: Approval) -> NoticeDays:
    """Return what happened and, where nothing has yet, what is planned or computed."""
    try:
        return _counted(story, approval)
    except OverflowError:  # 9999-12-31, as some registers write "for ever", has no day after it
        approved = _happened(approval.approved_on, approval.planned_on)
        return NoticeDays(approved, Day(None), Day(None), Day(None))


def _counted(story: Story, approval: Approval) -> NoticeDays:
    notices = story.records.children(approval.id, Notice)
    overrides = {
        each.key: each.day
        for each in story.records.children(approval.id, DateOverride)
        if each.day is not None
    }
    approved = _happened(approval.approved_on, approval.planned_on)
    posted_days = [each.posted_on for each in notices if each.posted_on]
    all_posted = bool(notices) and len(posted_days) == len(notices)
    posted = Day(None)
    if all_posted:
        posted = Day(max(posted_days))
    elif approved.day is not None:
        limit = post_by(approved.day, story.job.calendar).day
        posted = Day(overrides.get(DateKey.POST_BY) or limit, is_planned=True)
    if posted.day is None:
        return NoticeDays(approved, posted, Day(None), Day(None))
    counted = posted_days if all_posted else [*posted_days, posted.day]
    appeal = last_appeal_day(counted, story.job.calendar)
    appeal_day = overrides.get(DateKey.LAST_APPEAL_DAY) or appeal.day
    held = replace(appeal, day=appeal_day)
    removal = overrides.get(DateKey.TAKE_DOWN) or take_down(held, story.profile.take_down).day
    removed_days = [each.removed_on for each in notices if each.removed_on]
    all_removed = bool(notices) and len(removed_days) == len(notices)
    force = overrides.get(DateKey.FINAL_FORCE) or appeal_day + timedelta(days=1)
    down = Day(max(removed_days)) if all_removed else Day(removal, is_planned=True)
    if story.profile.only_prepares:  # nothing can be appealed (KL 13:2)
        return NoticeDays(approved, posted, Day(None), down)
    return NoticeDays(
        approved,
        posted,
        Day(appeal_day, is_planned=not all_posted),
        down,
        Day(force if confirmation(story.records, approval) is not None else None),
    )


def _happened(actual: date | None, planned: date | None) -> Day:
    return Day(actual) if actual else Day(planned, is_planned=True)


def notice_box(story: Story, parent: Element, approval: Approval) -> Container:
    """Return the box of one approval."""
    story = story.telling_all(approval.items)
    setter, styles, texts = story.typesetter, story.styles, story.texts
    section = parent.add("Sect")
    title = texts.text("Notice and proof")
    pieces: Pieces = [
        setter.paragraph(
            section.add("H2"), title, styles.decision_label, bookmark=story.mark(title)
        ),
        setter.paragraph(section.add("P"), _sentence(story, approval), styles.small),
    ]
    pieces += pairs(story, section, _facts(story, approval), COLUMN - 2 * _PADDING, _LABELS)
    return Container(
        pieces,
        left=_PADDING,
        right=_PADDING,
        top=_PADDING - 3,
        bottom=_PADDING - 1,
        before=14.0,
        after=16.0,
        decoration=Box(FINE, styles.accent),
        together=True,
    )


def _sentence(story: Story, approval: Approval) -> str:
    texts = story.texts
    boards = [each.board or each.address for each in story.records.children(approval.id, Notice)]
    names = texts.listed(name for name in boards if name)
    posted = notice_days(story, approval).posted
    announced = posted.day is not None and not posted.is_planned
    if not names:
        return (
            texts.text("The approval has been announced on the notice board.")
            if announced
            else texts.text("The approval is announced on the notice board.")
        )
    if announced:
        return ended(texts.text("The approval has been announced on: {boards}", boards=names))
    return ended(texts.text("The approval is announced on: {boards}", boards=names))


def _facts(story: Story, approval: Approval) -> list[Pair]:
    texts, body = story.texts, story.body
    days = notice_days(story, approval)
    last_appeal = days.last_appeal if right_to_appeal(story, approval).is_reviewed else Day(None)
    organ = body.name or body.organisation
    facts = [
        Pair(texts.text("Body"), _plain(story, organ)),
        Pair(texts.text("Day of the meeting"), _plain(story, moment.day(texts, story.meeting.day))),
        Pair(
            texts.text("Paragraphs"), _plain(story, story.places.items(_own_items(story, approval)))
        ),
        Pair(texts.text("Approval"), _day(story, days.approved)),
        Pair(texts.text("Notice posted"), _day(story, days.posted)),
        Pair(texts.text("Last day to appeal"), _day(story, last_appeal)),
        Pair(texts.text("Notice taken down"), _day(story, days.removed)),
        Pair(texts.text("Legal force"), _force(story, approval, days.force)),
        Pair(
            texts.text("The minutes are kept at"),
            _plain(story, approval.storage_location or body.storage_location),
        ),
    ]
    by_hand = texts.text("to be signed by hand")
    return [
        *(each for each in facts if each.value),
        Pair(texts.text("Signature"), _plain(story, "…" * 12), by_hand),
    ]


def _force(story: Story, approval: Approval, day: Day) -> list[Stretch]:
    """Return the day of laga kraft and the §§ that it does not hold for; nothing where all were
    appealed against.
    """
    appeals = story.records.children(approval.id, Appeal)
    if day.day is None or any(not each.items for each in appeals):
        return []
    against = {id for each in appeals for id in each.items}
    top = [
        story.records.get(Item, id) for id in approved_items(story, approval) if id in story.records
    ]
    apart = [
        item.id
        for item in top
        if against & {each.id for each in (item, *ordered_items(story.records, item.id))}
        or _counts_from_delivery(story, item)
    ]
    if not apart:
        return _day(story, day)
    words = story.texts.text(
        "{day} (not {where})", day=story.texts.day(day.day), where=story.places.items(apart)
    )
    return _plain(story, words)


def _counts_from_delivery(story: Story, item: Item) -> bool:
    """Whether what an item decides has laga kraft by its own delgivning, never by the notice."""
    records = story.job.records  # the redacted rows may no longer hold the decision
    items = (item, *ordered_items(records, item.id))
    found = [row for each in items for row in records.children(each.id, Decision)]
    return bool(found) and all(each.appeal is AppealRoute.ADMINISTRATIVE for each in found)


def _own_items(story: Story, approval: Approval) -> tuple[str, ...]:
    """Return the items of one approval of several; one alone is of all, as the page says."""
    alone = len(story.records.children(story.records.root_id, Approval)) == 1
    return () if alone and not approval.items else approved_items(story, approval)


def approved_items(story: Story, approval: Approval) -> tuple[str, ...]:
    """Return the items that an approval is of; the ordinary one is of all the others."""
    if approval.items:
        return approval.items
    apart = {
        id for each in story.records.children(story.records.root_id, Approval) for id in each.items
    }
    top = story.records.children(story.records.root_id, Item)
    return tuple(item.id for item in top if item.id not in apart)


def right_to_appeal(story: Story, approval: Approval) -> AppealRight:
    """Return what can be appealed of what was approved. The rows are those that were decided: what
    a public copy leaves out can be appealed all the same.
    """
    items = approved_items(story, approval)
    return appeal_right(story.job.records, items, story.profile, story.body.organisation)


def _plain(story: Story, text: str) -> list[Stretch]:
    return story.typesetter.plain(text, story.styles.small) if text else []


def _day(story: Story, day: Day) -> list[Stretch]:
    if day.day is None:
        return []
    stretches = _plain(story, story.texts.day(day.day))
    if day.is_planned:
        planned = story.texts.text("(planned)")
        stretches += story.typesetter.plain(f" {planned}", story.styles.small_quiet)
    return stretches
