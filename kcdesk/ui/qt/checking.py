"""What the checks look at, from what a panel of the open meeting has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcdesk.services.check.context import CheckContext
    from kcdesk.services.check.neighbour import Neighbours
    from kcdesk.ui.qt.pane import MeetingContext

    MissingGlyphs = Callable[[str], tuple[str, ...]]


def read_around(context: MeetingContext) -> Neighbours:
    """Return what stands around the meeting in the library, by a short read."""
    from kcdesk.services.check.surroundings import read_neighbours

    return read_neighbours(context.shelf, context.bridge.records, context.clock.today())


def check_context(
    context: MeetingContext, missing_glyphs: MissingGlyphs, neighbours: Neighbours
) -> CheckContext:
    """Return the meeting as it is now, to be checked."""
    from kcdesk.services.check.context import CheckContext

    return CheckContext(
        meeting=context.bridge.records,
        body=context.body,
        calendar=context.calendar,
        today=context.clock.today(),
        missing_glyphs=missing_glyphs,
        neighbours=neighbours,
    )


def no_glyphs_asked(_text: str) -> tuple[str, ...]:
    """Stand in for the fonts where nobody asks for glyphs."""
    return ()
