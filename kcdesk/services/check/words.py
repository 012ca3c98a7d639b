"""How findings are told: the words of severities, of regimes together, and of sources."""

from __future__ import annotations

from kcdesk.domain.message import Message
from kcdesk.domain.regime import Regime
from kcdesk.services.check.check import ALL, COUNCIL, FORMAL, INFORMAL, Check
from kcdesk.services.check.finding import Finding, Severity

SEVERITY_WORD = {
    Severity.MUST: Message("Must"),
    Severity.PRACTICE: Message("Should"),
    Severity.TIP: Message("Tip"),
}

_WHERE: dict[tuple[Regime, ...], Message] = {
    FORMAL: Message("formal bodies"),
    INFORMAL: Message("informal notes"),
    COUNCIL: Message("fullmäktige"),
    ALL: Message("all"),
}


def where_words(check: Check) -> Message:
    """Return which bodies a check applies to."""
    return _WHERE[check.regimes]


def source_words(finding: Finding) -> Message:
    """Return what a finding rests on: that it deviates, never that anything is invalid."""
    source = {"source": finding.source}
    if finding.severity is Severity.MUST:
        return Message("Deviates from {source}.", source)
    if finding.is_legal:
        return Message("Compare {source}.", source)
    return Message("By {source}.", source)
