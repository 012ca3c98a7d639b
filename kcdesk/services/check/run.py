"""Running the checks: all at once, or one after the other where somebody is typing meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kcdesk.services.check.check import Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Finding, Severity
from kcdesk.services.check.registry import CHECKS

_ORDER = tuple(Severity)


def findings(context: CheckContext, checks: Sequence[Check] = CHECKS) -> tuple[Finding, ...]:
    """Return what a meeting has against the rules of its regime, gravest first."""
    return ordered(found for found in in_steps(context, checks) if found is not None)


def in_steps(context: CheckContext, checks: Sequence[Check] = CHECKS) -> Iterator[Finding | None]:
    """Yield findings in the order of the checks, and None often, so that others may work in
    between.
    """
    for check in checks:
        yield None
        yield from check.steps(context)


def ordered(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings gravest first, those of a check together and in the meeting's order."""
    return tuple(sorted(found, key=_rank))


def _rank(finding: Finding) -> tuple[int, int]:
    return _ORDER.index(finding.severity), finding.number
