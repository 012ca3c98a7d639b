"""What the commands say and write."""

from __future__ import annotations

import io
import json
import os
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
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
    print(json.dumps(data, indent=2))


def say_error(error: UserFacingError) -> None:
    """Print what went wrong to the error stream, with the file that it is about."""
    sentences = " ".join(_ended(render(each)) for each in error.sentences())
    print(": ".join(("kcdesk", *getattr(error, "__notes__", ()), sentences)), file=sys.stderr)


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Note on errors raised meanwhile which file they are about."""
    try:
        yield
    except UserFacingError as error:
        error.add_note(path.name)
        raise


def read_file(path: Path) -> bytes:
    """Return a file's content. Raises ``UserFacingError``."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _trouble(Message("{name} cannot be read", {"name": path.name}), error) from error


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises ``UserFacingError``."""
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise _trouble(Message("{name} cannot be written", {"name": path.name}), error) from error


def make_folder(path: Path) -> None:
    """Make a folder and those above it. Raises ``UserFacingError``."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _trouble(Message("{name} cannot be made", {"name": path.name}), error) from error


def _trouble(happened: Message, error: OSError) -> UserFacingError:
    why = Message("The system says: {reason}", {"reason": error.strerror or str(error)})
    return UserFacingError(happened, why=why)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
