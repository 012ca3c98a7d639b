"""A dictionary in a process of its own.

Hunspell holds Python's lock while it works: a second for reading the Swedish word list, as long
for some suggestions. In the window's process that would stop the typing.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcdesk.domain.message import Message
from kcdesk.services.spelling import SpellingListener

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

LANGUAGES = {"sv": "sv_SE", "en": "en_GB"}
"""The dictionary of each language of minutes."""

MISSING = Message("Spelling does not work here: this installation lacks the library Hunspell.")
UNREADABLE = Message("Spelling does not work here: the dictionary cannot be read.")
STOPPED = Message("Spelling has stopped. It comes back when the program is started again.")

_FAREWELL = 1.5
"""Seconds that the process gets to end by itself; there is nothing in it that could be lost."""


class HunspellDictionary:
    """A ``Dictionary``; its process begins with the first word. If it dies, nothing more is said:
    words without a verdict are not marked.
    """

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = language
        self._listeners: list[SpellingListener] = []
        self._work: queue.SimpleQueue[tuple[str, Any] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._trouble: Message | None = None

    @property
    def trouble(self) -> Message | None:
        """Why it answers nothing; None while nothing is known against it."""
        return self._trouble

    def check(self, words: Sequence[str]) -> None:
        """Look words up."""
        self._ask("check", tuple(words))

    def suggest(self, word: str) -> None:
        """Look for what may have been meant."""
        self._ask("suggest", word)

    def listen(self, listener: SpellingListener) -> Callable[[], None]:
        """Add a listener, called on this object's thread."""
        self._listeners.append(listener)

        def unlisten() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unlisten

    def close(self) -> None:
        """End the process and the thread, and wait until they are gone."""
        if self._thread is not None:
            self._work.put(None)
            self._thread.join()

    def _ask(self, kind: str, what: object) -> None:
        if self._trouble is not None:  # nobody would answer
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="dictionary", daemon=True)
            self._thread.start()
        self._work.put((kind, what))

    # ---- on the thread -------------------------------------------------------------------

    def _run(self) -> None:
        try:
            process, connection = self._started()
        except OSError:  # the machine has no room for one more process
            self._trouble = STOPPED
            return
        try:
            while (work := self._work.get()) is not None:
                connection.send(work)
                answer = connection.recv()
                if isinstance(answer, Message):
                    self._trouble = answer
                    break
                self._tell(work, answer)
        except (OSError, EOFError):  # the process has died, and nothing is marked any more
            self._trouble = STOPPED
        with contextlib.suppress(OSError):
            connection.send(None)
        process.join(_FAREWELL)
        if process.is_alive():
            process.kill()
            process.join()
        connection.close()
        process.close()

    def _started(self) -> tuple[SpawnProcess, Connection]:
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        connection, theirs = context.Pipe()
        process = context.Process(
            target=serve,
            args=(theirs, str(self._folder), LANGUAGES[self._language]),
            name="kcdesk dictionary",
            daemon=True,
        )
        process.start()
        theirs.close()  # else its end would never be noticed here
        return process, connection

    def _tell(self, work: tuple[str, Any], answer: Any) -> None:
        for listener in tuple(self._listeners):
            if work[0] == "check":
                listener.checked(answer)
            else:
                listener.suggested(work[1], answer)


def serve(connection: Connection, folder: str, name: str) -> None:
    """Answer until None comes, or the other end of the connection closes; with what is wrong where
    there is nothing to answer from.
    """
    import os
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is meant for the window
    if hasattr(os, "nice"):
        os.nice(10)
    try:
        import hunspell

        dictionary = hunspell.Hunspell(name, hunspell_data_dir=folder)
    except (ImportError, OSError) as error:
        connection.recv()  # the first question: its answer is that there is none
        connection.send(MISSING if isinstance(error, ImportError) else UNREADABLE)
        return
    with contextlib.suppress(OSError, EOFError):
        while (work := connection.recv()) is not None:
            kind, what = work
            if kind == "check":
                connection.send({word: _is_right(dictionary, word) for word in what})
            else:
                connection.send(tuple(dictionary.suggest(_plain(what))))


def _is_right(dictionary: Any, word: str) -> bool:
    """Whether a word is in the dictionary, whole or part by part ("e-tjänsterna")."""
    plain = _plain(word)
    if dictionary.spell(plain):
        return True
    parts = plain.split("-")
    return len(parts) > 1 and all(len(part) == 1 or dictionary.spell(part) for part in parts)


def _plain(word: str) -> str:
    return word.replace("’", "'")
