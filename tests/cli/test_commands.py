"""The commands from the words typed to exit code, output and files; everything real."""

from __future__ import annotations

import errno
import io
import json
import lzma
import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from jsonschema import Draft202012Validator

import kcdesk
from kcdesk import command_line
from kcdesk.__main__ import main
from kcdesk.cli.language import system_language
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group, Insert
from kcdesk.paths import resource, user_data
from kcdesk.storage.library_file import LibraryFile
from kcdesk.system.lock import LibraryLock

SAMPLE = resource("sample", "meeting.json")
NOTES = resource("sample", "notes.json")
OLDEST = Path(__file__).parent.parent / "old_libraries" / "version_1.kcdesk.xz"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "a.kcdesk"
    assert main(["import", str(SAMPLE), str(NOTES), "--library", str(path)]) == 0
    capsys.readouterr()
    return path


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join("\n".join(pages).replace("\ufffe", "-").split())


def run_main(arguments: Sequence[str], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kcdesk", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )


# ---- dates -------------------------------------------------------------------------------

REAL = [  # meeting, approved, posted, convention, last day to appeal, taken down
    ("2020-10-30", "2020-11-26", "2020-11-30", "last-day", "2020-12-21", "2020-12-21"),
    ("2020-08-18", "2020-08-18", "2020-08-18", "day-after", "2020-09-08", "2020-09-09"),
    ("2019-01-28", "2019-02-04", "2019-02-05", "day-after", "2019-02-26", "2019-02-27"),
    ("2017-10-25", "2017-10-25", "2017-10-26", "day-after", "2017-11-16", "2017-11-17"),
    ("1999-10-25", "1999-10-29", "1999-11-01", "last-day", "1999-11-22", "1999-11-22"),
    ("1997-06-03", "1997-06-03", "1997-06-09", "last-day", "1997-06-30", "1997-06-30"),
]


@pytest.mark.parametrize(("meeting", "approved", "posted", "convention", "last", "down"), REAL)
def test_dates_of_real_notices(
    capsys: pytest.CaptureFixture[str],
    meeting: str,
    approved: str,
    posted: str,
    convention: str,
    last: str,
    down: str,
) -> None:
    words = ["--meeting", meeting, "--approved", approved, "--posted", posted]
    assert main(["dates", *words, "--convention", convention, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["last_appeal_day"], found["take_down"]) == (last, down)


def dates(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["dates", *words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_dates_say_what_was_shifted_why_and_by_which_law(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = dates(capsys, "--meeting", "2020-10-30", "--approved", "2020-11-26")
    assert found["approve_by"] == "2020-11-13"
    assert found["post_by"] == "2020-11-30"
    details = found["details"]
    assert details["post_by"]["unshifted"] == "2020-11-28"
    assert details["post_by"]["reason"] == "Saturday"
    assert "KL 8:12" in details["post_by"]["source"]
    assert details["approve_by"]["reason"] is None
    assert details["approve_by"]["source"] == "KL 5:69"


def test_dates_presume_posting_on_the_last_day_and_say_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = dates(capsys, "--meeting", "2020-10-30", "--approved", "2020-11-26")
    assert found["take_down"] == "2020-12-22"
    assert found["details"]["take_down"]["presumes"] == (
        "Presumes that the notice is posted on 30 November 2020"
    )


def test_dates_that_cannot_be_known_yet_are_null(capsys: pytest.CaptureFixture[str]) -> None:
    found = dates(capsys, "--meeting", "2026-11-12")
    assert found["approve_by"] == "2026-11-26"
    assert [found[key] for key in ("post_by", "last_appeal_day", "take_down")] == [None] * 3
    assert found["details"]["post_by"] is None


def test_dates_count_from_the_last_of_several_boards(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--meeting", "2026-11-12", "--posted", "2026-11-25", "--posted", "2026-11-27"]
    assert dates(capsys, *words)["last_appeal_day"] == "2026-12-18"


def test_dates_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--meeting", "1997-06-03", "--approved", "1997-06-18", "--posted", "1997-06-23"]
    assert main(["dates", *words]) == 0
    told = capsys.readouterr().out
    assert "Approve by          Tuesday 17 June 1997" in told
    assert "Moved from 20 June 1997: Midsummer Eve" in told
    assert "Note: approved 1 day after the limit (KL 5:69)." in told
    assert "posted" not in told.splitlines()[-1]


def test_dates_in_words_say_what_is_late_and_what_is_open(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["--meeting", "1997-06-03", "--approved", "1997-06-03", "--posted", "1997-06-09"]
    assert main(["dates", *words]) == 0
    assert "Note: posted 4 days after the limit (KL 8:12)." in capsys.readouterr().out
    assert main(["dates", "--meeting", "1997-06-03"]) == 0
    assert "not known yet" in capsys.readouterr().out
    assert main(["dates", "--meeting", "1997-06-03", "--approved", "1997-06-03"]) == 0
    assert "Presumes that the notice is posted on 5 June 1997" in capsys.readouterr().out


def test_dates_speak_swedish(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "sv_SE.UTF-8")
    assert main(["dates", "--meeting", "2026-11-12"]) == 0
    assert "Justeras senast" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--meeting", "2020-13-01"], "there is no day 2020-13-01"),
        (["--meeting", "30 oktober"], "expected a day such as 2026-03-02"),
        (["--meeting", "2020-W44-5"], "expected a day such as 2026-03-02"),
        (["--meeting", "9999-12-31"], "from 1953 to 2099"),
        (["--meeting", "2020-10-30", "--approved", "2020-10-29"], "before the meeting"),
        (["--meeting", "2020-10-30", "--posted", "2020-10-29"], "before the approval"),
        (["--meeting", "2020-10-30", "--convention", "never"], "--convention"),
        (["--approved", "2020-10-30"], "--meeting"),
    ],
)
def test_dates_that_make_no_sense(
    capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert main(["dates", *words]) == 2
    output = capsys.readouterr()
    assert told in output.err
    assert output.out == ""


# ---- files without a library -------------------------------------------------------------


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    printed = json.loads(capsys.readouterr().out)
    Draft202012Validator(printed).validate(json.loads(SAMPLE.read_bytes()))


def test_render(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert main(["render", str(SAMPLE), "-o", str(out)]) == 0
    text = text_of(out)
    assert "§ 56" in text
    assert "att ställa sig bakom handlingsplanen" in text
    assert "Tre anbud har kommit in" in text


def test_render_a_public_copy_in_english(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    words = ["--copy", "public", "--lang", "en", "--document", "protocol"]
    assert main(["render", str(SAMPLE), "-o", str(out), *words]) == 0
    text = text_of(out)
    assert "12 November 2026" in text
    assert "Tre anbud har kommit in" not in text


def test_render_follows_the_body(tmp_path: Path) -> None:
    out = tmp_path / "out.PDF"
    assert main(["render", str(NOTES), "-o", str(out), "--layout", "two-column"]) == 0
    assert "Minnesanteckningar" in text_of(out)


def test_render_an_extract_of_some_items(tmp_path: Path) -> None:
    path = tmp_path / "utdrag.pdf"
    words = ["render", str(SAMPLE), "-o", str(path), "--document", "extract", "--items", "55, 57"]
    assert main(words) == 0
    assert "§§ 55, 57" in text_of(path)


def test_render_an_extract_of_an_item_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["render", str(SAMPLE), "-o", str(tmp_path / "utdrag.pdf"), "--items", "99"]
    assert main(words) == 2
    assert "no item 99" in capsys.readouterr().err


def test_render_as_json_is_canonical(tmp_path: Path) -> None:
    one, two = tmp_path / "1.json", tmp_path / "2.json"
    assert main(["render", str(SAMPLE), "-o", str(one)]) == 0
    assert main(["render", str(one), "-o", str(two)]) == 0
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"format": "kcdesk-meeting", "version": 9}', "bad.json: version: the file has version 9"),
        ("[" * 200_000, "bad.json: lists and objects stand more than"),
        ("[NaN]", "bad.json: [0]: NaN is no value in JSON."),
        (None, "bad.json: bad.json cannot be read. The system says: {missing}."),
    ],
)
def test_render_of_what_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, told: str
) -> None:
    bad, out = tmp_path / "bad.json", tmp_path / "out.pdf"
    if content is not None:
        bad.write_text(content)
    assert main(["render", str(bad), "-o", str(out)]) == 2
    output = capsys.readouterr()
    # The system speaks its own language once a window was made in this process.
    told = told.replace("{missing}", os.strerror(errno.ENOENT))
    assert output.err.startswith(f"kcdesk: {told}")
    assert output.out == ""
    assert not out.exists()


def test_render_to_a_name_without_meaning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", str(SAMPLE), "-o", str(tmp_path / "out.odt")]) == 2
    assert "out.odt does not end in .pdf, .docx, .html, .txt, .md, .json" in capsys.readouterr().err


def test_render_to_a_folder_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", str(SAMPLE), "-o", str(tmp_path / "none" / "out.json")]) == 2
    assert "out.json cannot be written" in capsys.readouterr().err


def test_a_failed_write_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.json"
    out.write_text("old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["render", str(SAMPLE), "-o", str(out)]) == 2
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


# ---- with a library ----------------------------------------------------------------------


def test_import_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["import", str(SAMPLE), "--library", str(tmp_path / "a.kcdesk")]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert told.startswith("meeting.json: imported as ")
    assert told.endswith("its body was added, 12 people were added.\n")
    assert main(words) == 0
    assert "is in the library already; nothing was changed." in capsys.readouterr().out


def test_import_reads_all_files_before_it_takes_in_any(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, library = tmp_path / "bad.json", tmp_path / "a.kcdesk"
    bad.write_text("{}")
    assert main(["import", str(SAMPLE), str(bad), "--library", str(library)]) == 2
    assert capsys.readouterr().err.startswith("kcdesk: bad.json: this is no meeting file")
    assert not library.exists()


def test_import_of_a_changed_meeting_is_refused(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exported = tmp_path / "e.json"
    assert (
        main(["export", "--library", str(library), "--meeting", "latest", "-o", str(exported)]) == 0
    )
    data = json.loads(exported.read_bytes())
    data["meeting"]["place"] = "Annanstans"
    exported.write_text(json.dumps(data))
    assert main(["import", str(exported), "--library", str(library)]) == 2
    assert "e.json: Nothing was imported. The meeting is in the library" in capsys.readouterr().err


def test_import_waits_for_nobody(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with LibraryLock(library):
        assert main(["import", str(SAMPLE), "--library", str(library)]) == 2
    assert "a.kcdesk is open in another program." in capsys.readouterr().err


def test_an_older_library_is_kept_before_something_is_imported(tmp_path: Path) -> None:
    library = tmp_path / "a.kcdesk"
    library.write_bytes(lzma.decompress(OLDEST.read_bytes()))
    assert main(["import", str(NOTES), "--library", str(library)]) == 0
    (kept,) = user_data().joinpath("backups").glob("a-*/before-version-2-*.kcdesk")
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_import_into_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = tmp_path / "none" / "a.kcdesk"
    assert main(["import", str(SAMPLE), "--library", str(where)]) == 2
    assert "There is no folder" in capsys.readouterr().err


def test_list(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--library", str(library)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Samordningsförbundet Älvdalarna, Styrelsen  ")
    assert lines[1].startswith("  2026-11-12  Notice      ")
    assert lines[3].startswith("  2026-11-05  Review      ")


def test_list_as_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--library", str(library), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {body["regime"] for body in found["bodies"]} == {"coordination_federation", "informal"}
    newest = found["meetings"][0]
    assert (newest["day"], newest["state"]) == ("2026-11-12", "notice")
    assert newest["body_id"] in {body["id"] for body in found["bodies"]}


def test_list_of_what_is_no_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing, foreign = tmp_path / "no.kcdesk", tmp_path / "foreign.kcdesk"
    foreign.write_text("hej")
    assert main(["list", "--library", str(missing)]) == 2
    assert main(["list", "--library", str(foreign)]) == 2
    assert foreign.read_text() == "hej"
    assert "Traceback" not in capsys.readouterr().err


def test_list_of_an_empty_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    LibraryFile.new(tmp_path / "a.kcdesk").close()
    assert main(["list", "--library", str(tmp_path / "a.kcdesk")]) == 0
    assert capsys.readouterr().out == "The library is empty.\n"


def test_list_of_a_meeting_without_a_body(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = LibraryFile.open(library)
    alone = Meeting(id="alone", title="Rådslag", day=Moment(text="i vår"))
    opened.create(alone, (), Group(Message("x"), (Insert(alone),)))
    opened.close()
    assert main(["list", "--library", str(library)]) == 0
    told = capsys.readouterr().out
    assert told.endswith("Without a body\n  i vår       Draft       alone  Rådslag\n")


def test_export_of_the_latest_meeting(tmp_path: Path, library: Path) -> None:
    out = tmp_path / "out.json"
    assert main(["export", "--library", str(library), "--meeting", "latest", "-o", str(out)]) == 0
    assert json.loads(out.read_bytes())["meeting"]["day"] == {"day": "2026-11-12"}


def test_export_the_actions_of_all_meetings_of_a_body(tmp_path: Path, library: Path) -> None:
    path = tmp_path / "åtgärder.pdf"
    words = ["export", "--library", str(library), "--meeting", "latest", "-o", str(path)]
    assert main([*words, "--document", "actions", "--over-time", "--order", "owner"]) == 0
    assert "Åtgärdslista" in text_of(path)


def test_export_the_year_of_a_body_for_an_archive(tmp_path: Path, library: Path) -> None:
    path = tmp_path / "2026.zip"
    words = ["export", "--library", str(library), "--meeting", "latest", "-o", str(path)]
    assert main([*words, "--document", "yearbook"]) == 0
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    assert "Årsvolym 2026.pdf" in names
    assert any(name.endswith("Protokoll.json") for name in names)


def test_a_package_is_a_pdf(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", "--library", str(library), "--meeting", "latest", "--document", "package"]
    assert main([*words, "-o", str(tmp_path / "paket.docx")]) == 2
    assert "does not end in .pdf, .json" in capsys.readouterr().err


def test_export_the_year_of_a_body_and_a_package(tmp_path: Path, library: Path) -> None:
    path = tmp_path / "årsvolym.pdf"
    words = ["export", "--library", str(library), "--meeting", "latest", "-o", str(path)]
    assert main([*words, "--document", "yearbook"]) == 0
    assert "Årsvolym 2026" in text_of(path)
    assert main([*words, "--document", "package", "--base", "summons", "--embed"]) == 0
    assert "Kallelse" in text_of(path)


def test_export_while_the_window_has_the_library_open(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--library", str(library), "--json"]) == 0
    wanted = json.loads(capsys.readouterr().out)["meetings"][1]["id"]
    out = tmp_path / "out.pdf"
    with LibraryLock(library):
        words = ["--meeting", wanted, "-o", str(out), "--document", "notes"]
        assert main(["export", "--library", str(library), *words]) == 0
    assert "Laget runt" in text_of(out)


def test_export_of_no_meeting(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out.pdf")
    assert main(["export", "--library", str(library), "--meeting", "x", "-o", out]) == 2
    assert "There is no meeting x." in capsys.readouterr().err
    LibraryFile.new(tmp_path / "b.kcdesk").close()
    words = ["--library", str(tmp_path / "b.kcdesk"), "--meeting", "latest", "-o", out]
    assert main(["export", *words]) == 2
    assert "There is no meeting in the library." in capsys.readouterr().err


def test_demo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "demo"
    assert main(["demo", "--out", str(folder)]) == 0
    told = capsys.readouterr().out
    made = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    assert made == {
        "demo.kcdesk",
        "meeting.json",
        "notes.json",
        "october.json",
        "protokoll.pdf",
        "protokoll-oktober.pdf",
        "protokoll-offentligt.pdf",
        "minutes.pdf",
        "minnesanteckningar.pdf",
        "minnesanteckningar-tva-spalter.pdf",
        "kallelse.pdf",
        "protokollsutdrag.pdf",
        "anslag.pdf",
        "närvaro- och voteringslista.pdf",
        "åtgärdslista.pdf",
        "beslutslista.pdf",
        "expediering.pdf",
        "anslag.html",
        "protokoll.docx",
        "protokoll.txt",
    }
    assert all(name in told for name in made)
    assert "2026-12-17 (planerat)" in text_of(folder / "protokoll.pdf")
    assert "Tre anbud" not in text_of(folder / "protokoll-offentligt.pdf")
    before = (folder / "meeting.json").read_bytes()
    assert main(["demo", "--out", str(folder)]) == 0
    assert (folder / "meeting.json").read_bytes() == before


def test_demo_where_no_folder_can_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["demo", "--out", str(tmp_path / "file" / "demo")]) == 2
    assert "demo cannot be made" in capsys.readouterr().err


# ---- the program -------------------------------------------------------------------------


def test_without_words_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bool] = []

    def window() -> int:
        opened.append(True)
        return 7

    monkeypatch.setattr(command_line, "_run_window", window)
    assert main([]) == 7
    assert opened


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "commands:" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kcdesk {kcdesk.__version__}\n"
    assert main(["nonsense"]) == 2
    assert "nonsense" in capsys.readouterr().err


def test_an_interruption_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(command_line, "_run_window", interrupted)
    assert main([]) == 130


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANGUAGE": "sv:en", "LANG": "en_US.UTF-8"}, "sv"),
        ({"LANG": "nb_NO"}, "en"),
    ],
)
def test_the_language_of_the_system(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language


def test_the_language_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("Swedish_Sweden", "1252"))
    assert system_language({}) == "sv"
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert system_language({}) == "en"


def test_as_a_program_with_a_poor_console(tmp_path: Path) -> None:
    library = str(tmp_path / "a.kcdesk")
    poor = {"PYTHONIOENCODING": "ascii", "LANGUAGE": "sv"}
    assert run_main(["import", str(SAMPLE), "--library", library], **poor).returncode == 0
    listed = run_main(["list", "--library", library], **poor)
    assert listed.returncode == 0, listed.stderr
    bad = run_main(["render", "nowhere.json", "-o", "x.pdf"], LANGUAGE="en")
    assert (bad.returncode, bad.stdout) == (2, "")
    assert bad.stderr.startswith("kcdesk: nowhere.json: ")


def test_whoever_reads_may_stop(tmp_path: Path) -> None:
    shell = f'"{sys.executable}" -m kcdesk schema; echo "code $?" >&2'
    stopped = subprocess.run(
        ["bash", "-c", f"({shell}) | head -c 1"], capture_output=True, text=True, check=False
    )
    assert stopped.stdout == "{"
    assert stopped.stderr == "code 0\n"


def test_each_command_loads_only_its_own_parts(tmp_path: Path) -> None:
    script = "import sys; from kcdesk.__main__ import main; main(sys.argv[1:]); print(*sys.modules)"
    heavy = {
        "reportlab",
        "sqlite3",
        "holidays",
        "PySide6",
        "pypdfium2",
        "markdown_it",
        "jsonschema",
    }
    for words, allowed in (
        (["schema"], set[str]()),
        (["dates", "--meeting", "2026-11-12"], {"holidays"}),
        (["render", str(SAMPLE), "-o", str(tmp_path / "a.json")], set[str]()),
        (["render", str(SAMPLE), "-o", str(tmp_path / "a.pdf")], {"reportlab", "holidays"}),
    ):
        done = subprocess.run(
            [sys.executable, "-c", script, *words], capture_output=True, text=True, check=True
        )
        assert heavy.intersection(done.stdout.split()) <= allowed, words


def test_a_character_that_no_font_has_is_said_and_the_document_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = json.loads(SAMPLE.read_bytes())
    data["meeting"]["place"] = "Salen 🚀"
    odd, out = tmp_path / "odd.json", tmp_path / "out.pdf"
    odd.write_text(json.dumps(data), "utf-8")
    assert main(["render", str(odd), "-o", str(out)]) == 0
    said = capsys.readouterr().err
    assert "The head and the people: 🚀 (U+1F680)" in said
    assert "Salen" in text_of(out)


# ---- before a public copy ------------------------------------------------------------------


class Terminal(io.StringIO):
    """Somebody at the keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def telling_meeting(tmp_path: Path) -> Path:
    """The sample with a phone number and an address in it."""
    sample = json.loads(SAMPLE.read_bytes())
    block = sample["meeting"]["items"][0]["sections"][0]["blocks"][0]
    block["text"] = "Ring 08-123 456 78 eller skriv till a@b.se."
    path = tmp_path / "telling.json"
    path.write_text(json.dumps(sample), "utf-8")
    return path


@pytest.mark.parametrize(
    ("answer", "more", "made"),
    [("n\n", (), False), ("\n", (), False), ("j\n", (), True), ("", ("--yes",), True)],
)
def test_a_public_copy_is_asked_for_once_at_a_terminal(
    telling_meeting: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: str,
    more: tuple[str, ...],
    made: bool,
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    out = tmp_path / "public.pdf"
    arguments = ["render", str(telling_meeting), "-o", str(out), "--copy", "public", *more]
    assert main(arguments) == (0 if made else 1)
    assert out.exists() == made
    told = capsys.readouterr().err
    assert "may need masking: § 52: Phone number “08-123 456 78”" in told
    assert "may need masking: § 52: E-mail address “a@b.se”" in told
    assert "left out: § " in told
    assert ("Make the public copy?" in told) == (not more)


def test_a_script_is_not_asked_but_told(
    telling_meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "public.pdf"
    assert main(["render", str(telling_meeting), "-o", str(out), "--copy", "public"]) == 0
    assert "a@b.se" in capsys.readouterr().err
    assert main(["render", str(telling_meeting), "-o", str(out)]) == 0
    assert capsys.readouterr().err == ""


def test_a_library_refuses_too_where_somebody_says_no(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("nej\n"))
    out = tmp_path / "public.pdf"
    arguments = ["export", "--library", str(library), "--meeting", "latest", "-o", str(out)]
    assert main([*arguments, "--copy", "public"]) == 1
    assert not out.exists()


def test_a_year_in_public_is_looked_at_in_all_its_meetings(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = json.loads(SAMPLE.read_bytes())
    spring = {
        "id": "spring",
        "day": {"day": "2026-03-02"},
        "first_paragraph": 7,
        "items": [
            {
                "id": "spring-item",
                "title": "Vårens ärende",
                "actions": [{"id": "spring-action", "text": "Skriv till a@b.se"}],
                "sections": [
                    {"id": "spring-text", "blocks": [{"text": "Ring 08-123 456 78."}]},
                ],
            }
        ],
    }
    path = tmp_path / "spring.json"
    path.write_text(json.dumps({**sample, "meeting": spring}), "utf-8")
    assert main(["import", str(path), "--library", str(library)]) == 0
    capsys.readouterr()
    words = ["export", "--library", str(library), "--meeting", "latest", "--copy", "public"]
    out = ["-o", str(tmp_path / "public.pdf")]
    assert main([*words, *out, "--document", "yearbook"]) == 0
    told = capsys.readouterr().err
    assert "may need masking: 2 March 2026, § 7: Phone number “08-123 456 78”" in told
    assert "may need masking: 2 March 2026, § 7: E-mail address “a@b.se”" in told
    assert "left out: 12 November 2026, § " in told
    assert main([*words, *out, "--document", "actions", "--over-time"]) == 0
    told = capsys.readouterr().err
    assert "a@b.se" in told
    assert "08-123 456 78" not in told  # a list of actions does not tell it
    assert main([*words, *out]) == 0
    assert "2 March" not in capsys.readouterr().err


def test_there_is_no_public_copy_of_a_meeting_file(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "public.json"
    words = ["export", "--library", str(library), "--meeting", "latest", "-o", str(out)]
    assert main([*words, "--copy", "public"]) == 2
    told = capsys.readouterr().err
    assert "Nothing was written." in told
    assert "it holds what is secret, too" in told
    assert not out.exists()
