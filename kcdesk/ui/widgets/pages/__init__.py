"""Printed pages on the screen: asked for, drawn and scrolled, wherever they are shown."""
