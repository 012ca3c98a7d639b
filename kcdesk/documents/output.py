"""A document as a file of any kind that it comes in, by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Mapping

from kcdesk.documents.job import PrintJob

NO_DATA: Mapping[str, bytes] = {}


def write(job: PrintJob, ending: str, data: Mapping[str, bytes] = NO_DATA) -> bytes:
    """Return a document's file. ``data`` are the meetings' own files by their ids, for an archive.

    Raises ``ValueError`` for an ending that there is none of.
    """
    if ending == ".pdf":
        from kcdesk.documents.press import render

        return render(job).pdf
    if ending == ".zip":
        from kcdesk.documents.year_archive import year_archive

        return year_archive(job, data)
    from kcdesk.documents.formats.told import told

    tree = told(job)
    match ending:
        case ".html":
            from kcdesk.documents.formats.html import html

            return html(tree)
        case ".docx":
            from kcdesk.documents.formats.docx import word_document

            return word_document(tree)
        case ".md":
            from kcdesk.documents.formats.commonmark import commonmark

            return commonmark(tree)
        case ".txt":
            from kcdesk.documents.formats.plain import plain_text

            return plain_text(tree)
    raise ValueError(ending)
