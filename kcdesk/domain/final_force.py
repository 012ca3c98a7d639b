"""Laga kraft: what the secretary knows of it, and no calendar can compute.

An appeal that reaches the municipality in time is in time (KL 13:6), so a decision has laga kraft
at the earliest the day after the last day to appeal, and only where nobody appealed: that is
confirmed by somebody, on a day. These rows lie outside every seal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdesk.domain.row import Row, reference, references, row_type


@row_type("final_force", "final_forces", owners=("approval",), outside_seal=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class FinalForce(Row):
    """Somebody confirms that no appeal came in time against what was announced, but for those
    that are noted as ``Appeal``. At most one of an approval.
    """

    confirmed_on: date | None = None
    confirmed_by: str = ""

    @property
    def is_confirmed(self) -> bool:
        """Whether it says so: a row without a day says nothing."""
        return self.confirmed_on is not None


@row_type("appeal", "appeals", owners=("approval",), outside_seal=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal(Row):
    """An appeal that came in: against the listed items, or against all when empty. Those decisions
    have no laga kraft before the case is settled. ``note`` names court and case.
    """

    items: tuple[str, ...] = references("item")
    received_on: date | None = None
    note: str = ""
    settled_on: date | None = None


@row_type("delivery", "deliveries", owners=("meeting",), outside_seal=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Row):
    """A party got to know of a decision under förvaltningsbesvär (delgivning): her three weeks are
    counted from that day (FL 44), never from the notice.

    Owned by the meeting and not by the decision, which may be sealed long before a party is
    reached. ``how`` says in which way ("e-post", "brev med mottagningsbevis"). ``appealed_on``:
    she appealed; ``confirmed_on`` and ``confirmed_by``: somebody confirms that she did not.
    """

    decision_id: str | None = reference("decision")
    party: str = ""
    delivered_on: date | None = None
    how: str = ""
    appealed_on: date | None = None
    confirmed_on: date | None = None
    confirmed_by: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to watch for this party."""
        return self.appealed_on is not None or self.confirmed_on is not None
