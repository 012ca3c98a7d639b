"""The kallelse: when and where, who is called, what is to be handled, with times and proposals."""

from __future__ import annotations

from kcdesk.documents.closing import listed_attachments
from kcdesk.documents.enclosure import sent_along
from kcdesk.documents.front.fact import Facts
from kcdesk.documents.item.head import (
    attachments_text,
    case_text,
    presenters_text,
)
from kcdesk.documents.kind import Kind
from kcdesk.documents.layout.container import Container
from kcdesk.documents.layout.paragraph import Paragraph
from kcdesk.documents.layout.piece import Piece, Stack
from kcdesk.documents.layout.row import Cell, Row
from kcdesk.documents.opening import opening, plain_running
from kcdesk.documents.rich_text import Pieces, rich_text
from kcdesk.documents.running import RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN, LABELS, TURNED
from kcdesk.documents.tagging.element import LIST_DECIMAL, LIST_NONE, Element
from kcdesk.domain.attachment import AttachmentKind
from kcdesk.domain.block import Block
from kcdesk.domain.body import MemberKind, RoleKind
from kcdesk.domain.item import Item
from kcdesk.domain.participant import Attendance, Participant, Standing
from kcdesk.domain.section import Section, SectionKind
from kcdesk.wording import moment, part
from kcdesk.wording.name import name_and_party, role_name
from kcdesk.wording.secrecy import withheld
from kcdesk.wording.sentence import capital

_NUMBERS = 30.0  # the column of numbers
_INSET = 12.0  # of items under an item that have no number
_ABOVE_PROPOSAL = 4.0
_ONE_COLUMN = 3  # names that stand below one another
_TWO_COLUMNS = 40  # names that are read down one column, then down the other
_GUTTER = 12.0


def title(story: Story) -> str:
    """Return "Kallelse"."""
    return story.texts.text("Summons")


def summons(story: Story, root: Element) -> Pieces:
    """Return the pieces of a kallelse."""
    front = root.add("Sect")
    return [
        *opening(story, front, title(story)),
        *_facts(story, front),
        *_agenda(story, root),
        *_documents(story, root),
        *_called_by(story, root),
    ]


def running_text(story: Story) -> RunningText:
    """Return the head of a kallelse."""
    return plain_running(story, title(story))


# ---- when, where, who ----------------------------------------------------------------------


def _facts(story: Story, parent: Element) -> Pieces:
    texts, meeting = story.texts, story.meeting
    facts = Facts(story, parent)
    span = moment.time_span(texts, meeting.planned_start, meeting.planned_end)
    day = capital(moment.day_in_words(texts, meeting.day))
    facts.add(texts.text("Time"), " ".join(word for word in (day, span) if word))
    remote = texts.text("It is possible to take part at a distance.") if meeting.remote else ""
    facts.add(texts.text("Place"), meeting.place, remote)
    people = [each for each in story.register.participants if each.standing is not _GUEST]
    members = [each for each in people if each.standing is Standing.DECISION_MAKER]
    substitutes = [each for each in members if each.kind is MemberKind.SUBSTITUTE]
    called = [each for each in members if each not in substitutes]
    others = [each for each in people if each not in members]
    away = [each for each in members if each.attendance is Attendance.ABSENT_WITH_NOTICE]
    for label, group in (
        (texts.text("Called"), called),
        (texts.text("Substitutes informed"), substitutes),
        (texts.text("Others called"), others),
        (texts.text("Absent with notice"), away),
    ):
        if names := [_name(story, each) for each in group if each.name]:
            _add_names(story, facts, label, names)
    secretary = next(iter(story.register.holders(RoleKind.SECRETARY)), None)
    if secretary is not None and story.profile.is_formal:
        sentence = texts.text(
            "Tell {name} as soon as possible if you cannot come, so that a substitute can be"
            " called in.",
            name=secretary[0].name,
        )
        facts.add(texts.text("Absence"), sentence)
    return [Container(facts.rows, after=10.0)]


