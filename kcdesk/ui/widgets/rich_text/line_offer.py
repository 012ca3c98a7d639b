"""What a completer offers for the line that is being written. The editor knows nothing of what
the offers mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kcdesk.domain.operation import Primitive


@dataclass(frozen=True, slots=True)
class LineOffer:
    """One offer: its name, and what it will do in words.

    ``text`` is what the line becomes where one goes on writing in it; ``acts`` whether it can be
    accepted as it stands; ``inserts`` makes ``text`` the paragraph's text for good, with the
    caret at its first gap ("…"); ``leads_away`` says that one goes on elsewhere, so that the
    paragraph goes with its text; ``unsure`` that the line may as well be text, so that Tab alone
    takes it and Enter begins a paragraph.
    """

    id: str
    title: str
    preview: str = ""
    text: str = ""
    acts: bool = True
    inserts: bool = False
    leads_away: bool = False
    unsure: bool = False

    @property
    def enters(self) -> bool:
        """Whether Enter takes it."""
        return self.acts and not self.unsure


class LineCompleter(Protocol):
    """Offers for lines that begin with one of ``signs``, and does what is accepted."""

    @property
    def signs(self) -> tuple[str, ...]:
        """What a line begins with that may be a command."""
        ...

    def offers(self, line: str) -> Sequence[LineOffer]:
        """Return what a line may mean; nothing for text."""
        ...

    def accept(self, offer: LineOffer, clearing: tuple[Primitive, ...]) -> None:
        """Do what was offered for the last line, in one step with taking its text away."""
        ...
