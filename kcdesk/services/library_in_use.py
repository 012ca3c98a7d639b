"""What is said of a library that another program has open."""

from __future__ import annotations

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message


class LibraryInUse(UserFacingError):
    """Another program has a library's lock, as far as can be known.

    ``elsewhere``: the lock bears another machine's name and nobody holds it here. That machine may
    have crashed, so a person may be asked whether to take the lock all the same.
    """

    def __init__(self, name: str, *, host: str = "", pid: int = 0, elsewhere: bool = False) -> None:
        running = Message(
            "The program runs on {host} as process {pid}.", {"host": host, "pid": pid}
        )
        left = Message("It was opened on {host}, or left so by a crash there.", {"host": host})
        super().__init__(
            Message("{name} is open in another program.", {"name": name}),
            safe=Message("Nothing was changed."),
            why=(left if elsewhere else running) if host else None,
            remedy=Message("Make sure that nobody has it open there before you open it here.")
            if elsewhere
            else Message("Close the other program first."),
        )
        self.elsewhere = elsewhere
        self.pid = pid
