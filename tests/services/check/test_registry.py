"""The checks are those of Protokollkontroll, and none has anything against a clean meeting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.message import Message
from kcdesk.domain.regime import Regime
from kcdesk.exchange.reader import read_meeting
from kcdesk.i18n import catalogue
from kcdesk.paths import resource
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Finding
from kcdesk.services.check.registry import CHECKS
from kcdesk.services.check.run import findings, in_steps
from tests import strategies
from tests.domain.calendars import LawCalendar
from tests.services.check.case import said
from tests.services.check.scene import TODAY, Scene, informal, no_glyphs_lacking

FORMAL = {regime.value for regime in Regime} - {"informal"}
EVERY = {regime.value for regime in Regime}
M, P, T = "must", "practice", "tip"
TABLE = {
    # number: severities as the law and custom have them, gravest first, source, where
    1: (M, "KL 5:66", FORMAL),
    2: (M, "KL 5:66, 5:67", FORMAL),
    3: (M, "KL 5:45, 6:27", FORMAL),
    4: (P, None, FORMAL),
    5: (M + P, "KL 5:67", FORMAL),
    6: (M, "KL 5:67", FORMAL),
    7: (M, "KL 5:67", FORMAL),
    8: (M, "KL 5:67", FORMAL),
    9: (M, "KL 5:67, 6:30", FORMAL),
    10: (M, "KL 5:56", FORMAL),
    11: (M, "KL 5:54", FORMAL),
    12: (M, "KL 4:27", FORMAL),
    13: (M, "KL 4:27, 6:17", FORMAL),
    14: (M, "KL 5:47; 6:28, 6:30", FORMAL),
    15: (M, "KL 5:69", FORMAL),
    16: (M, None, FORMAL),
    17: (M, "KL 8:12, lag 1930:173", FORMAL),
    18: (M + P, "KL 8:12, 13:5", FORMAL),
    19: (T, None, FORMAL),
    20: (M, "KL 8:12", FORMAL),
    21: (M, "KL 9:32; lag 2003:1210 § 19", FORMAL),
    22: (P, None, FORMAL),
    23: (P, None, FORMAL),
    24: (P, None, FORMAL),
    25: (P, None, EVERY),
    26: (P, None, FORMAL),
    27: (M + T, "lag 2018:218 3 kap.", EVERY),
    28: (M, "KL 8:10, OSL", EVERY),
    29: (M + T, "KL 5:52", FORMAL),
    30: (T, None, {"informal"}),
    31: (T, None, EVERY),
    32: (M, "JO 581-2013", FORMAL),
    33: (P, "KL 5:16, 6:24", FORMAL),
    34: (P, "lag 2018:1937; Riksarkivet", EVERY),
    36: (P, "FL 33", FORMAL),
    35: (M, "KL 5:13–15, 5:50, 5:68", {"council"}),
}


def test_every_check_stands_in_the_registry_under_its_number() -> None:
    assert [check.number for check in CHECKS] == sorted(TABLE)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.number))
def test_each_check_is_as_the_table_has_it(check) -> None:
    severities, source, regimes = TABLE[check.number]
    assert severities.startswith(check.severity.value)
    assert {regime.value for regime in check.regimes} == regimes
    if source is None:
        assert isinstance(check.source, Message)
    else:
        assert check.source == source
    assert list(check.severities) == sorted(check.severities, key=[M, P, T].index)


def test_a_clean_meeting_has_no_findings() -> None:
    assert [said(each) for each in Scene().findings()] == []
    assert [said(each) for each in informal().findings()] == []


def test_findings_come_gravest_first() -> None:
    scene = Scene().set("m", place="").set("todo", due=strategies.Moment()).drop("decided")
    assert [(each.severity.value, each.number) for each in scene.findings()] == [
        ("must", 2),
        ("practice", 25),
        ("tip", 31),
    ]


def sample(name: str, **fields: object) -> tuple[Finding, ...]:
    bundle = read_meeting(resource("sample", f"{name}.json").read_bytes())
    return findings(
        CheckContext(
            meeting=bundle.meeting,
            body=bundle.body,
            calendar=LawCalendar(),
            today=TODAY,
            missing_glyphs=no_glyphs_lacking,
        )
    )


LATE = "Anna Ström, Henrik Sjöö, Carina Vikström, Niila Đuoddar, Sten Arvidsson"
FIVE = "Norråsa, Övre Forsa, Rotsjö, Vallmons och Bjursele kommuner"


def test_the_sample_meetings_have_what_they_have() -> None:
    assert [f"{each.number} {said(each)}" for each in sample("meeting")] == [
        "26 § 54: Missing: recipients.",
        "36 Dispatch of § 55: Nothing is noted as sent to Medlemmarna.",
        "36 Dispatch of § 55: Nothing is noted as sent to Revisorerna.",
        "36 Dispatch of § 56: Nothing is noted as sent to Medlemskommunerna.",
        "36 Dispatch of § 56: Nothing is noted as sent to Region Älvdalarna.",
        f"36 Dispatch of § 57: Nothing is noted as sent to {FIVE}.",
        "29 § 60, Utskick av handlingar: The item is not in the summons.",
    ]
    assert [f"{each.number} {said(each)}" for each in sample("notes")] == [
        f"31 Item 5: “Utse en kontaktperson för ansökan” was due on 20 November 2026: {LATE}.",
        "31 Item 10.1: “Samla in nummer till jourlistan” has no day.",
    ]


def odd_glyphs(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(letter for letter in text if ord(letter) > 0x2000))


@given(
    strategies.records(max_rows=40),
    strategies.records(root="body", max_rows=6),
    strategies.days(),
    st.booleans(),
)
def test_generated_meetings_are_told_of_in_both_languages(meeting, body, today, one) -> None:
    context = CheckContext(meeting, body, LawCalendar(), today, odd_glyphs)
    found = [each for each in in_steps(context) if each is not None]
    known = {row.id for row in (*meeting, *body)}
    texts = catalogue("sv" if one else "en")
    for each in found:
        assert each.place.row_id in known
        for message in (each.text, each.place.words, *([each.fix.label] if each.fix else [])):
            assert texts.render(message)
        if each.fix is not None and each.place.area != "body":
            meeting.apply(each.fix.make(meeting))


@given(strategies.records(max_rows=25, wild=True), strategies.records(root="body", wild=True))
def test_whatever_a_file_may_hold_is_checked(meeting, body) -> None:
    findings(CheckContext(meeting, body, LawCalendar(), TODAY, odd_glyphs))


def test_a_run_breathes_at_every_row() -> None:
    # Whoever types while the checks run waits for one step of it at the most.
    scene = Scene()
    breaths = [each for each in in_steps(scene.context()) if each is None]
    assert len(breaths) > 2 * len(scene.rows)
