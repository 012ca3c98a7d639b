"""The same data is the same text, whatever order it came in; other data is another text."""

from __future__ import annotations

import json
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.canonical import canonical_json, sha256

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=20,
)


def shuffled(data, dice: random.Random):
    """The same data with the keys of every object in another order."""
    if isinstance(data, dict):
        items = list(data.items())
        dice.shuffle(items)
        return {key: shuffled(value, dice) for key, value in items}
    return [shuffled(each, dice) for each in data] if isinstance(data, list) else data


@given(PLAIN, st.integers())
def test_the_order_of_keys_does_not_matter(data, seed: int) -> None:
    assert canonical_json(data) == canonical_json(shuffled(data, random.Random(seed)))


@given(PLAIN)
def test_it_reads_back_and_is_written_the_same_again(data) -> None:
    text = canonical_json(data)
    assert json.loads(text) == data
    assert canonical_json(json.loads(text)) == text


@given(PLAIN, PLAIN)
def test_other_data_is_another_text(one, other) -> None:
    same = repr(one) == repr(other) or (one == other and type(one) is type(other))
    if canonical_json(one) == canonical_json(other):
        assert json.loads(canonical_json(one)) == json.loads(canonical_json(other))
        assert same or one == other


def test_it_is_what_is_documented() -> None:
    assert canonical_json({"ö": [1, True, None], "a": 'å\n"'}) == (
        '{"a":"å\\n\\"","ö":[1,true,null]}'
    )


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json(math.nan)


def test_the_hash_is_of_the_texts_in_utf_8() -> None:
    abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256("abc") == sha256("a", "bc") == abc
