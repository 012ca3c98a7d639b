"""Translation and the writing of dates and numbers, by language.

``Catalogue`` serves one language and is passed to whoever writes in it (documents have a language
of their own). The user interface speaks one language at a time: ``use`` chooses it, ``_`` and
``render`` speak it. Texts are English msgids with named ``{placeholders}``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from kcdesk.domain.message import Message
from kcdesk.message_file import MessageFile
from kcdesk.paths import shipped

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("sv", "en")


class Catalogue:
    """Texts, dates and lists in one language ("sv" or "en").

    Babel is imported at the first date or list: menus and lists are read before.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        path = shipped("translations") / language / "LC_MESSAGES" / "kcdesk.mo"
        # The texts in the code are English: without a catalogue they stand for themselves.
        self._texts = MessageFile(path) if language != "en" or path.exists() else None
        self._found: dict[str, str] = {"": ""}

    @cached_property
    def locale(self) -> Locale:
        """How the language's dates and lists are written."""
        from babel import Locale

        return Locale.parse("en_GB" if self.language == "en" else self.language)

    def text(self, msgid: str, **params: Any) -> str:
        """Return a text in this language with its placeholders filled."""
        translated = self._found.get(msgid)
        if translated is None:
            translated = (self._texts.text(msgid) if self._texts is not None else None) or msgid
            self._found[msgid] = translated
        return translated.format(**self._ready(params)) if params else translated

    def plural(self, singular: str, plural: str, count: int, **params: Any) -> str:
        """Return the form of a text for a number; ``{count}`` is filled too."""
        original = singular if count == 1 else plural
        key = f"{singular}\0{count == 1}"  # both forms may be one text in English
        translated = self._found.get(key)
        if translated is None:
            found = self._texts.plural(singular, plural, count) if self._texts is not None else None
            translated = self._found[key] = found or original
        return translated.format(**self._ready({"count": count, **params}))

    def render(self, message: Message) -> str:
        """Return a message in this language."""
        return self.text(message.msgid, **message.params)

    def day(self, day: date) -> str:
        """Return a day as numbers: 2026-03-02."""
        return day.isoformat()

    def long_day(self, day: date) -> str:
        """Return a day in words: "2 mars 2026"."""
        from babel.dates import format_date

        return format_date(day, "d MMMM y", locale=self.locale)

    def weekday(self, day: date) -> str:
        """Return a day with its weekday: "måndag 2 mars 2026"."""
        from babel.dates import format_date

        return format_date(day, "EEEE d MMMM y", locale=self.locale)

    def short_day(self, day: date) -> str:
        """Return a day without the year: "mån 2 mars"."""
        from babel.dates import format_skeleton

        return format_skeleton("MMMEd", day, locale=self.locale)

    def near_day(self, day: date, today: date) -> str:
        """Return a day with the year where it is not this year: "tis 17 nov. 2020"."""
        if day.year == today.year:
            return self.short_day(day)
        return f"{self.short_day(day)} {day.year}"

    def clock(self, moment: time) -> str:
        """Return a time of day: "08.30" in Swedish, "08:30" in English."""
        return moment.strftime("%H.%M" if self.language == "sv" else "%H:%M")

    def stamp(self, instant: datetime) -> str:
        """Return a local instant's time with seconds: "14.32.05" in Swedish."""
        return instant.strftime("%H.%M.%S" if self.language == "sv" else "%H:%M:%S")

    def listed(self, parts: Iterable[str]) -> str:
        """Return a list in words: "a, b och c"."""
        from babel.lists import format_list

        return format_list(list(parts), locale=self.locale)

    def _ready(self, params: dict[str, Any]) -> dict[str, Any]:
        return {name: self._param(value) for name, value in params.items()}

    def _param(self, value: Any) -> Any:
        if isinstance(value, Message):
            return self.render(value)
        if isinstance(value, time):
            return self.clock(value)
        if isinstance(value, tuple):
            return self.listed(str(self._param(each)) for each in value)
        return self.long_day(value) if isinstance(value, date) else value


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language; anything but Swedish is English."""
    return Catalogue("sv" if language.startswith("sv") else "en")


_current = "sv"


def use(language: str) -> None:
    """Choose the language of the user interface."""
    global _current
    _current = catalogue(language).language


def current() -> Catalogue:
    """Return the catalogue of the user interface."""
    return catalogue(_current)


def _(msgid: str, **params: Any) -> str:
    """Return a text of the user interface. Babel extracts the first argument."""
    return current().text(msgid, **params)


def ngettext(singular: str, plural: str, count: int, **params: Any) -> str:
    """Return the form of a text of the user interface for a number."""
    return current().plural(singular, plural, count, **params)


def render(message: Message) -> str:
    """Return a message in the language of the user interface."""
    return current().render(message)
