"""Markup that people type is text: printed as typed, never interpreted, nothing opened."""

from __future__ import annotations

import itertools
import socket
from pathlib import Path

import pytest

from kcdesk.documents import Document, PrintJob, render
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.richtext import Span
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, group
from tests.documents.reading import hear

SECRET = "contents of a local file"
TEMPLATES = (
    '<font color="{x}">röd</font>',
    '<img src="{x}"/>',
    "<img src='{x}' width=1 height=1>",
    '<a href="{x}">länk</a>',
    "<para>{x}</para>",
    "<b>{x}",
    "</para>{x}<para>",
    '<onDraw name="{x}" label="1"/>',
    "<seq id='{x}'/>",
    "&#60;b&#62;{x}",
    "&{x};",
    "<!-- {x} -->",
    "<![CDATA[{x}]]>",
    '<?xml version="1.0"?>{x}',
    "<unichar code='{x}'/>",
    "{{{x}}}",
    "%({x})s",
    "$[{x}]",
    ") Tj ET ({x}",
    "\\({x}\\",
)
FILLINGS = (
    "file:///etc/hostname",
    "[[[getattr(pow,'__globals__')]]]",
    "https://example.invalid/x.png",
    "javascript:alert(1)",
    "__import__('os').system('true')",
    "../../secret.txt",
    "data:text/html,<script>",
    "red",
    "&lt;",
    "1 0 0 rg",
)
PAYLOADS = [each.format(x=x) for each, x in itertools.product(TEMPLATES, FILLINGS)]


def test_there_are_enough_payloads() -> None:
    assert len(PAYLOADS) == 200


def test_every_payload_is_printed_as_typed_and_opens_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for something")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    (tmp_path / "secret.txt").write_text(SECRET)
    monkeypatch.chdir(tmp_path)
    sheet = Sheet(
        Meeting(id="m", title=PAYLOADS[0], place=PAYLOADS[1], day=Moment(text=PAYLOADS[2]))
    )
    for payload in PAYLOADS:
        item = sheet.add(Item, title=payload, case_number=payload)
        sheet.section(item, payload, label=payload)
        sheet.decision(item, payload, lead_in=payload)
    job = PrintJob(sheet.records(), group(), SwedishCalendar(), Document.NOTES)
    text = hear(render(job).pdf).text
    for payload in PAYLOADS:
        assert text.count(payload) >= 4
    assert SECRET not in text


def test_only_safe_addresses_become_links() -> None:
    sheet = Sheet(Meeting(id="m"))
    item = sheet.add(Item, title="Länkar")
    addresses = [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "http://[",
        "vbscript:x",
        "https://example.se/å",
        "mailto:kansli@example.se",
    ]
    sheet.section(item, *[(Span(f"länk {n}", (), each),) for n, each in enumerate(addresses)])
    job = PrintJob(sheet.records(), group(), SwedishCalendar(), Document.NOTES)
    assert hear(render(job).pdf).of("Link") == ["länk 5", "länk 6"]
