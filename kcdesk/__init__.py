"""kcdesk: minutes for Swedish municipal bodies, from an empty agenda to approved, accessible PDFs."""

__version__ = "0.1.0"
