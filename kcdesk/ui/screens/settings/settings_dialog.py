"""What each user sets for herself; every choice takes effect at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kcdesk.domain.message import Message
from kcdesk.i18n import _
from kcdesk.ui.qt.color import ColorMode
from kcdesk.ui.qt.preferences import TEXT_SCALES, Preferences
from kcdesk.ui.widgets.field import ChoiceField
from kcdesk.ui.widgets.form_dialog import FormDialog

_LANGUAGES = (
    ("", Message("As the system")),
    ("sv", Message("Swedish")),
    ("en", Message("English")),
)
_MODES: tuple[tuple[ColorMode | None, Message], ...] = (
    (None, Message("As the system")),
    (ColorMode.LIGHT, Message("Light")),
    (ColorMode.DARK, Message("Dark")),
)
_SIZES = tuple(
    (scale, Message("{percent} %", {"percent": round(scale * 100)})) for scale in TEXT_SCALES
)

_SPELLING = (
    (True, Message("Mark words that no dictionary has")),
    (False, Message("Mark nothing")),
)


class SettingsDialog(FormDialog):
    """``looks_changed``, ``language_changed`` and ``spelling_changed`` tell what to apply."""

    looks_changed = Signal()
    language_changed = Signal()
    spelling_changed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(_("Settings"), _("Close"), parent)
        self._preferences = preferences
        self._language = ChoiceField(_LANGUAGES)
        self._mode = ChoiceField(_MODES)
        self._size = ChoiceField(_SIZES)
        self._spelling = ChoiceField(_SPELLING)
        self.add_row(_("Language of the window"), self._language)
        self.add_row(_("Light or dark"), self._mode)
        self.add_row(_("Text size"), self._size)
        self.add_row(_("Spelling"), self._spelling)
        self.cancel_button.hide()
        self._language.show_value(preferences.language)
        self._mode.show_value(preferences.color_mode)
        self._size.show_value(preferences.text_scale)
        self._language.edited.connect(self._on_language_edited)
        self._mode.edited.connect(self._on_mode_edited)
        self._size.edited.connect(self._on_size_edited)
        self._spelling.show_value(preferences.spelling)
        self._spelling.edited.connect(self._on_spelling_edited)

    def _on_language_edited(self, value: object) -> None:
        self._preferences.language = str(value)
        self.language_changed.emit()

    def _on_mode_edited(self, value: object) -> None:
        self._preferences.color_mode = value if isinstance(value, ColorMode) else None
        self.looks_changed.emit()

    def _on_size_edited(self, value: object) -> None:
        self._preferences.text_scale = value if isinstance(value, float) else 1.0
        self.looks_changed.emit()

    def _on_spelling_edited(self, value: object) -> None:
        self._preferences.spelling = bool(value)
        self.spelling_changed.emit()
