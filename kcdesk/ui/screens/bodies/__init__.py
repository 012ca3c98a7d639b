"""Bodies: profile, roster, and their new meetings."""
