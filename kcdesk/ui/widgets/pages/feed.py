"""Keeps the preview up with the meeting, without ever making the window wait."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import DocumentChoice
from kcdesk.services.preview import (
    ALONE,
    Company,
    FoundText,
    PageImage,
    Preview,
    PreviewRequest,
    PreviewTrouble,
    PrintedPages,
)
from kcdesk.services.summons_as_sent import to_print
from kcdesk.ui.qt.pane import MeetingContext

LONGEST_REST = 400
SHORTEST_REST = 40
"""Milliseconds from a change to the next document; later changes ride along. In between it is as
long as the last document took, so that pages come at most twice that after the last change.
"""

PATIENCE = 3
"""How many such rests pages in the making are given, before a new document is asked for anyway."""


class PreviewFeed(QObject):
    """Asks for a new document after changes, while somebody looks, one at a time.

    The next one is asked for only when the pages wished for of the last one are drawn: else a
    fast typist would see documents made and never a page of them.
    """

    printed = Signal(object)  # PrintedPages
    drawn = Signal(object)  # PageImage
    found = Signal(object)  # FoundText
    failed = Signal(object)  # PreviewTrouble
    busy_changed = Signal(bool)

    def __init__(
        self,
        context: MeetingContext,
        preview: Preview,
        choice: DocumentChoice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._preview = preview
        self._choice = choice
        self._company = ALONE
        self._revision = 0  # last asked for
        self._printed = 0  # last that could be printed
        self._looked_at = False
        self._is_behind = True
        self._is_printing = False
        self._awaited: set[int] = set()
        self._delays = 0
        self._took = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=LONGEST_REST)
        self._timer.timeout.connect(self._catch_up)
        ear = _Ear()
        ear.printed.connect(self._on_printed, Qt.ConnectionType.QueuedConnection)
        ear.drawn.connect(self._on_drawn, Qt.ConnectionType.QueuedConnection)
        ear.found.connect(self._on_found, Qt.ConnectionType.QueuedConnection)
        ear.failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(preview.listen(_Listener(ear)))
        for bridge in (context.bridge, context.body_bridge, context.people_bridge):
            bridge.changed.connect(self._on_changed)
            bridge.replaced.connect(self._on_changed)

    @property
    def is_busy(self) -> bool:
        """Whether what is shown is not yet what is written."""
        return self._looked_at and (self._is_behind or self._is_printing)

    @property
    def choice(self) -> DocumentChoice:
        """What is to be seen."""
        return self._choice

    def choose(self, choice: DocumentChoice, company: Company = ALONE) -> None:
        """See something else; ``company`` is what it holds beside the meeting."""
        if choice != self._choice or company is not self._company:
            self._choice, self._company = choice, company
            self._is_behind = True
            self._catch_up()

    def look(self, looking: bool) -> None:  # a fact, not a switch
        """Say whether somebody looks; without that nothing is made."""
        self._looked_at = looking
        if looking:
            self._catch_up()

    def draw(self, pages: tuple[int, ...], scale: float) -> None:
        """Wish for pages of the last document."""
        self._awaited = set(pages)
        self._preview.draw(self._printed, pages, scale)

    def find(self, text: str) -> None:
        """Look for a text in the last document."""
        self._preview.find(self._printed, text)

    # ---- inside --------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._is_behind = True
        if self._looked_at and not self._timer.isActive():
            self._timer.start()

    def _catch_up(self) -> None:
        if not (self._looked_at and self._is_behind) or self._is_printing:
            return
        if self._awaited and self._delays < PATIENCE:
            self._delays += 1
            self._timer.start()
            return
        self._timer.stop()
        self._delays = 0
        self._is_behind, self._is_printing = False, True
        self._revision += 1
        self._took.start()
        context = self._context
        bundle = MeetingBundle(
            context.printed_body, context.people, context.bridge.records, context.sealed
        )
        bundle = to_print(bundle, self._choice, self._read_file)
        self._preview.print(PreviewRequest(self._revision, bundle, self._choice, self._company))
        self.busy_changed.emit(self.is_busy)

    def _read_file(self, sha256: str) -> bytes:
        return self._context.shelf.read_file(sha256)

    def _on_printed(self, pages: PrintedPages) -> None:
        if pages.revision == self._revision:
            self._printed = pages.revision
            self._is_printing = False
            self._awaited = set()
            self._timer.setInterval(max(SHORTEST_REST, min(self._took.elapsed(), LONGEST_REST)))
            self.printed.emit(pages)
            self._settle()

    def _on_drawn(self, image: PageImage) -> None:
        if image.revision == self._printed:
            self._awaited.discard(image.page)
            self.drawn.emit(image)
            self._settle()

    def _on_found(self, found: FoundText) -> None:
        if found.revision == self._printed:
            self.found.emit(found)

    def _on_failed(self, trouble: PreviewTrouble) -> None:
        if trouble.revision == self._revision:
            self._is_printing = False
            self._awaited = set()
            self.failed.emit(trouble)
            self._settle()

    def _settle(self) -> None:
        if self._is_behind and not self._timer.isActive():
            self._timer.start()
        self.busy_changed.emit(self.is_busy)


class _Ear(QObject):
    """Brings what the preview's threads say to the window's. Owned by no widget, so that a word
    said while the window closes still finds it.
    """

    printed = Signal(object)
    drawn = Signal(object)
    found = Signal(object)
    failed = Signal(object)


class _Listener:
    """The preview's listener; apart from the QObject, whose signals bear these names."""

    def __init__(self, ear: _Ear) -> None:
        self._ear = ear

    def printed(self, pages: PrintedPages) -> None:
        self._ear.printed.emit(pages)

    def drawn(self, image: PageImage) -> None:
        self._ear.drawn.emit(image)

    def found(self, found: FoundText) -> None:
        self._ear.found.emit(found)

    def failed(self, trouble: PreviewTrouble) -> None:
        self._ear.failed.emit(trouble)
