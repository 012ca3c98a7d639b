"""Read a line of a roster: a name, whose she is, and what she does, in the words of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kcdesk.domain.body import MemberKind, RoleKind

_Place = tuple[MemberKind, RoleKind | None]

_WORDS: dict[str, _Place] = {
    "ordförande": (MemberKind.MEMBER, RoleKind.CHAIR),
    "chair": (MemberKind.MEMBER, RoleKind.CHAIR),
    "chairman": (MemberKind.MEMBER, RoleKind.CHAIR),
    "chairperson": (MemberKind.MEMBER, RoleKind.CHAIR),
    "vice ordförande": (MemberKind.MEMBER, RoleKind.VICE_CHAIR),
    "1:e vice ordförande": (MemberKind.MEMBER, RoleKind.VICE_CHAIR),
    "förste vice ordförande": (MemberKind.MEMBER, RoleKind.VICE_CHAIR),
    "första vice ordförande": (MemberKind.MEMBER, RoleKind.VICE_CHAIR),
    "vice chair": (MemberKind.MEMBER, RoleKind.VICE_CHAIR),
    "2:e vice ordförande": (MemberKind.MEMBER, RoleKind.SECOND_VICE_CHAIR),
    "andre vice ordförande": (MemberKind.MEMBER, RoleKind.SECOND_VICE_CHAIR),
    "andra vice ordförande": (MemberKind.MEMBER, RoleKind.SECOND_VICE_CHAIR),
    "second vice chair": (MemberKind.MEMBER, RoleKind.SECOND_VICE_CHAIR),
    "ledamot": (MemberKind.MEMBER, None),
    "member": (MemberKind.MEMBER, None),
    "ersättare": (MemberKind.SUBSTITUTE, None),
    "suppleant": (MemberKind.SUBSTITUTE, None),
    "substitute": (MemberKind.SUBSTITUTE, None),
    "sekreterare": (MemberKind.STAFF, RoleKind.SECRETARY),
    "nämndsekreterare": (MemberKind.STAFF, RoleKind.SECRETARY),
    "secretary": (MemberKind.STAFF, RoleKind.SECRETARY),
    "föredragande": (MemberKind.STAFF, RoleKind.PRESENTER),
    "presenter": (MemberKind.STAFF, RoleKind.PRESENTER),
    "tjänsteperson": (MemberKind.STAFF, None),
    "tjänsteman": (MemberKind.STAFF, None),
    "handläggare": (MemberKind.STAFF, None),
    "staff": (MemberKind.STAFF, None),
    "official": (MemberKind.STAFF, None),
}
"""What somebody may be in a body, as rosters put it. Who only assists decides nothing."""


@dataclass(frozen=True, slots=True)
class WrittenMember:
    """What a line says; ``organisation`` is empty where it says none."""

    name: str
    organisation: str = ""
    kind: MemberKind = MemberKind.MEMBER
    role: RoleKind | None = None

    @property
    def place(self) -> dict[str, Any]:
        """Her place in a body, as fields of ``Membership``."""
        return {"kind": self.kind, "role": self.role, "represents": self.organisation}


def read_member(text: str) -> WrittenMember:
    """Read "Name, organisation, role"; the parts after the name may be left out or swapped.

    Raises ``ValueError`` when there is no name in the text.
    """
    name, *others = (" ".join(part.split()) for part in text.split(","))
    if not name:
        raise ValueError(text)
    places = [_WORDS[part.casefold()] for part in others if part.casefold() in _WORDS]
    rest = ", ".join(part for part in others if part and part.casefold() not in _WORDS)
    kinds = [kind for kind, _role in places if kind is not MemberKind.MEMBER]
    roles = [role for _kind, role in places if role is not None]
    return WrittenMember(
        name, rest, kinds[0] if kinds else MemberKind.MEMBER, roles[0] if roles else None
    )
