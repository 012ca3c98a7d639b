"""Colours that can be read, and pictures that can be a logo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.contrast import contrast_on_white, is_colour, is_readable
from kcdesk.domain.logo import MOST_BYTES, Logo, address_of, logo_of

PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def test_contrast_is_that_of_wcag() -> None:
    assert contrast_on_white("#000000") == pytest.approx(21.0)
    assert contrast_on_white("#ffffff") == pytest.approx(1.0)
    assert contrast_on_white("#767676") == pytest.approx(4.54, abs=0.01)
    assert is_readable("#767676")
    assert not is_readable("#777777")
    assert not is_readable("green")
    assert is_colour("#ABCdef")
    assert not is_colour("#abcd")


def test_a_picture_comes_back_as_it_was() -> None:
    assert logo_of(address_of(PNG_HEAD + b"x")) == Logo("image/png", PNG_HEAD + b"x")
    assert logo_of(address_of(b"<svg/>")) == Logo("image/svg+xml", b"<svg/>")


@pytest.mark.parametrize("content", [b"GIF89a", b"", PNG_HEAD + b"x" * MOST_BYTES])
def test_what_cannot_be_a_logo_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"large|neither"):
        address_of(content)


@given(st.text())
def test_no_text_is_taken_for_a_logo(text: str) -> None:
    assert logo_of(text) is None
    assert logo_of(f"data:image/png;base64,{text}å") is None
