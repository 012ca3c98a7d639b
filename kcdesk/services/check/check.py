"""A check: its number, rule, source, severities, the regimes it applies to, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kcdesk.domain.message import Message
from kcdesk.domain.regime import Regime
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Finding, Remark, Severity

FORMAL = tuple(regime for regime in Regime if regime.is_formal)
INFORMAL = (Regime.INFORMAL,)
ALL = tuple(Regime)
COUNCIL = (Regime.COUNCIL,)

PRACTICE = Message("good practice")
"""The source of what no law says."""


@dataclass(frozen=True, slots=True)
class Check:
    """``severities`` are those its findings may have, the gravest first; that is the usual one.

    ``look`` may yield None as well, between one row and the next: a breath, so that somebody who
    types meanwhile need not wait for the end.
    """

    number: int
    rule: Message
    source: str | Message
    severities: tuple[Severity, ...]
    regimes: tuple[Regime, ...]
    look: Callable[[CheckContext], Iterable[Remark | None]]

    @property
    def severity(self) -> Severity:
        """The gravest that a finding of it may be."""
        return self.severities[0]

    def findings(self, context: CheckContext, *, anyway: bool = False) -> Iterator[Finding]:
        """Yield what a meeting has against the rule; nothing where the regime knows no such rule,
        unless it is asked for ``anyway``.
        """
        for step in self.steps(context, anyway=anyway):
            if step is not None:
                yield step

    def steps(self, context: CheckContext, *, anyway: bool = False) -> Iterator[Finding | None]:
        """Yield findings as ``findings`` does, and None where a breath can be taken."""
        if context.profile.regime not in self.regimes and not anyway:
            return
        for remark in self.look(context):
            if remark is None:
                yield None
                continue
            yield Finding(
                number=self.number,
                severity=remark.severity or self.severity,
                place=remark.place,
                text=remark.text,
                source=remark.source or self.source,
                certain=remark.certain,
                fix=remark.fix,
            )
