"""A text that the domain or a service wants said, left untranslated.

The layers that meet people (ui, cli, documents) translate it; see ``kcdesk.i18n.render``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """An English msgid with named ``{placeholders}`` and the values that fill them.

    Babel extracts the first argument of every ``Message(...)`` call, so it must be a literal.
    A parameter may itself be a ``Message``, a ``date``, a tuple of these, which is read as a list
    in words ("a, b and c"), or anything with a plain ``str``.
    """

    msgid: str
    params: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the English text: for logs and tests, never for people."""
        return self.msgid.format(**self.params) if self.params else self.msgid

    def __hash__(self) -> int:
        return hash((self.msgid, tuple(sorted((k, str(v)) for k, v in self.params.items()))))
