"""What spoils a meeting for one check, and what comes near it and does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kcdesk.i18n import catalogue
from kcdesk.services.check.finding import Finding, Severity
from tests.services.check.scene import Scene

MUST, PRACTICE, TIP = Severity.MUST, Severity.PRACTICE, Severity.TIP


@dataclass(frozen=True)
class Case:
    """``spoil`` and ``spare`` change a clean meeting; ``start`` makes it."""

    name: str
    number: int
    severity: Severity
    spoil: Callable[[Scene], object]
    spare: Callable[[Scene], object]
    start: Callable[[], Scene] = Scene

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


def said(finding: Finding) -> str:
    """The finding as people read it, in English."""
    texts = catalogue("en")
    line = f"{texts.render(finding.place.words)}: {texts.render(finding.text)}"
    return line.replace("\N{NO-BREAK SPACE}", " ")


def check_case(case: Case) -> None:
    """The spoilt meeting has the finding, with a place in it; the near one has none."""
    spoilt = case.start()
    case.spoil(spoilt)
    found = spoilt.of(case.number)
    assert case.severity in [each.severity for each in found], [said(each) for each in found]
    rows = {"m", "b", *spoilt.rows}
    for each in found:
        assert each.place.row_id in rows
        assert each.place.item_id in {"", *spoilt.rows}
        assert "{" not in said(each)
    near = case.start()
    case.spare(near)
    assert [said(each) for each in near.of(case.number) if each.severity is case.severity] == []
