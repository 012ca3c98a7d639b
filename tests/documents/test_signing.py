"""Signing electronically: fields that wait, signatures one after another, and what they prove."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from kcdesk.documents import Document, PrintJob, render
from kcdesk.documents.signing import sign, signatures
from kcdesk.domain.error import UserFacingError
from kcdesk.services.pdf_signature import Certificate
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.certificates import PASSPHRASE, issuer, person
from tests.documents.meetings import board, formal_meeting, group, informal_meeting
from tests.documents.reading import hear

NAMES = ("Lisa Nyman", "Åsa Öberg", "Nils-Ánte Ŋarbi")


@pytest.fixture(scope="module")
def waiting() -> bytes:
    job = PrintJob(formal_meeting(), board(), SwedishCalendar(), signature_fields=True)
    return render(job).pdf


@pytest.fixture(scope="module")
def signed(waiting: bytes) -> list[bytes]:
    """The file after each of three signatures."""
    files = [waiting]
    for place, name in zip(signatures(waiting), NAMES, strict=False):
        files.append(sign(files[-1], place.field, person(name)))
    return files[1:]


def test_each_line_to_sign_on_is_a_field_that_says_whose_it_is(waiting: bytes) -> None:
    places = signatures(waiting)
    assert [place.field for place in places][:2] == ["secretary", "chair_1"]
    assert places[0].purpose == "Lisa Nyman, sekreterare"
    assert not any(place.is_signed for place in places)
    assert hear(waiting).of("Form") == [""] * len(places)


def test_notes_have_lines_to_sign_on_where_that_is_asked_for() -> None:
    job = PrintJob(informal_meeting(), group(), SwedishCalendar(), Document.NOTES)
    assert signatures(render(job).pdf) == ()
    pdf = render(replace(job, signature_fields=True)).pdf
    kinds = {place.field.split("_")[0] for place in signatures(pdf)}
    assert kinds == {"secretary", "chair"}
    said = hear(pdf)
    assert not any(text.startswith("/") for text in said.of("P"))
    assert len(said.of("Form")) == len(signatures(pdf))


def test_without_being_asked_for_there_is_no_field() -> None:
    pdf = render(PrintJob(formal_meeting(), board(), SwedishCalendar())).pdf
    assert signatures(pdf) == ()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert "/AcroForm" not in file.Root


def test_the_fields_change_nothing_that_is_read(waiting: bytes) -> None:
    plain = render(PrintJob(formal_meeting(), board(), SwedishCalendar())).pdf
    assert hear(waiting).text == hear(plain).text


def test_three_sign_one_after_another(signed: list[bytes]) -> None:
    found = [each for each in signatures(signed[-1], issuer()) if each.is_signed]
    assert [each.signer for each in found] == list(NAMES)
    assert all(each.is_intact and each.is_trusted for each in found)
    assert {each.organisation for each in found} == {"Exempels kommun"}
    assert all(each.at is not None for each in found)


def test_each_signature_only_adds_to_the_file(waiting: bytes, signed: list[bytes]) -> None:
    for before, after in zip([waiting, *signed], signed, strict=False):
        assert after.startswith(before)


def test_an_issuer_that_nobody_named_is_not_judged(signed: list[bytes]) -> None:
    assert signatures(signed[0])[0].is_trusted is None


def test_another_issuers_signature_is_not_trusted(signed: list[bytes]) -> None:
    place = signatures(signed[0], issuer("Någon annan"))[0]
    assert place.is_intact
    assert place.is_trusted is False


def test_a_changed_letter_is_found(signed: list[bytes]) -> None:
    changed = bytearray(signed[-1])
    at = changed.index(b"stream", 5000) + 20
    changed[at] ^= 1
    assert not any(each.is_intact for each in signatures(bytes(changed)) if each.is_signed)


def test_a_page_added_after_the_signatures_is_found(signed: list[bytes]) -> None:
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(signed[-1]))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/MediaBox"] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 300, 300)))
    writer.update_container(page)
    changed = io.BytesIO()
    writer.write(changed)
    assert not any(each.is_intact for each in signatures(changed.getvalue()) if each.is_signed)


def test_a_field_is_signed_once(signed: list[bytes]) -> None:
    with pytest.raises(UserFacingError, match="has already signed"):
        sign(signed[0], "secretary", person("Åsa Öberg"))


def test_a_field_that_is_not_there_is_named_with_those_that_are(waiting: bytes) -> None:
    with pytest.raises(UserFacingError) as trouble:
        sign(waiting, "treasurer", person("Åsa Öberg"))
    assert "secretary" in str(trouble.value.remedy)


def test_a_document_without_fields_says_where_they_come_from() -> None:
    pdf = render(PrintJob(formal_meeting(), board(), SwedishCalendar())).pdf
    with pytest.raises(UserFacingError) as trouble:
        sign(pdf, "secretary", person("Åsa Öberg"))
    assert "signature fields" in str(trouble.value.remedy)


@pytest.mark.parametrize(
    "certificate",
    [
        Certificate(person("Lisa Nyman").content, "fel ord"),
        Certificate(b"no certificate", PASSPHRASE),
    ],
)
def test_a_certificate_that_does_not_open(waiting: bytes, certificate: Certificate) -> None:
    with pytest.raises(UserFacingError, match="could not be opened"):
        sign(waiting, "secretary", certificate)


def test_no_pdf_at_all() -> None:
    with pytest.raises(UserFacingError, match="no PDF"):
        signatures(b"Protokoll")


def test_issuers_that_are_none(waiting: bytes) -> None:
    with pytest.raises(UserFacingError, match="PEM"):
        signatures(waiting, b"no certificates")
