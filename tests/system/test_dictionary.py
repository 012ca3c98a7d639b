"""The shipped dictionaries, in their own process."""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import sys
import threading
from collections.abc import Iterator, Sequence

import pytest

from kcdesk.paths import resource
from kcdesk.system.dictionary import MISSING, STOPPED, UNREADABLE, HunspellDictionary, serve

PATIENCE = 60


class Ear:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: queue.Queue[object] = queue.Queue()

    def checked(self, verdicts: dict[str, bool]) -> None:
        self.told.put(verdicts)

    def suggested(self, word: str, suggestions: Sequence[str]) -> None:
        self.told.put((word, suggestions))

    def next(self) -> object:
        return self.told.get(timeout=PATIENCE)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def swedish(ear: Ear) -> Iterator[HunspellDictionary]:
    made = HunspellDictionary(resource("dictionaries"), "sv")
    made.listen(ear)
    yield made
    made.close()
    assert not multiprocessing.active_children()
    assert not [thread for thread in threading.enumerate() if thread.name == "dictionary"]


def test_the_words_of_minutes_are_known(swedish: HunspellDictionary, ear: Ear) -> None:
    right = ["sammanträdet", "justering", "kommuncheferna", "bifallsyrkande", "e-tjänsterna"]
    wrong = ["protokol", "sammanträdett", "e-tjänsternna"]
    swedish.check([*right, *wrong])
    verdicts = ear.next()
    assert verdicts == {**dict.fromkeys(right, True), **dict.fromkeys(wrong, False)}


def test_what_was_meant_is_suggested(swedish: HunspellDictionary, ear: Ear) -> None:
    swedish.suggest("protokol")
    word, suggestions = ear.next()  # type: ignore[misc]
    assert word == "protokol"
    assert "protokoll" in suggestions


def test_english_has_a_dictionary_too(ear: Ear) -> None:
    english = HunspellDictionary(resource("dictionaries"), "en")
    stop = english.listen(ear)
    english.check(["minutes", "colour", "minuttes", "chair’s"])
    assert ear.next() == {"minutes": True, "colour": True, "minuttes": False, "chair’s": True}
    stop()
    stop()
    english.check(["again"])
    english.close()
    assert ear.told.empty()


def test_a_dictionary_that_dies_says_nothing_more(swedish: HunspellDictionary, ear: Ear) -> None:
    swedish.check(["mars"])
    ear.next()
    (process,) = multiprocessing.active_children()
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    swedish.check(["april"])
    swedish.close()
    assert ear.told.empty()


def test_one_that_cannot_be_started_says_so_and_asks_nobody(monkeypatch) -> None:
    def full(_self) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(multiprocessing.get_context("spawn").Process, "start", full)
    made = HunspellDictionary(resource("dictionaries"), "sv")
    made.check(["ord"])
    made.close()
    assert made.trouble == STOPPED
    made.check(["ord"])
    assert made._work.qsize() <= 2  # what was asked before, and the farewell


def test_one_that_was_never_asked_has_nothing_to_end() -> None:
    HunspellDictionary(resource("dictionaries"), "sv").close()
    assert not multiprocessing.active_children()


def test_one_without_words_says_why(ear: Ear, tmp_path) -> None:
    made = HunspellDictionary(tmp_path, "sv")
    made.listen(ear)
    made.check(["ord"])
    assert made._thread is not None
    made._thread.join(PATIENCE)
    assert made.trouble == UNREADABLE
    assert ear.told.empty()
    made.close()


def test_one_whose_library_is_missing_says_so(monkeypatch, tmp_path) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    ours, theirs = multiprocessing.Pipe()
    ours.send(("check", ("ord",)))
    serve(theirs, str(tmp_path), "sv_SE")
    assert ours.recv() == MISSING
