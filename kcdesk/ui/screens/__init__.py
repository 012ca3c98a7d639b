"""One folder an area; screens do not import each other."""
