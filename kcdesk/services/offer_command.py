"""What is offered for a line while it is written: who may be meant, and what each command will do.

Offers do nothing by themselves. A line that is offered nothing is text and stays it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kcdesk.domain.decision import MotionKind
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.operation import Group
from kcdesk.domain.person import Person
from kcdesk.domain.person_name import Match, folded, match
from kcdesk.services import command_act
from kcdesk.services.command_words import (
    read_action,
    read_attachments,
    read_break,
    read_motion,
    split_people,
    unfinished_name,
)
from kcdesk.services.find_participant import (
    find_participants,
    may_arrive,
    may_leave,
    spelt_nearly,
)
from kcdesk.services.find_person import find_people, is_full_name, read_name
from kcdesk.services.line_command import (
    ARRIVES,
    LEAVES,
    CommandWord,
    LineCommand,
    read_command,
    sought_name,
    words_beginning,
    written_word,
)
from kcdesk.services.open_break import open_break
from kcdesk.services.read_people import NamedPeople
from kcdesk.services.read_presenters import read_presenters
from kcdesk.services.situation import Situation
from kcdesk.services.tell_movement import comes, goes

Act = Callable[[Situation], Group]
Said = str | Message | Moment | ClockTime | MotionKind
"""A piece of a preview; what has no text of its own yet is worded by who shows it."""

LIMIT = 6

_PARTS = {CommandWord.ATTACHMENT: "file", CommandWord.PRESENTER: "presenters"}
"""What is opened for a command, where it is not called as the command is."""


@dataclass(frozen=True, slots=True)
class CommandOffer:
    """One line of what is offered.

    ``text`` is what the line becomes where writing goes on (Tab); ``act`` what happens at Enter,
    or ``opens`` the part of the item that is opened instead, to be filled in there. ``preview``
    says it in pieces. One that is ``unsure`` may as well be text ("+Extra Bidrag"): Tab takes
    it, Enter does not.
    """

    id: str
    title: Said
    preview: tuple[Said, ...] = ()
    text: str = ""
    act: Act | None = None
    opens: str = ""
    unsure: bool = False


def offers(line: str, here: Situation) -> tuple[CommandOffer, ...]:
    """Return what a line may mean, the likeliest first; nothing for text."""
    if line.startswith(ARRIVES):
        return tuple(_arrivals(sought_name(line, ARRIVES), here))[:LIMIT]
    if line.startswith(LEAVES):
        return tuple(_departures(sought_name(line, LEAVES), here))[:LIMIT]
    command = read_command(line)
    if command is not None:
        return tuple(_commanded(command, here))[:LIMIT]
    return tuple(_begun(word, here) for word in words_beginning(line, here.language))


def _arrivals(typed: str, here: Situation) -> Iterator[CommandOffer]:
    if not typed:
        return
    written = read_name(typed)
    is_whole = is_full_name(written.name)
    if is_whole:
        typed = written.name
    found = find_participants(typed, here.records, here.people)
    said = comes(here)
    for each in may_arrive(here.records, here.item, found):
        act = partial(command_act.note_arrival, each.id)
        yield CommandOffer(each.id, each.name, (said,), act=act)
    for person in find_people(typed, here.records, here.people, here.body):
        if _begins(person, typed):
            added = Message("not on the list yet: is added")
            act = partial(command_act.note_newcomer, person.id)
            yield CommandOffer(person.id, person.name, (said, added), act=act)
    if is_whole and folded(typed) not in (folded(each.name) for each in found):
        title = Message("New: {name}", {"name": written.name})
        beside = tuple(filter(None, (written.organisation, written.party)))
        act = partial(command_act.note_stranger, written)
        yield CommandOffer("new", title, (*beside, said), act=act, unsure=not beside)


def _departures(typed: str, here: Situation) -> Iterator[CommandOffer]:
    if not typed:
        return
    found = find_participants(typed, here.records, here.people)
    said = goes(here)
    for each in may_leave(here.records, here.item, found):
        act = partial(command_act.note_departure, each.id)
        yield CommandOffer(each.id, each.name, (said,), act=act)


def _begins(person: Person, typed: str) -> bool:
    """Whether a name is begun as it was typed; letters inside it are not enough here."""
    fit = match(typed, person.name, person.initials)
    return fit is not None and fit is not Match.INSIDE


def _begun(word: CommandWord, here: Situation) -> CommandOffer:
    """Offer a command whose word is being written: as it stands it opens an empty part."""
    written = written_word(word, here.language)
    what = {
        CommandWord.DECISION: Message("a decision at {item}", {"item": here.here}),
        CommandWord.ACTION: Message("who, by when, what is to be done"),
        CommandWord.MOTION: Message("who moves what"),
        CommandWord.VOTE: Message("a vote at {item}", {"item": here.here}),
        CommandWord.RECUSAL: Message("who takes no part in {item}", {"item": here.here}),
        CommandWord.ATTACHMENT: Message("choose files, or write a name"),
        CommandWord.BREAK: _break_said(here),
        CommandWord.PRESENTER: Message("who presents {item}", {"item": here.here}),
    }[word]
    if word is CommandWord.BREAK:
        act = partial(command_act.break_off, None, None)
        return CommandOffer(word.value, written, (what,), f"{written} ", act=act)
    text = "" if word is CommandWord.VOTE else f"{written} "
    return CommandOffer(word.value, written, (what,), text, opens=_part(word))


def _part(word: CommandWord) -> str:
    return _PARTS.get(word, word.value)


def _commanded(command: LineCommand, here: Situation) -> Iterator[CommandOffer]:
    word, rest = command.word, command.rest
    if not rest:
        yield _begun(word, here)
        return
    match word:
        case CommandWord.DECISION:
            act = partial(command_act.decide, rest)
            yield CommandOffer("act", Message("Decision"), (rest,), act=act)
        case CommandWord.ACTION:
            yield from _names(command, here)
            yield _action(rest, here)
        case CommandWord.MOTION:
            yield from _names(command, here)
            yield _motion(rest, here)
        case CommandWord.RECUSAL:
            yield from _recusal(rest, here)
            yield from _names(command, here)
        case CommandWord.ATTACHMENT:
            yield _attachment(rest)
        case CommandWord.BREAK:
            yield from _break(rest)
        case CommandWord.PRESENTER:
            yield from _presenting(command, here)


def _names(command: LineCommand, here: Situation) -> Iterator[CommandOffer]:
    """Offer the name that is being written, in full, so that writing goes on behind it."""
    typed, before = unfinished_name(command.rest, here.names())
    if not typed:
        return
    written = written_word(command.word, here.language)
    for each in find_participants(typed, here.records, here.people):
        if each.name != typed:
            text = f"{written} {before}{each.name} "
            yield CommandOffer(each.id, each.name, (Message("goes on with Tab"),), text)


def _action(rest: str, here: Situation) -> CommandOffer:
    read = read_action(rest, here.names(), here.read_day)
    pieces: list[Said] = [each.name for each in read.people.people]
    if not read.due.is_unknown:
        pieces.append(read.due)
    if read.text:
        pieces.append(read.text)
    act = partial(command_act.agree_on_action, read)
    return CommandOffer("act", Message("Action"), tuple(pieces), act=act)


def _motion(rest: str, here: Situation) -> CommandOffer:
    read = read_motion(rest, here.names())
    pieces: list[Said] = [each.name for each in read.people.people]
    if read.kind is not MotionKind.OWN:
        pieces.append(read.kind)
    if read.text:
        pieces.append(read.text)
    return CommandOffer(
        "act", Message("Motion"), tuple(pieces), act=partial(command_act.move, read)
    )


def _recusal(rest: str, here: Situation) -> Iterator[CommandOffer]:
    people, words = split_people(rest, here.names())
    ids = tuple(each.participant_id for each in people.people if each.participant_id)
    if ids:
        ground = " ".join(words)
        takes = Message("takes no part in {item}", {"item": here.here})
        names: tuple[Said, ...] = tuple(each.name for each in people.people)
        pieces = (*names, takes, *((ground,) if ground else ()))
        act = partial(command_act.recuse_all, ids, ground)
        yield CommandOffer("act", Message("Recusal"), pieces, act=act)


def _attachment(rest: str) -> CommandOffer:
    names = read_attachments(rest)
    title = Message("Attachments") if len(names) > 1 else Message("Attachment")
    one = (Message("as one attachment"),) if "," in rest and len(names) == 1 else ()
    return CommandOffer("act", title, (*names, *one), act=partial(command_act.attach, names))


def _presenting(command: LineCommand, here: Situation) -> Iterator[CommandOffer]:
    """Where everybody is known, by initials too, Enter is enough; else a name is written out."""
    names = here.names()
    people = read_presenters(command.rest, names.known, names.full)
    if all_known := all(each.participant_id for each in people.people):
        yield from _presenter(people)
    else:
        yield from _misspelt(command, people, here)
    yield from _names(command, here)
    if not all_known:
        yield from _presenter(people)


def _misspelt(command: LineCommand, people: NamedPeople, here: Situation) -> Iterator[CommandOffer]:
    """Offer who is there by nearly the name that was written: most often she is meant."""
    written = written_word(command.word, here.language)
    for name in (each.name for each in people.people if not each.participant_id):
        for each in spelt_nearly(name, here.records):
            text = f"{written} {command.rest.replace(name, each.name)}"
            said = Message("is on the list; goes on with Tab")
            yield CommandOffer(each.id, each.name, (said,), text)


def _presenter(people: NamedPeople) -> Iterator[CommandOffer]:
    pieces: tuple[Said, ...] = tuple(each.name for each in people.people)
    if pieces:
        act = partial(command_act.present, people)
        yield CommandOffer("act", Message("Presenters"), pieces, act=act)


def _break(rest: str) -> Iterator[CommandOffer]:
    try:
        begun, ended = read_break(rest)
    except ValueError:
        return  # no time (yet): the line stays as it is
    pieces: tuple[Said, ...] = tuple(each for each in (begun, ended) if each is not None)
    act = partial(command_act.break_off, begun, ended)
    yield CommandOffer("act", Message("Break"), pieces, act=act)


def _break_said(here: Situation) -> Message:
    running = open_break(here.records)
    if running is None or running.from_time is None:
        now = {"time": here.at.time} if here.at else {}
        return Message("a break from {time}", now) if now else Message("a break")
    times = {"since": running.from_time.time}
    if here.at is None:
        return Message("the break since {since} ends", times)
    return Message("the break since {since} ends at {time}", {**times, "time": here.at.time})
