"""How to begin in an empty library."""
