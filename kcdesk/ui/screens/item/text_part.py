"""A section of the item's text, and what somebody said in a round."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kcdesk.domain.block import BlockKind
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Participant
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.domain.section import Contribution, Section, SectionKind
from kcdesk.i18n import _, render
from kcdesk.services.edit_section import change_section, set_speaker
from kcdesk.services.place_section import move_section
from kcdesk.services.read_people import NamedPeople, whole_name
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.line_completer import ItemCompleter
from kcdesk.ui.screens.item.part import INSET, Part, like_label
from kcdesk.ui.screens.item.row_secrecy import RowSecrecy
from kcdesk.ui.screens.item.secrecy_line import SecrecyLine, marked_secret
from kcdesk.ui.screens.item.word import SECTION_TITLES
from kcdesk.ui.widgets.inline_field import InlineField
from kcdesk.ui.widgets.people_field import PeopleField
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit


def add_text(
    part: Part,
    name: str,
    placeholder: str = "",
    *,
    missing_owner: Row | None = None,
    clause: BlockKind | None = None,
    layout: QVBoxLayout | None = None,
) -> RichTextEdit:
    """Add the rich text of a part's row."""
    text = RichTextEdit(
        part.editing.context.bridge,
        part.row_id,
        name=name,
        placeholder=placeholder,
        missing_owner=missing_owner,
        clause=clause,
        completer=ItemCompleter(part.editing),
        parent=part,
    )
    text.setViewportMargins(INSET, 0, 0, 0)
    text.stand_on_paper()
    part.editing.check_spelling(text)
    text.caret_moved.connect(partial(part.caret_moved.emit, text))
    (layout or part.body).addWidget(text)
    return text


class SectionPart(Part):
    """A section; the notes have no label, a heading of one's own is written in its place."""

    def __init__(
        self, editing: ItemEditing, row_id: str, kind: SectionKind, missing: Section | None = None
    ) -> None:
        title = render(SECTION_TITLES[kind])
        labelled = kind is SectionKind.LABELLED
        super().__init__(editing, row_id, "" if labelled or kind is SectionKind.NOTES else title)
        self.kind = kind
        self.label = InlineField(_("Heading of the section"), _("Own heading"), self)
        self.label.setVisible(labelled)
        self.label.edited.connect(self._on_labelled)
        self.label.returnPressed.connect(self._on_written)
        like_label(self.label)
        self.secrecy = SecrecyLine(self)
        self.secrecy.grounded.connect(self._on_grounded)
        self.secrecy.ground.returnPressed.connect(self._on_written)
        self.body.addWidget(self.label)
        self.body.addWidget(self.secrecy)
        invitation = _("Write here") if kind is SectionKind.NOTES else ""
        clause = BlockKind.CLAUSE if kind is SectionKind.PROPOSAL else None
        self.text = add_text(self, title, invitation, missing_owner=missing, clause=clause)

    def refresh(self, records: Records) -> None:
        """Show label and secrecy; the text follows by itself."""
        section = records.find(Section, self.row_id)
        if section is None:
            self.secrecy.hide()
            return
        self.label.show_text(section.label)
        marked = marked_secret(records, self.row_id)
        self.secrecy.show_secrecy(section.secret, section.secrecy_ground, marked=marked)
        if self.kind is not SectionKind.LABELLED:
            customary = "" if self.kind is SectionKind.NOTES else render(SECTION_TITLES[self.kind])
            self.title.setText(section.label or customary)
            self.title.setVisible(bool(self.title.text()))

    def field(self, name: str) -> QWidget | None:
        """What a section's fields are edited in."""
        fields: dict[str, QWidget] = {"label": self.label, "secrecy_ground": self.secrecy.ground}
        return fields.get(name)

    def stops(self) -> list[QWidget]:
        """Label, ground, text."""
        return [self.label, self.secrecy.ground, self.text]

    def focus_first(self) -> None:
        """A heading of one's own is named first, else writing begins."""
        (self.label if self.kind is SectionKind.LABELLED else self.text).setFocus()

    def fill_menu(self, menu: QMenu) -> None:
        """Secrecy, and whether it was added after the meeting."""
        section = self.editing.records.find(Section, self.row_id)
        if section is not None:
            later = section.after_meeting
            self.add_action(menu, _("Secret"), self._on_secret, on=section.secret)
            self.add_action(
                menu,
                _("Added after the meeting"),
                partial(self._change, after_meeting=not later),
                on=later,
            )

    def moving(self, records: Records, by: int) -> Group:
        """A section goes past whatever stands there, so that it may come between two notes."""
        order = profile(self.editing.context.body, records).part_order
        return move_section(records, order, self.row_id, by)

    def _change(self, _checked: object = None, **fields: object) -> None:
        self.editing.perform(change_section(self.editing.records, self.row_id, **fields))

    def _on_written(self) -> None:
        """Enter after heading or ground goes on to the text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_secret(self) -> None:
        section = self.editing.records.get(Section, self.row_id)
        self._change(secret=not section.secret)
        if not section.secret:
            self.secrecy.ask_ground()

    def _on_labelled(self, label: str) -> None:
        self._change(label=label)

    def _on_grounded(self, ground: str) -> None:
        self._change(secrecy_ground=ground)


def is_notes(part: Part) -> bool:
    """Whether a part is the notes, written or not yet."""
    return isinstance(part, SectionPart) and part.kind is SectionKind.NOTES


class ContributionPart(Part):
    """Who said it, and what."""

    def __init__(self, editing: ItemEditing, row_id: str) -> None:
        super().__init__(editing, row_id)
        self.speaker = PeopleField(
            _("Speaker"), _("Who? e.g. Jan/Sorsele"), editing.read_people, self
        )
        self.speaker.named.connect(self._on_named)
        self.secrecy = RowSecrecy(editing, row_id, self)
        self.body.addWidget(self.speaker)
        self.body.addWidget(self.secrecy)
        self.text = add_text(self, _("Contribution"), _("What was said"))

    def refresh(self, records: Records) -> None:
        """Show who speaks."""
        said = records.get(Contribution, self.row_id)
        participant = records.find(Participant, said.participant_id)
        name = participant.name if participant else said.speaker
        beside = "" if participant else said.organisation
        self.speaker.offer(self.editing.names())
        self.secrecy.refresh(said)
        self.speaker.show_text(whole_name(f"{name}/{beside}" if beside else name))

    def field(self, name: str) -> QWidget | None:
        """Where the ground of secrecy is written."""
        return self.secrecy.ground if name == "secrecy_ground" else None

    def stops(self) -> list[QWidget]:
        """Speaker, text."""
        return [self.speaker, self.secrecy.ground, self.text]

    def fill_menu(self, menu: QMenu) -> None:
        """Secrecy."""
        self.secrecy.fill_menu(menu)

    def _on_named(self, people: NamedPeople) -> None:
        speaker = people.people[0] if people.people else None
        self.editing.perform(set_speaker(self.editing.records, self.row_id, speaker))
