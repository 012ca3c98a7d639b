"""Checks 24–31 and 34: numbers, facts, secrecy, personal data, actions, the document."""

from dataclasses import replace
from datetime import date

import pytest

from kcdesk.domain.action import Action, ActionOwner, ActionState, OwnerKind
from kcdesk.domain.approval import Approval
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.body import Numbering, Regime
from kcdesk.domain.correction import Correction
from kcdesk.domain.decision import DecisionOutcome
from kcdesk.domain.item import Item, ItemKind, Presenter
from kcdesk.domain.meeting import MeetingState
from kcdesk.domain.moment import Moment, Tie
from kcdesk.domain.richtext import Mark, Span, plain
from kcdesk.domain.section import Section
from kcdesk.domain.summons import Summons
from kcdesk.services.check.neighbour import EarlierAction
from tests.services.check.case import MUST, PRACTICE, TIP, Case, check_case, said
from tests.services.check.scene import HELD, Scene, informal

PAST = date(2026, 11, 20)
A_WEEK_BEFORE = date(2026, 11, 5)
REAL, WRONG = "811218-9876", "811218-9875"


SENT = Summons(id="sent", owner_id="m", sent_on=date(2026, 11, 2), items=("plan",))
CORRECTED = Correction(
    id="corrected", owner_id="plan", made_on=date(2026, 12, 1), author="Lisa Ny", text="Beloppet"
)


def write(scene: Scene, text: str, *marks: Mark) -> Scene:
    return scene.set("opening-text", spans=(Span(text, marks),))


def sub_item(**fields: object) -> Item:
    fields = {"title": "Del", "kind": ItemKind.INFORMATION, **fields}
    return Item(id="sub", owner_id="plan", **fields)


def table(scene: Scene, *, header: bool) -> Scene:
    for column in range(2):
        scene.add(
            Block(
                id=f"cell{column}",
                owner_id="opening",
                kind=BlockKind.CELL,
                grid="g",
                column=column,
                header=header,
                spans=plain("Kommun"),
            )
        )
    return scene


