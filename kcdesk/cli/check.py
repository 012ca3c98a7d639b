"""``kcdesk check``: what minutes deviate from, and the list of all checks."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import Any, Final

from kcdesk.cli.library import LATEST, latest
from kcdesk.cli.output import about, say, say_json
from kcdesk.cli.toolbox import Toolbox
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.durable_file import read_file
from kcdesk.i18n import _, render
from kcdesk.services.check.check import Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Finding, Severity
from kcdesk.services.check.neighbour import ALONE, Neighbours
from kcdesk.services.check.registry import CHECKS
from kcdesk.services.check.run import findings
from kcdesk.services.check.surroundings import read_neighbours
from kcdesk.services.check.words import SEVERITY_WORD, source_words, where_words
from kcdesk.services.export_meeting import export_meeting

FINE: Final = 0
FOUND: Final = 1


def check(arguments: Namespace, toolbox: Toolbox) -> int:
    """List the checks, or say what a meeting has against them. Raises ``UserFacingError``."""
    if arguments.list:
        _say_checks(as_json=arguments.json)
        return FINE
    found = findings(_context(arguments, toolbox))
    if arguments.json:
        say_json([*map(_plain, found)])
    else:
        _tell(found)
    return FOUND if any(each.severity is Severity.MUST for each in found) else FINE


def _context(arguments: Namespace, toolbox: Toolbox) -> CheckContext:
    neighbours: Neighbours = ALONE
    if arguments.file is not None and arguments.library is None and arguments.meeting is None:
        with about(arguments.file):
            bundle = toolbox.read_meeting(read_file(arguments.file))
    elif arguments.file is None and arguments.library is not None and arguments.meeting:
        with toolbox.open_library(arguments.library, writing=False) as library:
            meeting_id = arguments.meeting
            if meeting_id == LATEST:
                meeting_id = latest(library.meetings()).id
            bundle = export_meeting(meeting_id, library)
            neighbours = read_neighbours(library, bundle.meeting, toolbox.today())
    else:
        raise UserFacingError(
            Message("Say which meeting: a meeting file, or --library with --meeting.")
        )
    return CheckContext(
        meeting=bundle.meeting,
        body=bundle.body,
        calendar=toolbox.calendar(),
        today=toolbox.today(),
        missing_glyphs=toolbox.missing_glyphs,
        neighbours=neighbours,
    )


def _tell(found: Sequence[Finding]) -> None:
    if not found:
        say(_("Nothing to remark."))
    for severity in Severity:
        of_kind = [each for each in found if each.severity is severity]
        if of_kind:
            say(f"{render(SEVERITY_WORD[severity])} ({len(of_kind)})")
        for each in of_kind:
            place, text = render(each.place.words), render(each.text)
            say(f"  {each.number:>2}  {place}: {text} {render(source_words(each))}")


def _say_checks(*, as_json: bool) -> None:
    if as_json:
        say_json([*map(_described, CHECKS)])
        return
    for each in CHECKS:
        severities = "/".join(render(SEVERITY_WORD[severity]) for severity in each.severities)
        about_it = " · ".join((severities, render(where_words(each)), _source(each.source)))
        say(f"{each.number:>2}  {render(each.rule)}")
        say(f"    {about_it}")


def _described(check: Check) -> dict[str, Any]:
    return {
        "number": check.number,
        "severity": check.severity.value,
        "severities": [severity.value for severity in check.severities],
        "regimes": [regime.value for regime in check.regimes],
        "source": _source(check.source),
        "rule": render(check.rule),
    }


def _plain(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "number": finding.number,
        "severity": finding.severity.value,
        "place": render(place.words),
        "text": render(finding.text),
        "source": _source(finding.source),
        "area": place.area.value,
        "row": place.row_id,
        "field": place.field,
    }


def _source(source: str | Message) -> str:
    return render(source) if isinstance(source, Message) else source