_GUEST = Standing.ITEM_GUEST


def _add_names(story: Story, facts: Facts, label: str, names: list[str]) -> None:
    """Add names as a list, in two columns where they are many."""
    listed = facts.body(label).add("L", LIST_NONE)
    setter, style = story.typesetter, story.styles.tight
    pieces: list[Piece] = [
        setter.paragraph(listed.add("LI").add("LBody").add("P"), each, style, hang=TURNED)
        for each in names
    ]
    column = (COLUMN - LABELS) / 2
    left, right = (0.0, column - _GUTTER), (column, column - _GUTTER)
    if len(pieces) <= _ONE_COLUMN:
        facts.place(Row([Cell(Stack(pieces), 0.0, COLUMN - LABELS)], breakable=0.0))
    elif len(pieces) <= _TWO_COLUMNS:
        half = (len(pieces) + 1) // 2
        columns = (Stack(pieces[:half]), *left), (Stack(pieces[half:]), *right)
        facts.place(Row([Cell(*each) for each in columns], breakable=0.0))
    else:
        facts.place(Stack([_abreast(pieces[at : at + 2], left, right) for at in _twos(pieces)]))


def _twos(pieces: list[Piece]) -> range:
    return range(0, len(pieces), 2)


def _abreast(pieces: list[Piece], *places: tuple[float, float]) -> Row:
    """Return two names side by side: columns that went on over a page would be read wrongly."""
    return Row([Cell(each, *place) for each, place in zip(pieces, places, strict=False)])


def _name(story: Story, participant: Participant) -> str:
    shown = (RoleKind.CHAIR, RoleKind.VICE_CHAIR, RoleKind.SECOND_VICE_CHAIR, RoleKind.SECRETARY)
    held = [kind for kind, _ in story.register.roles(participant) if kind in shown]
    name = name_and_party(participant)
    return f"{name}, {role_name(story.texts, held[0])}" if held else name


# ---- what is to be handled -----------------------------------------------------------------


def _agenda(story: Story, parent: Element) -> Pieces:
    found = [each for each in _items(story, story.records.root_id) if each.announced]
    if not found:
        return []
    setter, styles = story.typesetter, story.styles
    section = parent.add("Sect")
    words = story.texts.text("Items to be handled")
    mark = story.mark(words)
    heading = setter.paragraph(section.add("H2"), words, styles.heading, bookmark=mark)
    listed = section.add("L", LIST_DECIMAL)
    entries: Pieces = []
    number = 0
    for item in found:
        number += item.numbered
        shown = item.agenda_number or (str(number) if item.numbered else "")
        entries.append(_entry(story, listed, item, shown, 0))
    return [Container([heading, *entries], heading=1, before=styles.heading.before, after=6.0)]


def _items(story: Story, owner_id: str) -> tuple[Item, ...]:
    return story.records.children(owner_id, Item)


def _entry(
    story: Story, parent: Element, item: Item, number: str, depth: int, inset: float = _NUMBERS
) -> Container:
    """Return an item with those under it; ``inset`` is what is left of its words."""
    setter, styles = story.typesetter, story.styles
    entry = parent.add("LI")
    label = None
    if number:
        label = setter.label(entry.add("Lbl"), f"{number} ", styles.decision_label, -_NUMBERS)
    body = entry.add("LBody")
    words = item.title or item.heading or story.texts.text("(no heading)")
    style = styles.tight if depth else styles.agenda
    mark = story.mark(f"{number} {words}", depth + 1)
    pieces: Pieces = [setter.paragraph(body.add("P"), words, style, label=label, bookmark=mark)]
    pieces += _small(story, body, item)
    headings = len(pieces) - 1
    proposals = _proposals(story, body, item, COLUMN - _NUMBERS * (depth + 1))
    if proposals:
        pieces.append(Container(proposals, before=_ABOVE_PROPOSAL))
    below = [each for each in _items(story, item.id) if each.announced]
    if below:
        inner = body.add("L", LIST_DECIMAL)
        numbers = [
            each.agenda_number or (f"{number}.{at}" if number and each.numbered else "")
            for at, each in enumerate(below, 1)
        ]
        inset_below = _NUMBERS if any(numbers) else _INSET  # words stand below one another
        pieces += [
            _entry(story, inner, each, shown, depth + 1, inset_below)
            for each, shown in zip(below, numbers, strict=True)
        ]
    before = 5.0 if depth else 9.0
    return Container(pieces, left=inset, before=before, heading=headings, anchor=item.id)


