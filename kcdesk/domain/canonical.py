"""The one JSON text that stands for plain data: hashes depend on it.

UTF-8, keys sorted by code point, no space between tokens, letters as they are (no ``\\u`` but for
what JSON demands), whole numbers only. The same data gives the same bytes on every machine and in
every version of Python.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any


def canonical_json(data: Any) -> str:
    """Return plain data as its one JSON text. Raises ``ValueError`` for NaN and infinity."""
    return json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def sha256(*texts: str) -> str:
    """Return the SHA-256 of texts one after the other, in UTF-8, as lower-case hex."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
    return digest.hexdigest()
