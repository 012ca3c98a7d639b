"""The sections of an item's text, and contributions in a round."""

from __future__ import annotations

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.section import Contribution, Section, SectionKind
from kcdesk.services.edit_part import change, first_text, new_part
from kcdesk.services.read_people import NamedPerson


def add_section(records: Records, item_id: str, kind: SectionKind, *, text: str = "") -> Group:
    """Return the group that adds a section."""
    section = new_part(records, Section, item_id, kind=kind)
    return Group(Message("Add section"), (Insert(section), *first_text(section.id, text)))


def change_section(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes a section's label, secrecy or time of writing."""
    return change(records, id, Message("Change section"), fields)


def add_contribution(records: Records, item_id: str, *, text: str = "") -> Group:
    """Return the group that adds what somebody said."""
    said = new_part(records, Contribution, item_id)
    return Group(Message("Add contribution"), (Insert(said), *first_text(said.id, text)))


def set_speaker(records: Records, id: str, speaker: NamedPerson | None) -> Group:
    """Return the group that says who spoke: a participant, or a name with its organisation
    ("Jan/Sorsele").
    """
    fields: dict[str, object] = {"participant_id": None, "speaker": "", "organisation": ""}
    if speaker is not None and speaker.participant_id:
        fields["participant_id"] = speaker.participant_id
        fields["organisation"] = records.get(Participant, speaker.participant_id).organisation
    elif speaker is not None:
        name, _, organisation = speaker.name.partition("/")
        fields["speaker"], fields["organisation"] = name, organisation
    return change(records, id, Message("Change speaker"), fields)