CASES = [
    Case(
        "a gap before",
        24,
        PRACTICE,
        lambda s: s.beside(last_paragraph=50),
        lambda s: s.beside(last_paragraph=51),
    ),
    Case(
        "not the first of the year",
        24,
        PRACTICE,
        lambda s: s.beside(last_paragraph=0),
        lambda s: s.beside(last_paragraph=0).set("m", first_paragraph=1),
    ),
    Case(
        "a double after",
        24,
        PRACTICE,
        lambda s: s.beside(next_paragraph=54),
        lambda s: s.beside(next_paragraph=55),
    ),
    Case(
        "no numbers at the approval",
        24,
        PRACTICE,
        lambda s: s.set("m", first_paragraph=None),
        lambda s: s.set("m", first_paragraph=None, state=MeetingState.REVIEW),
    ),
    Case(
        "numbers of items follow nothing",
        24,
        PRACTICE,
        lambda s: s.beside(last_paragraph=50),
        lambda s: s.beside(last_paragraph=50).body(numbering=Numbering.ITEM),
    ),
    Case(
        "no day",
        25,
        PRACTICE,
        lambda s: s.set("m", day=Moment()),
        lambda s: s.set("m", day=Moment(text="i november")),
    ),
    Case("no time", 25, PRACTICE, lambda s: s.set("m", actual_start=None), lambda s: s),
    Case(
        "no place",
        25,
        PRACTICE,
        lambda s: s.set("m", place=" "),
        lambda s: s.set("m", place="", remote=True),
        start=informal,
    ),
    Case("no secretary", 25, PRACTICE, lambda s: s.drop("secretary"), lambda s: s, start=informal),
    Case(
        "no people",
        25,
        PRACTICE,
        lambda s: s.drop("anna", "bo", "cia", "dan", "eva", "sam", "tea", "lisa"),
        lambda s: s.drop("bo"),
    ),
    Case(
        "no case number",
        26,
        PRACTICE,
        lambda s: s.set("plan", case_number=""),
        lambda s: s.set("plan", case_number="").drop("decided"),
    ),
    Case(
        "no basis",
        26,
        PRACTICE,
        lambda s: s.drop("basis"),
        lambda s: s.drop("basis").add(Attachment(id="file", owner_id="plan", name="Plan.pdf")),
    ),
    Case(
        "nobody is told",
        26,
        PRACTICE,
        lambda s: s.drop("told"),
        lambda s: s.drop("told").set("plan", kind=ItemKind.ELECTION),
    ),
    Case(
        "an identity number",
        27,
        MUST,
        lambda s: write(s, f"Sökanden ({REAL}) beviljas."),
        lambda s: write(s, f"Ärende {WRONG}, telefon 0910-123456."),
    ),
    Case(
        "an identity number in a field",
        27,
        MUST,
        lambda s: s.set("yes", text="för 198112189876"),
        lambda s: s.set("yes", text="för 198112189876", secret=True),
    ),
    Case(
        "an identity number that is masked",
        27,
        MUST,
        lambda s: write(s, REAL, Mark.BOLD),
        lambda s: write(s, REAL, Mark.PERSONAL),
    ),
    Case(
        "an identity number in a secret item",
        27,
        MUST,
        lambda s: write(s, REAL).set("open", title=REAL),
        lambda s: write(s, REAL).set("open", secret=True, secrecy_ground="OSL 26:1"),
        start=informal,
    ),
    Case(
        "a word about health",
        27,
        TIP,
        lambda s: write(s, "Hon är sjukskriven sedan maj."),
        lambda s: write(s, "Förvaltningen föreslår friskvård."),
    ),
    Case(
        "a word about a crime",
        27,
        TIP,
        lambda s: write(s, "Anställd dömdes för stöld."),
        lambda s: write(s, "Anställd bedömdes vara lämplig."),
    ),
    Case(
        "secret on no ground",
        28,
        MUST,
        lambda s: s.set("plan", secret=True),
        lambda s: s.set("plan", secret=True, secrecy_ground="19 kap. 3 § OSL"),
    ),
    Case(
        "a secret part",
        28,
        MUST,
        lambda s: s.set("decided", secret=True),
        lambda s: s.set("decided", secret=True).set(
            "plan", secret=True, secrecy_ground="19 kap. 3 § OSL"
        ),
    ),
    Case(
        "a secret passage",
        28,
        MUST,
        lambda s: write(s, "Sökanden", Mark.SECRET),
        lambda s: write(s, "Sökanden", Mark.SECRET).set("opening", secrecy_ground="OSL 21:1"),
    ),
    Case(
        "a secret passage of a secret item",
        28,
        MUST,
        lambda s: write(s, "Sökanden", Mark.SECRET),
        lambda s: write(s, "Sökanden", Mark.SECRET).set(
            "open", secret=True, secrecy_ground="OSL 21:1"
        ),
    ),
    Case(
        "a secret sub-item",
        28,
        MUST,
        lambda s: s.add(sub_item(secret=True)),
        lambda s: s.add(sub_item(secret=True, secrecy_ground="OSL 21:1")),
        start=informal,
    ),
    Case(
        "a decision outside the kungörelse",
        29,
        MUST,
        lambda s: s.body(regime=Regime.COUNCIL).set("plan", announced=False),
        lambda s: s.body(regime=Regime.COUNCIL).set("plan", announced=False).drop("decided"),
    ),
    Case(
        "outside the kallelse",
        29,
        TIP,
        lambda s: s.set("plan", announced=False),
        lambda s: s.set("open", announced=False),
    ),
    Case(
        "outside the kallelse that was sent",
        29,
        TIP,
        lambda s: s.add(SENT),
        lambda s: s.add(replace(SENT, items=("plan", "choose"))),
    ),
    Case(
        "a kallelse not sent yet",
        29,
        TIP,
        lambda s: s.add(SENT).add(replace(sub_item(), owner_id="choose")),
        lambda s: s.add(replace(SENT, sent_on=None)),
    ),
    Case(
        "a correction of no day",
        32,
        MUST,
        lambda s: s.add(replace(CORRECTED, made_on=None)),
        lambda s: s.add(CORRECTED),
    ),
    Case(
        "a correction that says nothing",
        32,
        MUST,
        lambda s: s.add(replace(CORRECTED, text=" ")),
        lambda s: s.add(replace(CORRECTED, owner_id="m")),
    ),
    Case(
        "nobody's correction",
        32,
        MUST,
        lambda s: s.add(replace(CORRECTED, author="")),
        lambda s: s.add(CORRECTED),
    ),
    Case(
        "corrected before it was approved",
        32,
        MUST,
        lambda s: s.add(replace(CORRECTED, made_on=HELD)),
        lambda s: s.drop("a").add(replace(CORRECTED, made_on=HELD)),
    ),
    Case(
        "notes by §",
        30,
        TIP,
        lambda s: s.set("m", numbering=Numbering.PARAGRAPH),
        lambda s: s.set("m", numbering=Numbering.PARAGRAPH, regime=Regime.BOARD),
        start=informal,
    ),
    Case(
        "notes that are approved",
        30,
        TIP,
        lambda s: s.add(Approval(id="a", owner_id="m")),
        lambda s: s,
        start=informal,
    ),
    Case(
        "notes that speak of justerare",
        30,
        TIP,
        lambda s: write(s, "Bo Ek utses till justerare."),
        lambda s: write(s, "Priset justeras i maj."),
        start=informal,
    ),
    Case(
        "nobody's action",
        31,
        TIP,
        lambda s: s.drop("doer"),
        lambda s: s.set("doer", participant_id=None, name="Kansliet", kind=OwnerKind.GROUP),
    ),
    Case(
        "no day for an action",
        31,
        TIP,
        lambda s: s.set("todo", due=Moment()),
        lambda s: s.set("todo", due=Moment(tie=Tie.NEXT_MEETING)),
        start=informal,
    ),
    Case(
        "overdue",
        31,
        TIP,
        lambda s: s.set("todo", due=Moment(PAST)),
        lambda s: s.set("todo", due=Moment(PAST)).set("doer", state=ActionState.DONE),
    ),
    Case(
        "overdue for both",
        31,
        TIP,
        lambda s: either(s, any_owner=False),
        lambda s: either(s, any_owner=True),
    ),
    Case(
        "overdue from before",
        31,
        TIP,
        lambda s: s.beside(overdue=(EarlierAction("Ring " * 20, PAST, HELD),)),
        lambda s: s,
    ),
    Case(
        "no title",
        34,
        PRACTICE,
        lambda s: s.body(name="", organisation=""),
        lambda s: s.body(name="", organisation="").set("m", title="Samråd"),
    ),
    Case(
        "no language of ours",
        34,
        PRACTICE,
        lambda s: s.set("m", language="xx"),
        lambda s: s.set("m", language="en"),
    ),
    Case(
        "a table without head",
        34,
        PRACTICE,
        lambda s: table(s, header=False),
        lambda s: table(s, header=True),
        start=informal,
    ),
    Case(
        "a letter of no font",
        34,
        PRACTICE,
        lambda s: write(s, "Möte ☃").missing("☃"),
        lambda s: write(s, "Möte").missing("☃"),
    ),
]


