"""Åtgärdslista: what is to be done, of one meeting or of a body over time, by day or by owner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kcdesk.documents.item.action import owner_name, owners
from kcdesk.documents.kind import Kind
from kcdesk.documents.layout.container import Container
from kcdesk.documents.opening import opening, plain_running
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN
from kcdesk.documents.table import CellText, TableText, table
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.person_name import sort_key
from kcdesk.services.document_choice import ActionOrder
from kcdesk.wording import moment
from kcdesk.wording.action import action_state
from kcdesk.wording.head import body_line
from kcdesk.wording.secrecy import withheld

_NEVER = "9999-99-99"  # sorts after every day


@dataclass(frozen=True, slots=True)
class _Entry:
    """An action, and the meeting that it is told from: the only one, or one of several."""

    story: Story
    item: Item
    action: Action
    of_several: bool = False

    @property
    def is_withheld(self) -> bool:
        return self.action.secret and self.story.is_public

    @property
    def owners(self) -> tuple[ActionOwner, ...]:
        return self.story.records.children(self.action.id, ActionOwner)

    @property
    def sorting(self) -> tuple[str, str]:
        day = self.action.due.day
        held = self.story.meeting.day.day
        return (
            day.isoformat() if day else _NEVER,
            held.isoformat() if held else _NEVER,
        )


def title(story: Story) -> str:
    """Return "Åtgärdslista"."""
    return story.texts.text("List of actions")


def action_list(story: Story, root: Element) -> Pieces:
    """Return the pieces of a list of actions."""
    front = root.add("Sect")
    line = None if not story.job.further else body_line(story.body)
    pieces = opening(story, front, title(story), line)
    found = sorted(_entries(story), key=_by_day)
    if not found:
        words = story.texts.text("There are no actions.")
        paragraph = story.typesetter.paragraph(front.add("P"), words, story.styles.text)
        return [*pieces, paragraph]
    if story.job.order is ActionOrder.OWNER:
        return [*pieces, *_by_owner(story, root, found)]
    return [*pieces, _table(story, front, found, with_owner=True)]


def running_text(story: Story) -> RunningText:
    """Return the head of a list of actions; one over time is of no single day."""
    running = plain_running(story, title(story))
    return replace(running, document=title(story)) if story.job.further else running


def _by_day(entry: _Entry) -> tuple[str, str]:
    return entry.sorting


def _entries(story: Story) -> Iterator[_Entry]:
    for each in story.meetings():
        for item in ordered_items(each.records):
            own = each.telling(item)
            for action in own.records.children(item.id, Action):
                yield _Entry(own, item, action, bool(story.job.further))


def _by_owner(story: Story, root: Element, found: Sequence[_Entry]) -> Pieces:
    """Return a table under the name of each who is to act; an action of several stands at each."""
    nobody = story.texts.text("Without an owner")
    groups: dict[str, list[_Entry]] = {}
    for entry in found:
        names = [owner_name(entry.story, each) for each in entry.owners]
        for name in dict.fromkeys(filter(None, names)) or (nobody,):
            groups.setdefault(name, []).append(entry)
    pieces: Pieces = []
    named = sorted(groups.keys() - {nobody}, key=sort_key)
    for name in [*named, *(groups.keys() & {nobody})]:
        section = root.add("Sect")
        heading = story.typesetter.paragraph(
            section.add("H2"), name, story.styles.heading, bookmark=story.mark(name)
        )
        listed = _table(story, section, groups[name], with_owner=False, owner=name)
        before = story.styles.heading.before
        pieces.append(Container([heading, listed], heading=1, before=before))
    return pieces


def _table(
    story: Story,
    parent: Element,
    found: Sequence[_Entry],
    *,
    with_owner: bool,
    owner: str = "",
) -> Container:
    texts = story.texts
    head: list[CellText] = [[texts.text("Action")], [texts.text("Due date")], [texts.text("State")]]
    shares = [64.0, 18.0, 18.0]
    if with_owner:
        head.insert(1, [texts.text("Owner")])
        shares = [45.0, 24.0, 16.0, 15.0]
        if any(len(_states(each, owner)) > 1 for each in found):
            shares = [36.0, 22.0, 15.0, 27.0]  # room for "Henrik Sjöö: klar 2026-11-06"
    rows = []
    for entry in found:
        row: list[CellText] = [
            _what(entry),
            [] if entry.is_withheld else [moment.day(texts, entry.action.due)],
            [] if entry.is_withheld else _states(entry, owner),
        ]
        if with_owner:
            row.insert(1, [] if entry.is_withheld else [owners(entry.story, entry.action)])
        rows.append(row)
    return table(story.typesetter, parent, TableText(head, rows, shares=shares), COLUMN)


def _what(entry: _Entry) -> CellText:
    """Return the action, its note, and where it was agreed."""
    story, action = entry.story, entry.action
    texts = story.texts
    where = story.places.item(_top_numbered(entry))
    day = moment.day(texts, story.meeting.day) if entry.of_several else ""
    origin = ", ".join(part for part in (where, day) if part)
    quiet = story.typesetter.plain(origin, story.styles.small_quiet)
    if entry.is_withheld:
        return [withheld(texts, action.secrecy_ground), quiet]
    return [action.text, action.note, quiet]


def _top_numbered(entry: _Entry) -> str:
    """Return the id of the item that an action's number is read from."""
    records, item = entry.story.records, entry.item
    while not entry.story.numbers.get(item.id):
        above = records.find(Item, item.owner_id)
        if above is None:
            break
        item = above
    return item.id


def _states(entry: _Entry, owner: str) -> list[str]:
    """Return how far it has come: once where all owners have come equally far."""
    texts, found = entry.story.texts, entry.owners
    if owner:
        found = tuple(each for each in found if owner_name(entry.story, each) == owner) or found
    told = [action_state(texts, each.state, each.done_on) for each in found]
    if entry.action.any_owner and ActionState.DONE in {each.state for each in found}:
        told = [text for text, each in zip(told, found, strict=True) if each.state is _DONE]
    if len(set(told)) <= 1:
        return told[:1] or [action_state(texts, ActionState.OPEN, None)]
    return [
        f"{owner_name(entry.story, each)}: {text}" for each, text in zip(found, told, strict=True)
    ]


_DONE = ActionState.DONE

KIND = Kind(title, action_list, running_text)
