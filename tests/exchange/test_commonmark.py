"""Blocks and CommonMark, there and back."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import Mark, Span, Spans, normal, plain, text_of
from kcdesk.exchange.commonmark_reader import read_commonmark
from kcdesk.exchange.commonmark_writer import write_commonmark

Said = tuple[BlockKind, int, Spans]

LETTERS = "ab åäö 12 -+=~#>.)(\\`*_[]<>&!|:;'\"/\u00a0\n\t§–😀&#32;"
WORDS = st.text("abåöŋ", min_size=1, max_size=5)


def said(blocks: tuple[Block, ...]) -> list[Said]:
    return [(block.kind, block.level, block.spans) for block in blocks]


def rows(*blocks: Said) -> list[Block]:
    return [
        Block(id=str(n), kind=kind, level=level, spans=spans)
        for n, (kind, level, spans) in enumerate(blocks)
    ]


@st.composite
def marked(draw: st.DrawFn) -> Spans:
    """Text with marks that begin and end with whole words, as people set them."""
    parts: list[Span] = []
    for _ in range(draw(st.integers(1, 4))):
        words = " ".join(draw(st.lists(WORDS, min_size=1, max_size=3)))
        marks = tuple(sorted(draw(st.sets(st.sampled_from([Mark.BOLD, Mark.ITALIC])))))
        link = draw(st.none() | st.sampled_from(["https://a.se/å?b=1&c=(2)", "mailto:a@b.se"]))
        parts += [Span(words, marks, link), Span(draw(st.sampled_from([" ", ", ", "\n"])))]
    return normal(parts[:-1])


@st.composite
def sayable(draw: st.DrawFn) -> list[Said]:
    """Blocks that CommonMark can say: levels of lists grow by one, nothing is empty."""
    found: list[Said] = []
    depth = -1
    texts = st.text(LETTERS, min_size=1, max_size=20).map(plain) | marked()
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(BlockKind).filter(lambda kind: kind not in UNSAYABLE))
        if kind in (BlockKind.BULLET, BlockKind.NUMBERED):
            depth = draw(st.integers(0, depth + 1))
            found.append((kind, depth, draw(texts)))
        else:
            depth = -1
            level = draw(st.integers(0, 5)) if kind is BlockKind.HEADING else 0
            found.append((kind, level, draw(texts)))
    return found


UNSAYABLE = (BlockKind.CLAUSE, BlockKind.CELL)

DEEP = 10_000 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 200


@settings(max_examples=DEEP)
@given(sayable())
def test_what_commonmark_can_say_comes_back_as_it_was(blocks: list[Said]) -> None:
    assert said(read_commonmark(write_commonmark(rows(*blocks)))) == blocks


@given(st.lists(st.tuples(st.text(LETTERS, min_size=1), st.sets(st.sampled_from(Mark)))))
def test_text_survives_whatever_the_marks(parts: list[tuple[str, set[Mark]]]) -> None:
    spans = normal(Span(text, tuple(sorted(marks))) for text, marks in parts)
    (block,) = read_commonmark(write_commonmark(rows((BlockKind.PARAGRAPH, 0, spans)))) or (
        Block(id=""),
    )
    assert text_of(block.spans) == text_of(spans)


@given(st.text(max_size=60) | st.text("-*_[]()<>`#1. \n>ab!", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for block in read_commonmark(text):
        assert block.spans == normal(block.spans)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("---", []),
        ("one\ntwo", [(BlockKind.PARAGRAPH, 0, plain("one two"))]),
        ("## Rubrik ##", [(BlockKind.HEADING, 1, plain("Rubrik"))]),
        ("<b>fet</b>", [(BlockKind.PARAGRAPH, 0, plain("<b>fet</b>"))]),
        ("`kod` ![bild](x.png)", [(BlockKind.PARAGRAPH, 0, plain("kod bild"))]),
        ("```\na\n  b\n```", [(BlockKind.PARAGRAPH, 0, plain("a\n  b"))]),
        ("> sagt", [(BlockKind.PARAGRAPH, 0, plain("sagt"))]),
        ("[x](javascript:alert(1))", [(BlockKind.PARAGRAPH, 0, plain("x"))]),
        (
            "<https://a.se>",
            [(BlockKind.PARAGRAPH, 0, (Span("https://a.se", (), "https://a.se"),))],
        ),
        (
            "- a\n\n  b\n  1. c\n- d",
            [
                (BlockKind.BULLET, 0, plain("a")),
                (BlockKind.PARAGRAPH, 0, plain("b")),
                (BlockKind.NUMBERED, 1, plain("c")),
                (BlockKind.BULLET, 0, plain("d")),
            ],
        ),
    ],
)
def test_what_is_read(text: str, blocks: list[Said]) -> None:
    assert said(read_commonmark(text)) == blocks


def test_what_is_written() -> None:
    bold = (Span("Dags", (Mark.BOLD, Mark.DECISION)), Span(" att välja!"))
    blocks = rows(
        (BlockKind.HEADING, 0, plain("C# och D#")),
        (BlockKind.PARAGRAPH, 0, bold),
        (BlockKind.PARAGRAPH, 0, ()),
        (BlockKind.CLAUSE, 0, plain("att bygga")),
        (BlockKind.CLAUSE, 0, plain("att hyra")),
        (BlockKind.BULLET, 3, plain("2. av\ntvå")),
        (BlockKind.PARAGRAPH, 0, (Span("x", (), "file:///etc/passwd"),)),
    )
    assert write_commonmark(blocks) == (
        "# C# och D#\n\n**Dags** att välja!\n\n1. att bygga\n2. att hyra\n"
        "   - 2\\. av\\\n     två\n\nx\n"
    )


def test_a_mark_leaves_out_the_spaces_at_its_ends() -> None:
    blocks = rows((BlockKind.PARAGRAPH, 0, (Span("a"), Span(" b ", (Mark.BOLD,)), Span("c"))))
    assert write_commonmark(blocks) == "a **b** c\n"


def test_a_mark_that_cannot_be_said_is_dropped() -> None:
    blocks = rows((BlockKind.PARAGRAPH, 0, (Span("a"), Span("!b!", (Mark.BOLD,)), Span("c"))))
    assert write_commonmark(blocks) == "a!b!c\n"


def test_an_exclamation_before_a_link_makes_no_picture() -> None:
    spans = (Span("Se!"), Span("här", (), "https://a.se"))
    written = write_commonmark(rows((BlockKind.PARAGRAPH, 0, spans)))
    assert written == "Se\\![här](<https://a.se>)\n"
    assert read_commonmark(written)[0].spans == spans


def test_a_table_becomes_lines() -> None:
    cells = [
        Block(id=text, kind=BlockKind.CELL, grid="g", line=n // 2, column=n % 2, spans=plain(text))
        for n, text in enumerate(("Kommun", "Dag", "Norråsa", "1 maj"))
    ]
    assert write_commonmark(cells) == "Kommun | Dag\n\nNorråsa | 1 maj\n"
