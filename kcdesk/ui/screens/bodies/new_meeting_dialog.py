"""A new meeting: of which body, when, where, of what kind, and what its agenda begins with.

The roster comes along as it is on the day. From the last meeting come place, planned times and
the items that recur, and the actions that are open still; matters that were tabled or referred back
are offered until they are taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _, catalogue, ngettext
from kcdesk.services.agenda_offer import (
    AgendaOffer,
    last_meeting,
    recurring_offers,
    waiting_offers,
)
from kcdesk.services.follow_up import FollowUp, follow_ups, looks_back
from kcdesk.services.next_planned import next_planned
from kcdesk.services.planned_offer import promised_offers, standing_offers
from kcdesk.services.read_clock import read_clock
from kcdesk.services.summary import BodySummary
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.bodies.profile_word import MEETING_KINDS
from kcdesk.ui.widgets.clock_edit import clock_text
from kcdesk.ui.widgets.day_edit import DayEdit
from kcdesk.ui.widgets.field import ChoiceField, TextField
from kcdesk.ui.widgets.form_dialog import FormDialog
from kcdesk.ui.widgets.offer_list import OfferList
from kcdesk.ui.widgets.tipped import TippedBox
from kcdesk.wording.handling import handling, origin


class NewMeetingDialog(FormDialog):
    """``entered`` carries the body's id, the day (``Moment``), other fields of ``Meeting``, the
    offers that its agenda begins with, each with where it was handled, and the actions that come
    along, each with where it was agreed.
    """

    entered = Signal(str, object, object, object, object)

    def __init__(
        self,
        context: LibraryContext,
        body_id: str = "",
        parent: QWidget | None = None,
        *,
        planned: PlannedMeeting | None = None,
        matter_id: str = "",
    ) -> None:
        super().__init__(_("New meeting"), _("Create the meeting"), parent)
        self._context = context
        self._wanted = planned
        self._matter_id = matter_id
        self._bodies = context.shelf.bodies()
        self._last: Records | None = None
        self._planned: PlannedMeeting | None = None
        self._suggested_day = Moment()
        self._body = TippedBox()
        self._body.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._body.addItems([_body_name(body) for body in self._bodies])
        self._body.setCurrentIndex(_place(self._bodies, body_id))
        self._day = DayEdit(context.clock.today)
        self._start = TextField(_("e.g. 8.30"))
        self._end = TextField(_("e.g. 12"))
        self._place = TextField(_("e.g. Sessionssalen, kommunhuset"))
        self._remote = QCheckBox(_("Some take part from a distance"))
        self._kind = ChoiceField(MEETING_KINDS)
        self._like_last = QCheckBox(_("As at the last meeting"))
        self._like_last.setChecked(True)
        self._offers = OfferList()
        self._open: tuple[FollowUp, ...] = ()
        self._follow = QCheckBox()
        self._follow.setChecked(True)
        self._refused = PlainLabel(wraps=True)
        self._build_ui()
        self._body.activated.connect(self._on_body_chosen)
        self._like_last.toggled.connect(self._on_like_last)
        self._on_body_chosen(self._body.currentIndex())
        self._day.setFocus()
        self._day.select_all()

    def _build_ui(self) -> None:
        self.add_row(_("Body"), self._body)
        self.add_row(_("Day"), self._day)
        self.add_row(_("Time"), self._times())
        self.add_row(_("Place"), self._place)
        self.add_row(_("At a distance"), self._remote)
        self.add_row(_("Kind of meeting"), self._kind)
        self.add_row(_("Times and items"), self._like_last)
        self.add_row(_("On the agenda"), self._offers)
        self.add_row(_("Open actions"), self._follow)
        self.add_note(self._refused)
        set_role(self._refused, WidgetRole.LATE)
        self._refused.hide()

    def _times(self) -> QWidget:
        """Return when it begins and ends, beside each other."""
        times = QWidget()
        line = QHBoxLayout(times)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        for field, name in ((self._start, _("Begins")), (self._end, _("Ends"))):
            field.setAccessibleName(name)
            line.addWidget(field)
        line.insertWidget(1, QLabel("–"))
        return times

    def _on_body_chosen(self, index: int) -> None:
        """Suggest what the body's last meeting was like."""
        self._body.fit_tip()
        shelf, journal, body_id = self._context.shelf, self._context.journal, self._bodies[index].id
        self._last = last_meeting(shelf, journal, body_id)
        self.show_row(self._like_last, shown=self._last is not None)
        self._suggest_day(body_id)
        if not self._place.isModified():
            last = self._last.root(Meeting).place if self._last is not None else ""
            self._place.setText((self._planned.place if self._planned else "") or last)
            self._place.setCursorPosition(0)
        self._suggest_times()
        self._open = follow_ups(shelf, journal, body_id)
        self._offer(body_id)
        self._follow.setText(
            ngettext(
                "Bring along {count} that is open still",
                "Bring along {count} that are open still",
                len(self._open),
            )
        )
        self.show_row(self._follow, shown=bool(self._open))

    def _suggest_day(self, body_id: str) -> None:
        """Suggest the next day of the year plan, until a day is written."""
        if self._day.moment() != self._suggested_day:
            return
        body = self._context.sessions.bridge(body_id).records
        planned = self._wanted if self._wanted and self._wanted.owner_id == body_id else None
        planned = planned or next_planned(self._context.shelf, body, self._context.clock.today())
        self._planned = planned
        self._suggested_day = Moment(planned.day) if planned else Moment()
        self._day.show_moment(self._suggested_day)

    def _on_like_last(self, _checked: bool) -> None:  # a Qt signal's argument
        self._suggest_times()
        self._offer(self._bodies[self._body.currentIndex()].id)

    def _suggest_times(self) -> None:
        like = self._last.root(Meeting) if self._last and self._like_last.isChecked() else None
        start, end = (self._planned.start, self._planned.end) if self._planned else (None, None)
        if start is None and end is None and like is not None:
            start, end = like.planned_start, like.planned_end
        for field, clock in ((self._start, start), (self._end, end)):
            if not field.isModified():
                field.setText(clock_text(clock))

    def _offer(self, body_id: str) -> None:
        """Offer what waits, and, where it is wanted, the items of the last meeting."""
        shelf, journal = self._context.shelf, self._context.journal
        body = self._context.sessions.bridge(body_id).records
        standing = standing_offers(body)
        offers = (*waiting_offers(shelf, journal, body_id), *promised_offers(shelf, body))
        if self._last is not None and self._like_last.isChecked():
            named = {each.item.name.casefold() for each in standing}
            last = recurring_offers(shelf, journal, self._last)
            others = [each for each in last if each.item.name.casefold() not in named]
            offers = (*others, *offers)
        offers = tuple(
            replace(each, suggested=True) if self._is_meant(each) else each
            for each in (*standing, *offers)
        )
        texts = catalogue(profile(body).language)
        self._offers.offer(offers, [origin(texts, body, each) for each in offers])
        self.show_row(self._offers, shown=bool(offers))

    def _is_meant(self, offer: AgendaOffer) -> bool:
        """Whether an offer is ticked for what the meeting is made for, or what comes along."""
        return offer.item.id == self._matter_id or (bool(self._open) and looks_back(offer.item))

    def accept(self) -> None:
        """Tell what was entered and close; a time that makes no sense is said instead."""
        try:
            head = self._head()
        except ValueError as error:
            self._refused.setText(
                _("“{text}” is no time of day. Write it like 8.30.", text=str(error))
            )
            self._refused.show()
            return
        body_id = self._bodies[self._body.currentIndex()].id
        day = self._day.moment()
        super().accept()
        self.entered.emit(body_id, day, head, self._offers.taken(), self._followed(body_id))

    def _followed(self, body_id: str) -> tuple[tuple[FollowUp, str], ...]:
        """Return the actions that come along, each with where it was agreed."""
        if not self._follow.isChecked():
            return ()
        body = self._context.sessions.bridge(body_id).records
        texts = catalogue(profile(body).language)
        return tuple((each, handling(texts, body, each.meeting, each.item)) for each in self._open)

    def _head(self) -> dict[str, Any]:
        start, end = _clock(self._start.text()), _clock(self._end.text())
        return {
            "planned_start": start,
            "planned_end": end,
            "place": self._place.text().strip(),
            "remote": self._remote.isChecked(),
            "kind": self._kind.value(),
        }


def _clock(text: str) -> ClockTime | None:
    try:
        return read_clock(text)
    except ValueError as error:
        raise ValueError(text) from error


def _body_name(body: BodySummary) -> str:
    return " · ".join(part for part in (body.name, body.organisation) if part) or _("Unnamed body")


def _place(bodies: Sequence[BodySummary], body_id: str) -> int:
    ids = [body.id for body in bodies]
    return ids.index(body_id) if body_id in ids else 0
