"""The panels of an open meeting, plugged into the window by ``kcdesk.app``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kcdesk.domain.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from kcdesk.services.preview import PageImage, Preview
    from kcdesk.ui.qt.pane import MeetingContext, PaneSpec


def panes(preview: Callable[[], Preview]) -> tuple[PaneSpec, ...]:
    """Return the panels of an open meeting, in the order in which the eye meets them.

    Each is imported when the first meeting opens: the window is seen before.
    """
    from kcdesk.ui.qt.pane import PanePlace, PaneSpec

    return (
        PaneSpec("head", Message("Head"), PanePlace.HEAD, _head, "Ctrl+1"),
        PaneSpec("agenda", Message("Agenda"), PanePlace.LEFT, _agenda, "Ctrl+2"),
        PaneSpec("item", Message("Item"), PanePlace.CENTER, _item, "Ctrl+3"),
        PaneSpec("attendance", Message("Attendance"), PanePlace.RIGHT, _attendance, "Ctrl+4"),
        PaneSpec(
            "approval",
            Message("Approval"),
            PanePlace.RIGHT,
            _approval,
            "Ctrl+5",
            named=_approval_name,
        ),
        PaneSpec("check", Message("Check"), PanePlace.RIGHT, _check, "Ctrl+7", tells=True),
        PaneSpec(
            "preview",
            Message("Preview"),
            PanePlace.RIGHT,
            partial(_preview, preview),
            "Ctrl+6",
            wide=True,
            tab=Message("Pages"),
        ),
    )


def _approval_name(context: MeetingContext) -> Message | None:
    """Return what the panel of approval holds where nothing is approved; else None."""
    from kcdesk.domain.profile import profile

    formal = profile(context.body, context.bridge.records).is_formal
    return None if formal else Message("Sent out")


def _head(context: MeetingContext) -> QWidget:
    from kcdesk.documents.glyph import missing_glyphs
    from kcdesk.ui.screens.head.head_panel import HeadPanel

    return HeadPanel(context, missing_glyphs=missing_glyphs)


def _agenda(context: MeetingContext) -> QWidget:
    from kcdesk.ui.screens.agenda.agenda_panel import AgendaPanel

    return AgendaPanel(context)


def _item(context: MeetingContext) -> QWidget:
    from kcdesk.ui.screens.item.item_panel import ItemPanel

    return ItemPanel(context)


def _attendance(context: MeetingContext) -> QWidget:
    from kcdesk.ui.screens.attendance.attendance_panel import AttendancePanel

    return AttendancePanel(context)


def _approval(context: MeetingContext) -> QWidget:
    from kcdesk.ui.screens.approval.approval_panel import ApprovalPanel

    return ApprovalPanel(context)


def _check(context: MeetingContext) -> QWidget:
    from kcdesk.documents.glyph import missing_glyphs
    from kcdesk.ui.screens.check.check_panel import CheckPanel

    return CheckPanel(context, missing_glyphs)


def _preview(preview: Callable[[], Preview], context: MeetingContext) -> QWidget:
    from kcdesk.ui.screens.preview.preview_panel import PreviewPanel

    return PreviewPanel(context, preview(), _page_images)


def _page_images(pdf: bytes, scale: float) -> Iterator[PageImage]:
    from kcdesk.documents.page_image import page_images

    return page_images(pdf, scale)
