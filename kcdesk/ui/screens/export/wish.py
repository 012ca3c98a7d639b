"""What somebody wants written: which documents, as which files, and what then."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kcdesk.services.document_choice import DocumentChoice


@dataclass(frozen=True, slots=True)
class ExportWish:
    """Files to write: a choice for each copy with its path. ``draft`` makes an e-mail with them."""

    files: tuple[tuple[DocumentChoice, Path], ...]
    opens_folder: bool = False
    draft: bool = False
    subject: str = ""
