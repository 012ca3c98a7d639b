"""The nouns of minutes and their rules: frozen dataclasses and pure functions, no I/O."""
