"""All row classes: registered, owned, and with a place for what minutes hold."""

from __future__ import annotations

import importlib
import pkgutil

import kcdesk.domain
from kcdesk.domain.catalogue import NOUNS, ROW_TYPES, STREAM_ROOTS
from kcdesk.domain.item import Item
from kcdesk.domain.row import (
    Row,
    fields_of,
    new_id,
    owned_types,
    reference_fields,
    types_of,
)


def classes_of(module) -> set[type[Row]]:
    return {
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Row) and each.__module__ == module.__name__
    } - {Row}


def test_the_catalogue_knows_every_row_class():
    found: set[type[Row]] = set()
    for info in pkgutil.iter_modules(kcdesk.domain.__path__):
        found |= classes_of(importlib.import_module(f"kcdesk.domain.{info.name}"))
    assert found == set(ROW_TYPES.values())
    assert found == {each for module in NOUNS for each in classes_of(module)}


def test_every_class_belongs_to_a_stream():
    reached = set(STREAM_ROOTS)
    for _ in ROW_TYPES:
        reached |= {cls.table for cls in ROW_TYPES.values() if reached.intersection(cls.owners)}
    assert reached == set(ROW_TYPES)
    assert {cls.table for cls in ROW_TYPES.values() if not cls.owners} == set(STREAM_ROOTS)


def test_references_name_tables_and_are_texts():
    for cls in ROW_TYPES.values():
        for name, tables in reference_fields(cls).items():
            assert set(tables) <= set(ROW_TYPES)
            assert types_of(cls)[name] in (str | None, tuple[str, ...])


def test_names_are_one_each():
    assert len({cls.plural for cls in ROW_TYPES.values()}) == len(ROW_TYPES)


def test_fields_and_owned_types():
    assert list(fields_of(Item))[:4] == ["id", "owner_id", "position", "title"]
    assert Item in owned_types("item")
    assert Item in owned_types("meeting")
    assert owned_types("ballot") == ()


def test_ids_are_fresh():
    assert new_id() != new_id()