def _small(story: Story, parent: Element, item: Item) -> list[Paragraph]:
    """Return what the item is for, when, who presents it, and what is sent along."""
    texts = story.texts
    minutes = (
        texts.plural("{count} minute", "{count} minutes", item.planned_minutes)
        if item.planned_minutes
        else ""
    )
    time = capital(moment.time_span(texts, item.planned_start, None))
    facts = [
        part.item_kind(texts, item.kind),
        " ".join(word for word in (time, f"({minutes})" if time and minutes else minutes) if word),
        case_text(story, item),
        presenters_text(story, item),
    ]
    lines = [
        " · ".join(fact for fact in facts if fact),
        attachments_text(story, item, of_summons=True),
    ]
    return [
        story.typesetter.paragraph(parent.add("P"), line, story.styles.small_quiet)
        for line in lines
        if line
    ]


def _proposals(story: Story, parent: Element, item: Item, width: float) -> Pieces:
    setter, texts = story.typesetter, story.texts
    if item.secret and story.is_public:
        words = setter.plain(withheld(texts, item.secrecy_ground), story.styles.small, italic=True)
        return [setter.paragraph(parent.add("P"), words, story.styles.small)]
    pieces: Pieces = []
    for section in story.records.children(item.id, Section):
        if section.kind is not SectionKind.PROPOSAL:
            continue
        lead = section.label or story.section_heading(section.kind)
        if section.secret and story.is_public:
            words = setter.plain(
                f"{lead}. {withheld(texts, section.secrecy_ground)}", story.styles.text
            )
            pieces.append(setter.paragraph(parent.add("P"), words, story.styles.text))
            continue
        blocks = story.records.children(section.id, Block)
        pieces += rich_text(setter, parent, blocks, width=width, lead=lead)
    return pieces


# ---- what is sent along, and by whom -------------------------------------------------------


def _documents(story: Story, parent: Element) -> Pieces:
    """Return all that goes with the kallelse as a list, in the order of the items."""
    along = [each for each in sent_along(story) if each.kind is not AttachmentKind.REFERENCE]
    return listed_attachments(story, parent, story.texts.text("Sent along"), along)


def _called_by(story: Story, parent: Element) -> Pieces:
    """Return the chair, who calls the meeting (KL 5:13, 6:23), and the secretary."""
    register = story.register
    chair = next(iter(register.holders(RoleKind.CHAIR)), None)
    secretary = next(iter(register.holders(RoleKind.SECRETARY)), None)
    people = [
        (each[0], kind)
        for each, kind in ((chair, RoleKind.CHAIR), (secretary, RoleKind.SECRETARY))
        if each is not None
    ]
    if not people:
        return []
    setter, styles = story.typesetter, story.styles
    width = COLUMN / 3
    cells = []
    for at, (participant, kind) in enumerate(people):
        lines: list[Piece] = [
            setter.paragraph(parent.add("P"), participant.name or " ", styles.small_strong),
            setter.paragraph(
                parent.add("P"), capital(role_name(story.texts, kind)), styles.small_quiet
            ),
        ]
        cells.append(Cell(Stack(lines), at * width, width - 12.0))
    return [Container([Row(cells)], before=24.0, together=True)]


KIND = Kind(title, summons, running_text)
