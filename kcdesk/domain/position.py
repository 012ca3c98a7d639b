"""Order among siblings as short texts, so that moving one row changes that row alone.

A position is a fraction written in base 62 without its leading "0." and without trailing zeros;
plain text comparison orders them. Between any two there is room for another.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FIRST = "V"


def between(before: str, after: str) -> str:
    """Return a position strictly between two others.

    ``before`` empty means the very start, ``after`` empty the very end.
    Raises ``ValueError`` when ``before`` does not come before ``after``.
    """
    if after and before >= after:
        raise ValueError(f"no room between {before!r} and {after!r}")
    prefix = ""
    index = 0
    while True:
        low = DIGITS.index(before[index]) if index < len(before) else 0
        high = DIGITS.index(after[index]) if index < len(after) else len(DIGITS)
        if high - low > 1:
            return prefix + DIGITS[(low + high) // 2]
        prefix += DIGITS[low]
        if high != low:
            after = ""  # the prefix already sorts before ``after``; only ``before`` binds now
        index += 1


def after_last(positions: list[str]) -> str:
    """Return a position after all the given ones.

    The next number of the same length rather than halfway to the end, so that rows added one
    after the other, as in typing, grow by a digit in sixty and not in six.
    """
    if not positions:
        return FIRST
    last = max(positions)
    kept = last.rstrip(DIGITS[-1])
    if not kept:
        return last + DIGITS[1]
    return kept[:-1] + DIGITS[DIGITS.index(kept[-1]) + 1]


def spread(count: int) -> list[str]:
    """Return ``count`` ascending positions of even length, for rows made together."""
    width = 1
    while len(DIGITS) ** width < 2 * (count + 1):
        width += 1
    step = len(DIGITS) ** width // (count + 1)
    return [_fraction(step * (number + 1), width) for number in range(count)]


def _fraction(value: int, width: int) -> str:
    text = ""
    for _ in range(width):
        value, digit = divmod(value, len(DIGITS))
        text = DIGITS[digit] + text
    return text.rstrip("0")
