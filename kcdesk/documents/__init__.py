"""Files that go out: one document a file over shared style and tagging."""
