"""Presenters who are not at the meeting keep title and organisation."""

import pytest

from kcdesk.services.read_people import NamedPeople, NamedPerson
from kcdesk.services.read_presenters import (
    Presented,
    read_presented,
    read_presenters,
    written_presented,
    written_presenters,
)

KNOWN = {"siv": "p1", "siv åkerlund": "p1"}
NAMES = {"p1": "Siv Åkerlund"}


def test_parentheses_belong_to_the_name_before_them() -> None:
    text = "siv, Elsa Brandt (konsumentvägledare, Norråsa kommun och Nordby), Ove"
    read = read_presenters(text, KNOWN, NAMES)
    assert read.people == (
        NamedPerson("Siv Åkerlund", "p1"),
        NamedPerson("Elsa Brandt (konsumentvägledare, Norråsa kommun och Nordby)"),
        NamedPerson("Ove"),
    )
    assert written_presenters(read.people) == text.replace("siv", "Siv Åkerlund")


def test_somebody_at_the_meeting_is_known_in_spite_of_parentheses() -> None:
    assert read_presenters("Siv (S)", KNOWN, NAMES) == NamedPeople(
        (NamedPerson("Siv Åkerlund", "p1"),)
    )


@pytest.mark.parametrize(
    ("text", "presented"),
    [
        ("Elsa Brandt", Presented("Elsa Brandt")),
        (
            "Elsa Brandt (konsumentvägledare, Norråsa kommun)",
            Presented("Elsa Brandt", "konsumentvägledare", "Norråsa kommun"),
        ),
        (
            "Ove Rask (Upphandlingsgruppen, Norråsa kommun)",
            Presented("Ove Rask", organisation="Upphandlingsgruppen, Norråsa kommun"),
        ),
        ("Ove (strateg)", Presented("Ove", "strateg")),
        ("Ove (Vice VD; SKR)", Presented("Ove", "Vice VD", "SKR")),
        ("Ove (; region Väst)", Presented("Ove", "", "region Väst")),
        ("(ingen)", Presented("(ingen)")),
        ("Ove (SKR", Presented("Ove (SKR")),
    ],
)
def test_a_small_letter_makes_a_title(text: str, presented: Presented) -> None:
    assert read_presented(text) == presented
    assert written_presented(presented) == text
