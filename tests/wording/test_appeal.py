"""How to appeal, said as the law says it for each kind of body."""

from __future__ import annotations

from datetime import date

import pytest

from kcdesk.domain.appeal_right import AppealRight, Appellant
from kcdesk.domain.body import Numbering
from kcdesk.i18n import catalogue
from kcdesk.wording.appeal import appeal_sentences, party_appeal_sentences
from kcdesk.wording.presence import Places

TEXTS = catalogue("sv")
PLACES = Places(TEXTS, {"a": "4", "b": "5"}, Numbering.PARAGRAPH)


def told(right: AppealRight, last_day: date | None = None) -> str:
    return " ".join(appeal_sentences(TEXTS, right, PLACES, last_day)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("appellant", "who"),
    [
        (Appellant.MUNICIPALITY, "medlem i kommunen har rätt"),
        (Appellant.REGION, "medlem i regionen har rätt"),
        (Appellant.MUNICIPALITY_OR_REGION, "medlem i kommunen eller regionen har rätt"),
        (Appellant.PARTNERS, "någon av de samverkande kommunerna eller regionerna har rätt"),
        (Appellant.FEDERATION, "som ingår i kommunalförbundet har rätt"),
        (Appellant.COORDINATION_FEDERATION, "som ingår i samordningsförbundet har rätt"),
    ],
)
def test_it_says_whose_members_may_appeal(appellant: Appellant, who: str) -> None:
    words = told(AppealRight(appellant), date(2026, 3, 27))
    assert who in words
    assert "senast den 27 mars 2026" in words
    assert "13 kap. kommunallagen" in words
    assert ("28 § lagen (2003:1210)" in words) is (appellant is Appellant.COORDINATION_FEDERATION)
    # Members of a kommunalförbund may appeal themselves (KL 13:1), of a samordningsförbund not.
    assert ("förbundsmedlemmarna" in words) is (appellant is Appellant.FEDERATION)


def test_several_boards_count_from_the_last() -> None:
    for appellant in Appellant:
        several = appellant in (Appellant.PARTNERS, Appellant.COORDINATION_FEDERATION)
        assert ("på samtliga anslagstavlor" in told(AppealRight(appellant))) is several


def test_decisions_that_cannot_be_appealed_have_no_instructions() -> None:
    nobody = AppealRight(Appellant.MUNICIPALITY, closed=("a", "b"))
    assert told(nobody) == "Besluten kan inte överklagas."
    prepared = AppealRight(Appellant.MUNICIPALITY, closed=("a",), prepares=True)
    assert told(prepared) == (
        "Besluten är av rent förberedande eller rent verkställande art och kan inte överklagas"
        " (13 kap. 2 § kommunallagen, 2017:725)."
    )


def test_those_among_others_are_named() -> None:
    mixed = AppealRight(Appellant.MUNICIPALITY, reviewed=("a",), closed=("b",), prepares=True)
    assert told(mixed).endswith("Beslut i § 5 kan inte överklagas.")
    assert "förberedande" not in told(mixed)


def test_an_utskott_that_has_marked_none_says_which_kind_cannot_be() -> None:
    words = told(AppealRight(Appellant.MUNICIPALITY, reviewed=("a",), prepares=True))
    assert "medlem i kommunen" in words
    assert "rent förberedande eller rent verkställande art kan inte överklagas" in words


def test_a_partys_own_appeal_is_pointed_to() -> None:
    words = told(AppealRight(Appellant.MUNICIPALITY, by_party=("b",)))
    assert words.startswith("Beslut i § 5 överklagas av den som beslutet rör")
    assert "medlem i kommunen" not in words
    unnumbered = told(AppealRight(Appellant.MUNICIPALITY, by_party=("c",)))
    assert unnumbered.startswith("Beslut i protokollet överklagas")


def test_a_party_writes_to_the_court_and_hands_it_to_the_authority() -> None:
    words = " ".join(party_appeal_sentences(TEXTS, "Socialnämnden, Norråsa kommun"))
    assert "Socialnämnden, Norråsa kommun" in words
    assert party_appeal_sentences(TEXTS, "")[0] != party_appeal_sentences(TEXTS, "Nämnden")[0]


def test_an_utskott_that_only_prepares_needs_no_marks() -> None:
    words = told(AppealRight(Appellant.MUNICIPALITY, prepares=True, only_prepares=True))
    assert words.startswith("Besluten är av rent förberedande")
    by_party = AppealRight(
        Appellant.MUNICIPALITY, by_party=("b",), prepares=True, only_prepares=True
    )
    assert told(by_party).endswith("Övriga beslut kan inte överklagas.")
