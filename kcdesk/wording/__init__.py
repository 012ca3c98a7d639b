"""The customary sentences of minutes, by language."""
