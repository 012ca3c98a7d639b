"""Fifteen decisions and actions by commands take no more keys than the text itself, nearly."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.benchmarks.keyboard import LIMIT, NAMES, OWN, counted, read_seed

SEED = """
Beslutande:

Karin Holm, Norråsa kommun
Jonas Öhman Ek, Rotsjö kommun
Lisa Sand, föredragande och sekreterare
Deltagare
Lisa Sand, Karin Holm

3. Ekonomi

BESLUT

Gruppen antar budgeten.

4. Kurs

ÅTGÄRDER\tSLUTDATUM\tANSVARIG
- Läs boken\t2027-03-02\tKarin Holm
- Läs boken\t2027-03-02\tJonas ÖhmanEk

5. Profil

ÅTGÄRDER

följ upp profilen

SLUTDATUM

2027-05-08

ANSVARIG

Lisa Sand

BESLUT

Gruppen går vidare.
Frågan tas upp igen.
"""


def test_commands_take_at_most_a_little_more_keys_than_bare_text(qapp: QApplication) -> None:
    assert len(OWN) == 15
    keys, bare = counted(OWN, NAMES)
    assert keys <= LIMIT * bare


def test_a_seed_is_read_with_its_owners_together(tmp_path) -> None:
    path = tmp_path / "seed.txt"
    path.write_text(SEED, "utf-8")
    entries, names = read_seed(path)
    assert names == ("Karin Holm", "Jonas Öhman Ek", "Lisa Sand")
    assert [(each.text, each.day, each.owners) for each in entries] == [
        ("Gruppen antar budgeten.", "", ()),
        ("Läs boken", "2027-03-02", ("Karin Holm", "Jonas Öhman Ek")),
        ("följ upp profilen", "2027-05-08", ("Lisa Sand",)),
        ("Gruppen går vidare. Frågan tas upp igen.", "", ()),
    ]
