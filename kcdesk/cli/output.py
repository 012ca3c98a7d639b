"""What the commands say."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kcdesk.domain.error import UserFacingError
from kcdesk.i18n import render


def tolerate_poor_consoles() -> None:
    """Print a question mark where a console's encoding lacks a letter, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # not in a program without a console
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """Print a line of the result."""
    print(text)


def say_json(data: Any) -> None:
    """Print plain data as JSON, in ASCII so that no console's encoding can harm it."""
    import json

    print(json.dumps(data, indent=2))


def say_error(error: UserFacingError) -> None:
    """Print what went wrong to the error stream, with the file that it is about."""
    sentences = " ".join(_ended(render(each)) for each in error.sentences())
    print(": ".join(("kcdesk", *getattr(error, "__notes__", ()), sentences)), file=sys.stderr)


def say_warning(text: str) -> None:
    """Print what is odd but does not stop the command to the error stream."""
    print(f"kcdesk: {text}", file=sys.stderr)


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Note on errors raised meanwhile which file they are about."""
    try:
        yield
    except UserFacingError as error:
        error.add_note(path.name)
        raise


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
