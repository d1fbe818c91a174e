"""Give a person the catalogue of a site's own words to fill in, and say what it lacks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitegen.app.files import show_name
from sitegen.app.inputs import read_theme
from sitegen.app.job import Job
from sitegen.app.nearest import find_nearest
from sitegen.app.own_words import find_catalogues, read_language
from sitegen.app.template_files import WORDS, read_template
from sitegen.errors import UsageError
from sitegen.model.problem import Problem
from sitegen.publish import list_words
from sitegen.text.blank_catalogue import list_known, write_entries, write_head
from sitegen.text.catalogue import Listed, Translated, read_catalogue
from sitegen.text.wording import SOURCE_LANGUAGE, list_catalogues

Values = dict[str, Any]

_MOST_NAMED = 5


def extend_catalogue(job: Job, name: str) -> Values:
    """Add to a catalogue, which may be missing, all that it lacks, and return what was done.

    What stands there stays as it is, byte for byte. Raise UsageError, TemplateError, OSError.
    """
    name = name or job.settings.language
    language = read_language(name)
    if not language:
        raise UsageError(f"{name!r} is no tag of a language; write it such as fr or pt-BR")
    known = [found for found, tag in find_catalogues(job.site.templates) if tag == language]
    path = known[0].name if known else f"{WORDS}{name}.po"
    before = read_template(known[0]) if known else b""
    read = read_catalogue(before, language)
    place = f"templates/{show_name(path)}"
    for line, message in read.flaws:
        raise UsageError(f"{place}:{line}: {message}, then run this again")
    listed = {(one.context, one.text) for one in read.texts}
    own = list(list_words(read_theme(job.site.templates)))
    texts = frozenset(text for _, text in own)
    entries, added = write_entries(language, read.rule, own, listed)
    unknown = _find_unknown(read, texts)
    if added:
        head = write_head(language) if not before else "" if before.endswith(b"\n") else "\n"
        _append(job.site.templates / path, f"{head}\n{entries}\n".encode())
    return {
        "path": place,
        "language": language,
        "added": added,
        "texts": len(listed) + added,
        "translated": _count_said(read),
        "unknown": [
            {"line": one.line, "text": one.text, "nearest": nearest}
            for one, nearest in _name_unknown(unknown, texts)
        ],
        "more_unknown": max(0, len(unknown) - _MOST_NAMED),
    }


def write_words(values: Values) -> str:
    """Return what was done with a catalogue, for people."""
    return "\n".join(_list_lines(values))


def diagnose_words(job: Job) -> Iterator[Problem]:
    """Yield what a site translates in vain, and how much of its language is left."""
    own = frozenset(text for _, text in list_words(read_theme(job.site.templates)))
    for found, language in find_catalogues(job.site.templates):
        if language not in dict(job.settings.words):
            continue
        place = f"templates/{show_name(found.name)}"
        read = read_catalogue(read_template(found), language)
        unknown = _find_unknown(read, own)
        for one, nearest in _name_unknown(unknown, own):
            yield Problem(f"{place}:{one.line}", _tell_unknown(one.text, nearest), "warning")
        if _MOST_NAMED < len(unknown):
            yield Problem(place, _tell_more(len(unknown) - _MOST_NAMED), "warning")
        code = language.partition("-")[0]
        said, texts = _count_said(read) - len(unknown), len(list_known())
        if said < texts and code not in (SOURCE_LANGUAGE, *list_catalogues()):
            message = (
                f"translates {said} of {texts} texts, and the others are English; "
                f"'sitegen words {language}' adds those that it lacks"
            )
            yield Problem(place, message, "note")


def _find_unknown(read: Translated, own: frozenset[str]) -> list[Listed]:
    """Return what is translated and nothing says; no template says anything in a context."""
    known = list_known() | {("", text) for text in own}
    return [one for one in read.texts if one.is_said and (one.context, one.text) not in known]


def _name_unknown(unknown: list[Listed], own: frozenset[str]) -> Iterator[tuple[Listed, str]]:
    """Yield the first of them, with the text that was perhaps meant: to find it takes long."""
    texts = {text for _, text in list_known()} | own
    for one in unknown[:_MOST_NAMED]:
        yield one, next(iter(find_nearest(one.text, texts)), "")


def _count_said(read: Translated) -> int:
    return sum(one.is_said for one in read.texts)


def _list_lines(values: Values) -> Iterator[str]:
    done = f"{values['added']} added to translate" if values["added"] else "none is missing"
    said = f"{values['translated']} of {values['texts']} texts are translated, {done}"
    yield f"{values['path']}: {said}"
    for one in values["unknown"]:
        yield f"{values['path']}:{one['line']}: {_tell_unknown(one['text'], one['nearest'])}"
    if values["more_unknown"]:
        yield f"{values['path']}: {_tell_more(values['more_unknown'])}"
    yield "next: fill in what the site should say; what is left empty stays as it was"


def _tell_unknown(text: str, nearest: str) -> str:
    way_out = f"did you mean {nearest!r}?" if nearest else "remove it"
    return f"translates {text!r}, which nothing says; {way_out}"


def _tell_more(count: int) -> str:
    return f"translates {count} more texts that nothing says"


def _append(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write(data)
