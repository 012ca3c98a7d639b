"""The offline help: pages of text that ship with the program, and pages made from code."""
