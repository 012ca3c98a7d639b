"""Att bevaka: what must be done by a day, over all meetings."""
