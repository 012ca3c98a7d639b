"""What was written and what was struck."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kcdesk.services.word_changes import Fate, Stretch, word_changes

texts = st.lists(st.sampled_from(["mötet", "nämnden", "beslutar", " ", "\n", "att ", "å"])).map(
    "".join
) | st.text(max_size=30)


@given(texts, texts)
def test_the_stretches_are_both_texts(before: str, after: str) -> None:
    found = word_changes(before, after)
    assert "".join(each.text for each in found if each.fate is not Fate.ADDED) == before
    assert "".join(each.text for each in found if each.fate is not Fate.REMOVED) == after
    assert all(one.fate is not other.fate for one, other in pairwise(found))
    assert all(each.text for each in found)


@given(texts)
def test_the_same_text_is_kept(text: str) -> None:
    assert word_changes(text, text) == ((Stretch(Fate.KEPT, text),) if text else ())


def test_words_change_whole() -> None:
    assert word_changes("Nämnden beslutar att avslå.", "Nämnden beslutar att bifalla.") == (
        Stretch(Fate.KEPT, "Nämnden beslutar att "),
        Stretch(Fate.REMOVED, "avslå."),
        Stretch(Fate.ADDED, "bifalla."),
    )