def council() -> Scene:
    scene = Scene().body(regime=Regime.COUNCIL).set("m", announced_on=A_WEEK_BEFORE)
    return scene.add(replace(SENT, items=("plan", "choose")))


FULL = [
    Case(
        "no kungörelse",
        35,
        MUST,
        lambda s: s.set("m", announced_on=None),
        lambda s: s.set("m", announced_on=None).on(A_WEEK_BEFORE),
        start=council,
    ),
    Case(
        "a late kungörelse",
        35,
        MUST,
        lambda s: s.set("m", announced_on=HELD),
        lambda s: s.set("m", announced_on=A_WEEK_BEFORE),
        start=council,
    ),
    Case(
        "no kallelse",
        35,
        MUST,
        lambda s: s.set("sent", sent_on=None),
        lambda s: s.set("sent", sent_on=None).set("m", day=Moment(HELD, "i november")),
        start=council,
    ),
    Case(
        "a late kallelse",
        35,
        MUST,
        lambda s: s.set("sent", sent_on=HELD),
        lambda s: s.set("sent", sent_on=A_WEEK_BEFORE),
        start=council,
    ),
    Case(
        "sent back without reasons",
        35,
        MUST,
        lambda s: s.set("decided", outcome=DecisionOutcome.REFERRED_BACK, by_minority=True),
        lambda s: s.set(
            "decided",
            outcome=DecisionOutcome.REFERRED_BACK,
            by_minority=True,
            reasons="Kostnaden är oklar.",
        ),
        start=council,
    ),
    Case(
        "nobody's interpellation",
        35,
        MUST,
        lambda s: s.add(replace(sub_item(kind=ItemKind.INTERPELLATION), owner_id="m")),
        lambda s: s.add(replace(sub_item(kind=ItemKind.QUESTION), owner_id="m")).add(
            Presenter(id="asker", owner_id="sub", participant_id="bo")
        ),
        start=council,
    ),
    Case(
        "an interpellation mentioned",
        35,
        MUST,
        lambda s: write(s, "Interpellationen besvaras."),
        lambda s: write(s, "Interpellationen besvaras.").set(
            "choose", kind=ItemKind.INTERPELLATION
        ),
        start=council,
    ),
]


