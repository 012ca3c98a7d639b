"""A draft of an e-mail with documents attached (.eml), which a mail program opens to be sent."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256


def email_draft(
    subject: str, text: str, files: Mapping[str, bytes], to: Sequence[str] = ()
) -> bytes:
    """Return a message without sender and date, marked as not sent yet.

    The same content always gives the same bytes.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject.split())
    if to:
        message["To"] = ", ".join(to)
    message["X-Unsent"] = "1"  # Outlook opens it for writing, not for reading
    message.set_content(text)
    for name, content in files.items():
        kind, _ = mimetypes.guess_type(name)
        main, _, sub = (kind or "application/octet-stream").partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    digest = sha256(b"".join(files.values())).hexdigest()[:24]
    message.set_boundary(f"kcdesk-{digest}")
    return message.as_bytes()
