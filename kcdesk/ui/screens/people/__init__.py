"""The library's people."""
