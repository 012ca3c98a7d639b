"""Checks 1, 3, 4, 33: who was there, who served, from where."""

from datetime import time

import pytest

from kcdesk.domain.body import MemberKind, Regime
from kcdesk.domain.item import Item, ItemKind, Recusal
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.participant import Attendance, Participant, Presence, Service, Standing
from tests.services.check.case import MUST, PRACTICE, Case, check_case, said
from tests.services.check.scene import Scene

MEMBERS = ("anna", "bo", "cia", "dan")
PRESENT = Attendance.PRESENT


def gone(scene: Scene, *ids: str) -> Scene:
    for id in ids:
        scene.set(id, attendance=Attendance.ABSENT)
    return scene


def without_items(scene: Scene) -> Scene:
    return scene.drop("open", "plan", "choose")


def recused(scene: Scene) -> Scene:
    gone(scene, "dan")
    for id in ("bo", "cia"):
        scene.add(Recusal(id=f"jav-{id}", owner_id="plan", participant_id=id))
    return scene


CASES = [
    Case("nobody serves", 1, MUST, lambda s: gone(s, *MEMBERS, "sam"), lambda s: gone(s, "bo")),
    Case(
        "nobody serves, and no items",
        1,
        MUST,
        lambda s: gone(without_items(s), *MEMBERS, "sam", "tea"),
        without_items,
    ),
    Case(
        "serves for nobody",
        1,
        PRACTICE,
        lambda s: s.set("serving", for_participant_id=None),
        lambda s: s.set("serving", until_item_id="plan"),
    ),
    Case(
        "a vacant seat beside an idle substitute",
        1,
        PRACTICE,
        lambda s: s.drop("serving"),
        lambda s: gone(s.drop("serving"), "sam", "tea"),
    ),
    Case(
        "two of five serve",
        3,
        MUST,
        lambda s: gone(s, "bo", "cia", "dan"),
        lambda s: gone(s, "bo", "cia"),
    ),
    Case(
        "too few from one item on",
        3,
        MUST,
        lambda s: [
            s.add(Presence(id=f"at-{id}", owner_id=id, until_item_id="plan"))
            for id in ("bo", "cia", "dan")
        ],
        lambda s: s.add(Presence(id="at-bo", owner_id="bo", until_item_id="plan")),
    ),
    Case(
        "jäv lowers the number in a board, not in fullmäktige",
        3,
        MUST,
        recused,
        lambda s: recused(s).body(regime=Regime.COUNCIL),
    ),
    Case(
        "too few at the opening alone",
        3,
        MUST,
        lambda s: gone(s, "bo", "cia", "dan").set("open", kind=ItemKind.INFORMATION),
        lambda s: [
            s.add(
                Presence(
                    id=f"at-{id}",
                    owner_id=id,
                    from_item_id="plan",
                    from_time=ClockTime(time(9, 5)),
                )
            )
            for id in ("bo", "cia", "dan")
        ],
    ),
    Case("more than the seats", 4, PRACTICE, lambda s: s.body(seats=4), lambda s: s.body(seats=5)),
    Case("no seats known", 4, PRACTICE, lambda s: s.body(seats=None), lambda s: s),
    Case(
        "listed twice by name",
        4,
        PRACTICE,
        lambda s: s.add(listed("twin", "bo ek ")),
        lambda s: s.add(listed("other", "Bo Ekman")),
    ),
    Case(
        "listed twice as a person",
        4,
        PRACTICE,
        lambda s: s.set("bo", person_id="p").set("lisa", person_id="p"),
        lambda s: s.set("bo", person_id="p").set("lisa", person_id="q"),
    ),
    Case(
        "serves for one who serves",
        4,
        PRACTICE,
        lambda s: s.set("eva", attendance=PRESENT),
        lambda s: (
            s.set("eva", attendance=PRESENT)
            .set("serving", until_item_id="plan")
            .add(Presence(id="late", owner_id="eva", from_item_id="choose"))
        ),
    ),
    Case(
        "not confirmed at the roll call",
        4,
        PRACTICE,
        lambda s: s.set("bo", attendance=Attendance.EXPECTED),
        lambda s: s.set("lisa", attendance=Attendance.EXPECTED),
    ),
    Case(
        "somebody far away, the meeting not",
        33,
        PRACTICE,
        lambda s: s.set("bo", remote=True),
        lambda s: s.set("eva", remote=True),
    ),
    Case(
        "the meeting at a distance, nobody marked",
        33,
        PRACTICE,
        lambda s: s.set("m", remote=True),
        lambda s: s.set("m", remote=True).set("bo", remote=True),
    ),
]


def listed(id: str, name: str) -> Participant:
    return Participant(id=id, owner_id="m", name=name, standing=Standing.OTHER)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_spoils_the_attendance(case: Case) -> None:
    check_case(case)


def test_a_stretch_without_quorum_is_one_finding() -> None:
    scene = gone(Scene(), "bo", "cia", "dan")
    assert [said(each) for each in scene.of(3)] == ["§§ 53–54: 2 of 5 serve; the quorum is 3."]
    scene.drop("choose").set("plan", numbered=False)
    assert [said(each) for each in scene.of(3)] == ["Plan: 2 of 5 serve; the quorum is 3."]


def test_nobody_to_count_says_so_once() -> None:
    scene = Scene().drop(*[id for id, row in Scene().rows.items() if row.table == "participant"])
    assert scene.of(3) == []
    assert scene.of(4) == []
    assert [said(each) for each in scene.of(1)] == ["Attendance: No serving member is listed."]


def test_an_idle_substitute_is_offered_for_a_vacant_seat() -> None:
    scene = Scene().drop("serving")
    (found,) = scene.of(1)
    assert found.fix is not None
    after = scene.records().apply(found.fix.make(scene.records()))
    (service,) = after.all(Service)
    assert (service.owner_id, service.for_participant_id) == ("sam", "eva")


def test_a_meeting_held_partly_far_away_says_so_at_once() -> None:
    scene = Scene().set("bo", remote=True)
    (found,) = scene.of(33)
    assert said(found) == "Head: Bo Ek took part from a distance, but the head does not say so."
    assert found.fix is not None
    assert found.fix.make(scene.records()).operations[0].after is True
    for regime, source in (
        (Regime.COUNCIL, "KL 5:16"),
        (Regime.COORDINATION_FEDERATION, "lag 2003:1210 § 19 a"),
        (Regime.COMMITTEE, "KL 6:24"),
    ):
        assert scene.body(regime=regime).of(33)[0].source == source


def test_a_substitute_of_no_kind_is_a_member() -> None:
    scene = Scene().set("tea", kind=None)
    assert [said(each) for each in scene.of(4)] == ["§ 52: 6 serve, but the body has 5 seats."]
    assert scene.set("tea", kind=MemberKind.SUBSTITUTE).of(4) == []


def test_sub_items_are_named_after_their_item() -> None:
    scene = Scene().add(
        Item(id="sub", owner_id="plan", title="Workshop", kind=ItemKind.DECISION, numbered=False)
    )
    assert [said(each) for each in scene.of(2)] == ["§ 53, Workshop: No decision is written."]
