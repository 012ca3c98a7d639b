"""Lines of a roster as people write them."""

from __future__ import annotations

import pytest

from kcdesk.domain.body import MemberKind, RoleKind
from kcdesk.services.read_member import WrittenMember, read_member

MEMBER, SUBSTITUTE, STAFF = MemberKind.MEMBER, MemberKind.SUBSTITUTE, MemberKind.STAFF


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Åsa Ek", ("Åsa Ek", "", MEMBER, None)),
        (
            "Peter Vigren, Umeå kommun, ordförande",
            ("Peter Vigren", "Umeå kommun", MEMBER, RoleKind.CHAIR),
        ),
        ("Bo Ek, Vice ordförande, Vallmon", ("Bo Ek", "Vallmon", MEMBER, RoleKind.VICE_CHAIR)),
        ("Eva Ö, ersättare", ("Eva Ö", "", SUBSTITUTE, None)),
        ("Li Ask, Kansliet, sekreterare", ("Li Ask", "Kansliet", STAFF, RoleKind.SECRETARY)),
        ("Li Ask, tjänsteperson,", ("Li Ask", "", STAFF, None)),
        ("Li Ask, föredragande", ("Li Ask", "", STAFF, RoleKind.PRESENTER)),
        ("Bo Ek, Vallmon, Väst", ("Bo Ek", "Vallmon, Väst", MEMBER, None)),
    ],
)
def test_reads_name_organisation_and_role(text, written) -> None:
    assert read_member(text) == WrittenMember(*written)


def test_a_line_without_a_name_is_none() -> None:
    with pytest.raises(ValueError, match="ordförande"):
        read_member(", ordförande")
