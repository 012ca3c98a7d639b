"""House rules as code: what a reader of the tree may rely on."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "kcdesk").rglob("*.py"))
DRAWERS = {"utils", "util", "misc", "common", "helpers", "helper", "manager"}


def calls(tree: ast.AST, name: str) -> list[ast.Call]:
    """Return the calls of a method or function by its last name."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (getattr(node.func, "attr", None) == name or getattr(node.func, "id", None) == name)
    ]


def _says(call: ast.Call) -> bool:
    """Whether a call begins with words of its own."""
    return bool(call.args) and isinstance(call.args[0], ast.Constant)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_source_keeps_the_house_rules(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert path.stem not in DRAWERS
    assert text.count("\n") <= 300, "a file of more than 300 lines has outgrown its name"
    assert ast.get_docstring(tree), "a module says what it holds"
    for call in calls(tree, "connect"):
        inside = [node for each in call.args for node in ast.walk(each)]
        found = [node for node in inside if isinstance(node, ast.Lambda)]
        assert not found, f"line {call.lineno}: a lambda in a connect keeps widgets alive"
    for name in ("_", "ngettext", "text", "plural"):
        for node in (each for each in ast.walk(tree) if isinstance(each, ast.JoinedStr)):
            lost = [call for call in calls(node, name) if _says(call)]
            assert not lost, f"line {node.lineno}: within an f-string no text is found to translate"
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            only_pass = all(isinstance(each, ast.Pass) for each in node.body)
            assert not only_pass, f"line {node.lineno}: an exception swallowed"


def test_every_dependency_has_its_reason_in_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    readme = (ROOT / "README.md").read_text("utf-8")
    names = {re.match(r"[\w-]+", each)[0] for each in project["dependencies"]}  # type: ignore[index]
    names |= {re.match(r"[\w-]+", each)[0] for each in project["optional-dependencies"]["dev"]}  # type: ignore[index]
    assert [name for name in sorted(names) if name.lower() not in readme.lower()] == []


def test_nothing_is_translated_while_modules_are_imported() -> None:
    # A text translated at import time would stay in the language of the start.
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        for node in tree.body:
            if isinstance(node, ast.Assign | ast.AnnAssign | ast.Expr):
                assert not calls(node, "_"), f"{path.name}:{node.lineno}"
                assert not calls(node, "ngettext"), f"{path.name}:{node.lineno}"
