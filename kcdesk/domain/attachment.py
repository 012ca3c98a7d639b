"""What an item rests on: files, names of files, laws and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.row import Row, row_type


class AttachmentKind(StrEnum):
    """What an attachment is."""

    FILE = "file"  # kept in the library under its SHA-256
    NAMED = "named"  # known by name only
    REFERENCE = "reference"  # no file at all: "Prop. 2016/17:1", a web address


@row_type("attachment", "attachments", owners=("item", "meeting"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Row):
    """An attachment of an item or of the whole meeting.

    ``number`` is as printed ("9", "1–8"; empty: without). ``sha256`` (lower-case hex) and ``size``
    (bytes) are of the kept file. ``pages`` refers within it ("s. 9 och 11").
    """

    kind: AttachmentKind = AttachmentKind.NAMED
    name: str = ""
    number: str = ""
    address: str = ""
    pages: str = ""
    sha256: str = ""
    size: int | None = None
    media_type: str = ""
    with_summons: bool = False
