"""Writing the file with its small objects packed together (ISO 32000-1, 7.5.7 and 7.5.8).

A tagged document is thousands of small dictionaries. One by one they would be most of the file;
compressed together they are a small part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.pdfbase import pdfdoc

from kcdesk.documents.tagging.flate import flate
from kcdesk.documents.tagging.structure import Written

_TOGETHER = 500  # objects of one stream: a reader unpacks it to see one of them
_FIELDS = (1, 4, 2)  # bytes of an entry: its kind, offset or stream, generation or index
_UP = 2  # a row of differences, as PNG calls it
_NEXT_OF_STREAM = bytes([_UP, *bytes(sum(_FIELDS) - 1), 1])  # what nearly all rows are
_STEP = 10  # objects begin at whole tens: where they begin is a third of what is packed

# From level 10 on the shortest of all ways is looked for: for many objects a fifth less than at
# level 7, in four times the time. For few, as beside the preview, nobody would see the difference.
_MANY = 3_000
_QUICK, _THOROUGH = 7, 10

Entry = tuple[int, int, int]


def packed(document: pdfdoc.PDFDocument, ready: Written) -> bytes:
    """Return the whole file of a document whose pages and fonts are ready. ``ready`` are objects
    that are no streams and written already.
    """
    catalog, info = document.Reference(document.Catalog), document.Reference(document.info)
    document.encrypt.prepare(document)
    file = pdfdoc.PDFFile((1, 7))
    entries: dict[int, Entry] = {0: (0, 0, 65535)}
    small = [*ready]
    for number, content in _objects(document):
        if content.rstrip().endswith(b"endstream"):
            entries[number] = (1, file.add(_indirect(number, content)), 0)
        else:
            small.append((number, content.strip()))
    level = _THOROUGH if len(small) > _MANY else _QUICK
    number = document.objectcounter
    for start in range(0, len(small), _TOGETHER):
        number += 1
        group = small[start : start + _TOGETHER]
        entries[number] = (1, file.add(_indirect(number, _object_stream(group, level))), 0)
        entries |= {each: (2, number, index) for index, (each, _) in enumerate(group)}
    number += 1
    entries[number] = (1, file.offset, 0)
    identity = pdfdoc.format(document.ID(), document)
    head = b"/Root %s/Info %s/ID %s" % (
        pdfdoc.format(catalog, document),
        pdfdoc.format(info, document),
        identity if isinstance(identity, bytes) else identity.encode("latin-1"),
    )
    start = file.add(_indirect(number, _cross_references(entries, head)))
    file.add(b"startxref\n%d\n%%%%EOF\n" % start)
    whole: bytes = file.format(document)
    return whole


def _objects(document: pdfdoc.PDFDocument) -> Iterator[tuple[int, bytes]]:
    """Yield reportlab's objects by their numbers; writing one may add others."""
    number = 1
    while number <= document.objectcounter:
        if name := document.numberToId.get(number):
            content = pdfdoc.format(document.idToObject[name], document, 1)
            yield number, content if isinstance(content, bytes) else content.encode("latin-1")
        number += 1


def _indirect(number: int, content: bytes) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, content.rstrip(b"\n"))


def _object_stream(group: Sequence[tuple[int, bytes]], level: int) -> bytes:
    at = 0
    places: list[bytes] = []
    parts: list[bytes] = []
    for number, content in group:
        places.append(b"%d %d" % (number, at))
        parts.append(content.ljust(len(content) + -(len(content) + 1) % _STEP))
        at += len(parts[-1]) + 1
    head = b" ".join(places) + b"\n"
    body = b"\n".join(parts)
    keys = b"/Type/ObjStm/N %d/First %d" % (len(group), len(head))
    return flate(keys, head + body, level)


def _cross_references(entries: dict[int, Entry], head: bytes) -> bytes:
    """Return the cross-reference stream; each row holds its difference from the one above it."""
    columns = sum(_FIELDS)
    rows = bytearray()
    above = (0, 0, 0)
    written_above = bytes(columns)
    for number in range(len(entries)):
        kind, place, index = entry = entries[number]
        written = b"".join(
            [value.to_bytes(size, "big") for value, size in zip(entry, _FIELDS, strict=True)]
        )
        if index & 255 and (kind, place, index - 1) == above:
            rows += _NEXT_OF_STREAM
        else:
            rows.append(_UP)
            rows += bytes(
                [(one - other) & 255 for one, other in zip(written, written_above, strict=True)]
            )
        above, written_above = entry, written
    keys = b"/Type/XRef/Size %d/W[%d %d %d]/DecodeParms<</Predictor 12/Columns %d>>%s" % (
        len(entries),
        *_FIELDS,
        columns,
        head,
    )
    return flate(keys, bytes(rows))
