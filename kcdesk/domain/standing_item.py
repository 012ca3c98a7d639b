"""An item that every agenda of a body begins with: its template."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.item import ItemKind
from kcdesk.domain.row import Row, row_type


@row_type("standing_item", "standing_items", owners=("body",))
@dataclass(frozen=True, slots=True, kw_only=True)
class StandingItem(Row):
    """One line of the template, in its order; ``presenter`` as the agenda names her."""

    title: str = ""
    kind: ItemKind = ItemKind.UNSTATED
    minutes: int | None = None
    presenter: str = ""
