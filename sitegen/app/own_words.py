"""Read the words of a site's own: catalogues of gettext in templates/locale/."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.app.files import FoundFile, find_files, show_name
from sitegen.app.template_files import WORDS, read_template
from sitegen.model.problem import Problem

_ENDING = ".po"
_LARGEST = 2**20
# A tag of a language as gettext writes it (pt_BR) or as pages do (pt-BR).
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.ASCII)
_MOST_NAMED = 8  # of what is wrong with one file


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The words by language, as settings have them, and what is wrong with their files."""

    words: tuple[tuple[str, bytes], ...]
    problems: tuple[Problem, ...]


def read_own_words(templates: Path) -> OwnWords:
    """Read all catalogues of a site. Raise TemplateError for a file that cannot be read."""
    words: dict[str, bytes] = {}
    problems: list[Problem] = []
    for found, language in find_catalogues(templates):
        place = f"templates/{show_name(found.name)}"
        if flaw := _examine(found, language, words):
            problems.append(Problem(place, flaw, "warning"))
            continue
        # Imported late: most sites have no words of their own.
        from sitegen.text.catalogue import read_catalogue

        read = read_catalogue(read_template(found), language)
        words[language] = read.compiled
        problems += _tell(place, read.flaws)
    said = tuple((language, compiled) for language, compiled in words.items() if compiled)
    return OwnWords(said, tuple(problems))


def find_catalogues(templates: Path) -> Iterator[tuple[FoundFile, str]]:
    """Yield the catalogues of a site, each with the language that it is named after, or none."""
    for found in find_files(templates):
        if found.name.startswith(WORDS) and found.name.endswith(_ENDING):
            name = found.name.removeprefix(WORDS).removesuffix(_ENDING)
            yield found, read_language(name)


def read_language(name: str) -> str:
    """Return the language that a catalogue of that name is for, empty where that is none.

    >>> read_language("pt_BR"), read_language("fr"), read_language("french"), read_language("a/b")
    ('pt-br', 'fr', '', '')
    """
    tag = name.replace("_", "-").lower()
    return tag if _LANGUAGE.fullmatch(tag) else ""


def _examine(found: FoundFile, language: str, read: Container[str]) -> str:
    if not language:
        return (
            "is not read, because it is named after no language; "
            f"name it after one, such as templates/{WORDS}fr{_ENDING}"
        )
    if language in read:
        return "is for the same language as another file; make one file of the two"
    if _LARGEST < found.mark.size:
        limit = _LARGEST // 2**20
        return f"is not read, because it is too large (the limit is {limit} MiB); shorten it"
    return ""


def _tell(place: str, flaws: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    told = list(flaws)
    for line, message in told[:_MOST_NAMED]:
        yield Problem(f"{place}:{line}", f"{message}; it is left out until then", "warning")
    if _MOST_NAMED < len(told):
        message = f"has {len(told) - _MOST_NAMED} more such lines; mend those named first"
        yield Problem(place, message, "warning")
