"""How items and spans of items are referred to: "§ 57", "från § 55 (09.12)", "§§ 52–54"."""

from __future__ import annotations

from collections.abc import Sequence

from kcdesk.domain.body import Numbering
from kcdesk.domain.item import Item
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.numbering import numbers, top_item
from kcdesk.domain.records import Records
from kcdesk.i18n import _, current
from kcdesk.ui.widgets.clock_edit import clock_text


class ItemWords:
    """The words for the items of one meeting, computed once."""

    def __init__(self, records: Records, numbering: Numbering) -> None:
        self._records = records
        self._numbers = numbers(records, numbering)
        self._first_id = next(iter(self._numbers), "")
        self._is_paragraph = numbering is Numbering.PARAGRAPH

    def item(self, item_id: str) -> str:
        """Return what an item is called; a bare sub-item goes by the number of its item."""
        item = self._records.get(Item, item_id)
        number = self._numbers[item_id] or self._numbers[top_item(self._records, item).id]
        if not number:
            return _("“{title}”", title=item.title)
        return self._numbered(number)

    def items(self, item_ids: Sequence[str]) -> str:
        """Return several items: "§ 54", "§§ 54, 56 och 58"."""
        numbers = [self._number(id) for id in item_ids]
        if len(set(numbers)) > 1 and all(numbers) and self._is_paragraph:
            return _("§§ {numbers}", numbers=current().listed(dict.fromkeys(numbers)))
        return current().listed(dict.fromkeys(self.item(id) for id in item_ids))

    def choice(self, item_id: str) -> str:
        """Return an item as a list of choices has it: number and title."""
        item = self._records.get(Item, item_id)
        number = self._numbers[item_id]
        return f"{self._numbered(number)} {item.title}" if number else item.title

    def span(
        self,
        first_id: str | None,
        last_id: str | None,
        first_time: ClockTime | None = None,
        last_time: ClockTime | None = None,
        *,
        short: bool = True,
    ) -> str:
        """Return a span: "from § 55 (09:12)", "until § 57", "§§ 52–54"; empty for everything.

        ``short`` false keeps to "until § 57" where "§§ 52–57" would say more than is known.
        """
        if (
            short
            and not (first_time or last_time)
            and (plain := self._paragraphs(first_id, last_id))
        ):
            return plain
        first = self._end(first_id, first_time)
        last = self._end(last_id, last_time)
        if first and last:
            return _("from {first} until {last}", first=first, last=last)
        if first:
            return _("from {first}", first=first)
        return _("until {last}", last=last) if last else ""

    def is_bare(self, first_id: str | None, last_id: str | None) -> bool:
        """Whether a span without times is numbers alone, without "from" or "until"."""
        return bool(self._paragraphs(first_id, last_id))

    def _paragraphs(self, first_id: str | None, last_id: str | None) -> str:
        """Return a span as "§ 52" or "§§ 52–54"; empty where it is open or has no numbers."""
        if last_id is None or not (self._is_paragraph or first_id == last_id):
            return ""
        first = self._number(first_id or self._first_id)
        last = self._number(last_id)
        if not first or not last:
            return ""
        if first == last:
            return self._numbered(first)
        return _kept(_("§§ {first}–{last}", first=first, last=last)) if self._is_paragraph else ""

    def _end(self, item_id: str | None, time: ClockTime | None) -> str:
        if item_id is None or item_id not in self._records:
            return _kept(clock_text(time)) if time else ""
        return (
            _("{item} ({time})", item=self.item(item_id), time=_kept(clock_text(time)))
            if time
            else self.item(item_id)
        )

    def _number(self, item_id: str) -> str:
        item = self._records.find(Item, item_id)
        return self._numbers[top_item(self._records, item).id] if item else ""

    def _numbered(self, number: str) -> str:
        if self._is_paragraph:
            return _kept(_("§ {number}", number=number))
        return _kept(_("item {number}", number=number))


def _kept(reference: str) -> str:
    """Return a reference that no line break divides."""
    return reference.replace(" ", "\u00a0")
