"""Editing rich text: blocks and spans in a QTextDocument, and back, without loss."""
