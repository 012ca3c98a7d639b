"""What the public copy says where it leaves something out."""

from __future__ import annotations

from kcdesk.i18n import Catalogue


def withheld(texts: Catalogue, ground: str) -> str:
    """Return that a text is left out, and on which ground where it is given."""
    if ground:
        return texts.text("The text is left out for secrecy ({ground}).", ground=ground)
    return texts.text("The text is left out for secrecy.")


def mask(texts: Catalogue, ground: str = "") -> str:
    """Return what stands in place of a secret passage, with its ground where it is given."""
    if ground:
        return texts.text("[secret, {ground}]", ground=ground)
    return texts.text("[secret]")


def personal_mask(texts: Catalogue) -> str:
    """Return what stands in place of personal data."""
    return texts.text("[personal data]")
