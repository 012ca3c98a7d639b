"""The panel of approval and notice: a card for each approval, and the way to one more."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kcdesk.domain.approval import Approval
from kcdesk.domain.item import Recipient
from kcdesk.domain.profile import profile
from kcdesk.i18n import _
from kcdesk.services.change_state import rest_approval
from kcdesk.services.edit_approval import prepare_approval, set_items
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.approval.approval_card import ApprovalCard
from kcdesk.ui.screens.approval.correction_card import CorrectionCard
from kcdesk.ui.screens.approval.delivery_card import DeliveryCard
from kcdesk.ui.screens.approval.dispatch_card import DispatchCard
from kcdesk.ui.screens.approval.item_picker import ItemPicker, marked_items
from kcdesk.ui.widgets.row_column import RowColumn


class ApprovalPanel(QScrollArea):
    """Informal bodies are told that their notes need none of this."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._picking_for = ""
        self._build_ui()
        self._connect()
        self.refresh()

    def _build_ui(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = inside = QWidget()
        set_role(inside, WidgetRole.PANEL)
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setContentsMargins(GRID, 0, GRID, 0)  # as far in as what stands in the cards
        set_role(self.words, WidgetRole.SOFT)
        self.prepare_button = QPushButton(icon("approve"), _("Prepare the approval"))
        self.cards = RowColumn(self._make)
        self.new_button = QPushButton(icon("immediate", "accent"), _("New immediate approval"))
        set_role(self.new_button, WidgetRole.QUIET)
        self.deliveries = DeliveryCard(self._context)
        self.picker = ItemPicker()
        self.picker.hide()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(GRID // 2, GRID, GRID // 2, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.words)
        prepare = QHBoxLayout()
        prepare.setContentsMargins(GRID, 0, 0, 0)
        prepare.addWidget(self.prepare_button)
        prepare.addStretch()
        layout.addLayout(prepare)
        layout.addWidget(self.cards)
        layout.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.picker)
        layout.addWidget(self.deliveries)
        self.dispatch = DispatchCard(self._context)
        layout.addWidget(self.dispatch)
        self.corrections = CorrectionCard(self._context)
        layout.addWidget(self.corrections)
        layout.addStretch()
        self.setWidget(inside)

    def _connect(self) -> None:
        self.prepare_button.clicked.connect(self._on_prepare)
        self.new_button.clicked.connect(self._on_new)
        self.picker.picked.connect(self._on_picked)
        self.picker.closed.connect(self._on_picker_closed)
        for bridge in (self._context.bridge, self._context.body_bridge):
            bridge.facts_changed.connect(self.refresh)
            bridge.replaced.connect(self.refresh)

    def _make(self, id: str) -> ApprovalCard:
        card = ApprovalCard(self._context, id)
        card.items_wanted.connect(self._on_items_wanted)
        return card

    def refresh(self) -> None:
        """Show the approvals as they are now."""
        records, body = self._context.bridge.records, self._context.body
        formal = profile(body, records).is_formal
        approvals = records.children(records.root_id, Approval) if formal else ()
        rest = rest_approval(records)
        self.cards.show_ids([approval.id for approval in approvals])
        for card in self.cards.rows.values():
            card.refresh()
        self.deliveries.refresh(records)
        if not formal:
            self.words.setText(
                _(
                    "To whom the notes were sent, and what was corrected. Once sent to other "
                    "authorities they are public."
                )
            )
        else:
            self.words.setText(_("Who approves, when and where; then where the notice is posted."))
        self.words.setVisible(not formal or rest is None)
        self.prepare_button.setVisible(formal and rest is None)
        self.new_button.setVisible(formal and not self.picker.isVisibleTo(self._inside))
        if not formal:
            self.picker.hide()
        resting = self.cards.rows.get(rest.id) if rest is not None else None
        self.setFocusProxy(resting.approvers if resting is not None else self.prepare_button)

        self.dispatch.refresh()
        self.corrections.refresh()
        self._order_stops()

    def show_row(self, row_id: str) -> None:
        """Bring an approval or a party into view, with the focus on it."""
        card = self.cards.rows.get(row_id)
        target = card.focus_target() if card is not None else self.deliveries.row(row_id)
        recipient = self._context.bridge.records.find(Recipient, row_id)
        if recipient is not None and recipient.name in self.dispatch.column.rows:
            target = self.dispatch.column.rows[recipient.name].sent_edit
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(target, 0, 8 * GRID)
            self.horizontalScrollBar().setValue(0)

    def show_place(self, row_id: str, field: str) -> None:
        """Lead to a field of an approval, to what was sent or corrected, to a party, or to the way
        to prepare an approval.
        """
        recipient = self._context.bridge.records.find(Recipient, row_id)
        if recipient is not None:
            self.dispatch.show_place(recipient.name.strip(), field)
            return
        targets = [card.place_of(row_id, field) for card in self.cards.rows.values()]
        targets += [self.corrections.place_of(row_id, field), self.deliveries.row(row_id)]
        for target in targets:
            if target is not None:
                target.setFocus()
                return
        (self.focusProxy() or self).setFocus()

    def _order_stops(self) -> None:
        cards = self.cards.rows.values()
        stops = [self.prepare_button, *(stop for card in cards for stop in card.stops())]
        stops += [self.new_button, *self.dispatch.stops(), *self.corrections.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for what is inside: it scrolls up and down only."""
        hint = super().minimumSizeHint()
        inside = (
            self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        )
        return QSize(max(hint.width(), inside), hint.height())

    # ---- slots ---------------------------------------------------------------------------

    def _on_prepare(self) -> None:
        bridge = self._context.bridge
        bridge.perform(prepare_approval(bridge.records, self._context.body))
        rest = rest_approval(bridge.records)
        if rest is not None:
            self.cards.rows[rest.id].approvers.setFocus()

    def _on_new(self) -> None:
        self._pick("", marked_items(self._context.bridge.records))

    def _on_items_wanted(self, approval_id: str) -> None:
        approval = self._context.bridge.records.get(Approval, approval_id)
        self._pick(approval_id, frozenset(approval.items))

    def _pick(self, approval_id: str, ticked: frozenset[str]) -> None:
        records = self._context.bridge.records
        others = [each for each in records.all(Approval) if each.id != approval_id]
        taken = frozenset(id for each in others for id in each.items)
        self._picking_for = approval_id
        numbering = profile(self._context.body, records).numbering
        self.picker.offer(records, numbering, taken, ticked)
        self.picker.show()
        self.new_button.hide()
        self.picker.setFocus()
        self.ensureWidgetVisible(self.picker)

    def _on_picked(self, items: tuple[str, ...]) -> None:
        bridge = self._context.bridge
        self.picker.hide()
        if self._picking_for and self._picking_for in bridge.records:
            bridge.perform(set_items(bridge.records, self._picking_for, items))
        else:
            bridge.perform(prepare_approval(bridge.records, self._context.body, items))
        self._on_picker_closed()

    def _on_picker_closed(self) -> None:
        self.picker.hide()
        self.new_button.show()
        self.new_button.setFocus()
