"""Choosing a document, seeing it, and writing it to files."""
