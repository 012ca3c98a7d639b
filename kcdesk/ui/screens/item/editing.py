"""What the parts of the item editor share: the item, how to change it, who is at the meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from kcdesk.domain.body import Body
from kcdesk.domain.item import Item
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.participant import Participant
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import Catalogue, catalogue
from kcdesk.services.edit_attendance import meeting_day
from kcdesk.services.edit_known_word import add_known_word
from kcdesk.services.read_moment import read_moment
from kcdesk.services.read_people import (
    NamedPeople,
    directory,
    participant_names,
    read_people,
)
from kcdesk.services.read_presenters import read_presenters
from kcdesk.ui.qt.here import customary_lead_in
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from kcdesk.wording.subject import body_subject


class ItemEditing:
    """One item that is being edited."""

    def __init__(
        self,
        context: MeetingContext,
        item_id: str,
        host: QWidget,
        ask_for_part: Callable[[str], None],
    ) -> None:
        self.host = host  # what parts are made in: moving them later would style them again
        self.context = context
        self.item_id = item_id
        self.ask_for_part = ask_for_part  # by its name (``addition.additions``)
        self.calm = False  # read at the meeting: nothing but the text, and one line about it
        self.shows_files = False  # its attachments all the same

    @property
    def records(self) -> Records:
        """The newest rows."""
        return self.context.bridge.records

    @property
    def item(self) -> Item:
        """The item as it is now."""
        return self.records.get(Item, self.item_id)

    @property
    def texts(self) -> Catalogue:
        """The language of the minutes."""
        return catalogue(profile(self.context.body, self.records).language)

    @property
    def subject(self) -> str:
        """How the body's decisions begin."""
        return body_subject(self.texts, self.context.body.root(Body))

    @property
    def is_formal(self) -> bool:
        """Whether there are §§, votes and reservations in the law's sense."""
        return profile(self.context.body, self.records).is_formal

    def today(self) -> date:
        """The day that "fredag" is seen from."""
        return self.context.clock.today()

    def read_day(self, text: str) -> Moment:
        """Return the day that words mean, seen from the meeting."""
        return read_moment(text, self.today(), meeting_day(self.records))

    def customary_lead_in(self) -> str:
        """How the body's decisions begin, in its language ("Styrelsen beslutar")."""
        return customary_lead_in(self.context.body)

    def check_spelling(self, text: RichTextEdit) -> None:
        """Mark what no dictionary has, where there is one for the language of the minutes."""
        if self.context.speller is not None:
            from kcdesk.ui.widgets.rich_text.spelling import SpellingMarks

            marks = SpellingMarks(text, self.context.speller)
            marks.word_added.connect(self._on_word_added)

    def _on_word_added(self, word: str) -> None:
        bridge = self.context.people_bridge
        bridge.perform(add_known_word(bridge.records, word))

    def perform(self, group: Group) -> str:
        """Make a change; returns the id of the first row that it made, or nothing."""
        self.context.bridge.perform(group)
        made = (each.row.id for each in group.operations if isinstance(each, Insert))
        return next(made, "")

    def read_people(self, text: str) -> NamedPeople:
        """Read names, first names and initials as people."""
        known = directory(self.records, self.context.people)
        return read_people(text, known, participant_names(self.records))

    def read_presenters(self, text: str) -> NamedPeople:
        """Read people with title and organisation in parentheses."""
        known = directory(self.records, self.context.people)
        return read_presenters(text, known, participant_names(self.records))

    def names(self) -> list[str]:
        """The names that complete, in the order of the list."""
        rows = self.records.children(self.records.root_id, Participant)
        return [row.name for row in rows if row.name]
