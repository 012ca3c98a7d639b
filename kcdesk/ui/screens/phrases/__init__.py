"""The phrases that all bodies share."""
