"""A document as one accessible web page: its own style within, nothing fetched, no script."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kcdesk.documents.formats.logo_file import web_logo
from kcdesk.documents.formats.told import Node, Run, Told
from kcdesk.documents.style import readable_accent
from kcdesk.documents.tagging.element import LIST_DISC, LIST_NONE, TABLE_HEAD_ROW

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_HEADING = re.compile(r"H[1-6]")

_STYLE = """
:root{color-scheme:light dark;
--ink:#1d2420;--soft:#4b544f;--line:#c9cfcb;--paper:#fff;--accent:ACCENT}
@media screen and (prefers-color-scheme:dark){:root{
--ink:#e8ecea;--soft:#aab4ae;--line:#3d4641;--paper:#171b19;--accent:#7cc9b4}
.logo{padding:.5rem;border-radius:.25rem}}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:44rem;
background:var(--paper);color:var(--ink);
font:1.0625rem/1.55 "Source Sans 3","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.logo{float:right;margin:0 0 1rem 1.5rem;max-width:40%;height:auto;background:#fff}
h1{font-size:2rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.25rem;line-height:1.3;margin:2rem 0 .25rem}
h3,h4,h5,h6{font-size:1.0625rem;margin:1rem 0 .125rem}
p{margin:0 0 .5rem;overflow-wrap:break-word}
small{color:var(--soft);font-size:.875em}
.signed{max-width:16rem;margin:3rem 0 0;padding-top:.25rem;border-top:1px solid var(--ink)}
.box{border:1px solid var(--accent);padding:0 1.25rem;margin:1.5rem 0}
.box h2{font-size:1.0625rem;margin-top:1rem;color:var(--accent)}
section+section:has(>h1){margin-top:4rem;padding-top:3rem;border-top:1px solid var(--line)}
.scroll{overflow-x:auto}
.quiet{color:var(--soft);font-size:.9375rem}
.number,.decision :is(h3,h4,h5,h6){color:var(--accent)}
.decision{border-left:3px solid var(--accent);padding-left:1rem;margin:.75rem 0}
dl{display:grid;grid-template-columns:minmax(8rem,1fr) 3fr;gap:.375rem 1rem;
align-items:baseline;margin:1rem 0 1.5rem}
dt{color:var(--soft);font-weight:600;font-size:.9375rem}
dd{margin:0}dd ul{margin:0}dd p,li p,td p,th p{margin:0}
ul,ol{margin:.25rem 0 .75rem;padding-left:1.5rem}
ul.plain,ol.own{list-style:none;padding-left:0}
ol.own>li{display:grid;grid-template-columns:2.25rem 1fr}
table{border-collapse:collapse;width:100%;margin:.75rem 0 1.25rem;font-size:.9375rem}
th,td{text-align:left;vertical-align:top;padding:.375rem .75rem .375rem 0;
border-bottom:1px solid var(--line)}
.amount{text-align:right}
thead th{border-bottom:2px solid var(--ink)}tbody th{font-weight:400}
a{color:var(--accent)}
@media (max-width:36rem){dl{grid-template-columns:1fr}dt{margin-top:.5rem}}
@media print{section+section:has(>h1){break-before:page;border:0;margin:0;padding:0}
@page{size:A4;margin:25mm}
html{font-size:9.9pt}body{max-width:none;padding:0 1px}p{orphans:2;widows:2}
h1,h2,h3,h4,h5,h6,thead,:is(h2,h3,h4,h5,h6)+.quiet,.signed,li:has(.signed):not(:last-child){break-after:avoid}
tr,.box,.decision,li:has(.signed){break-inside:avoid}}
"""


def html(told: Told) -> bytes:
    """Return a document as a web page."""
    story = told.story
    day = story.meeting.day.day
    title = " ".join(filter(None, (told.title, story.body.name, day.isoformat() if day else "")))
    style = _STYLE.replace("ACCENT", readable_accent(story.profile.accent))
    page = (
        f'<!DOCTYPE html>\n<html lang="{story.texts.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_escaped(title)}</title>\n"
        f'<meta name="author" content="{_escaped(story.body.organisation or story.body.name)}">\n'
        f'<meta name="generator" content="kcdesk">\n<style>{style}</style>\n</head>\n'
        f"<body>\n<main>\n{_all(told.root)}</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _all(node: Node) -> str:
    return "".join([_node(kid) for kid in node.kids])


def _node(node: Node) -> str:
    match node.role:
        case "P":
            kinds = (("signed", node.is_signed_on), ("quiet", node.quiet))
            return f"<p{_language(node)}{_classes(kinds)}>{_words(node.runs)}</p>\n"
        case "Figure" if node.logo is not None:
            return web_logo(node.logo, _escaped(node.alt))
        case "Sect" | "Part":
            return f"<section{_classes([('box', node.is_boxed)])}>\n{_all(node)}</section>\n"
        case "Div":
            return f'<div class="decision">\n{_all(node)}</div>\n'
        case "L":
            return _list(node)
        case "Table":
            return f'<div class="scroll"><table>\n{_all(node)}</table></div>\n'
        case "THead" | "TBody" | "TR":
            name = node.role.lower()
            return f"<{name}>\n{_all(node)}</{name}>\n"
        case "TH":
            scope = "row" if node.attributes == TABLE_HEAD_ROW else "col"
            return f'<th scope="{scope}"{_amount(node)}>{_all(node)}</th>\n'
        case "TD":
            return f"<td{_amount(node)}>{_all(node)}</td>\n"
        case role if _HEADING.fullmatch(role):
            number = f'<span class="number">{_escaped(node.label)}</span>' if node.label else ""
            tag = role.lower()
            return f"<{tag}{_language(node)}>{number}{_words(node.runs)}</{tag}>\n"
        case _:
            return _words(node.runs) + _all(node)


def _language(node: Node) -> str:
    return f' lang="{node.language}"' if node.language else ""


def _amount(cell: Node) -> str:
    return _classes([("amount", cell.is_amount)])


def _classes(kinds: Iterable[tuple[str, bool]]) -> str:
    names = " ".join(name for name, wanted in kinds if wanted)
    return f' class="{names}"' if names else ""


def _list(node: Node) -> str:
    entries = node.of("LI")
    if node.attributes == LIST_NONE and node.is_terms:
        pairs = [_pair(entry) for entry in entries]
        return f"<dl>\n{''.join(pairs)}</dl>\n"
    if node.attributes in (LIST_NONE, LIST_DISC):
        plain = ' class="plain"' if node.attributes == LIST_NONE else ""
        items = [f"<li>{_bodies(entry)}</li>\n" for entry in entries]
        return f"<ul{plain}>\n{''.join(items)}</ul>\n"
    items = [
        f"<li><span>{_escaped(_label(entry))}</span><div>{_bodies(entry)}</div></li>\n"
        for entry in entries
    ]
    return f'<ol class="own">\n{"".join(items)}</ol>\n'


def _pair(entry: Node) -> str:
    return f"<dt>{_escaped(_label(entry))}</dt>\n<dd>{_bodies(entry)}</dd>\n"


def _label(entry: Node) -> str:
    return "".join([label.text for label in entry.of("Lbl")]).strip()


def _bodies(entry: Node) -> str:
    return "".join([_all(body) for body in entry.of("LBody")]).strip()


def _words(runs: list[Run]) -> str:
    return "".join([_run(run) for run in runs])


def _run(run: Run) -> str:
    words = _escaped(run.text).replace("\n", "<br>")
    if run.quiet:
        words = f"<small>{words}</small>"
    if run.italic:
        words = f"<em>{words}</em>"
    if run.strong:
        words = f"<strong>{words}</strong>"
    return f'<a href="{_escaped(run.link)}">{words}</a>' if run.link else words


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)
