"""Reusable widgets that know no use case."""
