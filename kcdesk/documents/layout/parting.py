"""Where a word may part that is wider than its line: where words are joined, else by syllables."""

from __future__ import annotations

import re

_LEAST = 0.4  # of what fits: a shorter beginning looks like a word of its own
_FEWEST = 3  # letters before a hyphen, and after it
_AHEAD = 8  # letters that are looked at beyond what fits: a text may be all one word

# After these nothing needs a hyphen: names joined by one, file names, addresses, "Berg (S)".
_OPEN = re.compile(r"[-–_/@=&?.,;:\u00a0](?=\w|\()")
# Compounds are joined by an s after these: "samhällsbyggnads|förvaltning", "utbildnings|nämnd".
_JOINT = re.compile(
    r"(?:[nt]ings|nads|hets|ions|skaps|doms|lags|verks|ärds|åds|ets|elses|ars|ens)"
    r"(?=[bcdfghjklmnprtvw][^\W\d_]{2})",
    re.IGNORECASE,
)
# Swedish takes one consonant to the next line; sounds that are written with several stay whole
# ("ning-en", "back-en", "sta-tion"), and so does what begins a syllable ("infra-struktur").
_VOWEL, _OTHER = "[aeiouyåäöé]", r"[^\W\d_aeiouyåäöé]"
_SYLLABLE = re.compile(
    rf"{_VOWEL}{_OTHER}*?"
    rf"(?:(?:ng|ck|x|sch)(?={_VOWEL})|(?=(?:s[tkp]r|[stk]j|ch|{_OTHER}){_VOWEL}))",
    re.IGNORECASE,
)


def parting(text: str, start: int, end: int, open_end: int, hyphen_end: int) -> tuple[int, bool]:
    """Return where to cut a word that begins a line at ``start`` and ends at ``end``, and whether a
    hyphen shows it.

    ``open_end`` is the first letter that does not fit, ``hyphen_end`` the first that does not fit
    beside a hyphen. Where nothing better is found the text is cut where it is full.
    """
    least = start + max(1, round((open_end - start) * _LEAST))
    for pattern, latest, margin in (
        (_OPEN, open_end, 0),
        (_JOINT, hyphen_end, _FEWEST),
        (_SYLLABLE, hyphen_end, _FEWEST),
    ):
        found = [
            each.end()
            for each in pattern.finditer(text, start, min(open_end + _AHEAD, end))
            if max(least, start + margin) <= each.end() <= min(latest, end - margin)
        ]
        if found:
            return found[-1], pattern is not _OPEN
    return open_end, False
