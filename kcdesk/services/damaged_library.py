"""What is said of a library that cannot be read, so that a backup can be offered for it."""

from __future__ import annotations

from kcdesk.domain.error import UserFacingError


class DamagedLibrary(UserFacingError):
    """A library's file is damaged, or what stands in its place is no library."""