def either(scene: Scene, *, any_owner: bool) -> Scene:
    scene.set("todo", due=Moment(PAST), any_owner=any_owner).set("doer", state=ActionState.DONE)
    return scene.add(ActionOwner(id="other", owner_id="todo", participant_id="bo"))


@pytest.mark.parametrize("case", [*CASES, *FULL], ids=str)
def test_what_spoils_the_text(case: Case) -> None:
    check_case(case)


def mended(scene: Scene, number: int) -> Scene:
    """The meeting after the fix of its only finding, against which the check has nothing."""
    (found,) = scene.of(number)
    assert found.fix is not None
    scene.rows = {row.id: row for row in scene.records().apply(found.fix.make(scene.records()))}
    assert scene.of(number) == []
    return scene


def test_the_due_paragraph_is_offered() -> None:
    scene = mended(Scene().beside(last_paragraph=70), 24)
    assert scene.rows["m"].first_paragraph == 71
    text = "Head: Begins with § 52, but the meeting before ends with § 70."
    assert said(Scene().beside(last_paragraph=70).of(24)[0]) == text


def test_what_is_missing_at_a_decision_is_said_in_one_line() -> None:
    scene = Scene().set("plan", case_number="").drop("told", "basis")
    assert [said(each) for each in scene.of(26)] == [
        "§ 53: Missing: case number, decision basis and recipients."
    ]


def test_a_passage_is_masked_once_and_only_while_it_is_there() -> None:
    scene = write(Scene(), f"Sökanden {REAL} beviljas.")
    (found,) = scene.of(27)
    assert said(found) == f"§ 52: A personal identity number: {REAL}."
    assert found.fix is not None
    records = scene.records()
    after = records.apply(found.fix.make(records))
    masked = [each.text for each in after.get(Block, "opening-text").spans if each.marks]
    assert masked == [REAL]
    assert not found.fix.make(after), "pressing twice does not unmask it"
    assert not found.fix.make(write(scene, "Annan text").records())
    assert not found.fix.make(scene.drop("opening").records())


