"""The register of phrases: those of all bodies, with the starting set that ships."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kcdesk.i18n import _, current
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.widgets.column_page import ColumnPage
from kcdesk.ui.widgets.phrase_editor import PhraseEditor
from kcdesk.wording.phrase_book import shipped_phrases
from kcdesk.wording.placeholder import NAMES


class PhrasePage(ColumnPage):
    """Everything is kept as it is entered; undo takes it back."""

    def __init__(self, context: LibraryContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language = current().language
        self.add_head(
            _("Phrases"),
            _("Write / and a few letters at the start of a line, and the phrase is there."),
        )
        self.editor = PhraseEditor(
            context.people_bridge, shipped_phrases(language), NAMES[language]
        )
        self.add_part(_("For all bodies"), self.editor)
        self.setFocusProxy(self.editor.list)
