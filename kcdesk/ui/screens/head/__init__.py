"""The head of the workspace: which meeting it is, where its minutes stand, what comes next."""

from kcdesk.ui.screens.head.head_panel import HeadPanel

__all__ = ["HeadPanel"]
