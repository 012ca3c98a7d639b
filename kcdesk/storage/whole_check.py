"""Verifying a whole library: every stream's history, and everything that was sealed."""

from __future__ import annotations

from functools import partial

from kcdesk.storage import seal_check, verification
from kcdesk.storage.connection import Road
from kcdesk.storage.finding import Finding


def verify_library(read: Road) -> tuple[Finding, ...]:
    """Return what another tool has changed, stream by stream so that edits are saved between."""
    streams = read(verification.stream_ids)
    checks = [partial(verification.verify, stream_id=each) for each in streams]
    found = [finding for check in checks for finding in read(check)]
    return (*found, *read(seal_check.verify_seals))
