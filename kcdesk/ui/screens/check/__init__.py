"""Protokollkontroll: what the minutes deviate from, with the way to each place and its fix."""
