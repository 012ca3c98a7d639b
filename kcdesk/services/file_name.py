"""Names of files that every system takes, in Swedish letters."""

from __future__ import annotations

import re
import unicodedata

_REFUSED = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST = 120


def file_name(wanted: str) -> str:
    """Return a name without what some system refuses: "Protokoll 2026-11-12.pdf".

    Letters such as å stay, composed (NFC) so that they look the same everywhere. Names that
    Windows keeps for devices get an underscore.
    """
    plain = _REFUSED.sub("-", unicodedata.normalize("NFC", wanted))
    plain = " ".join(plain.split()).strip(" .-")
    stem, dot, ending = plain.rpartition(".")
    if dot and len(ending) <= 5:
        plain = f"{stem[: _LONGEST - len(ending)].rstrip(' .')}.{ending}"
    else:
        plain = plain[:_LONGEST].rstrip(" .")
    return f"_{plain}" if not plain or _RESERVED.fullmatch(plain) else plain
