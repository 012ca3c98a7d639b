"""The program as people use it: the real window, keys and mouse."""
