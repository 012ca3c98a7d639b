"""The least that changed is what views are told."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from kcdesk.ui.qt.line_model import LINE_ROLE, LineModel


@dataclass(frozen=True)
class Word:
    id: str
    text: str = ""


class Words(LineModel[Word]):
    def shown(self, line, role):
        return line.text if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def model(qapp):
    return Words()


def words(ids):
    return [Word(id, id) for id in ids]


def test_rows_are_inserted_removed_and_changed_one_by_one(model, qtbot):
    model.show_lines(words("abc"))
    told = []
    model.rowsInserted.connect(lambda _parent, first, _last: told.append(("in", first)))
    model.rowsRemoved.connect(lambda _parent, first, _last: told.append(("out", first)))
    model.dataChanged.connect(lambda first, _last, _roles: told.append(("changed", first.row())))
    model.show_lines([Word("a", "a"), Word("d", "d"), Word("c", "C")])
    assert told == [("out", 1), ("in", 1), ("changed", 2)]
    told.clear()
    model.show_lines(model.lines)
    assert told == []


def test_what_a_row_shows(model):
    model.show_lines(words("ab"))
    index = model.index_of("b")
    assert index.data() == "b"
    assert index.data(LINE_ROLE) == Word("b", "b")
    assert model.rowCount(index) == 0
    assert not model.index_of("x").isValid()
    assert model.data(model.index_of("x")) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), min_size=2, max_size=4))
def test_persistent_indexes_follow_their_lines(model, states):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.QtTest)
    for before, after in pairwise(states):
        model.show_lines(words(before))
        kept = {id: QPersistentModelIndex(model.index_of(id)) for id in before}
        model.show_lines(words(after))
        assert [line.id for line in model.lines] == after
        for id, index in kept.items():
            assert index.isValid() == (id in after)
            if id in after:
                assert index.row() == after.index(id)
    tester.deleteLater()
