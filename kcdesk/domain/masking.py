"""Words that the public copy leaves out wherever they stand."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.row import Row, row_type


@row_type("masking", "maskings", owners=("meeting",), outside_seal=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class Masking(Row):
    """A word or passage to mask in the public copy: in headings, names and fields as in text.

    ``ground`` is the law and § of what is secret; empty: personal data. Outside the seal: what
    must be masked is often seen only when sealed minutes are about to be published.
    """

    text: str = ""
    ground: str = ""
