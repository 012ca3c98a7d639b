"""Random rows, whole streams and edits for property-based tests, drawn from the declared fields.

Nothing here names the fields of a row class except where a random value would make no sense, so a
new field or class takes part by itself.

``rows()``            one row of any class, with any value that its fields may hold
``records()``         a stream whose every row has an owner and whose references lead somewhere
``edited(records)``   groups that fit those records one after the other
``histories()``       both at once

``wild`` draws what storing and reading must survive (NUL, controls, any code point, huge numbers);
tame values are those that a person could have entered, for what is shown or printed.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin

from hypothesis import strategies as st

from kcdesk.domain.attachment import AttachmentKind
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.body import FORMAL_ORDER
from kcdesk.domain.catalogue import ROW_TYPES
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment, Tie
from kcdesk.domain.operation import Group, Insert, Primitive, Splice
from kcdesk.domain.plain import MAX_INTEGER
from kcdesk.domain.position import DIGITS
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, Spans, cut, length, normal
from kcdesk.domain.row import Row, fields_kept_here, owned_types, reference_fields, types_of

PLACING = ("id", "owner_id", "position")
TAME_LETTERS = "abegiklnorstvABKS åäöÅÄÖéüŋđš 0123456789 §–—”’&<>%{}=+@/.,:;()\u00a0\u2011😀"

# ---- values ------------------------------------------------------------------------------


def ids() -> st.SearchStrategy[str]:
    """Fresh row ids."""
    return st.uuids(version=4).map(str)


@cache
def texts(*, wild: bool = False, min_size: int = 0, max_size: int = 24) -> st.SearchStrategy[str]:
    """Texts without lone surrogates, which no file format keeps."""
    letters = st.characters(exclude_categories=["Cs"]) if wild else st.sampled_from(TAME_LETTERS)
    return st.text(letters, min_size=min_size, max_size=max_size)


def days() -> st.SearchStrategy[date]:
    """Days on which a meeting of ours could be."""
    return st.dates(date(1990, 1, 1), date(2060, 12, 31))


def times() -> st.SearchStrategy[time]:
    """Times of day, to the minute."""
    return st.builds(time, st.integers(0, 23), st.integers(0, 59))


@cache
def moments(*, wild: bool = False) -> st.SearchStrategy[Moment]:
    """Days as people write them: exact, in words, in words with a last day, tied, unknown."""
    return st.builds(
        Moment,
        day=st.none() | days(),
        text=st.just("") | texts(wild=wild),
        tie=st.none() | st.sampled_from(Tie),
    )


@cache
def spans(*, wild: bool = False, max_spans: int = 4) -> st.SearchStrategy[Spans]:
    """Rich text in its one stored form; line breaks within it are possible."""
    text = texts(wild=wild, min_size=1, max_size=12) | st.just("rad\nrad")
    span = st.builds(
        Span,
        text,
        st.sets(st.sampled_from(Mark), max_size=2).map(lambda marks: tuple(sorted(marks))),
        st.none() | st.just("https://exempel.se/?a=1&b=å"),
    )
    return st.lists(span, max_size=max_spans).map(normal)


@cache
def positions() -> st.SearchStrategy[str]:
    """Positions of siblings: digits, the last of them not zero."""
    return st.builds(str.__add__, st.text(DIGITS, max_size=3), st.sampled_from(DIGITS[1:]))


@cache
def values(kind: Any, *, wild: bool = False) -> st.SearchStrategy[Any]:
    """Values of the declared type of a field."""
    origin = get_origin(kind)
    if kind == Spans:
        return spans(wild=wild)
    if origin in (Union, types.UnionType):
        inner = next(each for each in get_args(kind) if each is not type(None))
        return st.none() | values(inner, wild=wild)
    if origin is tuple:
        return st.lists(values(get_args(kind)[0], wild=wild), max_size=3).map(tuple)
    if kind is Moment:
        return moments(wild=wild)
    if dataclasses.is_dataclass(kind):
        fields = {name: values(each, wild=wild) for name, each in types_of(kind).items()}
        return st.builds(kind, **fields)
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    if kind is int:
        return st.integers(-MAX_INTEGER, MAX_INTEGER) if wild else st.integers(0, 300)
    simple: dict[type, Callable[[], st.SearchStrategy[Any]]] = {
        bool: st.booleans,
        date: days,
        time: times,
        str: lambda: texts(wild=wild),
    }
    return simple[kind]()


_TAME: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("body", "accent"): st.sampled_from(["", "#1a5f7a"]),
    ("body", "language"): st.sampled_from(["sv", "en"]),
    ("body", "part_order"): st.permutations(FORMAL_ORDER).map(tuple),
    ("meeting", "language"): st.sampled_from([None, "sv", "en"]),
    ("attachment", "kind"): st.sampled_from([AttachmentKind.NAMED, AttachmentKind.REFERENCE]),
    ("attachment", "sha256"): st.just(""),
    ("attachment", "size"): st.none(),
    ("signed_copy", "sha256"): st.just(""),
    ("signed_copy", "size"): st.none(),
    ("block", "level"): st.integers(0, 3),
    ("block", "grid"): st.none(),
    ("block", "line"): st.just(0),
    ("block", "column"): st.just(0),
    ("block", "header"): st.just(False),  # noqa: FBT003  # a value, no flag
}
"""Fields whose type alone allows what nobody could have entered. Cells are laid out afterwards."""


# ---- rows --------------------------------------------------------------------------------


@cache
def fields(cls: type[Row], *, wild: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """Values for any of a row's own fields: not its place, and no references.

    Nor what only the library's commands set: such rows are locked, and edits of them refused.
    """
    tame = {} if wild else _TAME
    given = {*PLACING, *reference_fields(cls), *fields_kept_here(cls)}
    own = {
        name: tame.get((cls.table, name), values(kind, wild=wild))
        for name, kind in types_of(cls).items()
        if name not in given
    }
    return st.fixed_dictionaries({}, optional=own)


def rows(cls: type[Row] | None = None, *, wild: bool = True) -> st.SearchStrategy[Row]:
    """One row, of any class or of one; its owner and references lead nowhere in particular."""
    if cls is None:
        return st.sampled_from(sorted(ROW_TYPES)).flatmap(
            lambda table: rows(ROW_TYPES[table], wild=wild)
        )
    return _rows(cls, wild)


@cache
def _rows(cls: type[Row], wild: bool) -> st.SearchStrategy[Row]:
    named = {
        name: values(types_of(cls)[name], wild=wild).filter(bool) for name in reference_fields(cls)
    }
    place = {"owner_id": st.just("") | ids(), "position": positions()}
    return st.builds(
        lambda row_id, own, more: cls(id=row_id, **own, **more),
        ids(),
        fields(cls, wild=wild),
        st.fixed_dictionaries({}, optional={**place, **named}),
    )


@st.composite
def new_row(
    draw: st.DrawFn, records: Records, *, wild: bool = False, cls: type[Row] | None = None
) -> Row:
    """A row that may be inserted into these records, as the last child of some owner.

    Any class that has an owner there is as likely as any other, however deep it stands.
    """
    tables = {row.table for row in records}
    fitting = [each for each in ROW_TYPES.values() if tables.intersection(each.owners)]
    cls = cls or draw(st.sampled_from(fitting))
    owner = draw(st.sampled_from([row for row in records if row.table in cls.owners]))
    own = draw(fields(cls, wild=wild))
    return cls(
        id=draw(ids()),
        owner_id=owner.id,
        position=records.next_position(owner.id, cls),
        **own,
        **_drawn_references(draw, records, cls),
    )


def _drawn_references(draw: st.DrawFn, records: Records, cls: type[Row]) -> dict[str, Any]:
    """References that lead somewhere in the stream, or into another one."""
    drawn: dict[str, Any] = {}
    for name, tables in reference_fields(cls).items():
        here = [row.id for row in records if row.table in tables]
        outside = not _inside(records, tables)
        known = st.sampled_from(here) if here else ids() if outside else st.nothing()
        if get_origin(types_of(cls)[name]) is tuple:
            drawn[name] = tuple(draw(st.lists(known, max_size=3, unique=True)) if here else ())
        else:
            drawn[name] = draw(st.none() | known)
    return drawn


def _inside(records: Records, tables: tuple[str, ...]) -> bool:
    """Whether rows of these tables live in this stream at all."""
    root = records.row(records.root_id).table
    reached, waiting = {root}, [root]
    while waiting:
        for cls in owned_types(waiting.pop()):
            if cls.table not in reached:
                reached.add(cls.table)
                waiting.append(cls.table)
    return bool(reached.intersection(tables))


# ---- streams and their edits -------------------------------------------------------------


@st.composite
def records(
    draw: st.DrawFn, *, root: str = "meeting", max_rows: int = 20, wild: bool = False
) -> Records:
    """A stream of up to ``max_rows`` rows below its root ("meeting", "body" or "library").

    Every row has an owner of a fitting class, siblings have different positions, and references
    lead to rows of the same stream or (``person_id``, ``body_id``) of another one.
    """
    cls = ROW_TYPES[root]
    id = LIBRARY_ID if root == "library" else draw(ids())
    outside = {name: draw(st.none() | ids()) for name in reference_fields(cls)}
    made = Records(id, [cls(id=id, **draw(fields(cls, wild=wild)), **outside)])
    for number in range(draw(st.integers(0, max_rows) | st.just(max_rows))):
        common = _LADDER[number] if root == "meeting" and number < len(_LADDER) else None
        row = draw(new_row(made, wild=wild, cls=common))
        made = Records(id, [*made, row])
    return _with_tables(made) if not wild else made


_LADDER = tuple(ROW_TYPES[table] for table in ("item", "participant", "section", "block", "item"))
"""What a meeting of any size begins with, so that rows which refer to these are drawn often."""


def _with_tables(made: Records) -> Records:
    """Make each run of cells a table of two columns, its first line a head."""
    laid: dict[str, Row] = {}
    for owner_id in {row.owner_id for row in made.all(Block)}:
        run: list[Block] = []
        for block in made.children(owner_id, Block):
            run = [*run, block] if block.kind is BlockKind.CELL else []
            if run:
                line, column = divmod(len(run) - 1, 2)
                laid[block.id] = dataclasses.replace(
                    block, grid=run[0].id, line=line, column=column, header=line == 0
                )
    return Records(made.root_id, [laid.get(row.id, row) for row in made])


@st.composite
def edited(
    draw: st.DrawFn, start: Records, *, max_groups: int = 4, wild: bool = False
) -> tuple[Group, ...]:
    """Groups of all five primitives; each fits the records as the ones before it left them."""
    now = start
    groups: list[Group] = []
    for number in range(draw(st.integers(1, max_groups))):
        operations: list[Primitive] = []
        for _ in range(draw(st.integers(1, 3))):
            step = draw(_step(now, wild))
            now = now.apply(Group(Message("step"), step))
            operations.extend(step)
        if operations:
            label = Message("Edit {number}", {"number": number})
            groups.append(Group(label, tuple(operations), id=draw(ids())))
    return tuple(groups)


@st.composite
def histories(
    draw: st.DrawFn, *, root: str = "meeting", max_rows: int = 12, wild: bool = False
) -> tuple[Records, tuple[Group, ...]]:
    """A stream and groups that fit it one after the other."""
    start = draw(records(root=root, max_rows=max_rows, wild=wild))
    return start, draw(edited(start, wild=wild))


_KEPT_AS_THEY_ARE = ("signed_copy", "summons")
"""What is taken in once and never changed: triggers of the library refuse it."""


@st.composite
def _step(draw: st.DrawFn, now: Records, wild: bool) -> tuple[Primitive, ...]:
    row = draw(st.sampled_from(list(now)))
    match draw(st.sampled_from(["insert", "remove", "set", "move", "splice"])):
        case "remove" if row.owner_id:
            return now.removal(row.id)
        case "set" if row.table not in _KEPT_AS_THEY_ARE:
            own = draw(fields(type(row), wild=wild))
            return tuple(each for name in own for each in now.setting(row.id, name, own[name]))
        case "move" if row.owner_id and row.table not in _KEPT_AS_THEY_ARE:
            return (draw(_move(now, row)),)
        case "splice" if blocks := now.all(Block):
            return (draw(splices(draw(st.sampled_from(blocks)), wild=wild)),)
    return (Insert(draw(new_row(now, wild=wild))),)


@st.composite
def _move(draw: st.DrawFn, now: Records, row: Row) -> Primitive:
    below = {each.id for each in now.subtree(row.id)}
    owners = [each.id for each in now if each.table in row.owners and each.id not in below]
    owner_id = draw(st.sampled_from(owners))
    siblings = [each for each in now.children(owner_id, type(row)) if each.id != row.id]
    if siblings and draw(st.booleans()):
        return now.moving(row.id, owner_id, now.position_before(siblings[0].id))
    return now.moving(row.id, owner_id, now.next_position(owner_id, type(row)))


@st.composite
def splices(draw: st.DrawFn, block: Block, *, wild: bool = False) -> Splice:
    """A splice that fits a block: any stretch of it replaced by anything."""
    total = length(block.spans)
    at, end = sorted((draw(st.integers(0, total)), draw(st.integers(0, total))))
    inserted = draw(spans(wild=wild, max_spans=2))
    return Splice(block.id, at, cut(block.spans, at, end), inserted)
