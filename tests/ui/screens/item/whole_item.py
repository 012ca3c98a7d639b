"""An item that has everything, and one that has nothing."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.action import Action, ActionOwner, ActionState, OwnerKind
from kcdesk.domain.attachment import Attachment, AttachmentKind
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.body import Body, MemberKind, Numbering, Regime
from kcdesk.domain.decision import (
    Ballot,
    Choice,
    Decision,
    Motion,
    MotionFate,
    MotionKind,
    Reservation,
    Vote,
)
from kcdesk.domain.item import Item, ItemKind, ItemLink, Presenter, Recipient, Recusal
from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment, Tie
from kcdesk.domain.participant import Participant, Standing
from kcdesk.domain.person import Person
from kcdesk.domain.richtext import Mark, Span, plain
from kcdesk.domain.row import Row
from kcdesk.domain.section import Contribution, Section, SectionKind
from kcdesk.services.session import EditingSession
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.session_bridge import Selection, SessionBridge
from tests.ui.editing import MemoryJournal
from tests.ui.screens.meeting import StillClock, Weekends

NAMES = (
    "Per-Erik Modin",
    "Maria Haglund",
    "Karin Ahlqvist",
    "Robert Falk",
    "Helén Sund",
    "Åsa Kling",
)


class FileShelf:
    """Keeps files in memory."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put_file(self, path) -> tuple[str, int]:
        data = path.read_bytes()
        self.files["a" * 64] = data
        return "a" * 64, len(data)

    def read_file(self, sha256: str) -> bytes:
        return self.files[sha256]


def text(owner: str, *parts: str | Block) -> list[Block]:
    rows = []
    for at, part in enumerate(parts):
        block = part if isinstance(part, Block) else Block(id="", spans=plain(part))
        rows.append(
            Block(
                id=f"{owner}-{at}",
                owner_id=owner,
                position=f"a{at:02}V",
                kind=block.kind,
                level=block.level,
                spans=block.spans,
                grid=block.grid,
                line=block.line,
                column=block.column,
                header=block.header,
            )
        )
    return rows


def of(kind: BlockKind, words: str, level: int = 0) -> Block:
    return Block(id="", kind=kind, level=level, spans=plain(words))


def cells(*lines: tuple[str, ...]) -> list[Block]:
    return [
        Block(id="", kind=BlockKind.CELL, grid="g", line=at, column=column, header=at == 0,
              spans=plain(word))
        for at, line in enumerate(lines)
        for column, word in enumerate(line)
    ]  # fmt: skip


def people() -> list[Row]:
    rows: list[Row] = []
    for at, name in enumerate(NAMES):
        rows.append(
            Participant(
                id=f"p{at}",
                owner_id="m",
                position=f"a{at}V",
                person_id=f"person{at}",
                name=name,
                organisation="Norråsa",
                kind=MemberKind.MEMBER,
            )
        )
    rows.append(
        Participant(
            id="p9", owner_id="m", position="b", name="Siv Åkerlund", standing=Standing.OTHER
        )
    )
    return rows


