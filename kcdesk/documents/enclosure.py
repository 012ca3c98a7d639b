"""The files that go with a document: attachments that the library keeps, and signed originals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from kcdesk.documents.story import Story
from kcdesk.domain.approval import Approval
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.signature import SignedCopy

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file with the words that tell what it is: "Bilaga 3", "Undertecknat original"."""

    label: str
    name: str
    content: bytes
    media_type: str = PDF

    @property
    def title(self) -> str:
        """What it is called where files are listed: "Bilaga 3, Rapport.pdf"."""
        return ", ".join(filter(None, (self.label, self.name)))

    @property
    def is_pdf(self) -> bool:
        """Whether its pages can be appended."""
        return self.content[:1024].lstrip().startswith(b"%PDF-")

    @property
    def sha256(self) -> str:
        """The checksum of the content."""
        return sha256(self.content).hexdigest()


def attachments(story: Story) -> list[Attachment]:
    """Return those of the items, then those of the meeting, as they stand in the minutes."""
    found = story.records.all(Attachment)
    root = story.records.root_id
    of_items = [each for each in found if each.owner_id != root]
    return [*of_items, *(each for each in found if each.owner_id == root)]


def sent_along(story: Story) -> list[Attachment]:
    """Return what goes with the kallelse: what is marked so; everything where nothing is."""
    found = attachments(story)
    return [each for each in found if each.with_summons] or found


def enclosures(
    story: Story, *, with_signed: bool = False, of_summons: bool = False
) -> Iterator[Enclosure]:
    """Yield the files at hand in the order of the minutes; of a kallelse those that go with it.

    The public copy names the attachments of a secret item without their files, so these stay out.
    ``with_signed``: the signed originals first; never in a public copy, as they hold all.
    """
    if with_signed and not story.is_public:
        yield from _signed(story)
    for each in sent_along(story) if of_summons else attachments(story):
        content = story.job.files.get(each.sha256)
        if content is not None:
            name = each.name or each.sha256[:12]
            yield Enclosure(label(story, each), name, content, each.media_type)


def missing(story: Story) -> tuple[str, ...]:
    """Return the attachments whose files are kept in a library but are not at hand."""
    return tuple(
        f"{label(story, each)} {each.name}".strip()
        for each in story.records.all(Attachment)
        if each.sha256 and each.sha256 not in story.job.files
    )


def label(story: Story, attachment: Attachment) -> str:
    """Return "Bilaga 3", or "Bilaga" where it has no number."""
    texts = story.texts
    if not attachment.number:
        return texts.text("Attachment")
    return texts.text("Attachment {number}", number=attachment.number)


def _signed(story: Story) -> Iterator[Enclosure]:
    for approval in story.records.children(story.records.root_id, Approval):
        for each in story.records.children(approval.id, SignedCopy):
            content = story.job.files.get(each.sha256)
            if content is not None:
                name = each.name or f"{each.sha256[:12]}.pdf"
                yield Enclosure(story.texts.text("Signed original"), name, content)
