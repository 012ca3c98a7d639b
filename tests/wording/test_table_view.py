"""What everybody may see: heading, proposal, the decision as it will stand, and no secrets."""

from __future__ import annotations

from dataclasses import replace

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.body import Body, Numbering
from kcdesk.domain.decision import Decision, Motion, MotionFate
from kcdesk.domain.item import Item, Presenter
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, plain
from kcdesk.domain.section import Section, SectionKind
from kcdesk.i18n import catalogue
from kcdesk.wording.table_view import MASKED, Line, TableView, table_view, visible
from tests.services.agenda import meeting, participant

BODY = Records("b", [Body(id="b", numbering=Numbering.PARAGRAPH)])


def block(owner: str, at: int, text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(id=f"{owner}{at}", owner_id=owner, position=f"a{at}", kind=kind, spans=plain(text))


ROWS = (
    Presenter(id="pr", owner_id="a", position="V", name="Siv Åkerlund", title="chef"),
    Section(id="pp", owner_id="a", position="V", kind=SectionKind.PROPOSAL),
    block("pp", 0, "Styrelsen föreslås"),
    block("pp", 1, "att anta planen, samt", BlockKind.CLAUSE),
    block("pp", 2, "att avsätta medel.", BlockKind.CLAUSE),
    block("pp", 3, "  "),
    Section(id="no", owner_id="a", position="W"),
    block("no", 0, "Anteckningar visas inte."),
    Motion(id="mo", owner_id="a", position="V", movers=("P",), text="Bifall."),
    Motion(id="m2", owner_id="a", position="W", text="Tas tillbaka.", fate=MotionFate.WITHDRAWN),
    Decision(id="de", owner_id="a", position="V"),
    block("de", 0, "Styrelsen antar planen."),
    block("de", 1, "en punkt", BlockKind.BULLET),
)


def view(*rows, item: str = "a", records: Records | None = None) -> TableView:
    made = records or meeting("a b(c)", participant("P"), *(rows or ROWS))
    found = table_view(catalogue("sv"), made, BODY, item)
    assert found is not None
    return found


def test_an_item_is_shown_with_proposal_motions_and_decision() -> None:
    shown = view()
    assert (str(shown.number), shown.heading) == ("§ 1", "Ta")
    assert shown.presenters == ("Siv Åkerlund",)
    proposal, motions, decision = shown.parts
    assert proposal.lines == (
        Line("Styrelsen föreslås"),
        Line("att anta planen, samt", 1),
        Line("att avsätta medel.", 2),
    )
    assert motions.lines == (Line("NP yrkar bifall till förslaget. Bifall.", bullet=True),)
    assert decision.decides
    assert decision.lines == (Line("Styrelsen antar planen."), Line("en punkt", bullet=True))


def test_no_item_shows_nothing() -> None:
    assert table_view(catalogue("sv"), meeting("a"), BODY, "") is None


def test_a_secret_item_is_withheld_and_so_are_its_sub_items() -> None:
    records = meeting("a b(c)", *ROWS[1:3])
    rows = [replace(row, secret=True) if row.id in ("a", "b") else row for row in records]
    for item in ("a", "b", "c"):
        shown = view(records=Records("m", rows), item=item)
        assert shown.withheld
        assert shown.parts == ()


def test_secret_parts_and_passages_stay_out() -> None:
    secret = [replace(row, secret=True) if hasattr(row, "secret") else row for row in ROWS]
    assert view(*secret).parts == ()
    spans = (Span("Stöd till "), Span("Eva", (Mark.PERSONAL,)), Span(" nu", (Mark.BOLD,)))
    assert visible(spans) == f"Stöd till {MASKED} nu"
    assert visible((Span("x", (Mark.SECRET,)),)) == MASKED


def test_a_decision_as_proposed_is_told_without_words() -> None:
    row = Decision(id="de", owner_id="a", position="V", as_proposed=True)
    (part,) = view(row, Item(id="z", owner_id="m", position="zz")).parts
    assert part.lines == ()
    assert str(part.title) == "Decision as proposed"
