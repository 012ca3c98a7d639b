"""How help pages look: the window's colours and sizes, in what Qt's rich text knows of CSS."""

from __future__ import annotations

from kcdesk.ui.qt.theme import GRID, NORMAL, SMALL, Colors


def help_style(colors: Colors, size: int) -> str:
    """Return the style sheet; ``size`` is the pixel size of normal text."""
    small = round(size * SMALL / NORMAL)
    return f"""
    body {{ color: {colors.ink}; font-size: {size}px; }}
    h1 {{ font-size: {round(size * 1.7)}px; font-weight: 600; margin-top: 0;
        margin-bottom: {2 * GRID}px; }}
    h2 {{ font-size: {round(size * 1.2)}px; font-weight: 600; margin-top: {3 * GRID}px;
        margin-bottom: {GRID}px; }}
    p, li {{ line-height: 145%; }}
    p {{ margin-top: 0; margin-bottom: {round(1.5 * GRID)}px; }}
    ul, ol {{ margin-top: 0; margin-bottom: {round(1.5 * GRID)}px; }}
    li {{ margin-bottom: {GRID // 2}px; }}
    a {{ color: {colors.accent}; text-decoration: underline; }}
    .caption {{ color: {colors.soft}; font-size: {small}px; }}
    em {{ font-style: italic; }}
    code {{ color: {colors.ink}; background-color: {colors.background}; font-size: {small}px; }}
    table {{ border-collapse: collapse; border: 0; margin-bottom: {2 * GRID}px; }}
    th {{ color: {colors.soft}; font-size: {small}px; font-weight: 600; text-align: left;
        padding: 4px {GRID}px 4px 0; border-bottom: 1px solid {colors.line}; }}
    td {{ padding: 6px {GRID}px 6px 0; border-bottom: 1px solid {colors.line}; }}
    """
