"""A line is a command only where it begins like one; everything else is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.services.line_command import (
    ARRIVES,
    LEAVES,
    WORDS,
    CommandWord,
    read_command,
    sought_name,
    words_beginning,
    written_word,
)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("word", list(CommandWord))
def test_each_word_is_read_with_what_follows_it(language: str, word: CommandWord) -> None:
    read = read_command(f"{written_word(word, language)}  att avslå ")
    assert read is not None
    assert (read.word, read.rest) == (word, "att avslå")


@pytest.mark.parametrize(
    "line",
    [
        "/Gerd Olofsson",
        "/Gerd Olofsson, sekreterare",
        "/beslut",
        "/beslutet fattades",
        "beslut att avslå",
        " /beslut att avslå",
        "/",
        "",
        "// beslut",
    ],
)
def test_other_lines_are_text(line: str) -> None:
    assert read_command(line) is None


def test_a_word_is_known_by_its_first_letters_in_either_language() -> None:
    assert words_beginning("/å", "sv") == (CommandWord.ACTION,)
    assert words_beginning("/B", "sv") == (
        CommandWord.DECISION,
        CommandWord.ATTACHMENT,
        CommandWord.BREAK,
    )
    assert words_beginning("/dec", "sv") == (CommandWord.DECISION,)
    assert words_beginning("/", "en") == tuple(WORDS["en"])
    assert words_beginning("/gerd", "sv") == ()
    assert words_beginning("/beslut ", "sv") == ()


@pytest.mark.parametrize("line", ["+46 70 123 45 67", "+ anna", "+", "anna", "-5 grader", "- text"])
def test_what_is_no_name_is_text(line: str) -> None:
    assert sought_name(line, ARRIVES) == ""
    assert sought_name(line, LEAVES) == ""


def test_a_name_follows_the_sign_at_once() -> None:
    assert sought_name("+åsa b ", ARRIVES) == "åsa b"
    assert sought_name("-MH", LEAVES) == "MH"


@given(st.text(max_size=30))
def test_any_line_can_be_read(line: str) -> None:
    read = read_command(line)
    begun = words_beginning(line, "sv")
    assert read is None or not begun  # a word is either whole or being written
    if not line.startswith("/"):
        assert read is None
        assert begun == ()
