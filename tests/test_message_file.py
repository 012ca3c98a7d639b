"""Our reader of catalogues says what the standard library's says."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from kcdesk.i18n import LANGUAGES
from kcdesk.message_file import MessageFile
from kcdesk.paths import shipped

FILES = [shipped("translations") / each / "LC_MESSAGES" / "kcdesk.mo" for each in LANGUAGES]


@pytest.mark.parametrize("path", FILES, ids=LANGUAGES)
def test_every_text_and_form_is_the_standard_librarys(path: Path) -> None:
    with path.open("rb") as file:
        known = gettext.GNUTranslations(file)
    ours = MessageFile(path)
    assert known.info()["plural-forms"] == "nplurals=2; plural=(n != 1);"
    keys = [each.decode() for each in ours if each]
    assert len(keys) > 500
    for key in keys:
        singular, _, plural = key.partition("\0")
        if plural:
            for count in (0, 1, 2, 21):
                expected = known.ngettext(singular, plural, count)
                assert ours.plural(singular, plural, count) == expected
        else:
            assert ours.text(key) == known.gettext(key)


def test_what_is_not_there_is_none() -> None:
    ours = MessageFile(FILES[0])
    assert ours.text("zzz never said") is None
    assert ours.text("") is not None  # the head
    assert ours.plural("{count} zzz", "{count} zzzs", 2) is None
    assert len(ours) == len(list(ours))


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 40])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.mo").write_bytes(content)
    with pytest.raises(ValueError, match="not a catalogue"):
        MessageFile(tmp_path / "x.mo")
