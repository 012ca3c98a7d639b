"""A document as plain text: for mail, for terminals, for whoever reads nothing else."""

from __future__ import annotations

import re
import textwrap

from kcdesk.documents.formats.told import Node, Told
from kcdesk.documents.tagging.element import LIST_NONE
from kcdesk.documents.text import NO_BREAK_SPACE

_WIDTH = 76
_HEADING = re.compile(r"H([1-6])")
_UNDERLINES = {1: "=", 2: "-"}
_TERMS = 24  # the column of terms
_LINE = "–" * 28  # to sign on


def plain_text(told: Told) -> bytes:
    """Return a document as text in UTF-8 with lines of at most 76 characters where words allow."""
    lines: list[str] = []
    _tell(told.root, "", lines)
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()
    return f"{text}\n".encode()


def _tell(node: Node, margin: str, lines: list[str]) -> None:
    for kid in node.kids:
        match kid.role:
            case "L":
                _tell_list(kid, margin, lines)
            case "Table":
                _tell_table(kid, margin, lines)
            case "Div":
                _tell(kid, f"{margin}  ", lines)
                lines.append("")
            case "P" if kid.is_signed_on:
                lines += ["", "", margin + _LINE, *_wrapped(kid.text, margin, margin)]
            case "P":
                lines += [*_wrapped(kid.text, margin, margin), ""]
            case role if found := _HEADING.fullmatch(role):
                words = _one_line(kid.text)
                lines += ["", f"{margin}{words}"]
                underline = _UNDERLINES.get(int(found[1]))
                lines += [f"{margin}{underline * len(words)}"] if underline else []
            case _:
                _tell(kid, margin, lines)


def _tell_list(node: Node, margin: str, lines: list[str]) -> None:
    facts = node.attributes == LIST_NONE and node.is_terms
    for entry in node.of("LI"):
        if entry.is_signed:
            for body in entry.of("LBody"):
                _tell(body, margin, lines)
            continue
        label = _one_line("".join(each.text for each in entry.of("Lbl")))
        unmarked = "" if node.attributes == LIST_NONE else "- "
        lead = f"{label:<{_TERMS}}" if facts else f"{label} " if label else unmarked
        rest = margin + " " * (len(lead) or 2)
        below: list[str] = []
        for body in entry.of("LBody"):
            _tell(body, rest, below)
        first, *later = [line for line in below if line] or [rest]
        lines += [f"{margin}{lead}{first[len(rest) :]}", *later]
    lines.append("")


def _tell_table(node: Node, margin: str, lines: list[str]) -> None:
    """Return rows as columns where they fit, else each cell on a line under its head."""
    told = [
        row.of("TH", "TD") for group in [node, *node.of("THead", "TBody")] for row in group.of("TR")
    ]
    if not told:
        return
    rows = [
        [_one_line(" ".join(each.text for each in cell.walk())) for cell in row] for row in told
    ]
    amounts = {at for row in told for at, cell in enumerate(row) if cell.is_amount}
    count = max(len(row) for row in rows)
    wide = [max((len(row[at]) for row in rows if at < len(row)), default=0) for at in range(count)]
    if sum(wide) + 2 * (count - 1) + len(margin) <= _WIDTH:
        for number, row in enumerate(rows):
            cells = [
                f"{cell:{'>' if at in amounts else '<'}{wide[at]}}" for at, cell in enumerate(row)
            ]
            lines.append(margin + "  ".join(cells))
            if number == 0 and node.of("THead"):
                lines.append(margin + "  ".join("-" * each for each in wide))
    else:
        head = rows[0] if node.of("THead") else []
        for row in rows[1:] if head else rows:
            for at, cell in enumerate(row):
                words = f"{head[at]}: {cell}" if head and head[at] else cell
                lead = "- " if at == 0 else "  "
                lines += _wrapped(words, margin + lead, f"{margin}  ") if cell else []
    lines.append("")


def _wrapped(text: str, first: str, later: str) -> list[str]:
    """Return lines; what a no-break space holds together stays on one."""
    return [
        _spaced(line)
        for number, part in enumerate(text.split("\n"))
        for line in textwrap.wrap(
            part,
            _WIDTH,
            initial_indent=later if number else first,
            subsequent_indent=later,
            break_long_words=False,
            break_on_hyphens=False,
        )
    ]


def _spaced(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")


def _one_line(text: str) -> str:
    return " ".join(_spaced(text).split())
