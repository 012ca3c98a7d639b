"""What markup says of form: which elements are blocks, what a style means, what nobody reads."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr",
        "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
"""Elements that begin and end paragraphs."""

VOID = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    )
)  # fmt: skip
"""Elements that hold nothing and are never closed."""

HIDDEN = frozenset(
    (
        "head", "math", "noscript", "object", "script", "select", "style", "svg", "template",
        "textarea", "title", "xml",
    )
)  # fmt: skip
"""Elements whose text is not read by people."""

_BOLD, _ITALIC = frozenset(("b", "strong")), frozenset(("i", "em", "cite"))
_CONDITION = re.compile(r"<!\[[^>]*>|<\?[^>]*>|<![a-zA-Z][^>]*>")
_LEVEL = re.compile(r"\blevel(\d+)\b", re.IGNORECASE)
_MOST = 1_000


def bare_markup(html: str) -> str:
    """Return HTML without comments, conditions ("<![if !supportLists]>"), declarations and what
    follows the last tag half open: what is left is read in a time that grows with its length.
    """
    kept, at = [], 0
    while (start := html.find("<!--", at)) >= 0:
        kept.append(html[at:start])
        end = html.find("-->", start + 4)
        at = end + 3 if end >= 0 else len(html)
    kept.append(html[at:])
    whole = "".join(kept)
    end = whole.rfind(">") + 1  # behind it nothing ends, so nothing is sought there
    bare = _CONDITION.sub("", whole[:end])
    return bare.replace("<!", "") + whole[end:].replace("<", "&lt;")


def style_of(text: str) -> dict[str, str]:
    """Return the properties of a style, in small letters; the last one of a name holds."""
    pairs = (each.partition(":") for each in text.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs}


def is_bold(tag: str, style: Mapping[str, str], *, above: bool) -> bool:
    """Return whether text is bold within an element; a heading's own weight is not told."""
    weight = style.get("font-weight", "")
    if weight.isdigit():
        return int(weight[:4]) >= 600  # as browsers choose the bold face
    if weight in ("bold", "bolder", "normal", "lighter"):
        return weight.startswith("bold")
    return above or tag in _BOLD


def is_italic(tag: str, style: Mapping[str, str], *, above: bool) -> bool:
    """Return whether text is italic within an element."""
    slant = style.get("font-style", "")
    if slant in ("italic", "oblique", "normal"):
        return slant != "normal"
    return above or tag in _ITALIC


def is_hidden(style: Mapping[str, str]) -> bool:
    """Return whether an element is not shown."""
    return style.get("display") == "none" or style.get("mso-hide") == "all"


def list_level(tag: str, style: Mapping[str, str], named: Mapping[str, str]) -> int | None:
    """Return the level that a list's paragraph says of itself, from 1: Word's style, or the number
    that Word on the web gives its items; None where it says none.
    """
    if tag == "li":
        return number_in(named.get("data-aria-level") or named.get("aria-level")) or None
    found = _LEVEL.search(style.get("mso-list", ""))
    return number_in(found[1]) or None if found else None


def number_in(text: str | None) -> int:
    """Return a small number written out, 0 where there is none."""
    tidy = (text or "").strip()
    return min(int(tidy), _MOST) if tidy.isascii() and tidy.isdigit() and len(tidy) < 9 else 0
