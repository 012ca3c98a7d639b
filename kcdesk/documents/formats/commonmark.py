"""A document as CommonMark with tables as GitHub writes them."""

from __future__ import annotations

import re

from kcdesk.documents.formats.told import Node, Run, Told
from kcdesk.documents.tagging.element import LIST_NONE
from kcdesk.documents.text import NO_BREAK_SPACE

_HEADING = re.compile(r"H([1-6])")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_AT_START = re.compile(r"^(\s*)(#{1,6}(?=\s)|[-+](?=\s)|\d{1,9}[.)](?=\s)|=+$|-{3,}$)")


def commonmark(told: Told) -> bytes:
    """Return a document as CommonMark in UTF-8."""
    blocks: list[str] = []
    _tell(told.root, blocks)
    return ("\n\n".join(block for block in blocks if block.strip()) + "\n").encode()


def _tell(node: Node, blocks: list[str]) -> None:
    signer = None
    for kid in node.kids:
        match kid.role:
            case "P" if kid.is_signed_on:
                signer = _start(_words(kid.runs))
                blocks.append(signer)
            case "P" if signer is not None and blocks[-1] == signer:
                blocks[-1] = f"{signer}\\\n{_start(_words(kid.runs))}"
            case "L":
                blocks.append(_list(kid))
            case "Table":
                blocks.append(_table(kid))
            case "Div":
                inside: list[str] = []
                _tell(kid, inside)
                quoted = "\n\n".join(inside).split("\n")
                blocks.append("\n".join(f"> {line}".rstrip() for line in quoted))
            case "P":
                blocks.append(_start(_words(kid.runs)))
            case role if found := _HEADING.fullmatch(role):
                words = _one_line(_escaped(kid.label) + _words(kid.runs))
                blocks.append(f"{'#' * int(found[1])} {words}")
            case _:
                _tell(kid, blocks)


def _list(node: Node) -> str:
    facts = node.attributes == LIST_NONE and node.is_terms
    lines = []
    for number, entry in enumerate(node.of("LI"), 1):
        label = "".join(each.text for each in entry.of("Lbl")).strip()
        below: list[str] = []
        for body in entry.of("LBody"):
            _tell(body, below)
        if facts:
            term = f"**{_escaped(label)}:**"
            listed = any(body.of("L") for body in entry.of("LBody"))
            texts = ["\n".join([term, *below])] if listed else _after(term, below)
            marker = "- "
        else:
            texts = below or [""]
            marker = f"{number}. " if label[:1].isalnum() else "- "
            if entry.is_signed:  # another sign begins another list (CommonMark 5.3)
                marker = "* "
        indent = " " * len(marker)
        text = "\n\n".join(texts) if any("\n" in each for each in texts) else "  \n".join(texts)
        first, *rest = text.split("\n")
        lines.append(marker + first)
        lines += [f"{indent}{line}" if line else "" for line in rest]
    return "\n".join(lines)


def _after(term: str, below: list[str]) -> list[str]:
    return [f"{term} {below[0] if below else ''}".rstrip(), *below[1:]]


def _table(node: Node) -> str:
    cells = [
        row.of("TH", "TD") for group in [node, *node.of("THead", "TBody")] for row in group.of("TR")
    ]
    if not cells:
        return ""
    rows = [[_cell(cell) for cell in row] for row in cells]
    count = max(len(row) for row in rows)
    if not node.of("THead"):
        rows.insert(0, [""] * count)
    amounts = {at for row in cells for at, cell in enumerate(row) if cell.is_amount}
    rows.insert(1, ["---:" if at in amounts else "---" for at in range(count)])
    return "\n".join(f"| {' | '.join([*row, *[''] * (count - len(row))])} |" for row in rows)


def _cell(cell: Node) -> str:
    paragraphs = [_words(each.runs) for each in cell.walk() if each.runs]
    return _one_line("<br>".join(paragraphs))


def _words(runs: list[Run]) -> str:
    return "".join([_run(run) for run in runs])


def _run(run: Run) -> str:
    words = _escaped(run.text)
    inner = words.strip()
    if not inner:
        return words
    lead, trail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    if run.italic:
        inner = f"*{inner}*"
    if run.strong:
        inner = f"**{inner}**"
    if run.link:
        inner = f"[{inner}](<{run.link}>)"
    return f"{lead}{inner}{trail}".replace("\n", "\\\n")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace(NO_BREAK_SPACE, " "))


def _start(text: str) -> str:
    """Return a paragraph that is not taken for a heading or a list."""
    return "\n".join(_AT_START.sub(r"\1\\\2", line) for line in text.split("\n"))


def _one_line(text: str) -> str:
    return " ".join(text.replace("\\\n", " ").split())
