"""The first page: what, where, when, who; signatures; the proof of notice."""
