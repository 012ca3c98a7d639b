"""The documents in other formats than PDF: web page, Word, CommonMark, plain text.

All are written from the logical tree that the PDF is made of, so that none can tell another story.
"""
