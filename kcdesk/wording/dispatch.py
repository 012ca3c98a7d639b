"""How something was sent, in a word."""

from __future__ import annotations

from kcdesk.domain.dispatch import DispatchMethod
from kcdesk.i18n import Catalogue


def method_name(texts: Catalogue, method: DispatchMethod) -> str:
    """Return "e-post", "post", "internpost" …"""
    match method:
        case DispatchMethod.EMAIL:
            return texts.text("e-mail")
        case DispatchMethod.POST:
            return texts.text("letter post")
        case DispatchMethod.INTERNAL:
            return texts.text("internal mail")
        case DispatchMethod.HANDED_OVER:
            return texts.text("handed over")
        case DispatchMethod.DIGITAL_MAILBOX:
            return texts.text("digital mailbox")
        case DispatchMethod.CASE_SYSTEM:
            return texts.text("case system")
