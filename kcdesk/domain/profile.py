"""A body's profile as it holds for one meeting, which may override parts of it."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.body import Body, ItemPart, Layout, Numbering, Regime, TakeDown, Theme
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records


@dataclass(frozen=True, slots=True)
class Profile:
    """What governs a meeting's minutes."""

    regime: Regime
    numbering: Numbering
    layout: Layout
    language: str
    seats: int | None
    part_order: tuple[ItemPart, ...]
    take_down: TakeDown
    accent: str
    theme: Theme
    group_by_organisation: bool
    summons_days: int | None
    only_prepares: bool

    @property
    def is_formal(self) -> bool:
        """Whether there is approval, notice and appeal."""
        return self.regime.is_formal


def profile(body: Records, meeting: Records | None = None) -> Profile:
    """Return the body's profile with the overrides of a meeting."""
    base = body.root(Body)
    over = meeting.root(Meeting) if meeting is not None else Meeting(id="")
    regime = over.regime or base.regime
    return Profile(
        regime=regime,
        numbering=over.numbering or base.numbering,
        layout=over.layout or base.layout,
        language=over.language or base.language,
        seats=base.seats,
        part_order=base.part_order if over.part_order is None else over.part_order,
        take_down=over.take_down or base.take_down,
        accent=base.accent,
        theme=base.theme,
        group_by_organisation=base.group_by_organisation,
        summons_days=base.summons_days,
        only_prepares=base.only_prepares and regime is Regime.SUBCOMMITTEE,
    )


DEFAULT_NUMBERING = {
    regime: Numbering.PARAGRAPH if regime.is_formal else Numbering.ITEM for regime in Regime
}
"""Formal bodies number by §, informal ones by item (domain: two families of documents)."""
