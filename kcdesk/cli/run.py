"""From the words of the command line to an exit code: 0 fine, 1 findings, 2 wrong use."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from kcdesk.cli.language import system_language
from kcdesk.cli.output import say_error, tolerate_poor_consoles
from kcdesk.domain.error import UserFacingError
from kcdesk.i18n import use

if TYPE_CHECKING:
    from kcdesk.cli.toolbox import Toolbox

FINE: Final = 0
WRONG: Final = 2
INTERRUPTED: Final = 130  # as shells have it


def run(
    arguments: Sequence[str], make_toolbox: Callable[[], Toolbox], run_window: Callable[[], int]
) -> int:
    """Run a command and return its exit code; without a command the window opens, for which no
    command is even imported.
    """
    tolerate_poor_consoles()
    use(system_language())
    try:
        if not arguments:
            return run_window()
        from kcdesk.cli.parser import build_parser

        parsed = build_parser().parse_args(arguments)
        if parsed.name is None:  # nothing but "--"
            return run_window()
        code: int = parsed.run(parsed, make_toolbox())
        sys.stdout.flush()
    except SystemExit as end:  # argparse has said what is wrong, or printed its help
        return end.code if isinstance(end.code, int) else WRONG
    except UserFacingError as error:
        say_error(error)
        return WRONG
    except BrokenPipeError:  # whoever reads has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code
