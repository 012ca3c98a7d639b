"""Files that go out: one document a file over shared style, layout and tagging.

``render(PrintJob(...))`` makes a PDF. Nothing heavy is imported until it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdesk.documents.job import ActionOrder, Copy, Document, PrintJob, default_document

if TYPE_CHECKING:
    from kcdesk.documents.printed import Printed

__all__ = ["ActionOrder", "Copy", "Document", "PrintJob", "default_document", "render"]


def render(job: PrintJob) -> Printed:
    """Return the PDF of a job and where its items stand on its pages."""
    from kcdesk.documents.press import render as render_now

    return render_now(job)
