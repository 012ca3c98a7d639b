"""What the keyboard does in a window, read from the actions themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kcdesk.i18n import _, current
from kcdesk.services.line_command import CommandWord, written_word
from kcdesk.ui.qt.key_words import key_words
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

if TYPE_CHECKING:
    from kcdesk.ui.shell.main_window import MainWindow

Line = tuple[str, str]


def key_table(window: MainWindow) -> list[Line]:
    """Return names and keys: those of the menus, then those that hold in each panel alone, then
    those of running text, and what a line can begin with. A line without a key is a heading.
    """
    found = list(_lines(window.menus.all_actions()))
    if window.workspace is not None:
        seen = set(found)
        for pane in window.workspace.all_panes().values():
            inside = [action for each in _all_in(pane) for action in each.actions()]
            lines = [line for line in _lines(inside) if line not in seen]
            found += _headed(pane.accessibleName(), dict.fromkeys(lines))
        found += _headed(_("In running text"), _of_texts(window.workspace))
        found += _headed(_("At the start of a line"), _of_lines())
    return found


def _all_in(pane: QWidget) -> list[QWidget]:
    return [pane, *pane.findChildren(QWidget)]


def _headed(title: str, lines: Iterable[Line]) -> list[Line]:
    lines = list(lines)
    return [(title, ""), *lines] if lines else []


def _lines(actions: Iterable[QAction]) -> Iterator[Line]:
    for action in actions:
        keys = list(dict.fromkeys(key_words(each) for each in action.shortcuts()))
        if keys and action.text():
            yield action.text().replace("&", "").rstrip("…"), " · ".join(keys)


def _of_texts(workspace: QWidget) -> list[Line]:
    """Return the forms of the text that offers the most of them."""
    offers = [edit.commands.all() for edit in workspace.findChildren(RichTextEdit)]
    most = max(offers, key=len, default=())
    return [(each.name.rstrip("…"), key_words(each.key)) for each in most if each.key]


def _of_lines() -> list[Line]:
    """Return what a line can begin with, in the words of the language."""
    name = _("name")
    shown = {
        CommandWord.DECISION: _("Decision"),
        CommandWord.ACTION: _("Action: who, by when, what"),
        CommandWord.MOTION: _("Motion: who, what"),
        CommandWord.VOTE: _("Vote"),
        CommandWord.RECUSAL: _("Recusal: who"),
        CommandWord.ATTACHMENT: _("Attachment"),
        CommandWord.BREAK: _("Break"),
        CommandWord.PRESENTER: _("Presenters: who"),
    }
    words = [(text, written_word(word, current().language)) for word, text in shown.items()]
    return [(_("Somebody arrives"), f"+{name}"), (_("Somebody leaves"), f"-{name}"), *words]
