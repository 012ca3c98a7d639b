"""A new body with the profile that its regime usually has."""

from __future__ import annotations

from typing import Any

from kcdesk.domain.body import Body, NoticeBoard, Regime
from kcdesk.domain.message import Message
from kcdesk.domain.position import spread
from kcdesk.domain.profile import DEFAULT_NUMBERING
from kcdesk.domain.row import new_id
from kcdesk.services.new_stream import NewStream


def create_body(
    name: str,
    regime: Regime,
    *,
    organisation: str = "",
    boards: tuple[tuple[str, str], ...] = (),
    **profile: Any,
) -> NewStream:
    """Return a new body; ``begin`` it to keep it.

    ``boards`` are the name and web address of each notice board; ``profile`` holds other fields
    of ``Body``, which else follow from the regime.
    """
    root = Body(
        id=new_id(),
        organisation=organisation,
        name=name,
        regime=regime,
        **{"subject": name, "numbering": DEFAULT_NUMBERING[regime], **profile},
    )
    rows = tuple(
        NoticeBoard(id=new_id(), owner_id=root.id, position=position, name=board, address=address)
        for (board, address), position in zip(boards, spread(len(boards)), strict=True)
    )
    return NewStream(Message("New body {name}", {"name": name}), root, rows)
