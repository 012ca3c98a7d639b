"""Tests mirror the package; what several of them draw from stands here (``tests.strategies``)."""
