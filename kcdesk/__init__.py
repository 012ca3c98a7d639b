"""kcdesk: minutes of Swedish municipal bodies, from an empty agenda to accessible PDFs."""

__version__ = "0.1.0"
