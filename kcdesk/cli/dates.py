"""``kcdesk dates``: the days that the law sets for approval, notice and appeal."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kcdesk.cli.day_argument import day
from kcdesk.cli.output import say, say_json
from kcdesk.cli.toolbox import Toolbox
from kcdesk.domain.approval import DateKey
from kcdesk.domain.body import TakeDown
from kcdesk.domain.deadline import (
    Deadline,
    HolidayCalendar,
    approve_by,
    final_force,
    last_appeal_day,
    post_by,
    take_down,
)
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.i18n import _, current, ngettext, render

CONVENTIONS: Final = {"day-after": TakeDown.DAY_AFTER, "last-day": TakeDown.LAST_DAY}
"""The conventions for taking down a notice, as the command line calls them."""

KEYS: Final = (DateKey.APPROVE_BY, DateKey.POST_BY, DateKey.LAST_APPEAL_DAY, DateKey.TAKE_DOWN)
"""The dates that are printed, and the keys of ``--json``."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A deadline, and what it takes for granted where not everything has happened yet."""

    deadline: Deadline
    presumes: Message | None = None


def add_arguments(parser: ArgumentParser) -> None:
    """Add what is particular to this command."""
    metavar = _("DATE")
    parser.add_argument(
        "--meeting", type=day, required=True, metavar=metavar, help=_("day of the meeting")
    )
    parser.add_argument("--approved", type=day, metavar=metavar, help=_("day of the approval"))
    parser.add_argument(
        "--posted",
        type=day,
        action="append",
        default=[],
        metavar=metavar,
        help=_("day on which a notice was posted; once for each board"),
    )
    parser.add_argument(
        "--convention",
        choices=tuple(CONVENTIONS),
        default="day-after",
        help=_("when the notice is taken down (default: %(default)s)"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def dates(arguments: Namespace, toolbox: Toolbox) -> int:
    """Print the deadlines that follow from the days given. Raises ``UserFacingError``."""
    meeting, approved, posted = arguments.meeting, arguments.approved, arguments.posted
    _check_order(meeting, approved, posted)
    calendar = toolbox.calendar()
    convention = CONVENTIONS[arguments.convention]
    found = compute(meeting, approved, posted, convention, calendar)
    if arguments.json:
        say_json(_plain(found))
    else:
        _tell(found, approved, posted)
    return 0


def compute(
    meeting: date,
    approved: date | None,
    posted: Sequence[date],
    convention: TakeDown,
    calendar: HolidayCalendar,
) -> dict[DateKey, Computed | None]:
    """Return each deadline, or None where too little is known.

    Until the notice is posted, the appeal period is counted from the last day to post it.
    """
    found: dict[DateKey, Computed | None] = dict.fromkeys(KEYS)
    found[DateKey.APPROVE_BY] = Computed(approve_by(meeting, calendar))
    presumes = None
    if approved is not None:
        limit = post_by(approved, calendar)
        found[DateKey.POST_BY] = Computed(limit)
        if not posted:
            posted = [limit.day]
            presumes = Message("Presumes that the notice is posted on {day}", {"day": limit.day})
    if posted:
        appeal = last_appeal_day(posted, calendar)
        found[DateKey.LAST_APPEAL_DAY] = Computed(appeal, presumes)
        found[DateKey.TAKE_DOWN] = Computed(take_down(appeal, convention), presumes)
    return found


def _check_order(meeting: date, approved: date | None, posted: Sequence[date]) -> None:
    if approved is not None and approved < meeting:
        raise UserFacingError(Message("The minutes cannot be approved before the meeting."))
    if any(day < (approved or meeting) for day in posted):
        raise UserFacingError(Message("The notice cannot be posted before the approval."))


def _plain(found: dict[DateKey, Computed | None]) -> dict[str, Any]:
    days = {key.value: one.deadline.day.isoformat() if one else None for key, one in found.items()}
    return {**days, "details": {key.value: _details(one) for key, one in found.items()}}


def _details(computed: Computed | None) -> dict[str, Any] | None:
    if computed is None:
        return None
    deadline = computed.deadline
    return {
        "unshifted": deadline.unshifted.isoformat(),
        "reason": render(deadline.shift) if deadline.shift else None,
        "source": deadline.source,
        "rule": render(deadline.rule),
        "presumes": render(computed.presumes) if computed.presumes else None,
    }


def _tell(
    found: dict[DateKey, Computed | None], approved: date | None, posted: Sequence[date]
) -> None:
    labels = {
        DateKey.APPROVE_BY: _("Approve by"),
        DateKey.POST_BY: _("Post by"),
        DateKey.LAST_APPEAL_DAY: _("Last day to appeal"),
        DateKey.TAKE_DOWN: _("Take down"),
    }
    width = max(map(len, labels.values())) + 2
    for key, computed in found.items():
        day = current().weekday(computed.deadline.day) if computed else _("not known yet")
        say(f"{labels[key]:<{width}}{day}")
        for line in _reasons(computed):
            say(f"{'':<{width}}  {line}")
    appeal = found[DateKey.LAST_APPEAL_DAY]
    if appeal is not None:
        force = final_force(appeal.deadline)
        label = _("Legal force")
        when = _("{day} at the earliest", day=current().weekday(force.day))
        say(f"{label:<{width}}{when}")
        say(f"{'':<{width}}  {render(force.rule)} ({force.source})")
    for line in _late(found, approved, posted):
        say(line)


def _reasons(computed: Computed | None) -> list[str]:
    if computed is None:
        return []
    deadline = computed.deadline
    lines = [f"{render(deadline.rule)} ({deadline.source})"]
    if deadline.shift:
        moved = _(
            "Moved from {day}: {reason}",
            day=deadline.unshifted,
            reason=deadline.shift,
        )
        lines.append(moved)
    if computed.presumes:
        lines.append(render(computed.presumes))
    return lines


def _late(
    found: dict[DateKey, Computed | None], approved: date | None, posted: Sequence[date]
) -> list[str]:
    lines = []
    limit = found[DateKey.APPROVE_BY]
    if limit and approved and (late := (approved - limit.deadline.day).days) > 0:
        lines.append(
            ngettext(
                "Note: approved {count} day after the limit (KL 5:69).",
                "Note: approved {count} days after the limit (KL 5:69).",
                late,
            )
        )
    limit = found[DateKey.POST_BY]
    if limit and posted and (late := (max(posted) - limit.deadline.day).days) > 0:
        lines.append(
            ngettext(
                "Note: posted {count} day after the limit (KL 8:12).",
                "Note: posted {count} days after the limit (KL 8:12).",
                late,
            )
        )
    return lines
