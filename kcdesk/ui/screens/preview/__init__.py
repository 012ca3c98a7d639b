"""The pages as they will be printed, beside the text."""

from kcdesk.ui.screens.preview.preview_panel import PreviewPanel

__all__ = ["PreviewPanel"]
