"""The world around: holidays, clock, lock."""
