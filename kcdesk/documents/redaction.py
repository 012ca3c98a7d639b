"""The public copy in the words of a document."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.records import Records
from kcdesk.i18n import Catalogue
from kcdesk.services import public_copy as copying
from kcdesk.wording.secrecy import mask, personal_mask


def public_copy(records: Records, texts: Catalogue) -> Records:
    """Return the rows that the public may read (``services.public_copy``)."""
    return copying.public_copy(records, _Words(texts))


@dataclass(frozen=True, slots=True)
class _Words:
    texts: Catalogue

    def secret(self, _text: str, ground: str) -> str:
        return mask(self.texts, ground)

    def personal(self, _text: str) -> str:
        return personal_mask(self.texts)
