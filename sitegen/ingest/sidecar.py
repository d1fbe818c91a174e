"""Read what a sidecar, a small TOML file beside a seed, states of it."""

import tomllib
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from sitegen.ingest.document import Facts
from sitegen.ingest.facts import check_facts
from sitegen.model.problem import Problem
from sitegen.model.seed import SeedFile
from sitegen.text.toml_text import load_toml

SIDECAR_ENDING = ".toml"
LARGEST_SIDECAR = 64 * 2**10  # bytes
_KEYS = {
    "url": "url",
    "date": "date",
    "source": "source",
    "lang": "lang",
    "title": "title",
    "byline": "byline",
    "description": "dek",
    "rights": "rights",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """The facts of a sidecar, and what is wrong with it."""

    facts: Facts
    problems: tuple[Problem, ...]


def read_sidecar(seed: SeedFile) -> Statement:
    """Return what the sidecar of a seed states; one that is wrong states what can be read of it."""
    place = f"seeds/{seed.sidecar_name}"
    try:
        table = load_toml(seed.sidecar.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _refuse(place, "is not UTF-8; save it as UTF-8")
    except tomllib.TOMLDecodeError as error:
        reason = str(error)[:1].lower() + str(error)[1:]
        return _refuse(place, f'is not TOML: {reason}; write lines such as date = "2024-06-14"')
    problems: list[Problem] = []
    stated: dict[str, str] = {}
    for key, value in table.items():
        if key not in _KEYS:
            problems.append(Problem(place, f"unknown key {key!r}; {_suggest(key)}", "warning"))
        elif (text := _read_value(value)) is None:
            message = f"{key!r} is no text; write it in double quotes"
            problems.append(Problem(place, message, "warning"))
        else:
            stated[_KEYS[key]] = text
    name = seed.sidecar_name.rpartition("/")[2]
    facts, wrong = check_facts(Facts(**stated, date_origin=f"stated in {name}"), place)
    return Statement(facts, (*problems, *wrong))


def list_sidecar_names(name: str) -> tuple[str, ...]:
    """Return the names that the sidecar of a seed may have, the one that counts first.

    >>> list_sidecar_names("wire/0606.txt.gz")
    ('wire/0606.txt.gz.toml', 'wire/0606.txt.toml', 'wire/0606.toml')
    """
    folder, slash, stem = name.rpartition("/")
    names = [stem]
    if stem.lower().endswith(".gz"):
        stem = stem[: -len(".gz")]
        names.append(stem)
    names.append(stem.rpartition(".")[0] or stem)
    return tuple(f"{folder}{slash}{one}{SIDECAR_ENDING}" for one in dict.fromkeys(names))


def _refuse(place: str, message: str) -> Statement:
    return Statement(
        Facts(), (Problem(place, f"{message}; until then its seed is read without it", "warning"),)
    )


def _suggest(key: str) -> str:
    nearest = get_close_matches(key, sorted(_KEYS), n=1)
    return f"did you mean {nearest[0]!r}?" if nearest else "known: " + ", ".join(sorted(_KEYS))


def _read_value(value: object) -> str | None:
    """Return a text as it stands, and a date of TOML as ISO 8601."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, date):  # or a moment: datetime is a kind of date
        return value.isoformat()
    return None
