"""Take the README's pictures of the themes: first and fourth page of the sample's protokoll.

    python packaging/theme_pictures.py [FOLDER]

Needs nothing but what the program itself needs; a body's logo and accents are made up.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image

from kcdesk.documents import render
from kcdesk.documents.usual_job import usual_job
from kcdesk.domain.body import Body, Theme
from kcdesk.domain.logo import address_of
from kcdesk.domain.records import Records
from kcdesk.exchange.reader import read_meeting
from kcdesk.paths import resource
from kcdesk.system.holidays import SwedishCalendar

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60">'
    b'<path d="M10 50 L35 10 L60 50 Z" fill="#0f5c4c"/>'
    b'<circle cx="85" cy="30" r="20" fill="#c9a227"/>'
    b'<path d="M4 56 Q60 40 116 56" stroke="#1d2420" stroke-width="3" fill="none"/></svg>'
)
ACCENTS = {Theme.CLASSIC: "", Theme.MODERN: "#1d4e89", Theme.COMPACT: "#7a1f3d"}
PAGES = (0, 3)
SCALE = 0.9
GAP = 12


def main(folder: Path) -> None:
    """Make one picture a theme."""
    bundle = read_meeting(resource("sample", "meeting.json").read_bytes())
    body = bundle.body.root(Body)
    for theme, accent in ACCENTS.items():
        looked = replace(
            body, theme=theme, accent=accent, logo=address_of(LOGO), logo_text="Fjäll och sol"
        )
        rows = [looked if row.id == body.id else row for row in bundle.body]
        changed = replace(bundle, body=Records(bundle.body.root_id, rows))
        document = pypdfium2.PdfDocument(render(usual_job(changed, SwedishCalendar())).pdf)
        pages = [document[at].render(scale=SCALE).to_pil().convert("RGB") for at in PAGES]
        width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
        sheet = Image.new("RGB", (width, pages[0].height + 2 * GAP), "#d8dbd9")
        x = GAP
        for page in pages:
            sheet.paste(page, (x, GAP))
            x += page.width + GAP
        sheet.quantize(64).save(folder / f"theme-{theme.value}.png", optimize=True)
        document.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "packaging/pictures"))
