"""A body's year for an archive: a ZIP with the volume, each meeting's minutes, originals,
attachments and data, a description, and a checksum for each file.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

import kcdesk
from kcdesk.documents.enclosure import enclosures
from kcdesk.documents.job import PrintJob
from kcdesk.documents.kind import kind_of
from kcdesk.documents.press import render
from kcdesk.documents.story import Story
from kcdesk.documents.yearbook import stories, title
from kcdesk.domain.approval import Approval, Notice
from kcdesk.domain.item import Item
from kcdesk.services.file_name import file_name

_EARLIEST = (1980, 1, 1, 0, 0, 0)
CHECKSUMS = "sha256sums.txt"
DESCRIPTION = "metadata.json"


def year_archive(job: PrintJob, data: Mapping[str, bytes]) -> bytes:
    """Return the ZIP. ``data`` holds each meeting's own file (JSON) by the meeting's id.

    The same year always gives the same bytes.
    """
    story = Story(job)
    volume = file_name(title(story))
    files: dict[str, bytes] = {f"{volume}.pdf": render(replace(job, files={})).pdf}
    described = []
    for each in stories(story):
        own = dict(_files_of(each, data))
        files |= own
        described.append(_description(each, own))
    about = {
        "format": "kcdesk-year",
        "version": 1,
        "producer": f"kcdesk {kcdesk.__version__}",
        "organisation": story.body.organisation,
        "body": story.body.name,
        "title": volume,
        "copy": job.copy.value,
        "language": job.language,
        "meetings": described,
    }
    files[DESCRIPTION] = (json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode()
    sums = [f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    files[CHECKSUMS] = "".join(sums).encode()
    return _zipped(files)


def _files_of(story: Story, data: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    folder = _folder(story)
    name = file_name(kind_of(story.job.document).title(story))
    yield f"{folder}/{name}.pdf", render(replace(story.job, files={})).pdf
    content = data.get(story.records.root_id)
    if content is not None and not story.is_public:  # the data holds what is secret, too
        yield f"{folder}/{name}.json", content
    used: set[str] = set()
    for each in enclosures(story, with_signed=True):
        wanted = file_name(f"{each.label} {each.name}")
        while wanted in used:
            wanted = f"_{wanted}"
        used.add(wanted)
        yield f"{folder}/{wanted}", each.content


def _folder(story: Story) -> str:
    day = story.meeting.day.day
    return file_name(f"{day.isoformat() if day else ''} {story.records.root_id[:8]}")


def _description(story: Story, files: Mapping[str, bytes]) -> dict[str, Any]:
    records, day = story.records, story.meeting.day.day
    items = [item.id for item in records.children(records.root_id, Item)]
    approvals = records.children(records.root_id, Approval)
    return {
        "id": records.root_id,
        "day": day.isoformat() if day else None,
        "organisation": story.body.organisation,
        "body": story.body.name,
        "title": story.meeting.title,
        "place": story.meeting.place,
        "items": story.places.items(items),
        "approved": [a.approved_on.isoformat() for a in approvals if a.approved_on],
        "posted": [
            notice.posted_on.isoformat()
            for a in approvals
            for notice in records.children(a.id, Notice)
            if notice.posted_on
        ],
        "fingerprints": [a.fingerprint for a in approvals if a.fingerprint],
        "files": [
            {"name": name, "sha256": sha256(content).hexdigest(), "size": len(content)}
            for name, content in sorted(files.items())
        ],
    }


def _zipped(files: Mapping[str, bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return output.getvalue()
