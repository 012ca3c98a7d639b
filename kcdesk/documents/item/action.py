"""The tables of what was agreed to be done, by whom and when: now, and at earlier meetings."""

from __future__ import annotations

from collections.abc import Sequence

from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.story import Story
from kcdesk.documents.table import CellText, TableText, table
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.followed_action import FollowedAction, is_same
from kcdesk.domain.item import Item
from kcdesk.domain.participant import Participant
from kcdesk.wording.action import action_state
from kcdesk.wording.moment import day
from kcdesk.wording.secrecy import withheld

_NARROW = 320.0
"""Points below which a table has no room for a column of dates."""


def action_table(story: Story, item: Item, parent: Element, width: float) -> Pieces:
    """Return an item's actions as a table, or nothing."""
    actions = [each for each in story.records.children(item.id, Action) if _says(story, each)]
    if not actions:
        return []
    texts = story.texts
    head = [[texts.text("Action")], [texts.text("Owner")], [texts.text("Due date")]]
    rows = [[_text(story, each), [owners(story, each)], [day(texts, each.due)]] for each in actions]
    return [table(story.typesetter, parent, TableText(head, rows, shares=(50, 31, 19)), width)]


def followed_table(story: Story, item: Item, parent: Element, width: float) -> Pieces:
    """Return the actions of earlier meetings that an item looks back at, each with how far it had
    come; or nothing.
    """
    found = story.records.children(item.id, FollowedAction)
    if not found:
        return []
    texts = story.texts
    head: list[CellText] = [
        [texts.text("Action of an earlier meeting")],
        [texts.text("Owner")],
        [texts.text("Due date")],
        [texts.text("State")],
    ]
    narrow = width < _NARROW
    rows = [_followed(story, each, narrow=narrow) for each in _together(found)]
    shares: tuple[int, ...] = (40, 29, 15, 16)
    if narrow:  # when it is due stands with the action, as a date would be broken
        del head[2]
        rows = [[what, who, state] for what, who, _due, state in rows]
        shares = (46, 29, 25)
    return [table(story.typesetter, parent, TableText(head, rows, shares=shares), width)]


def _together(found: Sequence[FollowedAction]) -> list[list[FollowedAction]]:
    """Return those of one action that several are to do together."""
    groups: list[list[FollowedAction]] = []
    for each in found:
        if groups and is_same(groups[-1][0], each):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _followed(story: Story, rows: list[FollowedAction], *, narrow: bool) -> list[CellText]:
    texts, first = story.texts, rows[0]
    if first.secret and story.is_public:
        return [[withheld(texts, first.secrecy_ground)], [], [], []]
    by = day(texts, first.due) if narrow else ""
    about = " · ".join(filter(None, (texts.text("due {day}", day=by) if by else "", first.origin)))
    quiet = story.typesetter.plain(about, story.styles.small_quiet)
    notes = [each.note for each in rows if each.note]
    said: CellText = [first.text, *notes, quiet] if about else [first.text, *notes]
    states = [action_state(texts, each.state, each.done_on) for each in rows]
    due = [day(texts, first.due)]
    if len(set(states)) == 1:
        return [said, [texts.listed([each.who for each in rows if each.who])], due, states[:1]]
    named = zip(rows, states, strict=True)
    apart = [f"{each.who} – {state}" if each.who else state for each, state in named]
    done = sum(each.state is ActionState.DONE for each in rows)
    some = texts.text("{count} of {all} done", count=done, all=len(rows))
    return [said, apart, due, [some]]


def _says(story: Story, action: Action) -> bool:
    """Whether anything is said: a row that was only begun prints no empty line, but the public
    copy tells where a secret one stands.
    """
    is_told = action.text or action.note or not action.due.is_unknown or owners(story, action)
    return bool(is_told or (action.secret and story.is_public))


def owners(story: Story, action: Action) -> str:
    """Return who is to act: "a, b and c", or "a or b" where one is enough."""
    names = [owner_name(story, each) for each in story.records.children(action.id, ActionOwner)]
    names = [name for name in names if name]
    if action.any_owner and len(names) > 1:
        first, last = ", ".join(names[:-1]), names[-1]
        return story.texts.text("{first} or {last}", first=first, last=last)
    return story.texts.listed(names)


def owner_name(story: Story, owner: ActionOwner) -> str:
    """Return the name of one who is to act."""
    participant = story.records.find(Participant, owner.participant_id)
    return owner.name or (participant.name if participant else "")


def _text(story: Story, action: Action) -> list[str]:
    if action.secret and story.is_public:
        return [withheld(story.texts, action.secrecy_ground)]
    return [action.text, action.note]
