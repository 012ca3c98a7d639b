"""A draft of an e-mail that any program opens."""

from __future__ import annotations

import email
import email.policy

from kcdesk.documents.email_draft import email_draft


def test_it_carries_files_with_swedish_names_and_is_not_sent_yet() -> None:
    files = {"Åtgärdslista.pdf": b"%PDF-1.7\n\x00\xff", "okänd": b"?"}
    made = email_draft("Åtgärder\nidag", "Se bilagan.\n", files, ["a@exempel.se", "b@exempel.se"])
    message = email.message_from_bytes(made, policy=email.policy.default)
    assert message["Subject"] == "Åtgärder idag"
    assert message["To"] == "a@exempel.se, b@exempel.se"
    assert message["X-Unsent"] == "1"
    assert message["From"] is None
    parts = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    assert parts == files
    body = message.get_body()
    assert body is not None
    assert body.get_content().split() == ["Se", "bilagan."]


def test_the_same_draft_has_the_same_bytes() -> None:
    assert email_draft("a", "b", {"c": b"d"}) == email_draft("a", "b", {"c": b"d"})