def test_notes_are_made_informal_again() -> None:
    assert mended(informal().set("m", numbering=Numbering.PARAGRAPH), 30).rows["m"].numbering
    mended(informal().add(Approval(id="a", owner_id="m")), 30)


def test_a_glyph_is_named_with_its_place() -> None:
    scene = Scene().set("bo", name="Bo ☃").missing("☃")
    assert [said(each) for each in scene.of(34)] == [
        "Attendance, Bo ☃: No font has these characters: ☃ (U+2603)."
    ]
    body = Scene().body(organisation="Norråsa ☃").missing("☃")
    assert said(body.of(34)[0]).startswith("The body:")
    approval = Scene().set("n", board="☃").missing("☃")
    assert approval.of(34)[0].place.row_id == "n"


def test_a_secret_item_without_ground_is_said_once() -> None:
    scene = Scene().set("plan", secret=True).set("decided", secret=True)
    scene.add(sub_item(secret=True))
    assert len(scene.of(28)) == 1


def test_an_action_of_many_words_is_cut() -> None:
    scene = Scene().add(Action(id="long", owner_id="plan", text="Skicka handlingarna " * 9))
    scene.add(ActionOwner(id="who", owner_id="long", name="Kansliet"))
    (found,) = scene.of(31)
    assert said(found) == "§ 53: “Skicka handlingarna Skicka handlingarna…” has no day."


def given_to(scene: Scene, *people: str, **fields: object) -> Scene:
    """One task as several actions, one for each, as some minutes list them."""
    for name in people:
        scene.add(Action(id=f"read-{name}", owner_id="plan", text="Läs kapitel 1–6", **fields))
        scene.add(ActionOwner(id=f"of-{name}", owner_id=f"read-{name}", participant_id=name))
    return scene


def test_one_task_given_to_several_is_told_of_once_with_their_names() -> None:
    late = given_to(Scene(), "anna", "bo", "cia", due=Moment(PAST))
    late.set("of-bo", state=ActionState.DONE)
    (found,) = late.of(31)
    assert said(found).endswith(f": {late.rows['anna'].name}, {late.rows['cia'].name}.")
    assert found.place.row_id == "read-anna"
    (found,) = given_to(Scene(), "anna", "bo").of(31)
    assert said(found) == (
        f"§ 53: “Läs kapitel 1–6” has no day: {late.rows['anna'].name}, {late.rows['bo'].name}."
    )
    alone = given_to(Scene(), "anna", due=Moment(PAST))
    assert said(alone.of(31)[0]).endswith(
        f"was due on {alone.rows['read-anna'].due.day:%-d %B %Y}."
    )


def test_actions_that_differ_are_told_of_one_by_one() -> None:
    scene = given_to(Scene(), "anna", due=Moment(PAST))
    given_to(scene, "bo")
    scene.add(Action(id="other", owner_id="choose", text="Läs kapitel 1–6"))
    assert len(scene.of(31)) == 4  # the last one has neither owner nor day
    blank = Scene().add(Action(id="one", owner_id="plan")).add(Action(id="two", owner_id="plan"))
    assert len(blank.of(31)) == 4


def test_an_earlier_task_of_several_is_told_of_once() -> None:
    rows = [EarlierAction("Läs", PAST, HELD, (name,)) for name in ("Anna", "Bo", "Anna")]
    (found,) = Scene().beside(overdue=(*rows, EarlierAction("läs", PAST, HELD))).of(31)
    assert said(found).endswith(": Anna, Bo.")


def test_text_outside_any_item_has_a_place() -> None:
    scene = informal().add(Section(id="loose", owner_id="open")).text("loose", "Justerare: Bo")
    assert scene.of(30)[0].place.item_id == "open"
    head = Scene().set("m", place=REAL).of(27)
    assert [said(each) for each in head] == [f"Head: A personal identity number: {REAL}."]
