"""Characters that are surely printable are so; for the others the fonts are asked."""

from kcdesk.documents import text as document_text
from kcdesk.documents.glyph import missing_glyphs
from kcdesk.services.unprintable import is_surely_printable

SURE = "".join(
    letter
    for letter in map(chr, range(0x20, 0x2200))
    if letter.isprintable() and is_surely_printable(letter)
)


def test_what_is_held_to_be_printable_is() -> None:
    assert len(SURE) > 300
    assert document_text.missing_glyphs(SURE) == ()


def test_the_fonts_are_asked_of_the_others() -> None:
    assert missing_glyphs("Möte 3–4") == ()
    assert missing_glyphs("Sámi ŋ ǯ") == ()
    assert missing_glyphs("\u3042 och \u3042") == ("\u3042",)
