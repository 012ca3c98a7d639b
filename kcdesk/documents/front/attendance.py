"""The lists of those who decided and of those who were there besides (KL 5:66)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from kcdesk.documents.fonts import width as text_width
from kcdesk.documents.front.chair import Chairing, chairings
from kcdesk.documents.front.fact import Facts
from kcdesk.documents.layout.line import Stretch
from kcdesk.documents.layout.piece import Piece, Stack
from kcdesk.documents.layout.row import Cell, Row
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN, LABELS, TURNED, UNIT, on_baseline_of
from kcdesk.documents.tagging.element import LIST_NONE, Element
from kcdesk.documents.text import NO_BREAK_SPACE
from kcdesk.domain.body import MemberKind, RoleKind
from kcdesk.domain.item import Presenter, Recusal
from kcdesk.domain.participant import Attendance, Participant, Presence, Service, Standing
from kcdesk.wording.name import name_and_party, role_name

_WIDTH = COLUMN - LABELS
_PLACE_SHARES = (0.44, 0.38, 0.48, 0.34, 0.52)  # of the width, for organisations; customary first
_GUTTER = 12.0
_ONE_COLUMN = 6  # names without organisations that stand in one column


@dataclass(frozen=True, slots=True)
class Lists:
    """Who stands in which list of the first page."""

    decision_makers: tuple[Participant, ...]
    others: tuple[Participant, ...]
    absent: tuple[Participant, ...]


def lists(story: Story) -> Lists:
    """Sort the participants. A substitute who never served is not among those who decided."""
    there = [each for each in story.register.participants if story.register.was_there(each)]
    deciders = tuple(each for each in there if _decides(story, each))
    others = tuple(
        each for each in there if each not in deciders and each.standing is not Standing.ITEM_GUEST
    )
    absent = tuple(
        each
        for each in story.register.participants
        if each.attendance is Attendance.ABSENT_WITH_NOTICE
    )
    return Lists(deciders, others, absent)


def _decides(story: Story, participant: Participant) -> bool:
    if participant.standing is not Standing.DECISION_MAKER:
        return False
    return participant.kind is not MemberKind.SUBSTITUTE or bool(
        story.records.children(participant.id, Service)
    )


def add_people(story: Story, facts: Facts) -> None:
    """Add who decided, who was there besides, and who had sent notice of absence."""
    texts, found, people = story.texts, lists(story), AttendanceList(story)
    if found.decision_makers:
        body = facts.body(texts.text("Decision makers"))
        grouped = story.profile.group_by_organisation
        facts.place((people.grouped if grouped else people.piece)(body, found.decision_makers))
    for label, group in (
        (texts.text("Others present"), found.others),
        (texts.text("Absent with notice"), found.absent),
    ):
        if group:
            facts.place(people.piece(facts.body(label), group))


class AttendanceList:
    """Sets people with what is to be said of each."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._chairings = {each.participant.id: each for each in chairings(story)}
        self._presenters = {each.participant_id for each in story.records.all(Presenter)}
        self._recused: dict[str | None, list[str]] = {}
        for each in story.records.all(Recusal):
            self._recused.setdefault(each.participant_id, []).append(each.owner_id)
        self._told: dict[str, list[Stretch]] = {}

    def piece(self, parent: Element, people: Sequence[Participant]) -> Piece:
        """Return a list: name and organisation, or names alone, in two columns when many."""
        listed = parent.add("L", LIST_NONE)
        bodies = [listed.add("LI").add("LBody") for _ in people]
        if any(each.organisation for each in people):
            place = self._place_width()
            return Stack(
                [self._row(body, each, place) for body, each in zip(bodies, people, strict=True)]
            )
        names: list[Piece] = [
            self._paragraph(body, self._stretches(each))
            for body, each in zip(bodies, people, strict=True)
        ]
        if len(names) <= _ONE_COLUMN:
            return Stack(names)
        half = (len(names) + 1) // 2
        column = (_WIDTH - _GUTTER) / 2
        left, right = Stack(names[:half]), Stack(names[half:])
        return Row([Cell(left, 0.0, column), Cell(right, column + _GUTTER, column)], breakable=0.0)

    def grouped(self, parent: Element, people: Sequence[Participant]) -> Piece:
        """Return a list of names under their organisations, in the order of the first of each;
        those without one stand first, where no organisation's name is above them.
        """
        groups: dict[str, list[Participant]] = {"": []}
        for each in people:
            groups.setdefault(each.organisation, []).append(each)
        pieces: list[Piece] = []
        for organisation, members in groups.items():
            if organisation:
                pieces.append(self._group_head(parent, organisation, is_first=not pieces))
            listed = parent.add("L", LIST_NONE) if members else parent
            for each in members:
                body = listed.add("LI").add("LBody")
                pieces.append(self._paragraph(body, self._stretches(each)))
        return Stack(pieces)

    def _group_head(self, parent: Element, organisation: str, *, is_first: bool) -> Piece:
        styles = self._story.styles
        style = replace(styles.tight, colour=styles.quiet)
        head = self._story.typesetter.paragraph(parent.add("P"), organisation, style)
        head.before = 0.0 if is_first else UNIT
        head.leads = True
        return head

    def _place_width(self) -> float:
        """Return the width of the organisations, the same in every list.

        It is the one of a few that asks for the fewest lines and cuts the fewest words; the
        customary one where that is so.
        """
        people = [each for each in self._story.register.participants if each.organisation]
        setter, style = self._story.typesetter, self._story.styles.tight
        wanted = [
            (
                _natural_width(self._stretches(each)),
                _natural_width(setter.plain(each.organisation, style)),
                max(_natural_width(setter.plain(word, style)) for word in _words(each)),
            )
            for each in people
        ]

        def lines(place: float) -> int:
            room = _WIDTH - place - _GUTTER
            return sum(
                max(ceil(name / room), ceil(org / place)) + (word > place)
                for name, org, word in wanted
            )

        return min((share * _WIDTH for share in _PLACE_SHARES), key=lines)

    def _row(self, body: Element, participant: Participant, place_width: float) -> Piece:
        name = self._paragraph(body, self._stretches(participant))
        if not participant.organisation:
            return name
        text = self._story.typesetter.plain(participant.organisation, self._story.styles.tight)
        place = self._paragraph(body, text)
        left = _WIDTH - place_width
        return Row([Cell(name, 0.0, left - _GUTTER), Cell(place, left, place_width)])

    def _paragraph(self, body: Element, stretches: list[Stretch]) -> Piece:
        style = self._story.styles.tight
        return self._story.typesetter.paragraph(body.add("P"), stretches, style, hang=TURNED)

    def _stretches(self, participant: Participant) -> list[Stretch]:
        if participant.id not in self._told:
            self._told[participant.id] = self._tell(participant)
        return self._told[participant.id]

    def _tell(self, participant: Participant) -> list[Stretch]:
        setter, styles = self._story.typesetter, self._story.styles
        titles = [part for part in (participant.title, self.roles(participant)) if part]
        words = ", ".join([name_and_party(participant), *titles])
        stretches = setter.plain(words, styles.tight)
        remarks = self.remarks(participant)
        if remarks:
            quiet = on_baseline_of(styles.small_quiet, styles.tight)
            stretches += setter.plain(", " + ", ".join(remarks), quiet)
        return stretches

    def roles(self, participant: Participant) -> str:
        """Return the roles for all to see; approvers, and presenters of an item, are named there.

        Two that were held throughout are joined: "föredragande och sekreterare".
        """
        shown = []
        presents = participant.id in self._presenters
        held = self._story.register.roles(participant)
        for kind, stretches in held:
            if kind is RoleKind.APPROVER or (kind is RoleKind.PRESENTER and presents):
                continue
            where = self._story.places.stretches(stretches)
            name = self._role_name(kind, [each for each, _ in held])
            shown.append(f"{name} {where}" if where else name)
        if any(stretches for _, stretches in held):
            return ", ".join(shown)
        return self._story.texts.listed(shown)

    def _role_name(self, kind: RoleKind, held: Sequence[RoleKind]) -> str:
        """Return a role's name; a vice chair in the chair is told from the chair."""
        if kind is RoleKind.CHAIR and RoleKind.VICE_CHAIR in held:
            return self._story.texts.text("presiding chair")
        return role_name(self._story.texts, kind)

    def remarks(self, participant: Participant, *, spans: bool = True) -> list[str]:
        """Return what is said of somebody beside name and role; ``spans``: also when it was."""
        story, texts = self._story, self._story.texts
        remarks = [self._stand_in_chair(participant)]
        if story.register.is_vague(participant):
            where = story.places.vague(story.records.children(participant.id, Presence))
        else:
            where = story.places.stretches(story.register.presence_stretches(participant))
        if spans and not any(
            where == story.places.stretches(held) for _, held in story.register.roles(participant)
        ):
            remarks.append(where)
        for member, stretches in story.register.served_for(participant):
            served = texts.text("for {name}", name=name_and_party(member))
            span = story.places.stretches(stretches)
            remarks.append(f"{served} {span}" if span and span != where else served)
        if participant.kind is MemberKind.SUBSTITUTE and not _decides(story, participant):
            remarks.append(texts.text("substitute, not serving"))
        recused = self._recused.get(participant.id)
        if recused and (places := story.places.items(recused)):
            remarks.append(texts.text("not {items}, conflict of interest", items=places))
        if participant.remote:
            remarks.append(texts.text("at a distance"))
        remarks.append(participant.note)
        return [remark for remark in remarks if remark]

    def _stand_in_chair(self, participant: Participant) -> str:
        """Return that a vice chair led the meeting, where her own role does not say it."""
        chairing: Chairing | None = self._chairings.get(participant.id)
        kinds = [kind for kind, _ in self._story.register.roles(participant)]
        if chairing is None or RoleKind.CHAIR in kinds:
            return ""
        chair = self._story.texts.text("presiding chair")
        return f"{chair}{NO_BREAK_SPACE}{chairing.where}" if chairing.where else chair


def _words(participant: Participant) -> list[str]:
    return participant.organisation.split() or [""]


def _natural_width(stretches: Sequence[Stretch]) -> float:
    return sum(text_width(each.text, each.ink.font, each.ink.size) for each in stretches)
