"""What may be opened, printed and kept as a link."""

from __future__ import annotations

import pytest

from kcdesk.domain.link import is_link, is_web_address


@pytest.mark.parametrize(
    "address",
    ["https://exempel.se/å?a=1", "HTTP://X.SE", "mailto:a@b.se", "tel:+4690123456"],
)
def test_the_web_a_mailbox_a_telephone(address: str) -> None:
    assert is_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x.se",
        "https://",
        "mailto:",
        "https://a b",
        "file:///etc/passwd",
        "file://other/share",
        "\\\\other\\share",
        "javascript:alert(1)",
        "ms-msdt:/id",
        "ftp://x.se",
    ],
)
def test_nothing_else(address: str) -> None:
    assert not is_link(address)


def test_a_mailbox_is_not_of_the_web() -> None:
    assert is_web_address("HTTPS://x.se")
    assert not is_web_address("mailto:a@b.se")
