"""The agenda: an outline of the meeting's items."""
