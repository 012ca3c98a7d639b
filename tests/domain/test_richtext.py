"""Rich text: one stored form, and splices that fit only the text they were made against."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.richtext import (
    Mark,
    Span,
    cut,
    length,
    normal,
    plain,
    splice,
    text_of,
)
from tests import strategies

B, I = (Mark.BOLD,), (Mark.ITALIC,)  # noqa: E741  # as on the buttons
LOOSE = st.lists(
    st.builds(
        Span, st.text("aå", max_size=3), st.sampled_from([(), B, I, (Mark.ITALIC, Mark.BOLD)])
    ),
    max_size=6,
)


def letters(spans) -> list[tuple]:
    """Each character with its form: what rich text means, however it is cut up."""
    return [(letter, frozenset(span.marks), span.link) for span in spans for letter in span.text]


@given(LOOSE)
def test_the_normal_form_means_the_same_and_is_one(spans):
    tidy = normal(spans)
    assert letters(tidy) == letters(spans)
    assert normal(tidy) == tidy
    assert all(span.text and list(span.marks) == sorted(set(span.marks)) for span in tidy)
    assert not any(one.same_form(other) for one, other in itertools.pairwise(tidy))


@given(LOOSE, LOOSE)
def test_texts_that_mean_the_same_have_one_normal_form(one, other):
    assert (normal(one) == normal(other)) == (letters(one) == letters(other))


@given(strategies.spans(wild=True), st.integers(-3, 60), st.integers(-3, 60))
def test_cutting_is_slicing(spans, start, end):
    expected = letters(spans)[max(start, 0) : max(end, 0)]
    assert letters(cut(spans, start, end)) == expected


@given(st.data())
def test_a_splice_replaces_just_that_and_can_be_taken_back(data):
    spans = data.draw(strategies.spans(wild=True))
    at, end = sorted(data.draw(st.integers(0, length(spans))) for _ in range(2))
    inserted = data.draw(strategies.spans(wild=True))
    removed = cut(spans, at, end)
    changed = splice(spans, at, removed, inserted)
    before = letters(spans)
    assert letters(changed) == before[:at] + letters(inserted) + before[end:]
    assert changed == normal(changed)
    assert splice(changed, at, inserted, removed) == spans


@pytest.mark.parametrize(
    ("at", "removed"),
    [
        (0, plain("x")),
        (1, plain("ab")),
        (-1, plain("a")),
        (5, ()),
        (-1, ()),
        (0, (Span("ab", B),)),  # the letters stand there, but not in bold
    ],
)
def test_a_splice_against_another_text_is_refused(at, removed):
    with pytest.raises(ValueError, match="not what stands there"):
        splice(plain("abcd"), at, removed, plain("new"))


def test_text_that_was_stored_in_pieces_can_still_be_edited():
    pieces = (Span("ab"), Span("cd"))
    assert splice(pieces, 1, plain("bc"), plain("X")) == plain("aXd")


def test_offsets_count_code_points():
    assert length(plain("å😀")) == 2
    assert text_of(cut(plain("å😀x"), 1, 2)) == "😀"


def test_plain_text_has_one_span_or_none():
    assert plain("a") == (Span("a"),)
    assert plain("") == ()


def test_a_link_is_part_of_the_form():
    linked = Span("a", link="https://exempel.se")
    assert not linked.same_form(Span("a"))
    assert normal((linked, Span("b", link="https://exempel.se"))) == (
        Span("ab", link="https://exempel.se"),
    )
