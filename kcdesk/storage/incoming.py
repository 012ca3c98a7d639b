"""What comes from elsewhere, stored whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.row import Row
from kcdesk.storage import log
from kcdesk.storage.beginning import begin_stream, root_of, store_closed
from kcdesk.storage.connection import transaction
from kcdesk.storage.paragraph import refuse_clash


def bring_in(
    connection: sqlite3.Connection,
    *,
    shared: Group,
    streams: Sequence[Group],
    at: datetime,
    author: str,
) -> None:
    """Append a group to the library's stream and begin the others, in one transaction.

    Raises ``UserFacingError`` when a row's id is taken.
    """
    try:
        with transaction(connection):
            if shared:
                seq = log.last_seq(connection, LIBRARY_ID) + 1
                store_closed(connection, LIBRARY_ID, seq, shared, at, author)
            for group in streams:
                begin_stream(connection, group, at=at, author=author)
                _refuse_given_paragraphs(connection, root_of(group))
    except sqlite3.IntegrityError as error:
        raise UserFacingError(
            Message("A part of it is in the library already, in another meeting or body."),
            safe=Message("Nothing was imported."),
            why=Message("Two rows have the same id."),
            remedy=Message("Import into another library."),
        ) from error


def _refuse_given_paragraphs(connection: sqlite3.Connection, root: Row) -> None:
    """Raise ``UserFacingError`` where a meeting has §§ that another one was given here."""
    if isinstance(root, Meeting) and root.first_paragraph is not None:
        refuse_clash(connection, root.id, root.first_paragraph)
