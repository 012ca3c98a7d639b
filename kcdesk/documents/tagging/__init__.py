"""Tagged, archival PDF: a logical tree, marked content, PDF/A-2a and PDF/UA-1.

reportlab has no interface for tags. Here the tree of elements is built together with the story;
drawing only adds the numbers of the marked content, so that page breaks cannot disturb the tree.
"""
