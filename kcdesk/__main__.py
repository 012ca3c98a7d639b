"""``python -m kcdesk`` and the installed commands."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    if getattr(sys, "frozen", False):  # the preview's process starts the packed program again
        from multiprocessing import freeze_support

        freeze_support()
    from kcdesk.command_line import run_command_line

    return run_command_line(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
