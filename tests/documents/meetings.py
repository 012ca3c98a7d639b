"""Meetings for tests of the documents: invented people, as rich as real minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import TypeVar

from kcdesk.domain.action import Action, ActionOwner, OwnerKind
from kcdesk.domain.approval import Approval, Approver, Notice
from kcdesk.domain.attachment import Attachment, AttachmentKind
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.body import Body, Layout, MemberKind, Numbering, Regime, RoleKind
from kcdesk.domain.decision import (
    Ballot,
    Choice,
    Decision,
    Motion,
    MotionKind,
    Reservation,
    ReservationKind,
    Vote,
)
from kcdesk.domain.item import Item, ItemKind, Presenter, Recipient, Recusal
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Adjournment, Meeting, NextMeeting
from kcdesk.domain.moment import ClockTime, Moment, Tie
from kcdesk.domain.participant import (
    Attendance,
    Participant,
    Presence,
    Role,
    Service,
    Standing,
)
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, Spans, plain
from kcdesk.domain.row import Row
from kcdesk.domain.section import Contribution, Section, SectionKind
from kcdesk.services.bundle import MeetingBundle

R = TypeVar("R", bound=Row)
_PLACES = spread(2000)


class Sheet:
    """Rows in the making; ids are numbers, places follow the order of adding."""

    def __init__(self, root: Row) -> None:
        self.root = root
        self.rows: list[Row] = [root]

    def add(self, cls: type[R], owner: Row | None = None, **fields: object) -> R:
        number = len(self.rows)
        row = cls(
            id=f"{self.root.id}-{number}",
            owner_id=(owner or self.root).id,
            position=_PLACES[number] if number < len(_PLACES) else f"z{number:06}",
            **fields,
        )
        self.rows.append(row)
        return row

    def text(
        self, owner: Row, *paragraphs: str | Spans, kind: BlockKind = BlockKind.PARAGRAPH
    ) -> None:
        for each in paragraphs:
            spans = plain(each) if isinstance(each, str) else each
            self.add(Block, owner, kind=kind, spans=spans)

    def section(self, item: Item, *paragraphs: str | Spans, **fields: object) -> Section:
        section = self.add(Section, item, **fields)
        self.text(section, *paragraphs)
        return section

    def decision(
        self, item: Item, *paragraphs: str, clauses: Sequence[str] = (), **fields: object
    ) -> Decision:
        decision = self.add(Decision, item, **fields)
        self.text(decision, *paragraphs)
        self.text(decision, *clauses, kind=BlockKind.CLAUSE)
        return decision

    def grid(self, owner: Row, name: str, lines: Sequence[Sequence[str]]) -> None:
        for line, cells in enumerate(lines):
            for column, cell in enumerate(cells):
                self.add(
                    Block,
                    owner,
                    kind=BlockKind.CELL,
                    grid=name,
                    line=line,
                    column=column,
                    header=line == 0,
                    spans=plain(cell),
                )

    def records(self) -> Records:
        return Records(self.root.id, self.rows)


def clock(text: str) -> ClockTime:
    return ClockTime(time.fromisoformat(text))


def other(meeting: Records, body: Records | None = None) -> MeetingBundle:
    """A further meeting of the board, for what is told over time."""
    return MeetingBundle(body or board(), Records(LIBRARY_ID), meeting)


def board() -> Records:
    """A formal body with §§."""
    body = Body(
        id="body",
        organisation="Samordningsförbundet Älvdalarna",
        name="Styrelsen",
        subject="Styrelsen",
        regime=Regime.COORDINATION_FEDERATION,
        numbering=Numbering.PARAGRAPH,
        seats=7,
        case_prefix="SF",
        storage_location="Förbundets kansli",
    )
    return Records("body", [body])


def group(layout: Layout = Layout.SINGLE) -> Records:
    """An informal body."""
    body = Body(
        id="group",
        organisation="Älvdalarnas kansli",
        name="Kommunchefsgruppen",
        subject="Kommunchefsgruppen",
        layout=layout,
    )
    return Records("group", [body])


PEOPLE = (
    ("Maria Haglund", "Övre Forsa kommun", "S"),
    ("Per-Erik Modin", "Norråsa kommun", "C"),
    ("Karin Ahlqvist", "Rotsjö kommun", "M"),
    ("Robert Falk", "Björklidens kommun", "V"),
    ("Helén Sund", "Nordby kommun", "S"),
    ("Åsa Kling", "Vallmons kommun", "S"),
)


def formal_meeting() -> Records:
    """A board's meeting with everything that formal minutes can hold."""
    sheet = Sheet(
        Meeting(
            id="meeting",
            body_id="body",
            day=Moment(date(2026, 11, 12)),
            place="Sessionssalen, Norråsa kommunhus",
            remote=True,
            planned_start=clock("08:30"),
            actual_start=clock("08:30"),
            actual_end=clock("11:50"),
            first_paragraph=52,
        )
    )
    titles = (
        ("Mötets öppnande", ItemKind.FORMALITY),
        ("Val av justerare", ItemKind.FORMALITY),
        ("Fastställande av dagordning", ItemKind.FORMALITY),
        ("Rapport tertial 2", ItemKind.DECISION),
        ("Gemensam digital handlingsplan", ItemKind.DECISION),
        ("Samordnad konsumentvägledning", ItemKind.DECISION),
        ("Upphandling av personalsystem", ItemKind.DECISION),
        ("Lägesrapport: insatser för unga i glesbygd", ItemKind.INFORMATION),
        ("Övriga frågor", ItemKind.FORMALITY),
        ("Laget runt", ItemKind.INFORMATION),
        ("Mötets avslutande", ItemKind.FORMALITY),
    )
    items = [sheet.add(Item, title=title, kind=kind) for title, kind in titles]
    maria, per_erik, karin, robert, helen, asa = (
        sheet.add(
            Participant,
            name=name,
            organisation=organisation,
            party=party,
            kind=MemberKind.SUBSTITUTE if name == "Åsa Kling" else MemberKind.MEMBER,
            remote=name == "Helén Sund",
        )
        for name, organisation, party in PEOPLE
    )
    jon = sheet.add(
        Participant,
        name="Jon Jonsén",
        organisation="Vallmons kommun",
        party="KD",
        kind=MemberKind.MEMBER,
        attendance=Attendance.ABSENT_WITH_NOTICE,
    )
    lisa = sheet.add(
        Participant, name="Lisa Nyman", title="förbundssekreterare", standing=Standing.OTHER
    )
    siv = sheet.add(
        Participant, name="Siv Åkerlund", organisation="Digitala Älvdalen", standing=Standing.OTHER
    )
    for kind, who, first, last in (
        (RoleKind.CHAIR, maria, items[3], None),
        (RoleKind.VICE_CHAIR, per_erik, None, None),
        (RoleKind.SECRETARY, lisa, None, None),
    ):
        sheet.add(
            Role,
            who,
            kind=kind,
            from_item_id=first.id if first else None,
            until_item_id=last.id if last else None,
        )
    sheet.add(Presence, maria, from_item_id=items[3].id, from_time=clock("09:10"))
    sheet.add(Presence, siv, from_item_id=items[4].id, until_item_id=items[4].id)
    sheet.add(Service, asa, for_participant_id=jon.id)
    sheet.add(Adjournment, item_id=items[4].id, from_time=clock("10:00"), until_time=clock("10:15"))

    sheet.section(items[0], "Vice ordföranden förklarar mötet öppnat och hälsar alla välkomna.")
    sheet.decision(
        items[1], "Styrelsen utser Karin Ahlqvist att jämte ordföranden justera protokollet."
    )
    sheet.decision(items[2], "Styrelsen fastställer dagordningen med tillägg av en övrig fråga.")

    report = items[3]
    sheet.add(Presenter, report, participant_id=lisa.id)
    sheet.add(Attachment, report, number="3", name="Tertialrapport 2.pdf")
    sheet.section(
        report,
        "Resultatet ligger i nivå med budget. Färre deltagare än väntat går vidare till studier, "
        "och skillnaden mellan kommunerna har ökat sedan våren.",
        kind=SectionKind.BACKGROUND,
    )
    basis = sheet.add(Section, report, kind=SectionKind.BASIS)
    sheet.text(
        basis,
        "Tertialrapport 2, daterad den 23 oktober 2026",
        (
            Span("Riktlinjer för uppföljning, "),
            Span("alvdalarna.example/riktlinjer", (), "https://alvdalarna.example/riktlinjer"),
        ),
        kind=BlockKind.BULLET,
    )
    sheet.decision(
        report,
        "Styrelsen fastställer rapporten och ger kansliet i uppdrag att till februari redovisa "
        "varför så få går vidare till studier.",
    )
    sheet.add(Recipient, report, name="medlemskommunerna")
    sheet.add(Recipient, report, name="Region Älvdalarna")

    plan = items[4]
    sheet.add(Presenter, plan, participant_id=siv.id)
    sheet.add(Presenter, plan, name="Jonas Öhman", organisation="Digitala Älvdalen")
    sheet.add(Attachment, plan, number="4–5")
    notes = sheet.section(
        plan,
        "Siv Åkerlund och Jonas Öhman beskriver hur de fem kommunerna kan dela kompetens när "
        "e-tjänsterna flyttas till en gemensam plattform. Vinsten är störst för de minsta "
        "kommunerna, som i dag saknar egen utvecklare.",
        "Styrelsen är enig om att börja med bygglov och ansökan om förskoleplats. Robert Falk "
        "påpekar att avtalen måste vara klara före sommaren. Av betänkandet framgår bland annat:",
    )
    for level, words in (
        (0, "Kompetens och organisation inför omställningen"),
        (0, "Digital mognad och konkurrenskraft"),
        (1, "mätt per kommun"),
        (1, "mätt per verksamhet"),
        (0, "Behov av metodik"),
    ):
        sheet.add(Block, notes, kind=BlockKind.BULLET, level=level, spans=plain(words))
    sheet.text(notes, "Så här fördelas kostnaden per kommun:")
    sheet.grid(
        notes,
        "costs",
        (
            ("Kommun", "Invånare", "Andel", "Kostnad, kronor"),
            ("Björklidens kommun", "3 412", "9,1 %", "27 300"),
            ("Norråsa kommun", "17 803", "47,6 %", "142 800"),
            ("Övre Forsa kommun", "16 204", "43,3 %", "129 900"),
        ),
    )
    sheet.add(Motion, plan, movers=(per_erik.id,), kind=MotionKind.ASSENT)
    sheet.add(
        Motion,
        plan,
        movers=(karin.id,),
        kind=MotionKind.OWN,
        text="beloppet sänks till 200 000 kronor",
    )
    sheet.section(
        plan,
        "Ordföranden ställer förslagen mot varandra och finner att styrelsen bifaller Per-Erik "
        "Modins yrkande.",
        kind=SectionKind.PROPOSITION_ORDER,
    )
    vote = sheet.add(
        Vote,
        plan,
        yes_means="bifall till Per-Erik Modins yrkande",
        no_means="bifall till Karin Ahlqvists yrkande",
        result="Styrelsen bifaller därmed Per-Erik Modins yrkande.",
    )
    for who, choice in (
        (maria, Choice.YES),
        (per_erik, Choice.YES),
        (karin, Choice.NO),
        (robert, Choice.ABSTAIN),
        (helen, Choice.YES),
        (asa, Choice.YES),
    ):
        sheet.add(Ballot, vote, participant_id=who.id, choice=choice)
    sheet.decision(
        plan,
        "Styrelsen beslutar",
        clauses=(
            "att ställa sig bakom handlingsplanen för 2027, samt",
            "att avsätta 300 000 kronor ur de gemensamma medlen.",
        ),
    )
    sheet.add(Reservation, plan, participants=(karin.id,), kind=ReservationKind.RESERVATION)
    for text, due, owners in (
        ("Ta fram förslag till personuppgiftsavtal", Moment(date(2027, 1, 29)), (robert,)),
        ("Läsa kapitel 1–6 inför workshopen", Moment(date(2027, 3, 4)), "samtliga ledamöter"),
        ("Boka lokal för workshopen", Moment(tie=Tie.NEXT_MEETING), (lisa,)),
        ("Bjuda in projektledningen", Moment(text="i februari"), (karin, helen)),
    ):
        action = sheet.add(Action, plan, text=text, due=due, any_owner=text.startswith("Bjuda"))
        if isinstance(owners, str):
            sheet.add(ActionOwner, action, kind=OwnerKind.GROUP, name=owners)
        else:
            for who in owners:
                sheet.add(ActionOwner, action, participant_id=who.id)
    sheet.add(Recipient, plan, name="medlemskommunerna")

    consumer = items[5]
    sheet.add(Recusal, consumer, participant_id=robert.id)
    sheet.section(
        consumer,
        "Avtalet löper ut den 28 februari 2027. Fyra av fem kommuner vill förlänga det på "
        "oförändrade villkor.",
    )
    sheet.decision(consumer, "Styrelsen förordar att avtalet förlängs med tre år.")

    secret = items[6]
    sheet.rows[sheet.rows.index(secret)] = secret = Item(
        id=secret.id,
        owner_id=secret.owner_id,
        position=secret.position,
        title=secret.title,
        kind=ItemKind.DECISION,
        case_number="SF 2026/31",
        secret=True,
        secrecy_ground="19 kap. 3 § OSL",
        immediate_approval=True,
    )
    sheet.add(Presenter, secret, name="Johanna Näsvall", organisation="Inköp Nord")
    sheet.add(
        Attachment, secret, number="6", name="Utvärdering av anbud", kind=AttachmentKind.NAMED
    )
    sheet.section(secret, "HEMLIG bedömning: anbudet från Fjällsystem är det enda godtagbara.")
    sheet.decision(secret, "HEMLIG: Styrelsen antar anbudet från Fjällsystem.", before_notes=True)

    youth = items[7]
    sheet.section(
        youth,
        (
            Span("Ungdomar under 25 år", (Mark.BOLD,)),
            Span(" deltar i allt högre grad. "),
            Span("Anna Persson, 19 år,", (Mark.PERSONAL,)),
            Span(" berättade om sin väg tillbaka. "),
            Span("HEMLIG diagnos nämndes.", (Mark.SECRET,)),
            Span(" Styrelsen godkände rapporten.", (Mark.DECISION,)),
        ),
    )
    for title, text in (
        ("Utskick inför sammanträden", "Styrelsen anser att utskicken fungerar bra."),
        ("Årshjul för 2027", "Vid nästa sammanträde tas ett årshjul fram."),
    ):
        sub = sheet.add(Item, items[8], title=title, kind=ItemKind.FORMALITY)
        sheet.section(sub, text)
    sheet.decision(sub, "Kansliet tar fram ett förslag till årshjul.")
    for speaker, words in ((None, "Bygglovet är försenat."), ("Jan Storm", "Nytt reningsverk.")):
        said = sheet.add(
            Contribution,
            items[9],
            participant_id=None if speaker else karin.id,
            speaker=speaker or "",
            organisation="Sorsele" if speaker else "",
        )
        sheet.text(said, words)
    sheet.section(items[10], "Ordföranden förklarar mötet avslutat.")
    sheet.add(
        NextMeeting,
        day=Moment(date(2026, 12, 10)),
        start=clock("08:30"),
        end=clock("12:00"),
        place="Rotsjö",
    )
    approval = sheet.add(
        Approval,
        place="Förbundets kansli",
        planned_on=date(2026, 11, 24),
        planned_time=clock("13:00"),
    )
    sheet.add(Approver, approval, participant_id=karin.id)
    sheet.add(Notice, approval, board="förbundets anslagstavla")
    sheet.add(Notice, approval, board="Norråsa kommuns anslagstavla")
    at_once = sheet.add(
        Approval, items=(secret.id,), place="Norråsa", approved_on=date(2026, 11, 12)
    )
    sheet.add(Approver, at_once, participant_id=karin.id)
    sheet.add(Notice, at_once, board="förbundets anslagstavla", posted_on=date(2026, 11, 13))
    return sheet.records()


