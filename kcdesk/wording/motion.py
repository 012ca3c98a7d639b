"""Yrkanden in customary words: "Per-Erik Modin (C) yrkar bifall till förslaget."."""

from __future__ import annotations

from kcdesk.domain.decision import Motion, MotionFate, MotionKind
from kcdesk.domain.records import Records
from kcdesk.i18n import Catalogue
from kcdesk.wording.name import names_of
from kcdesk.wording.sentence import capital, ended


def motion_sentence(texts: Catalogue, records: Records, motion: Motion) -> str:
    """Return what is moved and by whom. Without a mover, the motion's own words alone."""
    names = names_of(records, motion.movers, motion.mover_text)
    if not names:
        return capital(ended(motion.text))
    who, count = texts.listed(names), len(names)
    sentence = _moved(texts, motion, who, count)
    if motion.kind in _WITH_REASONS and motion.text:
        sentence = f"{sentence} {capital(ended(motion.text))}"
    if motion.fate is MotionFate.WITHDRAWN:
        withdrawn = texts.text("The motion is withdrawn.")
        sentence = f"{sentence} {withdrawn}"
    return sentence


_WITH_REASONS = (
    MotionKind.ASSENT,
    MotionKind.REJECTION,
    MotionKind.TABLING,
    MotionKind.REFERRAL_BACK,
)


def _moved(texts: Catalogue, motion: Motion, who: str, count: int) -> str:
    match motion.kind:
        case MotionKind.ASSENT:
            return texts.plural(
                "{who} moves that the proposal be adopted.",
                "{who} move that the proposal be adopted.",
                count,
                who=who,
            )
        case MotionKind.REJECTION:
            return texts.plural(
                "{who} moves that the proposal be rejected.",
                "{who} move that the proposal be rejected.",
                count,
                who=who,
            )
        case MotionKind.TABLING:
            return texts.plural(
                "{who} moves that the item be tabled.",
                "{who} move that the item be tabled.",
                count,
                who=who,
            )
        case MotionKind.REFERRAL_BACK:
            return texts.plural(
                "{who} moves that the item be referred back.",
                "{who} move that the item be referred back.",
                count,
                who=who,
            )
        case MotionKind.AMENDMENT | MotionKind.OWN:
            return _in_own_words(texts, motion.text, who, count)


def _in_own_words(texts: Catalogue, text: str, who: str, count: int) -> str:
    """Return the motion with "att" before its words, unless they begin with it."""
    words = text.strip()
    if words.split(" ", 1)[0].lower() not in ("att", "that"):
        words = texts.text("that {what}", what=words) if words else words
    sentence = texts.plural("{who} moves {what}", "{who} move {what}", count, who=who, what=words)
    return ended(sentence)
