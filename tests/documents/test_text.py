"""Text made fit for print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.documents.fonts import FACES, REGULAR, has
from kcdesk.documents.text import by_face, clean, missing_glyphs, safe_address, tied, with_addresses


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("na\u0308mnd", "nämnd"),
        ("a\u0000b\u0007c\u202ed\ufeffe", "abcde"),
        ("rad\r\nrad\rrad\u2028rad", "rad\nrad\nrad\nrad"),
        ("fast\u00a0blanksteg och mjukt\u00adstreck", "fast\u00a0blanksteg och mjukt\u00adstreck"),
        ("a\tb", "a   b"),
        ("tunt\u2009smalt\u202f", "tunt smalt\u00a0"),
        ("privat\ue000 otilldelat\u0378 halvt\ud800", "privat otilldelat halvt"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_what_is_printed_of_what_is_typed(typed: str, printed: str) -> None:
    assert clean(typed) == printed


@given(st.text())
def test_cleaning_twice_changes_nothing(typed: str) -> None:
    assert clean(clean(typed)) == clean(typed)


@pytest.mark.parametrize(
    ("typed", "together"),
    [
        ("enligt § 52 och §§ 52–54", "enligt §~52 och §§~52–54"),
        ("kl. 08.30 till ca 16.00", "kl.~08.30 till ca~16.00"),
        ("300 000 kronor", "300~000~kronor"),
        ("1 250 000 kr, 5 %", "1~250~000~kr, 5~%"),
        ("den 12 november 2026", "den 12~november~2026"),
        ("5 kap. 67 § kommunallagen", "5~kap.~67~§ kommunallagen"),
        ("år 2026 1234 saker", "år 2026 1234 saker"),
        ("Anna Berg (S) och Bo Ek (KD) (ny)", "Anna Berg~(S) och Bo Ek~(KD) (ny)"),
        ("med 31 ja mot 15 nej; 1 avstår", "med 31~ja mot 15~nej; 1~avstår"),
        ("2 jakter, 3 nejlikor", "2 jakter, 3 nejlikor"),
        ("inga siffror kl. sju", "inga siffror kl. sju"),
    ],
)
def test_what_must_not_part_is_tied(typed: str, together: str) -> None:
    assert tied(typed) == together.replace("~", "\u00a0")


def test_the_fallback_sets_what_the_text_face_lacks() -> None:
    assert list(by_face("aǩb", REGULAR)) == [
        ("Text", "a"),
        ("Fallback", "ǩ"),
        ("Text", "b"),
    ]


def test_sami_letters_are_in_the_text_face() -> None:
    assert all(has(REGULAR, letter) for letter in "ĐđŊŋŦŧŠšŽžČčÁáÅåÄäÖö")


def test_missing_glyphs_are_listed_once_in_order() -> None:
    assert missing_glyphs("a🚀b漢🚀å") == ("🚀", "漢")
    assert missing_glyphs("Fullt läsbart – 5 %\n") == ()


def test_missing_glyphs_are_printed_as_replacements() -> None:
    printed = "".join(text for _, text in by_face("漢", REGULAR))
    assert printed == "\ufffd"
    assert has(FACES[REGULAR].fallback, printed)


@pytest.mark.parametrize(
    "address", ["https://exempel.se/å?a=1", "http://x.se", "mailto:a@b.se", "HTTPS://X.SE"]
)
def test_safe_addresses(address: str) -> None:
    assert safe_address(address) == address


@pytest.mark.parametrize(
    "address", [None, "", "javascript:alert(1)", "file:///x", "x.se", "http://[", "https://a b"]
)
def test_unsafe_addresses(address: str | None) -> None:
    assert safe_address(address) is None


@pytest.mark.parametrize(
    ("typed", "addresses"),
    [
        ("Se https://exempel.se/a?b=1.", ["https://exempel.se/a?b=1"]),
        ("(http://exempel.se), <https://b.se>", ["http://exempel.se", "https://b.se"]),
        ("https://sv.exempel.org/Ort_(Län)", ["https://sv.exempel.org/Ort_(Län)"]),
        ("ftp://exempel.se, exempel.se och ://", []),
    ],
)
def test_an_address_that_is_written_out_leads_there(typed: str, addresses: list[str]) -> None:
    found = list(with_addresses(typed))
    assert "".join(text for text, _ in found) == typed
    assert [address for _, address in found if address] == addresses


@given(st.text(st.sampled_from("htps:/.()ab, ")) | st.text())
def test_looking_for_addresses_loses_no_letter(typed: str) -> None:
    assert "".join(text for text, _ in with_addresses(typed)) == typed
