"""What a body is called within a sentence: "styrelsen"."""

from __future__ import annotations

from kcdesk.domain.body import Body
from kcdesk.i18n import Catalogue


def body_subject(texts: Catalogue, body: Body) -> str:
    """Return how the body's decisions begin ("Styrelsen"), or what stands for it."""
    return body.subject or body.name or texts.text("The meeting")


def within(subject: str) -> str:
    """Return a subject as it stands within a sentence; abbreviations stay as they are."""
    head, _, _ = subject.partition(" ")
    return subject if head[1:].lower() != head[1:] else subject[:1].lower() + subject[1:]
