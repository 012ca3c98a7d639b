"""A process that types while the disk fills up, goes on typing, and is given room again.

    python -m tests.faults.full_disk LIBRARY MEETING BLOCK limit|ballast RESCUED

``limit``: the process may not write larger files (RLIMIT_FSIZE). ``ballast``: the library's disk
is small and filled up; meanwhile a copy with all that waits is saved to RESCUED on another disk.
Prints the whole text that it typed.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.richtext import text_of
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import Ears, only_block, type_text


def fill(path: Path, kind: str) -> None:
    """Leave room for little more than what is there."""
    if kind == "limit":
        size = path.stat().st_size + 3 * 4096
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        return
    with path.with_name("ballast").open("wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(b"x" * 4096)
        except OSError:
            ballast.truncate(max(ballast.tell() - 10 * 4096, 0))


def make_room(path: Path, kind: str) -> None:
    """Take the ballast away."""
    if kind == "limit":
        unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    else:
        path.with_name("ballast").unlink()


def type_until_it_fails(
    library: LibraryFile, session: EditingSession, block: str
) -> UserFacingError:
    """Type words, each of which must reach the disk; return what is told when one does not."""
    while True:
        type_text(session, block, "ett ord till ")
        try:
            library.drain()
        except UserFacingError as error:
            return error


def main(library_path: str, meeting: str, block: str, kind: str, rescued: str) -> None:
    path = Path(library_path)
    library = LibraryFile.open(path)
    session = EditingSession(meeting, library)
    ears = Ears()
    library.listen(ears)
    type_text(session, block, "Före. ")
    library.drain()
    fill(path, kind)
    trouble = type_until_it_fails(library, session, block)
    assert "kept in the window" in str(trouble.safe)
    ears.wait_for("failed")
    type_text(session, block, "Fast disken är full skrivs det vidare. ")
    if kind == "ballast":
        library.rescue_to(Path(rescued))
    make_room(path, kind)
    ears.wait_for("recovered")
    library.close()
    sys.stdout.write(text_of(only_block(session.records).spans))


if __name__ == "__main__":
    main(*sys.argv[1:])
