"""Write a catalogue for a person to fill in: what a site says and is not in it yet.

It is written as text to stand behind what is there, so that nothing of it is touched.
"""

from collections.abc import Container, Iterable
from functools import cache
from io import BytesIO

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from sitegen.text.catalogue import find_usual_rule
from sitegen.text.package_data import read_data
from sitegen.text.wording import CATALOGUE, list_catalogues

_WIDTH = 100


def write_head(language: str) -> str:
    """Return the head of a catalogue, with the rule for plurals that the language has.

    >>> write_head("da").splitlines()[0]
    '# What the site says in Danish. What is left empty stays as it was.'
    """
    try:
        name = Locale.parse(language, sep="-").english_name
    except (UnknownLocaleError, ValueError):
        name = language
    return (
        f"# What the site says in {name or language}. What is left empty stays as it was.\n"
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language.replace("-", "_")}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {find_usual_rule(language)}\\n"\n'
    )


@cache
def list_known() -> frozenset[tuple[str, str]]:
    """Return all that the program and its templates say, each behind its context.

    >>> ("", "Stories") in list_known(), ("date pattern", "d MMMM y") in list_known()
    (True, True)
    """
    return frozenset(_key_of(one) for one in _read_shipped(list_catalogues()[0]) if one.id)


def write_entries(
    language: str, rule: str, own: Iterable[tuple[str, str]], listed: Container[tuple[str, str]]
) -> tuple[str, int]:
    """Return the entries that a catalogue lacks, and how many they are.

    ``rule`` is that for its plurals. ``own`` are the texts of a site's templates, each behind the
    name of one. What we say in the language stands as a comment above its entry.
    """
    code = language.partition("-")[0]
    ours = _read_shipped(code) if code in list_catalogues() else Catalog()
    lacking = Catalog()
    lacking.mime_headers = [("Plural-Forms", rule)]
    for one in _read_shipped(list_catalogues()[0]):
        if one.id and _key_of(one) not in listed:
            said = ours.get(one.id, one.context)
            lacking.add(
                one.id,
                locations=one.locations,
                context=one.context,
                auto_comments=[_tell(said)] if said else [],
            )
    for name, text in own:
        if text not in lacking and ("", text) not in listed:
            lacking.add(text, locations=[(f"templates/{name}", 0)])
    written = BytesIO()
    write_po(written, lacking, omit_header=True, include_lineno=False, width=_WIDTH)
    return written.getvalue().decode().strip("\n"), len(lacking)


def _read_shipped(code: str) -> Catalog:
    return read_po(BytesIO(read_data(__package__, f"{code}/{CATALOGUE}")))


def _key_of(message: Message) -> tuple[str, str]:
    text = message.id[0] if isinstance(message.id, (list, tuple)) else message.id
    return message.context or "", str(text)


def _tell(said: Message) -> str:
    forms = said.string if isinstance(said.string, (list, tuple)) else (said.string,)
    return "ours: " + " | ".join(map(str, forms))
