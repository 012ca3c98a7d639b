"""Before a public copy what it would show is listed with its place, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.action import Action
from kcdesk.domain.approval import Approval
from kcdesk.domain.block import Block
from kcdesk.domain.body import Body, Numbering, Regime
from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.masking import Masking
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, plain
from kcdesk.domain.row import Row
from kcdesk.domain.section import Section
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.find_sensitive import SensitiveKind, is_personal_number
from kcdesk.services.mask_passage import mask_passage, mask_words, unmask
from kcdesk.services.review_publication import (
    KIND_WORDS,
    OpenPassage,
    review_others,
    review_publication,
)


def number() -> str:
    """A number of somebody who does not exist, with its check digit."""
    tails = (f"000{last}" for last in range(10))
    return "850101-" + next(tail for tail in tails if is_personal_number(85, 1, 1, tail))


def bundle(*rows: Row) -> MeetingBundle:
    body = Body(id="b", regime=Regime.BOARD, numbering=Numbering.PARAGRAPH)
    items = [
        Item(id="i", owner_id="m", position="V", title="Ärende"),
        Item(id="j", owner_id="m", position="W", title="Hemligt", secret=True),
    ]
    root = Meeting(id="m", body_id="b", first_paragraph=52, note="Ring 08-123 456 78")
    return MeetingBundle(
        body=Records("b", [body]),
        persons=Records(LIBRARY_ID),
        meeting=Records("m", [root, *items, *rows]),
    )


def text(*spans: Span, item: str = "i") -> list[Row]:
    return [
        Section(id=f"s{item}", owner_id=item, position="V"),
        Block(id=f"t{item}", owner_id=f"s{item}", position="V", spans=spans),
    ]


def said(held: MeetingBundle) -> list[str]:
    return [str(each.said()) for each in review_publication(held).open]


def left_out(held: MeetingBundle) -> list[str]:
    return [str(each.said()) for each in review_publication(held).masked]


def test_what_would_be_shown_is_listed_in_the_order_of_the_minutes():
    held = bundle(
        *text(*plain(f"Anna, {number()}, tfn 08-123 456 78.")),
        Action(id="a", owner_id="i", text="Skriv till a@b.se", due=Moment(text="vid sjukdom")),
        Decision(id="d", owner_id="i", lead_in="Polisanmälan"),
    )
    assert sorted(said(held)) == [
        "§ 52: E-mail address “a@b.se”",
        f"§ 52: Personal identity number “{number()}”",
        "§ 52: Phone number “08-123 456 78”",
        "§ 52: Word about crime “Polisanmälan”",
        "§ 52: Word about health “sjukdom”",
    ]
    assert left_out(held) == ["§ 53: The whole item is secret, without a ground"]


def test_what_is_masked_is_not_listed_as_open_but_as_left_out():
    held = bundle(
        *text(
            Span("Anna, "),
            Span(number(), (Mark.PERSONAL,)),
            Span(", dömd "),
            Span("för stöld", (Mark.SECRET,)),
            Span(" i fjol."),
        ),
        *text(Span(number()), item="j"),
        Decision(id="d", owner_id="i", secret=True, secrecy_ground="OSL 19:3", lead_in="Häktad"),
        Masking(id="k", owner_id="m", text="dömd"),
    )
    assert said(held) == []
    assert left_out(held) == [
        "§ 52: A part is secret (OSL 19:3)",
        f"§ 52: “{number()} … för stöld” is masked",
        "§ 53: The whole item is secret, without a ground",
        "Everywhere: “dömd” is masked",
    ]


def test_places_count_in_the_text_as_it_is_written():
    held = bundle(*text(Span("Hemligheten om allt ", (Mark.SECRET,)), Span("och a@b.se")))
    (found,) = review_publication(held).open
    assert (found.row_id, found.field, found.item_id) == ("ti", "", "i")
    assert (found.found.start, found.found.end) == (24, 30)
    assert found.around == "▒" * 20 + "och a@b.se"


def passage(held: MeetingBundle) -> OpenPassage:
    (found,) = review_publication(held).open
    return found


def test_running_text_is_masked_where_it_stands():
    held = bundle(*text(*plain("Skriv till a@b.se i dag")))
    group = mask_passage(held.meeting, passage(held))
    assert str(group.label) == "Mask personal data"
    after = held.meeting.apply(group)
    assert after.get(Block, "ti").spans == (
        Span("Skriv till "),
        Span("a@b.se", (Mark.PERSONAL,)),
        Span(" i dag"),
    )
    assert not mask_passage(after, passage(held))  # is masked
    shorter = held.meeting.apply(
        type(group)(group.label, held.meeting.setting("ti", "spans", plain("Skriv")))
    )
    assert not mask_passage(shorter, passage(held))  # has changed since


def test_elsewhere_the_word_is_masked_everywhere():
    held = bundle(Action(id="a", owner_id="i", text="Skriv till a@b.se"))
    found = passage(held)
    assert found.field == "text"
    after = held.meeting.apply(mask_passage(held.meeting, found))
    (masking,) = after.all(Masking)
    assert (masking.text, masking.ground) == ("a@b.se", "")
    assert review_publication(MeetingBundle(held.body, held.persons, after)).open == ()
    assert not mask_words(after, "A@B.se")
    assert not mask_words(after, "  ")
    assert after.apply(unmask(after, masking.id)).all(Masking) == ()


@pytest.mark.parametrize("kind", SensitiveKind)
def test_each_kind_has_its_words(kind):
    assert str(KIND_WORDS[kind])


def test_what_does_not_change_any_more_is_masked_by_its_words() -> None:
    held = bundle(*text(plain("Ring 070-123 45 67")[0]), Approval(id="a", owner_id="m"))
    sent = held.meeting.apply(
        Group(Message("x"), held.meeting.setting("a", "sent_on", date(2026, 11, 24)))
    )
    (found,) = review_publication(replace(held, meeting=sent)).open
    masked = sent.apply(mask_passage(sent, found))
    assert [each.text for each in masked.all(Masking)] == ["070-123 45 67"]
    assert masked.get(Block, "ti") == sent.get(Block, "ti")
    assert review_publication(replace(held, meeting=masked)).open == ()


def spring() -> MeetingBundle:
    """An earlier meeting of the body, with a number in its text, one in an action, and a secret."""
    rows = (
        Item(id="k", owner_id="n", position="V", title="Vårens ärende"),
        Item(id="l", owner_id="n", position="W", title="Hemligt", secret=True),
        Section(id="sk", owner_id="k", position="V"),
        Block(id="tk", owner_id="sk", position="V", spans=plain("Ring 070-123 45 67")),
        Action(id="ak", owner_id="k", position="V", text="Skriv till a@b.se"),
    )
    root = Meeting(id="n", body_id="b", first_paragraph=7, day=Moment(date(2026, 3, 2)))
    held = bundle()
    return MeetingBundle(held.body, held.persons, Records("n", [root, *rows]))


def test_other_meetings_are_looked_at_and_named() -> None:
    review = review_others([spring()])
    assert [(each.meeting_id, each.item_id) for each in review.open] == [("n", "k")] * 2
    assert [str(each.place) for each in review.open] == ["2026-03-02, § 7"] * 2
    assert [str(each.place) for each in review.masked] == ["2026-03-02, § 8"]
    here = review_publication(bundle(*text(*plain("070-123 45 67"))), among_others=True)
    assert [str(each.place) for each in here.open] == ["a meeting without a day, § 52"]
    both = here + review
    assert [each.meeting_id for each in both.open] == ["m", "n", "n"]


def test_of_a_list_of_actions_only_those_are_looked_at() -> None:
    review = review_others([spring()], actions_only=True)
    assert [each.found.text for each in review.open] == ["a@b.se"]
    alone = review_publication(spring(), actions_only=True)
    assert [str(each.place) for each in alone.open] == ["§ 7"]
