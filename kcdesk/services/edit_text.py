"""Edit rich text: every change of paragraphs as the smallest group of operations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive, Remove, Splice
from kcdesk.domain.position import between
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, Spans, cut, length, normal

LISTS = (BlockKind.BULLET, BlockKind.NUMBERED, BlockKind.CLAUSE)
"""The kinds that nest."""

DEEPEST = 5
"""The deepest level of a list, counted from 0: more than minutes ever need."""

_PLAIN_FIELDS = ("kind", "level", "grid", "line", "column", "header")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of one block, in code points."""

    block_id: str
    start: int
    end: int


def retyped(block: Block, spans: Spans) -> Splice | None:
    """Return the smallest splice that turns a block's text into ``spans``; None: no difference."""
    old, new = block.spans, spans
    if old == new:
        return None
    total, wanted = length(old), length(new)
    start = _common(old, new, _same_start)
    most = min(total, wanted) - start
    backwards = _common(tuple(reversed(old)), tuple(reversed(new)), _same_end)
    end = min(backwards, most)
    return Splice(block.id, start, cut(old, start, total - end), cut(new, start, wanted - end))


def rewrite(
    records: Records,
    before: Sequence[Block],
    after: Sequence[Block],
    *,
    previous_id: str | None,
    label: Message,
) -> Group:
    """Replace consecutive blocks of one owner by others.

    Blocks that keep their id are changed, the others removed or inserted. The kept ones must be
    in their old order. ``previous_id`` is the block just before the stretch, None at the start.
    The positions in ``after`` do not matter: new ones are found between the neighbours.
    """
    kept = {block.id for block in after}
    old = {block.id: block for block in before}
    operations: list[Primitive] = [Remove(old[id]) for id in old if id not in kept]
    for block in after:
        if block.id in old:
            operations += _changes(records, old[block.id], block)
    operations += _insertions(records, old, after, previous_id)
    return Group(label, tuple(operations))


def set_kind(records: Records, ids: Iterable[str], kind: BlockKind) -> Group:
    """Make paragraphs a kind of their own; where all are that kind already, plain again.

    Paragraphs in tables stay what they are.
    """
    blocks = [records.get(Block, id) for id in ids]
    blocks = [block for block in blocks if block.kind is not BlockKind.CELL]
    wanted = kind if any(block.kind is not kind for block in blocks) else BlockKind.PARAGRAPH
    operations: list[Primitive] = []
    for block in blocks:
        operations += records.setting(block.id, "kind", wanted)
        if wanted not in LISTS:
            operations += records.setting(block.id, "level", 0)
    return Group(Message("Change paragraph"), tuple(operations))


def nest(records: Records, ids: Iterable[str], by: int) -> Group:
    """Move list paragraphs inwards (1) or outwards (-1); others stay."""
    operations: list[Primitive] = []
    for id in ids:
        block = records.get(Block, id)
        if block.kind in LISTS:
            level = min(max(block.level + by, 0), DEEPEST)
            operations += records.setting(id, "level", level)
    return Group(Message("Change list level"), tuple(operations))


def can_nest(records: Records, ids: Sequence[str], by: int) -> bool:
    """Whether list paragraphs have a level to go to; the first of them decides.

    A paragraph can stand one level under the list paragraph before it, no deeper: the first one of
    a list has nothing to stand under. Outwards there is room until the outermost level.
    """
    blocks = [block for id in ids if (block := records.get(Block, id)).kind in LISTS]
    if by < 0:
        return any(block.level for block in blocks)
    if not blocks:
        return False
    first = blocks[0]
    siblings = records.children(first.owner_id, Block)
    at = [each.id for each in siblings].index(first.id)
    before = siblings[at - 1] if at else None
    return (
        before is not None
        and before.kind in LISTS
        and first.level <= min(before.level, DEEPEST - 1)
    )


def set_mark(records: Records, stretches: Iterable[Stretch], mark: Mark) -> Group:
    """Mark stretches of text; where all of it is marked already, take the mark away."""
    parts = tuple(stretches)
    on = not is_marked(records, parts, mark)

    def remarked(span: Span) -> Span:
        marks = set(span.marks) | {mark} if on else set(span.marks) - {mark}
        return Span(span.text, tuple(sorted(marks)), span.link)

    return _reformed(records, parts, remarked, Message("Format text"))


def set_link(records: Records, stretches: Iterable[Stretch], address: str) -> Group:
    """Make stretches of text a link; without an address, text again."""

    def relinked(span: Span) -> Span:
        return Span(span.text, span.marks, address or None)

    return _reformed(records, tuple(stretches), relinked, Message("Change link"))


def is_marked(records: Records, stretches: Iterable[Stretch], mark: Mark) -> bool:
    """Whether all of some stretches carries a mark; false where they hold no text."""
    spans = [
        span
        for each in stretches
        for span in cut(records.get(Block, each.block_id).spans, each.start, each.end)
    ]
    return bool(spans) and all(mark in span.marks for span in spans)


# ---- inside ------------------------------------------------------------------------------


def _reformed(
    records: Records,
    stretches: Sequence[Stretch],
    reform: Callable[[Span], Span],
    label: Message,
) -> Group:
    operations = []
    for each in stretches:
        old = cut(records.get(Block, each.block_id).spans, each.start, each.end)
        new = normal(reform(span) for span in old)
        if old != new:
            operations.append(Splice(each.block_id, each.start, old, new))
    return Group(label, tuple(operations))


def _common(old: Spans, new: Spans, same: Callable[[str, str], int]) -> int:
    size = 0
    for one, other in zip(old, new, strict=False):
        if one == other:
            size += len(one.text)
            continue
        if one.same_form(other):
            size += same(one.text, other.text)
        break
    return size


def _same_start(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike, by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_end(one: str, other: str) -> int:
    return _same_start(one[::-1], other[::-1])


def _changes(records: Records, old: Block, new: Block) -> list[Primitive]:
    operations: list[Primitive] = []
    for name in _PLAIN_FIELDS:
        operations += records.setting(old.id, name, getattr(new, name))
    splice = retyped(old, new.spans)
    return [*operations, splice] if splice else operations


def _insertions(
    records: Records,
    old: dict[str, Block],
    after: Sequence[Block],
    previous_id: str | None,
) -> list[Primitive]:
    operations: list[Primitive] = []
    left = records.get(Block, previous_id).position if previous_id else ""
    run: list[Block] = []
    for block in after:
        if block.id in old:
            operations += _placed(run, left, old[block.id].position)
            run, left = [], old[block.id].position
        else:
            run.append(block)
    if run:
        right = _next_position(records, run[0].owner_id, left, old)
        operations += _placed(run, left, right)
    return operations


def _next_position(records: Records, owner_id: str, left: str, old: dict[str, Block]) -> str:
    """Return the first position after ``left`` that a block outside the stretch has."""
    later = (
        block.position
        for block in records.children(owner_id, Block)
        if block.position > left and block.id not in old
    )
    return next(later, "")


def _placed(run: Sequence[Block], left: str, right: str) -> list[Primitive]:
    """Insert blocks between two positions, the middle one first: so positions stay short."""
    if not run:
        return []
    middle = len(run) // 2
    block = run[middle]
    position = between(left, right)
    placed = Block(
        id=block.id,
        owner_id=block.owner_id,
        position=position,
        kind=block.kind,
        level=block.level,
        spans=block.spans,
        grid=block.grid,
        line=block.line,
        column=block.column,
        header=block.header,
    )
    return [
        *_placed(run[:middle], left, position),
        Insert(placed),
        *_placed(run[middle + 1 :], position, right),
    ]
