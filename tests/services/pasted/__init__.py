"""Clipboard HTML in the shape that programs write it; the words are our own."""