def everything(item_id: str = "full") -> list[Row]:
    i = item_id
    return [
        Presenter(id=f"{i}-pr1", owner_id=i, position="V", participant_id="p9"),
        Presenter(id=f"{i}-pr2", owner_id=i, position="W", name="Jonas Öhman"),
        Recusal(id=f"{i}-rc", owner_id=i, position="V", participant_id="p3"),
        Attachment(id=f"{i}-at1", owner_id=i, position="V", kind=AttachmentKind.FILE,
                   name="Handlingsplan 2027.pdf", number="1", sha256="a" * 64, pages="s. 9–11"),
        Attachment(id=f"{i}-at2", owner_id=i, position="W", kind=AttachmentKind.REFERENCE,
                   name="Prop. 2016/17:1"),
        Section(id=f"{i}-bg", owner_id=i, position="V", kind=SectionKind.BACKGROUND),
        *text(f"{i}-bg", "Förbundet antog i fjol en avsiktsförklaring om gemensamma e-tjänster."),
        Section(id=f"{i}-no", owner_id=i, position="W", kind=SectionKind.NOTES),
        *text(
            f"{i}-no",
            "Siv Åkerlund och Jonas Öhman beskrev hur de fem kommunerna kan dela kompetens när "
            "e-tjänsterna flyttas till en gemensam plattform. Vinsten är störst för de minsta "
            "kommunerna, som i dag saknar egen utvecklare.",
            Block(id="", spans=(
                Span("Styrelsen var "), Span("enig", (Mark.BOLD,)),
                Span(" om att börja med bygglov, se "),
                Span("förstudien", link="https://exempel.se"), Span(". Robert Falk "),
                Span("lämnade en uppgift om en enskild", (Mark.SECRET,)),
                Span(" och "), Span("uppdrogs att återkomma", (Mark.DECISION,)), Span("."))),
            of(BlockKind.BULLET, "Bygglov och ansökan om förskoleplats först"),
            of(BlockKind.BULLET, "personuppgiftsavtal före sommaren", 1),
            of(BlockKind.NUMBERED, "Pilot i Norråsa"),
            of(BlockKind.NUMBERED, "Övriga kommuner"),
            *cells(("Kommun", "Restid", "Dag"), ("Norråsa", "20 min", "4 mars"),
                   ("Övre Forsa", "55 min", "11 mars")),
        ),
        Section(id=f"{i}-la", owner_id=i, position="X", kind=SectionKind.LABELLED, label="Kostnad",
                secret=True, secrecy_ground="OSL 19 kap. 3 §"),
        *text(f"{i}-la", "300 000 kronor ur de gemensamma medlen."),
        Contribution(id=f"{i}-co", owner_id=i, position="V", speaker="Jan", organisation="Sorsele"),
        *text(f"{i}-co", "Vi är med om tiden räcker."),
        Motion(id=f"{i}-m1", owner_id=i, position="V", movers=("p1", "p2"),
               text="Bifall till förslaget.", fate=MotionFate.CARRIED),
        Motion(id=f"{i}-m2", owner_id=i, position="W", movers=("p4",), kind=MotionKind.REJECTION,
               text="Avslag, med hänvisning till att kostnaden inte är utredd.",
               fate=MotionFate.LOST),
        Vote(id=f"{i}-v", owner_id=i, position="V", yes_means="bifall till förslaget",
             no_means="avslag", result="Styrelsen bifaller förslaget."),
        *(Ballot(id=f"{i}-b{n}", owner_id=f"{i}-v", position=f"a{n}", participant_id=f"p{n}",
                 choice=choice)
          for n, choice in ((0, Choice.YES), (1, Choice.YES), (2, Choice.ABSTAIN), (4, Choice.NO))),
        Decision(id=f"{i}-de", owner_id=i, position="V"),
        *text(f"{i}-de", "Styrelsen beslutar",
              of(BlockKind.CLAUSE, "att ställa sig bakom handlingsplanen för 2027, samt"),
              of(BlockKind.CLAUSE, "att avsätta 300 000 kronor ur de gemensamma medlen.")),
        Decision(id=f"{i}-de2", owner_id=i, position="W", as_proposed=True, handed_on=True),
        *text(f"{i}-de2", "Varje kommun beslutar för sin del."),
        Reservation(id=f"{i}-re", owner_id=i, position="V", participants=("p4",)),
        *text(f"{i}-re", "Kostnaden borde ha utretts först."),
        Action(id=f"{i}-a1", owner_id=i, position="V", due=Moment(date(2027, 1, 29)),
               text="Ta fram förslag till personuppgiftsavtal"),
        ActionOwner(id=f"{i}-o1", owner_id=f"{i}-a1", position="V", participant_id="p3",
                    state=ActionState.DONE),
        Action(id=f"{i}-a2", owner_id=i, position="W", due=Moment(tie=Tie.NEXT_MEETING),
               text="Läsa kapitel 1–6 inför workshopen och skicka synpunkter till sekreteraren",
               any_owner=True),
        ActionOwner(id=f"{i}-o2", owner_id=f"{i}-a2", position="V", participant_id="p1"),
        ActionOwner(id=f"{i}-o3", owner_id=f"{i}-a2", position="W", name="Samordnaren",
                    kind=OwnerKind.ROLE),
        Recipient(id=f"{i}-rp", owner_id=i, position="V", name="Samtliga medlemskommuner"),
        ItemLink(id=f"{i}-il", owner_id=i, position="V", text="Styrelsen 2026-10-01 § 47"),
        Item(id=f"{i}-sub", owner_id=i, position="V", title="Workshop i mars"),
    ]  # fmt: skip


def context(*rows: Row, shelf: object | None = None) -> MeetingContext:
    """Return a formal meeting with the item "full", the empty item "empty" and what is given."""
    meeting: list[Row] = [
        Meeting(id="m", body_id="b", first_paragraph=56),
        *people(),
        Item(id="full", owner_id="m", position="V", title="Gemensam digital handlingsplan",
             kind=ItemKind.DECISION, case_number="SF 2026/17", immediate_approval=True),
        *everything(),
        Item(id="empty", owner_id="m", position="W", title="Övriga frågor"),
        *rows,
    ]  # fmt: skip
    body = Body(
        id="b",
        name="Styrelsen",
        subject="Styrelsen",
        regime=Regime.COORDINATION_FEDERATION,
        numbering=Numbering.PARAGRAPH,
        seats=7,
    )
    persons = [
        Person(id=f"person{at}", owner_id=LIBRARY_ID, position=f"a{at}", name=name)
        for at, name in enumerate(NAMES)
    ]
    streams = {"m": meeting, "b": [body], LIBRARY_ID: [Library(id=LIBRARY_ID), *persons]}
    bridges = {
        id: SessionBridge(EditingSession(id, MemoryJournal(id, each)))
        for id, each in streams.items()
    }
    return MeetingContext(
        bridge=bridges["m"],
        selection=Selection(),
        body_bridge=bridges["b"],
        people_bridge=bridges[LIBRARY_ID],
        calendar=Weekends(),
        clock=StillClock(),
        journal=bridges["m"].session._journal,
        shelf=shelf or FileShelf(),
    )
