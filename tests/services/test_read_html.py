"""Clipboard HTML of word processors, mail programs and web pages, read as blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import Mark, normal, text_of
from kcdesk.services.edit_text import DEEPEST
from kcdesk.services.html_markup import bare_markup
from kcdesk.services.html_table import MOST_CELLS
from kcdesk.services.read_html import clean_text, read_html

FOLDER = Path(__file__).parent / "pasted"
P, H, U, N, C = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.BULLET,
    BlockKind.NUMBERED,
    BlockKind.CELL,
)
NBSP = "\u00a0"


def pasted(name: str) -> list[Block]:
    return read_html((FOLDER / f"{name}.html").read_text("utf-8"), "o")


def told(blocks: list[Block]) -> list[tuple[BlockKind, int, str]]:
    return [(each.kind, each.level, text_of(each.spans)) for each in blocks]


def marked(blocks: list[Block]) -> list[tuple[str, tuple[Mark, ...], str | None]]:
    return [
        (span.text, span.marks, span.link)
        for block in blocks
        for span in block.spans
        if span.marks or span.link
    ]


def test_word() -> None:
    blocks = pasted("word")
    assert told(blocks) == [
        (H, 0, "Lägesrapport"),
        (
            P,
            0,
            (
                "Gruppen träffades i Norråsa och gick igenom tre frågor i tur och ordning. "
                f"Kostnaden är 300{NBSP}000{NBSP}kronor, se §{NBSP}12 och rapporten."
            ),
        ),
        (U, 0, "Bussarna går som förut"),
        (U, 1, "utom på lördagar"),
        (U, 0, "Avtalet löper ut"),
        (N, 0, "Begär in anbud"),
        (N, 1, "från tre bolag"),
        (C, 0, "Kommun"),
        (C, 0, "Restid"),
        (C, 0, "Vallmon"),
        (C, 0, f"45{NBSP}min"),
        (C, 0, "med byte"),
        (C, 0, "Rotsjö"),
        (C, 0, ""),
        (P, 0, "Slut på rapporten."),
    ]
    assert marked(blocks) == [
        ("tre frågor", (Mark.BOLD,), None),
        ("i tur och ordning", (Mark.ITALIC,), None),
        ("rapporten", (), "https://www.norrasa.example/rapport?del=1&sida=2"),
        ("lördagar", (Mark.BOLD,), None),
        ("Kommun", (Mark.BOLD,), None),
        ("Restid", (Mark.BOLD,), None),
    ]
    cells = [each for each in blocks if each.kind is C]
    assert [(each.line, each.column, each.header) for each in cells] == [
        (0, 0, True),
        (0, 1, True),
        (1, 0, False),
        (1, 1, False),
        (1, 1, False),
        (2, 0, False),
        (2, 1, False),
    ]
    assert len({each.grid for each in cells}) == 1


def test_outlook() -> None:
    blocks = pasted("outlook")
    assert told(blocks) == [
        (P, 0, "Hej!"),
        (P, 0, "Här är mina synpunkter, se även kansliet och utkastet:"),
        (U, 0, "Punkt 4 kan strykas"),
        (U, 1, "den är inaktuell"),
        (N, 0, "Beslutet först"),
        (P, 0, "Från: Ulf Bergdahl\nSkickat: den 3 mars"),
        (P, 0, "Med vänlig hälsning"),  # a table of one cell is none
    ]
    assert marked(blocks) == [
        ("mina synpunkter", (Mark.BOLD,), None),
        ("kansliet", (), "mailto:kansliet@norrasa.example"),
        ("inaktuell", (Mark.ITALIC,), None),
        ("Från:", (Mark.BOLD,), None),
        ("Skickat:", (Mark.BOLD,), None),
    ]


def test_libreoffice() -> None:
    blocks = pasted("libreoffice")
    assert told(blocks) == [
        (H, 0, "Budget"),
        (P, 0, "Förslaget är enhälligt och väl underbyggt, se hemsidan."),
        (U, 0, "Intäkter"),
        (U, 1, "statsbidrag"),
        (N, 2, "rekvireras"),
        (U, 0, "Kostnader"),
        (C, 0, "Post"),
        (C, 0, "tkr"),
        (C, 0, "Lokaler"),
        (C, 0, "1 200"),
        (C, 0, "Personal\noch resor"),
        (C, 0, ""),
        (P, 0, "Summa"),
    ]
    assert marked(blocks) == [
        ("enhälligt", (Mark.BOLD,), None),
        ("väl underbyggt", (Mark.ITALIC,), None),
        ("hemsidan", (), "https://www.ovreforsa.example/"),
        ("resor", (Mark.BOLD,), None),
    ]


def test_google_docs_is_not_bold_all_over() -> None:
    blocks = pasted("google_docs")
    assert told(blocks) == [
        (P, 0, "Vanlig text med fet och kursivlänk"),
        (U, 0, "ett"),
        (U, 1, "under"),
        (N, 0, "först"),
        (C, 0, "a"),
        (C, 0, "b"),
    ]
    assert marked(blocks) == [
        ("fet", (Mark.BOLD,), None),
        (" och kursiv", (Mark.ITALIC,), None),
        ("länk", (), "https://www.rotsjo.example/"),
        ("under", (Mark.BOLD,), None),
    ]


def test_a_web_page_that_closes_little() -> None:
    blocks = pasted("web")
    assert told(blocks) == [
        (H, 0, "Nyheter"),
        (P, 0, "Ett stycke utan tagg"),
        (P, 0, "och ett inuti"),
        (P, 0, "resten"),
        (P, 0, "Öppet stycke med nästlad form"),
        (P, 0, "Nästa2 & <sista> klick lokal"),
        (U, 0, "a"),
        (U, 0, "b\nfortsättning"),
        (N, 1, "b1"),
        (U, 0, "c"),
        (P, 0, "Ort"),
        (P, 0, "Norråsa"),
        (P, 0, "rad ett\nrad två"),
        (P, 0, "Tider"),
        (C, 0, "Dag"),
        (C, 0, "Tid"),
        (C, 0, "Mån"),
        (C, 0, "8"),
        (C, 0, ""),
        (C, 0, "inre"),
        (C, 0, "tabell"),
    ]
    cells = [each for each in blocks if each.kind is C]
    assert [(each.line, each.column) for each in cells] == [
        (0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1), (2, 1),
    ]  # fmt: skip
    assert not any(link for _, _, link in marked(blocks))  # none leads anywhere that is safe


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("bara text", [(P, 0, "bara text")]),
        ("a < b", [(P, 0, "a < b")]),
        ("<b>fet</b> <i> </i>", [(P, 0, "fet")]),
        ("x<br><br>y<br>", [(P, 0, "x\n\ny")]),
        ("<p>a</p><!-- ouvert", [(P, 0, "a")]),
        ("<tr><td>a<td>b", [(P, 0, "a"), (P, 0, "b")]),
        ("</li></td></b>kvar", [(P, 0, "kvar")]),
        ("<table><tr><td> </td><td></td></tr></table>", []),
        ("<h2 style='mso-list:l0 level1 lfo1'>1. Mål</h2>", [(H, 0, "1. Mål")]),
        ("<p style='mso-list:l0 level9 lfo1'>djup", [(U, DEEPEST, "djup")]),
        ("<ul><li data-aria-level=3>tre", [(U, 2, "tre")]),
        ("<p style='font-weight:x;;:'>a", [(P, 0, "a")]),
        ("<![CDATA[x]]><p>y", [(P, 0, "y")]),
        ("<td>ensam</td>", [(P, 0, "ensam")]),
        ("<p>a<o:p/>b</p>", [(P, 0, "ab")]),
        ("<p><b> </b>&nbsp;<i>a</i><b> &nbsp;</b></p>", [(P, 0, "a")]),
        ("<table><td>a<td>b</table>", [(C, 0, "a"), (C, 0, "b")]),
    ],
)
def test_small_things(html: str, expected: list[tuple[BlockKind, int, str]]) -> None:
    assert told(read_html(html, "o")) == expected


def test_an_endless_table_is_read_as_paragraphs() -> None:
    html = f"<table><tr>{'<td>x' * (MOST_CELLS + 5)}</table>"
    blocks = read_html(html, "o")
    assert {each.kind for each in blocks} <= {C, P}
    assert sum(len(text_of(each.spans)) for each in blocks) == MOST_CELLS + 5
    wide = "<table>" + "<tr><td colspan=100>a<td>b" * 60 + "</table>"
    assert {each.kind for each in read_html(wide, "o")} == {P}


@pytest.mark.timeout(60)  # what grows with its square takes minutes
@pytest.mark.parametrize("piece", ["<!--", "<a ", "<![", "<!", "</", "&#", "<ul><li>"])
def test_a_long_run_of_nonsense_ends_soon(piece: str) -> None:
    read_html(piece * (200_000 // len(piece)), "o")


@pytest.mark.timeout(60)
@pytest.mark.parametrize("end", ["</u>", "</b>", "x"])
def test_what_is_opened_without_end_ends_soon(end: str) -> None:
    count = 500_000 // len(f"<b>{end}")
    read_html("<b>" * count + end * count, "o")


def test_what_is_opened_too_deep_is_taken_for_what_it_holds() -> None:
    blocks = read_html(f"<p>{'<b>' * 5_000}fet{'</b>' * 5_000}mager</p><p>ny</p>", "o")
    assert marked(blocks) == [("fet", (Mark.BOLD,), None)]
    assert told(blocks) == [(P, 0, "fetmager"), (P, 0, "ny")]


SOUP = st.lists(
    st.sampled_from(
        [
            "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<ul>", "</ul>", "<ol>", "<li>", "</li>",
            "<table>", "</table>", "<tr>", "<td>", "</td>", "<th colspan=2>", "<td rowspan=3>",
            "<div>", "</div>", "<h2>", "</h2>", "<br>", "<hr/>", "<o:p>", "</o:p>", "<script>",
            "</script>", "<a href='https://a.se'>", "</a>", "<!--", "-->", "<![if x]>", "<?xml ?>",
            "<span style='mso-list:Ignore'>", "</span>", "<p style='mso-list:l0 level2 lfo1'>",
            "<b style='font-weight:normal'>", "&nbsp;", "&amp;", "ord", " ", "\n", "<", ">", "å",
            "<pre>", "</pre>", "\x00", "\ufffc",
        ]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(SOUP)
def test_any_soup_gives_blocks_that_an_editor_can_hold(html: str) -> None:
    blocks = read_html(html, "o")
    for each in blocks:
        assert each.owner_id == "o"
        assert each.spans == normal(each.spans)
        text = text_of(each.spans)
        assert text == text.strip(" \n\u00a0")
        assert each.kind is C or text
        assert 0 <= each.level <= DEEPEST
        assert text == clean_text(text)
    for grid in {each.grid for each in blocks if each.kind is C}:
        cells = [each for each in blocks if each.grid == grid]
        places = [(each.line, each.column) for each in cells]
        assert places == sorted(places)
        lines, columns = (max(place[at] for place in places) + 1 for at in (0, 1))
        assert len(set(places)) == lines * columns > 1


@given(st.text(alphabet="<>!-[]ab &;/='\" \n", max_size=300))
def test_bare_markup_never_leaves_a_tag_half_open(html: str) -> None:
    bare = bare_markup(html)
    assert "<!" not in bare
    assert bare.rfind("<") < bare.rfind(">") or "<" not in bare


@given(st.lists(st.tuples(st.integers(0, 4), st.booleans(), st.text("abc", min_size=1))))
def test_lists_of_any_shape_keep_their_levels(items) -> None:
    """Each list stands within the one above it, as LibreOffice nests them."""
    depth, html, expected = -1, "", []
    tags: list[str] = []
    for wanted, ordered, text in items:
        level = min(wanted, depth + 1)
        while depth > level:
            html, depth = html + f"</{tags.pop()}>", depth - 1
        if depth < level:
            tags.append("ol" if ordered else "ul")
            html, depth = html + f"<{tags[-1]}>", level
        html += f"<li><p>{text}</p></li>\n"
        expected.append((N if tags[-1] == "ol" else U, level, text))
    html += "".join(f"</{tag}>" for tag in reversed(tags))
    assert told(read_html(html, "o")) == expected
