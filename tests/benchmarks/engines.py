"""What each engine is told to do, as a program that renders one file once or again and again.

A program defines ``render``; ``sys.argv`` holds what it reads, what it writes, how often it renders
once it is warm (0: not at all; it then stands for a whole process), and what else it needs. When it
is warm it prints the processor's seconds for each rendering; all between two of them counts.
"""

from __future__ import annotations

_DRIVER = """
import sys, time
render()
often = int(sys.argv[3])
started = time.process_time()
for _ in range(often):
    render()
if often:
    print((time.process_time() - started) / often)
"""

OURS = (
    """
import pickle, sys
from kcdesk.documents import render as printed
with open(sys.argv[1], "rb") as file:
    job = pickle.load(file)

def render():
    with open(sys.argv[2], "wb") as file:
        file.write(printed(job).pdf)
"""
    + _DRIVER
)

BARE = (
    """
import pickle, sys
from xml.sax.saxutils import escape
from reportlab import rl_config
rl_config.canvas_basefontname = "Text"
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
with open(sys.argv[1], "rb") as file:
    fonts, blocks = pickle.load(file)
for name, path in fonts.items():
    pdfmetrics.registerFont(TTFont(name, path))
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table, TableStyle

def style(name, font="Text", size=10.5, leading=15, **more):
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading,
        bulletFontName="Text", spaceAfter=6, **more)

STYLES = {
    "title": style("title", "Strong", 23, 28),
    "heading": style("heading", "Strong", 13.5, 17, keepWithNext=1),
    "text": style("text"),
    "item": style("item", leftIndent=16, bulletIndent=2),
    "cell": style("cell", size=9, leading=13),
}

class Numbered(Canvas):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.kept = []
    def showPage(self):
        self.kept.append(dict(self.__dict__))
        self._startPage()
    def save(self):
        for state in self.kept:
            self.__dict__.update(state)
            self.setFont("Text", 8.5)
            self.drawString(25 * mm, 15 * mm, "Justerandes sign")
            self.drawRightString(185 * mm, 15 * mm, f"Sida {self._pageNumber} ({len(self.kept)})")
            super().showPage()
        super().save()

def render():
    story = []
    for kind, content in blocks:
        if kind == "table":
            rows = [[Paragraph(escape(cell), STYLES["cell"]) for cell in row] for row in content]
            story.append(Table(rows, repeatRows=1,
                style=TableStyle([("FONTNAME", (0, 0), (-1, -1), "Text"),
                                  ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#c9cfcb")])))
        else:
            bullet = "•" if kind == "item" else None
            story.append(Paragraph(escape(content), STYLES[kind], bulletText=bullet))
    document = BaseDocTemplate(sys.argv[2], pagesize=A4, initialFontName="Text", title="Protokoll",
        pageCompression=1)
    document.addPageTemplates(PageTemplate("p", [Frame(25 * mm, 29 * mm, 160 * mm, 238 * mm)]))
    document.build(story, canvasmaker=Numbered)
"""
    + _DRIVER
)

WEASYPRINT = (
    """
import sys
from weasyprint import HTML

def render():
    HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/a-2a")
"""
    + _DRIVER
)

TYPST = (
    """
import sys, typst

def render():
    typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=["a-2a", "ua-1"],
        font_paths=[sys.argv[4]])
"""
    + _DRIVER
)

OFFICE = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
"""What LibreOffice is to make, as it writes it."""
