"""Attendance: who is there, as what, and whether the body can decide."""
