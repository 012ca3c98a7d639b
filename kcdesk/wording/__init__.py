"""The customary sentences of minutes, built from the rows, in the language of the document."""
