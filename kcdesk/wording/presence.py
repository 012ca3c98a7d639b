"""Where somebody was there, served or led: "§§ 52–58", "punkt 3"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kcdesk.domain.attendance import Stretch
from kcdesk.domain.body import Numbering
from kcdesk.domain.numbering import spans
from kcdesk.domain.participant import Presence
from kcdesk.i18n import Catalogue
from kcdesk.wording.moment import clock


class Places:
    """Names stretches of items by their numbers."""

    def __init__(self, texts: Catalogue, numbers: Mapping[str, str], numbering: Numbering) -> None:
        self._texts = texts
        self._numbers = numbers
        self._numbering = numbering

    def item(self, id: str) -> str:
        """Return "§ 52" or "punkt 3"; nothing for an item without a number."""
        number = self._numbers.get(id, "")
        if not number:
            return ""
        return self._several([number], is_many=False)

    def items(self, ids: Sequence[str]) -> str:
        """Return "§§ 52, 54–56" for items in their order."""
        known = [number for id in ids if (number := self._numbers.get(id, ""))]
        if not known:
            return ""
        of_paragraphs = self._numbering is Numbering.PARAGRAPH
        if not of_paragraphs and not all(number.isdecimal() for number in known):
            return self._several(known, is_many=len(known) > 1)
        return self._several(spans(known), is_many=len(known) > 1)

    def stretches(self, stretches: Sequence[Stretch]) -> str:
        """Return "§§ 52–58", or nothing for the whole meeting."""
        parts = []
        is_many = len(stretches) > 1
        for stretch in stretches:
            first = self._numbers.get(stretch.first.id, "") or stretch.first.name
            last = self._numbers.get(stretch.last.id, "") or stretch.last.name
            is_many = is_many or first != last
            parts.append(first if first == last else f"{first}–{last}")
        return self._several(parts, is_many=is_many) if parts else ""

    def vague(self, presences: Iterable[Presence]) -> str:
        """Return "anlände senare" or "lämnade tidigare", with what is known besides."""
        texts = self._texts
        said: list[str] = []
        for each in presences:
            came = texts.text("arrived later") if each.arrived_late else ""
            if each.from_item_id is not None:
                came = texts.text("from {place}", place=self.item(each.from_item_id))
            went = texts.text("left earlier") if each.left_early else ""
            if each.until_item_id is not None:
                went = texts.text("until {place}", place=self.item(each.until_item_id))
            said += [
                f"{words} ({clock(texts, at)})" if at else words
                for words, at in ((came, each.from_time), (went, each.until_time))
                if words
            ]
        return ", ".join(said)

    def _several(self, parts: Sequence[str], *, is_many: bool) -> str:
        joined = ", ".join(parts)
        if self._numbering is Numbering.PARAGRAPH:
            return f"§§ {joined}" if is_many else f"§ {joined}"
        if is_many:
            return self._texts.text("at items {numbers}", numbers=joined)
        return self._texts.text("at item {number}", number=joined)
