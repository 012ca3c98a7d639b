"""The table of what was agreed to be done, by whom and when."""

from __future__ import annotations

from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.story import Story
from kcdesk.documents.table import TableText, table
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.action import Action, ActionOwner
from kcdesk.domain.item import Item
from kcdesk.domain.participant import Participant
from kcdesk.wording.moment import day
from kcdesk.wording.secrecy import withheld


def action_table(story: Story, item: Item, parent: Element, width: float) -> Pieces:
    """Return an item's actions as a table, or nothing."""
    actions = [each for each in story.records.children(item.id, Action) if _says(story, each)]
    if not actions:
        return []
    texts = story.texts
    head = [[texts.text("Action")], [texts.text("Owner")], [texts.text("Due date")]]
    rows = [[_text(story, each), [owners(story, each)], [day(texts, each.due)]] for each in actions]
    return [table(story.typesetter, parent, TableText(head, rows, shares=(50, 31, 19)), width)]


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
