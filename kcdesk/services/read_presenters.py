"""Read who presents: "Siv, Elsa Brandt (konsumentvägledare, Norråsa kommun)".

What stands in parentheses belongs to the name before it, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kcdesk.services.read_people import NamedPeople, NamedPerson, read_people, written

_BESIDE = re.compile(r"\s*\([^()]*\)")
_KEPT = re.compile("\x01(\\d+)\x01")


@dataclass(frozen=True, slots=True)
class Presented:
    """Somebody named at an item only."""

    name: str
    title: str = ""
    organisation: str = ""


def read_presenters(text: str, known: Mapping[str, str], names: Mapping[str, str]) -> NamedPeople:
    """Return who a line names, as ``read_people``; parentheses stay with names not known."""
    kept: list[str] = []
    read = read_people(_without(text, kept), known, names)
    people = (_again(each, kept, known, names) for each in read.people)
    return replace(read, people=tuple(people))


def written_presenters(people: Sequence[NamedPerson]) -> str:
    """Return presenters as one line that reads back as the same."""
    kept: list[str] = []
    bare = [replace(each, name=_without(each.name, kept)) for each in people]
    return _with(written(bare), kept)


def read_presented(text: str) -> Presented:
    """Return a name with what stands in parentheses after it.

    There a word that begins with a small letter is a title, up to the first comma; all else is
    organisation. A semicolon parts the two where that rule would not.
    """
    name, opening, inside = text.rstrip().removesuffix(")").partition("(")
    if not opening or not name.strip() or not text.rstrip().endswith(")"):
        return Presented(text.strip())
    title, organisation = _parted(inside)
    return Presented(name.strip(), title, organisation)


def written_presented(presented: Presented) -> str:
    """Return somebody as ``read_presented`` reads it again."""
    beside = (presented.title, presented.organisation)
    if not any(beside):
        return presented.name
    plain = ", ".join(each for each in beside if each)
    return f"{presented.name} ({plain if _parted(plain) == beside else '; '.join(beside)})"


def _parted(inside: str) -> tuple[str, str]:
    title, organisation = "", inside
    if ";" in inside:
        title, _sign, organisation = inside.partition(";")
    elif inside[:1].islower():
        title, _sign, organisation = inside.partition(",")
    return title.strip(), organisation.strip()


def _without(text: str, kept: list[str]) -> str:
    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\x01{len(kept) - 1}\x01"

    return _BESIDE.sub(keep, text.replace("\x01", ""))


def _with(text: str, kept: Sequence[str]) -> str:
    return _KEPT.sub(lambda found: kept[int(found[1])], text)


def _again(
    person: NamedPerson, kept: Sequence[str], known: Mapping[str, str], names: Mapping[str, str]
) -> NamedPerson:
    """Put parentheses back, unless the name alone is that of somebody known."""
    id = person.participant_id or known.get(_KEPT.sub("", person.name).strip().lower())
    return NamedPerson(names[id], id) if id else NamedPerson(_with(person.name, kept).strip())
