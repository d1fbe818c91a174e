"""Bring the catalogues of the interface up to date with the words in code and templates.

Run it after a change of such words, then translate what it lists: it adds what is new, empty, and
takes out what is not said any more. docs/languages.md tells the rest.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "sitegen" / "text"
NAME = "interface.po"
_OPTIONS = {"trimmed": "false", "newstyle_gettext": "true"}
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "_patterns": ((1, "c"), 2),
    "plural_forms": (1, 2),
}
_HEADER = """\
# What a site says in {language}, beside its articles: see docs/languages.md.
# This file is part of sitegen, under its licence.
"""


def extract_words() -> Catalog:
    """Return a catalogue of all that the interface says, in English, in the order of the files."""
    catalog = Catalog(project="sitegen", charset="utf-8")
    for path, method in sorted(_list_sources()):
        place = (path.relative_to(ROOT).as_posix(), 0)
        with path.open("rb") as file:
            for _, words, _, context in extract(method, file, _KEYWORDS, options=_OPTIONS):
                catalog.add(words, locations=[place], context=context)
    return catalog


def update(old: bytes, words: Catalog, code: str) -> bytes:
    """Return the file of a catalogue with these words, translated as far as ``old`` is."""
    known = read_po(BytesIO(old), locale=code)
    made = Catalog(locale=code, header_comment=_HEADER.format(language=Locale(code).english_name))
    for message in words:
        if not message.id:
            continue
        before = known.get(message.id, message.context)
        made.add(
            message.id,
            string=before.string if before and not before.fuzzy else "",
            locations=message.locations,
            context=message.context,
            user_comments=before.user_comments if before else (),
        )
    written = BytesIO()
    write_po(written, made, omit_header=True, include_lineno=False, width=100)
    plural = f'"Plural-Forms: {made.plural_forms}\\n"\n'
    head = f'{made.header_comment}msgid ""\nmsgstr ""\n"Language: {code}\\n"\n'
    kind = '"Content-Type: text/plain; charset=utf-8\\n"\n'
    return (head + kind + plural).encode() + b"\n" + written.getvalue()


def _list_sources() -> Iterator[tuple[Path, str]]:
    for path in (ROOT / "sitegen").rglob("*.py"):
        yield path, "python"
    for path in (ROOT / "templates").rglob("*.html"):
        yield path, "jinja2.ext:babel_extract"


def main() -> int:
    """Write the catalogues anew, and tell how much of each is left to translate."""
    words = extract_words()
    left = 0
    for path in sorted(FOLDER.glob(f"*/{NAME}")):
        data = update(path.read_bytes(), words, path.parent.name)
        path.write_bytes(data)
        empty = [one for one in read_po(BytesIO(data)) if one.id and not _is_translated(one.string)]
        left += len(empty)
        print(f"{path.relative_to(ROOT)}: {len(words)} texts, {len(empty)} to translate")
    return 1 if left else 0


def _is_translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
