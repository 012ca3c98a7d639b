"""The preview's process prints the newest meeting, draws pages, survives trouble and ends."""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
import time
from collections.abc import Iterator

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.documents.preview import PreviewProcess
from kcdesk.documents.row_delta import DeltaWriter
from kcdesk.documents.worker import serve
from kcdesk.domain.body import Body
from kcdesk.domain.item import Item
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import DocumentChoice
from kcdesk.services.preview import (
    FoundText,
    PageImage,
    PreviewRequest,
    PreviewTrouble,
    PrintedPages,
)
from tests.documents.printers import one_page_an_item

PATIENCE = 60


def request(revision: int, place: str = "Kansliet", items: int = 2) -> PreviewRequest:
    rows = [
        Item(id=f"i{n}", owner_id="m", position=f"a{n}", title=f"Item {n}") for n in range(items)
    ]
    bundle = MeetingBundle(
        Records("b", [Body(id="b")]),
        Records(LIBRARY_ID),
        Records("m", [Meeting(id="m", place=place), *rows]),
    )
    return PreviewRequest(revision, bundle, DocumentChoice())


class Ear:
    """A listener that keeps the answers in order."""

    def __init__(self) -> None:
        self.answers: queue.Queue[PrintedPages | PageImage | PreviewTrouble] = queue.Queue()
        self.printed = self.answers.put
        self.drawn = self.answers.put
        self.found = self.answers.put
        self.failed = self.answers.put

    def next(self):
        return self.answers.get(timeout=PATIENCE)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def preview(ear: Ear) -> Iterator[PreviewProcess]:
    made = PreviewProcess(one_page_an_item)
    made.listen(ear)
    yield made
    made.close()
    assert not multiprocessing.active_children()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("preview")]


def test_it_prints_draws_and_prints_again_in_the_same_process(preview, ear):
    preview.print(request(1))
    pages = ear.next()
    assert isinstance(pages, PrintedPages)
    assert pages.revision == 1
    assert pages.pdf.startswith(b"%PDF")
    assert [(size.width, size.height) for size in pages.sizes] == [(200, 300)] * 2
    assert [(anchor.item_id, anchor.page) for anchor in pages.anchors] == [("i0", 0), ("i1", 1)]
    pid = preview.pid

    preview.draw(1, (1, 0), 2.0)
    second, first = ear.next(), ear.next()
    assert [(each.page, each.width, each.height) for each in (second, first)] == [
        (1, 400, 600),
        (0, 400, 600),
    ]
    assert len(first.pixels) == first.stride * first.height
    assert first.pixels[:3] == b"\xff\xff\xff"  # white paper
    assert min(first.pixels[channel] for channel in range(0, len(first.pixels), 4)) < 60  # ink

    preview.print(request(2, items=3))
    assert len(ear.next().sizes) == 3
    assert preview.pid == pid


def test_trouble_and_bugs_are_told_and_the_next_one_is_printed(preview, ear):
    preview.print(request(1, "trouble"))
    trouble = ear.next()
    assert trouble == PreviewTrouble(1, trouble.sentences)
    assert [str(each) for each in trouble.sentences] == ["No font has that letter."]
    preview.print(request(2, "bug"))
    assert "ValueError: no such thing" in str(ear.next().sentences[-1])
    preview.print(request(3))
    assert ear.next().revision == 3


def test_killed_it_comes_back_with_the_last_document(preview, ear):
    preview.print(request(1))
    ear.next()
    first = preview.pid
    os.kill(first, signal.SIGKILL)
    again = ear.next()
    assert isinstance(again, PrintedPages)
    assert again.revision == 1
    assert preview.pid != first


def test_both_ends_may_notice_at_once_that_it_died(preview, ear, monkeypatch):
    preview.print(request(1))
    ear.next()
    noted, sender_knows = preview._note_loss, threading.Event()

    def note() -> None:
        if threading.current_thread().name == "preview answers":
            assert sender_knows.wait(PATIENCE)  # so that the other end is the first to know
            time.sleep(0.05)
        else:
            sender_knows.set()
        noted()

    monkeypatch.setattr(preview, "_note_loss", note)
    process = preview._process
    process.kill()
    process.join()
    preview.print(request(2))
    assert ear.next().revision == 2
    monkeypatch.setattr(preview, "_note_loss", noted)


def test_a_process_that_cannot_be_started_is_told(preview, ear, monkeypatch):
    def full(_self) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(multiprocessing.get_context("spawn").Process, "start", full)
    preview.print(request(1))
    assert isinstance(ear.next(), PreviewTrouble)
    monkeypatch.undo()
    preview.print(request(2))
    assert ear.next().revision == 2


def test_what_kills_it_every_time_is_given_up(preview, ear):
    preview.print(request(1, "death"))
    trouble = ear.next()
    assert isinstance(trouble, PreviewTrouble)
    assert "several times" in str(trouble.sentences[-1])
    preview.print(request(2))
    assert ear.next().revision == 2


def test_of_many_requests_the_last_is_printed_and_not_all(preview, ear):
    for revision in range(1, 200):
        preview.print(request(revision))
    revisions = [ear.next().revision]
    while revisions[-1] != 199:
        revisions.append(ear.next().revision)
    assert revisions == sorted(revisions)
    assert len(revisions) < 100


def test_wishes_for_an_older_document_are_dropped(preview, ear):
    preview.print(request(1))
    ear.next()
    preview.draw(7, (0,), 1.0)
    preview.draw(1, (), 1.0)
    preview.draw(1, (0,), 1.0)
    assert ear.next().revision == 1


def test_after_trouble_the_last_good_document_can_still_be_drawn(preview, ear):
    preview.print(request(1))
    ear.next()
    preview.print(request(2, "trouble"))
    assert isinstance(ear.next(), PreviewTrouble)
    preview.draw(1, (0,), 1.0)
    assert ear.next().revision == 1


def test_one_who_stops_listening_hears_no_more(preview, ear):
    other = Ear()
    unlisten = preview.listen(other)
    unlisten()
    unlisten()
    preview.print(request(1))
    ear.next()
    assert other.answers.empty()


def test_when_the_window_dies_the_process_leaves_by_itself():
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, one_page_an_item))
    process.start()
    theirs.close()
    ours.send(DeltaWriter().write(request(1)))
    assert ours.recv().revision == 1
    ours.close()
    process.join(PATIENCE)
    assert process.exitcode == 0
    process.close()


def test_closed_before_and_after_use_it_leaves_nothing():
    unused = PreviewProcess(one_page_an_item)
    unused.close()
    assert unused.pid is None
    unused.print(request(1))
    assert unused.pid is None


def test_it_finds_text_in_the_document_on_the_desk_alone(preview, ear):
    preview.print(request(1, place="Övre Forsa"))
    assert isinstance(ear.next(), PrintedPages)
    preview.find(1, "övre forsa")
    found = ear.next()
    assert isinstance(found, FoundText)
    assert [hit[0].page for hit in found.hits] == [0, 1]
    patch = found.hits[0][0]
    assert 0 < patch.left < patch.right < 200
    assert 0 < patch.top < patch.bottom < 60
    preview.find(7, "övre forsa")
    preview.find(1, "nowhere")
    assert ear.next() == FoundText(1, "nowhere", ())
