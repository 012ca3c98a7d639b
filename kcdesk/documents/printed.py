"""A finished document."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.services.preview import PageAnchor


@dataclass(frozen=True, slots=True)
class Printed:
    """What a printer returns: the PDF and where its items stand."""

    pdf: bytes
    anchors: tuple[PageAnchor, ...] = ()
