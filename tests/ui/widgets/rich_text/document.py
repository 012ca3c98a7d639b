"""Random documents as the editor may hold them: paragraphs, nested lists and whole tables."""

from __future__ import annotations

from hypothesis import strategies as st

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.position import spread
from kcdesk.domain.richtext import Mark, Span, Spans, normal

OWNER = "owner"
LETTERS = "abc åäö 1\u00a0\u2011😀🇸🇪đŋ\u200e<&>\t\n\x00"


def spans() -> st.SearchStrategy[Spans]:
    text = st.text(st.sampled_from(LETTERS), min_size=1, max_size=8) | st.text(
        st.characters(
            exclude_categories=["Cs"], exclude_characters="\r\u2028\u2029\ufdd0\ufdd1\ufffc"
        ),
        min_size=1,
        max_size=5,
    )
    span = st.builds(
        Span,
        text,
        st.sets(st.sampled_from(Mark), max_size=3).map(lambda marks: tuple(sorted(marks))),
        st.none() | st.sampled_from(["https://exempel.se/?a=1&b=å", "mailto:anna@exempel.se"]),
    )
    return st.lists(span, max_size=4).map(normal)


@st.composite
def paragraphs(draw: st.DrawFn) -> list[Block]:
    kind = draw(st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.CELL]))
    level = draw(st.integers(0, 3)) if kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) else 0
    return [Block(id=draw(st.uuids()).hex, kind=kind, level=level, spans=draw(spans()))]


@st.composite
def tables(draw: st.DrawFn) -> list[Block]:
    lines, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    grid = draw(st.uuids()).hex
    return [
        Block(
            id=draw(st.uuids()).hex,
            kind=BlockKind.CELL,
            grid=grid,
            line=line,
            column=column,
            header=line == 0,
            spans=draw(spans()),
        )
        for line in range(lines)
        for column in range(columns)
        for _ in range(draw(st.integers(1, 2)))
    ]


@st.composite
def documents(draw: st.DrawFn) -> list[Block]:
    """Rows of one owner, in order."""
    parts = draw(st.lists(paragraphs() | paragraphs() | paragraphs() | tables(), max_size=6))
    blocks = [block for part in parts for block in part]
    return [placed(block, at) for block, at in zip(blocks, spread(len(blocks)), strict=True)]


def placed(block: Block, position: str) -> Block:
    from dataclasses import replace

    return replace(block, owner_id=OWNER, position=position)
