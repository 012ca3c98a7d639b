"""What each user sets for herself, and where she was last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QSettings

from kcdesk.paths import is_folder, is_there
from kcdesk.ui.qt.color import ColorMode

TEXT_SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)
"""The text sizes on offer: 100 % is normal."""

_RECENT = 6


class Preferences:
    """A typed face of the settings. Empty language or mode: as the system says."""

    def __init__(self, settings: QSettings) -> None:
        self.settings = settings

    @property
    def language(self) -> str:
        """Chosen language, "sv" or "en"; empty: the system's."""
        return self._text("language")

    @language.setter
    def language(self, value: str) -> None:
        self.settings.setValue("language", value)

    @property
    def spoken_language(self) -> str:
        """The language to speak: chosen, or the system's."""
        return self.language or QLocale.system().name()

    @property
    def color_mode(self) -> ColorMode | None:
        """Chosen mode; None: the system's."""
        value = self._text("color_mode")
        return ColorMode(value) if value in set(ColorMode) else None

    @color_mode.setter
    def color_mode(self, value: ColorMode | None) -> None:
        self.settings.setValue("color_mode", value.value if value else "")

    @property
    def text_scale(self) -> float:
        """By what the text sizes are multiplied."""
        try:
            value = float(self._text("text_scale") or 1.0)
        except ValueError:
            return 1.0
        return value if value in TEXT_SCALES else 1.0

    @text_scale.setter
    def text_scale(self, value: float) -> None:
        self.settings.setValue("text_scale", value)

    @property
    def spelling(self) -> bool:
        """Whether words that no dictionary has are marked."""
        return self._text("spelling") != "off"

    @spelling.setter
    def spelling(self, value: bool) -> None:
        self.settings.setValue("spelling", "on" if value else "off")

    @property
    def recent_libraries(self) -> list[Path]:
        """Libraries opened before that are still there, newest first."""
        value = self.settings.value("recent_libraries") or []
        names = [value] if isinstance(value, str) else value
        return [path for path in map(Path, names) if is_there(path)]

    def remember_library(self, path: Path) -> None:
        """Put a library first among the recent ones."""
        others = [each for each in self.recent_libraries if each != path]
        names = [str(each) for each in (path, *others)][:_RECENT]
        self.settings.setValue("recent_libraries", names)

    @property
    def export_folder(self) -> Path | None:
        """Where documents were written last; None where that folder is gone."""
        value = self._text("export/folder")
        return Path(value) if value and is_folder(Path(value)) else None

    @export_folder.setter
    def export_folder(self, value: Path) -> None:
        self.settings.setValue("export/folder", str(value))

    @property
    def export_pattern(self) -> str:
        """How files of documents are named; empty: as usual."""
        return self._text("export/pattern")

    @export_pattern.setter
    def export_pattern(self, value: str) -> None:
        self.settings.setValue("export/pattern", value)

    @property
    def opens_export_folder(self) -> bool:
        """Whether the folder is opened after documents were written."""
        return self._text("export/opens_folder") == "true"

    @opens_export_folder.setter
    def opens_export_folder(self, value: bool) -> None:
        self.settings.setValue("export/opens_folder", "true" if value else "false")

    def last_meeting(self, library: Path) -> str:
        """Return the meeting last open in a library, or empty."""
        return self._text(f"last_meeting/{_key(library)}")

    def remember_meeting(self, library: Path, meeting_id: str) -> None:
        """Keep which meeting was open in a library."""
        self.settings.setValue(f"last_meeting/{_key(library)}", meeting_id)

    def _text(self, key: str) -> str:
        value = self.settings.value(key)
        return "" if value is None else str(value)


def _key(path: Path) -> str:
    return str(path).replace("/", "|").replace("\\", "|")
