"""Which history is looked at."""

from __future__ import annotations

from enum import Enum


class HistoryScope(Enum):
    """Of the item in view, of the items that are gone, or of what changed since each version."""

    ITEM = "item"
    DELETED = "deleted"
    VERSIONS = "versions"
