"""What can be commanded at the start of a line: "+anna", "-anna", "/beslut", "/åtgärd MH fredag …".

Reading a line never does anything: a line is text until somebody accepts what is offered for it
(``services.offer_command``). Command words are known in Swedish and English alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.person_name import folded


class CommandWord(StrEnum):
    """What a word after a slash does."""

    DECISION = "decision"
    ACTION = "action"
    MOTION = "motion"
    VOTE = "vote"
    RECUSAL = "recusal"
    ATTACHMENT = "attachment"
    BREAK = "break"
    PRESENTER = "presenter"


WORDS = {
    "sv": {
        CommandWord.DECISION: "beslut",
        CommandWord.ACTION: "åtgärd",
        CommandWord.MOTION: "yrkande",
        CommandWord.VOTE: "votering",
        CommandWord.RECUSAL: "jäv",
        CommandWord.ATTACHMENT: "bilaga",
        CommandWord.BREAK: "paus",
        CommandWord.PRESENTER: "föredragande",
    },
    "en": {
        CommandWord.DECISION: "decision",
        CommandWord.ACTION: "action",
        CommandWord.MOTION: "motion",
        CommandWord.VOTE: "vote",
        CommandWord.RECUSAL: "recusal",
        CommandWord.ATTACHMENT: "attachment",
        CommandWord.BREAK: "break",
        CommandWord.PRESENTER: "presenter",
    },
}
"""The words by language, in the order in which they are offered."""

ARRIVES, LEAVES, SLASH = "+", "-", "/"
SIGNS = (ARRIVES, LEAVES, SLASH)
"""What a command begins with."""

_MEANT = {word: meant for words in WORDS.values() for meant, word in words.items()}


@dataclass(frozen=True, slots=True)
class LineCommand:
    """A whole command word and what follows it."""

    word: CommandWord
    rest: str


def read_command(line: str) -> LineCommand | None:
    """Return the command that a line begins with: a slash, a whole word and a space after it.

    None for any other text: "/Gerd Olofsson" is a signature, "/beslut" is still being written.
    """
    if not line.startswith(SLASH) or " " not in line:
        return None
    word, _, rest = line[1:].partition(" ")
    meant = _MEANT.get(folded(word))
    return None if meant is None else LineCommand(meant, rest.strip())


def words_beginning(line: str, language: str) -> tuple[CommandWord, ...]:
    """Return the commands whose word begins as the line does after its slash, in either language.

    A slash alone begins them all; a line with a space in it begins none.
    """
    if not line.startswith(SLASH) or any(letter.isspace() for letter in line):
        return ()
    typed = folded(line[1:])
    order = WORDS.get(language, WORDS["en"])
    return tuple(
        word for word in order if any(words[word].startswith(typed) for words in WORDS.values())
    )


def written_word(word: CommandWord, language: str) -> str:
    """Return a command as it is written in a language: "/beslut"."""
    return SLASH + WORDS.get(language, WORDS["en"])[word]


def sought_name(line: str, sign: str) -> str:
    """Return the letters of a name after "+" or "-"; empty where none follow at once.

    What follows must begin with a letter: "+46 70 …" and "- text" are text.
    """
    name = line[len(sign) :]
    return name.strip() if line.startswith(sign) and name[:1].isalpha() else ""
