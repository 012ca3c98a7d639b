"""Approval and notice: who approves what and when, where it is posted, and every date explained."""

from kcdesk.ui.screens.approval.approval_panel import ApprovalPanel

__all__ = ["ApprovalPanel"]
