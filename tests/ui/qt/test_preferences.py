"""What each user sets for herself."""

from __future__ import annotations

from kcdesk.ui.qt.color import ColorMode
from kcdesk.ui.qt.preferences import Preferences


def test_settings_are_kept(preferences) -> None:
    preferences.language = "en"
    preferences.color_mode = ColorMode.DARK
    preferences.text_scale = 1.3
    again = Preferences(preferences.settings)
    assert (again.language, again.color_mode, again.text_scale) == ("en", ColorMode.DARK, 1.3)
    assert again.spoken_language == "en"


def test_nonsense_in_the_file_is_the_default(preferences) -> None:
    preferences.settings.setValue("text_scale", "huge")
    preferences.settings.setValue("color_mode", "pink")
    assert preferences.text_scale == 1.0
    assert preferences.color_mode is None
    preferences.settings.setValue("text_scale", "7")
    assert preferences.text_scale == 1.0


def test_the_system_speaks_where_nothing_is_chosen(preferences) -> None:
    preferences.language = ""
    assert preferences.spoken_language


def test_recent_libraries_newest_first_and_only_those_there(preferences, tmp_path) -> None:
    paths = [tmp_path / f"{number}.kcdesk" for number in range(8)]
    for path in paths:
        path.touch()
        preferences.remember_library(path)
    preferences.remember_library(paths[3])
    paths[7].unlink()
    assert preferences.recent_libraries[:3] == [paths[3], paths[6], paths[5]]
    assert len(preferences.recent_libraries) == 5


def test_one_recent_library_survives_the_ini_file(preferences, tmp_path) -> None:
    path = tmp_path / "one.kcdesk"
    path.touch()
    preferences.remember_library(path)
    preferences.settings.sync()
    assert preferences.recent_libraries == [path]


def test_each_library_has_its_last_meeting(preferences, tmp_path) -> None:
    preferences.remember_meeting(tmp_path / "a", "1")
    preferences.remember_meeting(tmp_path / "b", "2")
    assert preferences.last_meeting(tmp_path / "a") == "1"
    assert preferences.last_meeting(tmp_path / "c") == ""


def test_what_cannot_be_looked_at_is_not_there(preferences, tmp_path) -> None:
    endless = tmp_path / ("x" * 300)
    preferences.settings.setValue("recent_libraries", [str(endless), str(tmp_path)])
    assert preferences.recent_libraries == [tmp_path]
    preferences.export_folder = endless
    assert preferences.export_folder is None
