"""Formats that come in (and the meeting's own, which also goes out)."""
