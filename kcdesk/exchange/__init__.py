"""Formats that come in, and the meeting as JSON."""
