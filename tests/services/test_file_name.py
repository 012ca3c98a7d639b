"""Names of files that every system takes."""

from __future__ import annotations

from kcdesk.services.file_name import file_name


def test_names_of_files_that_every_system_takes() -> None:
    assert file_name("Protokoll: §§ 1/2?.pdf") == "Protokoll- §§ 1-2-.pdf"
    assert file_name("a\u030atga\u0308rder") == "åtgärder"
    assert file_name("con.pdf") == "_con.pdf"
    assert file_name("  . ") == "_"
    assert file_name("å" * 300 + ".pdf") == "å" * 117 + ".pdf"
    assert file_name("x" * 300) == "x" * 120
