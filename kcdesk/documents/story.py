"""What every part of a document is told from: the rows, what is derived from them, the styles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from kcdesk.documents.job import Copy, PrintJob
from kcdesk.documents.language import LANGUAGE_TAGS
from kcdesk.documents.layout.paragraph import Bookmark
from kcdesk.documents.redaction import public_copy
from kcdesk.documents.style import Styles
from kcdesk.documents.text import clean
from kcdesk.documents.typesetter import Typesetter
from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import Body, HeadingWord, ItemPart, Layout
from kcdesk.domain.item import Item
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.numbering import numbers, top_item
from kcdesk.domain.profile import Profile, profile
from kcdesk.domain.records import Records
from kcdesk.domain.section import SectionKind
from kcdesk.domain.section_order import whole_order
from kcdesk.i18n import Catalogue, catalogue
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.sealed_view import body_then, told_apart
from kcdesk.wording.part import section_heading
from kcdesk.wording.presence import Places


@dataclass(frozen=True)
class Story:
    """One document in the making."""

    job: PrintJob
    bookmark_level: int = 0  # of an item; one deeper for each that it stands under
    within: Story | None = None  # what it is a part of, where that gives its look

    @cached_property
    def texts(self) -> Catalogue:
        """The language of the document."""
        return catalogue(self.job.language)

    @cached_property
    def is_public(self) -> bool:
        """Whether secret text is left out."""
        return self.job.copy is Copy.PUBLIC

    @cached_property
    def records(self) -> Records:
        """The meeting's rows; for the public copy without what is secret."""
        if self.is_public:
            return public_copy(self.job.records, self.texts)
        return self.job.records

    @cached_property
    def meeting(self) -> Meeting:
        """The meeting."""
        return self.records.root(Meeting)

    @cached_property
    def body(self) -> Body:
        """The body; of what is told over time, as the last of the meetings has it."""
        return self._latest.body.root(Body)

    @cached_property
    def profile(self) -> Profile:
        """What governs the minutes."""
        return profile(self._latest.body, self._latest.meeting)

    @cached_property
    def layout(self) -> Layout:
        """One column, or two with the headings to the left."""
        if self.within is not None:
            return self.within.layout
        return self.job.layout or self.profile.layout

    @cached_property
    def register(self) -> AttendanceRegister:
        """Who was there, who served, who led."""
        return AttendanceRegister(self.records)

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of each item by its id."""
        return numbers(self.records, self.profile.numbering)

    @cached_property
    def part_order(self) -> tuple[ItemPart, ...]:
        """All parts of an item, in the body's order."""
        return whole_order(self.profile.part_order)

    @cached_property
    def places(self) -> Places:
        """Names items by their numbers."""
        return Places(self.texts, self.numbers, self.profile.numbering)

    @cached_property
    def styles(self) -> Styles:
        """The styles, in the body's accent."""
        if self.within is not None:
            return self.within.styles
        return Styles(self.profile.accent, self.profile.theme)

    @cached_property
    def heading_words(self) -> dict[ItemPart, str]:
        """What the body calls parts of its items where it has words of its own."""
        rows = self.job.body.children(self.job.body.root_id, HeadingWord)
        return {row.part: row.text.strip() for row in rows if row.text.strip()}

    def heading(self, part: ItemPart, customary: str) -> str:
        """Return the heading of a part: the body's own, or the customary one."""
        return self.heading_words.get(part, customary) if customary else customary

    def section_heading(self, kind: SectionKind) -> str:
        """Return the heading of a section, in the body's words where it has its own."""
        customary = section_heading(self.texts, kind, formal=self.profile.is_formal)
        return self.heading(ItemPart(kind.value), customary)

    def mark(self, words: str, level: int = 0) -> Bookmark:
        """Return a bookmark of a heading; ``level`` is 0 for one beside the items."""
        return Bookmark(" ".join(clean(words).split()), self.bookmark_level + level)

    def telling(self, item: Item) -> Story:
        """Return what an item is told from: the meeting as it was sealed with it, where the item
        was sealed ahead of the rest (omedelbar justering); else this story.
        """
        return self._apart.get(top_item(self.records, item).id, self) if self.job.sealed else self

    def telling_all(self, items: Collection[str]) -> Story:
        """Return what some items are told from together; this story unless one seal has them."""
        if not self.job.sealed or not items:
            return self
        first, *others = (self._apart.get(each, self) for each in items)
        return first if all(each is first for each in others) else self

    def meetings(self) -> list[Story]:
        """Return each meeting that is told of, with its own body: the one at hand, then the others
        of what is told over time.
        """
        return [
            Story(
                replace(
                    self.job,
                    records=each.meeting,
                    body=each.body,
                    sealed=each.sealed,
                    further=(),
                )
            )
            for each in self._bundles
        ]

    @cached_property
    def _bundles(self) -> tuple[MeetingBundle, ...]:
        job = self.job
        own = MeetingBundle(job.body, Records(LIBRARY_ID), job.records, job.sealed)
        return (own, *job.further)

    @cached_property
    def _latest(self) -> MeetingBundle:
        """The last meeting that is told of."""
        return max(self._bundles, key=_held)

    @cached_property
    def _apart(self) -> dict[str, Story]:
        """What was sealed ahead of the rest, by the items of the agenda."""
        found: dict[str, Story] = {}
        for content in self.job.sealed:
            if not content.is_of_the_rest:
                records = told_apart(self.job.records, content)
                body = body_then(content, self.job.body)
                job = replace(self.job, records=records, body=body, sealed=(), further=())
                story = Story(job, self.bookmark_level, within=self)
                found.update(dict.fromkeys(content.items, story))
        return found

    @cached_property
    def typesetter(self) -> Typesetter:
        """Sets text in those styles, and knows what people wrote in another language."""
        written = self.profile.language
        typed_in = "" if written == self.job.language else LANGUAGE_TAGS.get(written, "")
        return Typesetter(self.styles, typed_in)


def _held(bundle: MeetingBundle) -> date:
    return bundle.meeting.root(Meeting).day.day or date.min
