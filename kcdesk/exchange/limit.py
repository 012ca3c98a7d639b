"""What a field may hold beyond its type, so that no file can ask for the impossible."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 32 * 1024 * 1024
"""The largest file that is read. A long meeting is well below one megabyte."""

MAX_DEPTH: Final = 100
"""How deep lists and objects may stand in each other; sub-items take two levels each."""

MAX_DIGITS: Final = 17
"""Numbers with more digits are none of ours, and slow to read."""

MAX_KEY: Final = 100
"""The longest id."""

RANGES: Final[dict[tuple[str, str], tuple[int, int]]] = {
    ("block", "level"): (0, 99),
    ("block", "line"): (0, 99_999),
    ("block", "column"): (0, 255),
    ("body", "seats"): (0, 9_999),
    ("membership", "service_order"): (0, 9_999),
    ("meeting", "first_paragraph"): (0, 999_999),
    ("item", "planned_minutes"): (0, 9_999),
    ("vote", "yes_count"): (0, 9_999),
    ("vote", "no_count"): (0, 9_999),
    ("vote", "abstain_count"): (0, 9_999),
    ("attachment", "size"): (0, 2**53 - 1),
    ("signed_copy", "size"): (0, 2**53 - 1),
}
"""The least and the greatest value, by table and field."""

PATTERNS: Final[dict[tuple[str, str], str]] = {
    ("body", "accent"): "^(#[0-9a-fA-F]{6})?$",
    ("attachment", "sha256"): "^([0-9a-f]{64})?$",
    ("signed_copy", "sha256"): "^([0-9a-f]{64})?$",
}
"""Regular expressions (of JSON Schema and Python alike), by table and field."""