def informal_meeting() -> Records:
    """A group's meeting with sub-items and actions."""
    sheet = Sheet(
        Meeting(
            id="notes",
            body_id="group",
            day=Moment(date(2026, 3, 2)),
            place="Uniformen, stadshuset",
            planned_start=clock("08:30"),
            planned_end=clock("12:00"),
        )
    )
    people = [
        sheet.add(Participant, name=name, organisation=organisation)
        for name, organisation, _ in PEOPLE
    ]
    lisa = sheet.add(
        Participant,
        name="Lisa Nyman",
        title="verksamhetsledare",
        organisation="Kansliet",
        standing=Standing.OTHER,
    )
    sheet.add(Role, lisa, kind=RoleKind.SECRETARY)
    sheet.add(Role, people[0], kind=RoleKind.CHAIR)
    opening = sheet.add(Item, title="Mötets öppnande", kind=ItemKind.FORMALITY)
    sheet.section(opening, "Maria Haglund öppnade mötet.")
    digital = sheet.add(Item, title="Digitala Älvdalen", planned_start=clock("08:45"))
    sheet.add(Presenter, digital, name="Lars Ekman", organisation="Digitala Älvdalen")
    sheet.add(Attachment, digital, name="Handlingsplan.pdf", pages="s. 9 och 11")
    section = sheet.section(
        digital,
        "Lars Ekman berättade hur projektet vill öka antalet digitala tjänster. Målet är att nå "
        "hela länet under 2027.",
    )
    sheet.text(section, "Kompetens och organisation", "Digital mognad", kind=BlockKind.BULLET)
    sheet.decision(
        digital, "Gruppen beslutade att hålla en workshop vid nästa möte.", before_notes=True
    )
    action = sheet.add(
        Action, digital, text="Läs kapitel 1–6 i boken", due=Moment(date(2026, 4, 2))
    )
    for who in people:
        sheet.add(ActionOwner, action, participant_id=who.id)
    other = sheet.add(Item, title="Övriga frågor", kind=ItemKind.FORMALITY)
    for title in ("Beredning av ärenden", "Ekonomipunkt på dagordningen"):
        sub = sheet.add(Item, other, title=title, kind=ItemKind.FORMALITY)
        sheet.section(
            sub,
            "Kansliet bereder ärendet så att samma underlag skickas till alla kommuner.",
            kind=SectionKind.PROPOSAL,
        )
        sheet.decision(sub, as_proposed=True)
    sheet.add(
        NextMeeting, day=Moment(date(2026, 4, 13)), start=clock("08:30"), title="Gruppens möte"
    )
    sheet.add(NextMeeting, day=Moment(text="i maj"), title="Regionrådet", place="Rotsjö")
    return sheet.records()


def longer(records: Records, times: int) -> Records:
    """The same meeting with its items so many times over, under ids of their own."""
    rows = list(records)
    items = [row for row in rows if isinstance(row, Item) and row.owner_id == records.root_id]
    for number in range(1, times):
        for item in items:
            for row in records.subtree(item.id):
                is_item = row.id == item.id
                rows.append(
                    replace(
                        row,
                        id=f"{row.id}+{number}",
                        owner_id=row.owner_id if is_item else f"{row.owner_id}+{number}",
                        position=f"{'z' * number}{row.position}" if is_item else row.position,
                    )
                )
    return Records(records.root_id, rows)
