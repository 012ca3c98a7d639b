"""Plain text from mail and editors: paragraphs and lists, and not a word that is not there."""

from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.block import BlockKind
from kcdesk.domain.richtext import text_of
from kcdesk.services.edit_text import DEEPEST
from kcdesk.services.read_plain import read_plain

P, B, N = BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.NUMBERED


def read(text):
    return [(each.kind, each.level, text_of(each.spans)) for each in read_plain(text, "s")]


def test_empty_lines_keep_paragraphs_apart_and_are_none_themselves():
    assert read("Ett stycke.\r\n\r\n  \nEtt till.\n") == [
        (P, 0, "Ett stycke."),
        (P, 0, "Ett till."),
    ]


def test_bullets_are_a_list_with_levels():
    assert read("Frågor:\n- Budget\n  - löner\n\n  * lokaler\n• Nästa möte\nSlut.") == [
        (P, 0, "Frågor:"), (B, 0, "Budget"), (B, 1, "löner"), (B, 1, "lokaler"),
        (B, 0, "Nästa möte"), (P, 0, "Slut."),
    ]  # fmt: skip


def test_numbers_are_a_list_where_they_count_from_one():
    assert read("1. Pilot\n2) Övriga") == [(N, 0, "Pilot"), (N, 0, "Övriga")]
    assert read("5. Kommundoktorand\n6. Strategi") == [
        (P, 0, "5. Kommundoktorand"), (P, 0, "6. Strategi"),
    ]  # fmt: skip
    assert read("1. En enda\nTack.") == [(P, 0, "1. En enda"), (P, 0, "Tack.")]
    assert read("1 sept 14.00\n2 sept 9.00") == [(P, 0, "1 sept 14.00"), (P, 0, "2 sept 9.00")]


def test_one_line_is_pasted_as_it_is():
    assert read("- så sade hon ") == [(P, 0, "- så sade hon ")]
    assert read("") == [(P, 0, "")]


@given(st.text(alphabet="-–•1234.) \n\r\tabåäö ", max_size=60))
def test_no_word_is_lost_or_added(text):
    blocks = read_plain(text, "s")
    assert all(0 <= each.level <= DEEPEST for each in blocks)
    letters = "abåäö"
    kept = [letter for letter in text if letter in letters]
    assert [x for each in blocks for x in text_of(each.spans) if x in letters] == kept
