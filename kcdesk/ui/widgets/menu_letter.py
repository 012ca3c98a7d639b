"""The letters that choose in a menu: each chooses one entry alone, whatever the language."""

from __future__ import annotations

from collections.abc import Sequence

MARK = "&"


def with_letters(words: Sequence[str]) -> list[str]:
    """Return the words of a menu, each with the mark before a letter that no other has.

    A word keeps the letter that it is marked with while that is free, else it takes the first free
    letter in it; where all of its letters are taken, one of those gives way if it can.
    """
    plain = [word.replace(MARK, "") for word in words]
    wished = [_wishes(word) for word in words]
    holder: dict[str, int] = {}  # by letter: which word has it
    for at, letters in enumerate(wished):
        if letters and MARK in words[at] and letters[0] not in holder:
            holder[letters[0]] = at
    for at in range(len(words)):
        if at not in holder.values():
            _find(at, wished, holder, set())
    letter_of = {at: letter for letter, at in holder.items()}
    return [_marked(word, letter_of.get(at, "")) for at, word in enumerate(plain)]


def _wishes(word: str) -> list[str]:
    """Return the letters of a word, the marked one first."""
    before, mark, after = word.partition(MARK)
    letters = [each for each in (after[:1] if mark else "") + before + after if each.isalpha()]
    return list(dict.fromkeys("".join(letters).casefold()))


def _find(at: int, wished: list[list[str]], holder: dict[str, int], asked: set[str]) -> bool:
    """Give a word a letter; whoever has it looks for another one."""
    free = next((letter for letter in wished[at] if letter not in holder), None)
    if free is not None:
        holder[free] = at
        return True
    for letter in wished[at]:
        if letter not in asked:
            asked.add(letter)
            if _find(holder[letter], wished, holder, asked):
                holder[letter] = at
                return True
    return False


def _marked(word: str, letter: str) -> str:
    at = word.casefold().find(letter) if letter else -1
    return word if at < 0 else f"{word[:at]}{MARK}{word[at:]}"
