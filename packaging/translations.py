"""Keep the translation catalogues in step with the code.

python packaging/translations.py update      extract msgids, update every .po
python packaging/translations.py compile     .po to .mo
python packaging/translations.py check       exit 1 if a catalogue is behind or incomplete
python packaging/translations.py fill F.json  put {msgid: Swedish} into sv (plurals: a list)
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "translations"
KEYWORDS = {"_": None, "Message": (1,), "ngettext": (1, 2), "text": (1,), "plural": (1, 2)}
LANGUAGES = ("sv", "en")


def extracted() -> Catalog:
    """Return the msgids of the code, with where they stand (file only: lines change daily)."""
    template = Catalog(project="kcdesk", charset="utf-8", fuzzy=False)
    template.revision_date = None  # type: ignore[assignment]
    found = extract_from_dir(
        ROOT / "kcdesk",
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=["Translators:"],
    )
    for name, _line, message, comments, context in sorted(found, key=lambda each: each[0]):
        if not message or (isinstance(message, tuple) and not message[0]):
            continue
        template.add(
            message,
            None,
            [(f"kcdesk/{Path(name).as_posix()}", None)],
            auto_comments=comments,
            context=context,
        )
    return template


def po_file(language: str) -> Path:
    """Return where the catalogue of a language lies."""
    return FOLDER / language / "LC_MESSAGES" / "kcdesk.po"


def updated(language: str, template: Catalog) -> Catalog:
    """Return the catalogue of a language brought up to date with the code."""
    path = po_file(language)
    current = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            current = read_po(file, locale=language)
    fresh = Catalog(locale=language, project="kcdesk", charset="utf-8", fuzzy=False)
    for message in template:
        if not message.id:
            continue
        old = current.get(message.id)
        if message.pluralizable:
            empty: object = tuple("" for _ in range(fresh.num_plurals))
            english: object = tuple(message.id)
        else:
            empty, english = "", message.id
        string = old.string if old and any(old.string) else empty
        if language == "en":
            string = english
        fresh.add(message.id, string, message.locations, auto_comments=message.auto_comments)
    return fresh


def serialised(catalog: Catalog) -> bytes:
    """Return a catalogue as stable .po bytes: sorted, without dates."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, sort_output=True, omit_header=False, include_lineno=False)
    lines = buffer.getvalue().split(b"\n")
    dated = (
        b'"POT-Creation-Date',
        b'"PO-Revision-Date',
        b'"Generated-By',
        b"# FIRST AUTHOR",
        b'"Last-Translator',
    )
    return b"\n".join(line for line in lines if not line.startswith(dated))


def write(path: Path, content: bytes) -> None:
    """Write only what changed, so that timestamps mean something."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)


def missing(catalog: Catalog) -> list[str]:
    """Return the msgids without a translation."""
    return [str(each.id) for each in catalog if each.id and not all_of(each.string)]


def all_of(string: object) -> bool:
    """Whether a translation, or each of its plural forms, is there."""
    return all(string) if isinstance(string, tuple | list) else bool(string)


def update() -> int:
    """Bring template and catalogues up to date."""
    template = extracted()
    write(FOLDER / "kcdesk.pot", serialised(template))
    for language in LANGUAGES:
        catalog = updated(language, template)
        write(po_file(language), serialised(catalog))
        for msgid in missing(catalog):
            print(f"{language}: no translation of {msgid!r}")
    return 0


def compile_all() -> int:
    """Write the .mo files that the program reads."""
    for language in LANGUAGES:
        with po_file(language).open("rb") as file:
            catalog = read_po(file, locale=language)
        buffer = io.BytesIO()
        write_mo(buffer, catalog)
        write(po_file(language).with_suffix(".mo"), buffer.getvalue())
    return 0


def check() -> int:
    """Say what is behind the code or untranslated."""
    template = extracted()
    wrong = []
    for language in LANGUAGES:
        path = po_file(language)
        catalog = updated(language, template)
        if not path.exists() or path.read_bytes() != serialised(catalog):
            wrong.append(f"{path.relative_to(ROOT)} is behind the code: make translations")
        wrong += [f"{language}: no translation of {msgid!r}" for msgid in missing(catalog)]
    print("\n".join(wrong) if wrong else f"translations: {len(template)} texts, complete")
    return 1 if wrong else 0


def fill(name: str) -> int:
    """Put Swedish texts into the catalogue."""
    texts: dict[str, str | list[str]] = json.loads(Path(name).read_text("utf-8"))
    template = extracted()
    catalog = updated("sv", template)
    for msgid, swedish in texts.items():
        entry = catalog.get(msgid)
        if entry is None:
            print(f"not in the code: {msgid!r}")
            continue
        entry.string = tuple(swedish) if isinstance(swedish, list) else swedish
    write(po_file("sv"), serialised(catalog))
    return update() or compile_all()


def main(arguments: list[str]) -> int:
    """Run one of the commands above."""
    match arguments:
        case ["update"]:
            return update()
        case ["compile"]:
            return compile_all()
        case ["check"]:
            return check()
        case ["fill", name]:
            return fill(name)
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
