"""Setting pieces on pages: lines, paragraphs, rows, containers, and the composer that pours them.

Our own small engine over reportlab's canvas instead of its platypus: time is linear in the text,
every text carries its element from the start, and no markup parser stands between a row's text
and the page.
"""
