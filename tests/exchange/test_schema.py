"""The schema says what the reader does, as far as a schema can."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kcdesk.exchange.reader import read_meeting
from kcdesk.exchange.refusal import Refused
from kcdesk.exchange.schema import schema
from kcdesk.exchange.writer import write_meeting
from kcdesk.paths import resource
from kcdesk.services.bundle import MeetingBundle
from tests.exchange.test_round_trip import SAMPLES, bundles

VALIDATOR = Draft202012Validator(schema())
SAMPLE: dict[str, Any] = json.loads(resource("sample", "meeting.json").read_bytes())


def spots(data: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The place of every value in plain data."""
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    deeper = [
        spot
        for key, value in inside
        if isinstance(value, dict | list)
        for spot in spots(value, (*place, key))
    ]
    keys = data if isinstance(data, dict) else range(len(data))
    return [(*place, key) for key in keys] + deeper


SPOTS = spots(SAMPLE)
STRANGE = [None, True, -1, 10**16, "", "x" * 101, "\0", "2026-13-01x", [], {}, [None], {"x": 1}]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", SAMPLES)
def test_it_accepts_the_samples(name: str) -> None:
    content = resource("sample", f"{name}.json").read_bytes()
    VALIDATOR.validate(json.loads(content))
    VALIDATOR.validate(json.loads(write_meeting(read_meeting(content))))


@given(bundles())
def test_it_accepts_what_is_written(bundle: MeetingBundle) -> None:
    VALIDATOR.validate(json.loads(write_meeting(bundle)))


@given(st.sampled_from(SPOTS), st.sampled_from(STRANGE))
def test_it_never_accepts_a_shape_that_the_reader_refuses(
    place: tuple[Any, ...], strange: Any
) -> None:
    data = mutated(place, strange)
    read = outcome(data)
    assert VALIDATOR.is_valid(data) == (read is None), (place, strange, read)


@given(st.sampled_from([spot for spot in SPOTS if isinstance(spot[-1], str)]))
def test_it_knows_no_other_names_than_the_reader(place: tuple[Any, ...]) -> None:
    data = mutated((*place[:-1], "surprise"), 1)
    assert outcome(data) is not None
    assert not VALIDATOR.is_valid(data)


def mutated(place: tuple[Any, ...], value: Any) -> Any:
    """The sample with another value at one place."""
    data = copy.deepcopy(SAMPLE)
    inner: Any = data
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    return data


# What no schema can say: that ids are unique and that references lead to rows of the right kind.
BEYOND = ("another row has the same id", "expected the id of a row")


def outcome(data: Any) -> Refused | None:
    """The error of reading, leaving out what a schema cannot say."""
    try:
        read_meeting(json.dumps(data).encode())
    except Refused as error:
        return None if str(error.problem).startswith(BEYOND) else error
    return None
