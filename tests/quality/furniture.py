"""Measure how real articles are read with the furniture of made-up sites around them.

Several are put one after the other, as scrapes have them: headlines once or up to three times,
captions with and without a credit, menus, buttons, bylines, boxes of links, adverts, newsletters
and footers, drawn at random and the same in every run. ``python -m tests.quality.furniture FOLDER``
also prints which files were cut otherwise, and which headlines were not found.

The articles bring noise of their own, so what is left out of them says little; what is added to
their words, how files are cut and which headlines are found says much.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.seed import Intake, SeedFile
from tests.quality.figures import Figure
from tests.quality.relating import read_rows

NAME = "real texts in furniture"
_SEED, _FILES = 2026, 400
_WORDS, _FEWEST_PARAGRAPHS = range(150, 1_500), 4
_SIZES = (1, 2, 2, 3, 4, 5, 6, 8)  # articles of a file
_WORD = re.compile(r"\w+")
_MENU = ("Home", "News", "World", "Politics", "Business", "Sport", "Opinion", "Culture", "Video")
_BUTTONS = ("Share", "Tweet", "Save", "Email", "Print", "Facebook", "WhatsApp", "Copy link", "112")
_POINTERS = ("Read more: ", "READ ALSO: ", "Related: ", "See also: ")
_BOXES = ("Most read", "Related stories", "More on this story", "You may also like")
_TOPICS = ("Topics", "Elections", "Economy", "Health")
_LETTERS = (
    ("Sign up to our newsletter", "Get the day's top stories in your inbox every morning."),
    ("Enter your email address", "Subscribe", "By signing up you agree to our Privacy Policy."),
)
_ADVERTS = (("Advertisement",), ("Advertisement", "Article continues after ad"))
_POSTS = ("Political correspondent", "Staff Writer", "Senior Reporter")
_NAMES = ("Marta Hallward", "Olu Okonedo", "Jens Brandt", "Priya Mehra", "Colm Tierney")
_AGENCIES = ("Reuters", "AP", "Getty Images", "AFP", "EPA")
_SHOWN = (
    "Police officers stand guard near the stadium",
    "People queue outside the city hall on Tuesday",
    "Supporters gather at the courthouse",
)
_PARTS = ("", "", "---", "=====", "* * *", "https://www.example.com/news/1704")


@dataclass(frozen=True, slots=True)
class Real:
    """A real article: its headline, and its paragraphs without it."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(slots=True)
class Count:
    """What was found in all files."""

    files: int = 0
    exact: int = 0
    titles: int = 0
    headed: int = 0
    found: int = 0
    right: int = 0
    faults: list[str] = field(default_factory=list)


def measure_furniture(folder: Path) -> list[Figure]:
    """Return which part of the files is cut right, of headlines, and of the words that are text."""
    count = count_all(folder)
    return [
        Figure(NAME, "splitting exact, share of files", count.exact / count.files, 0.98),
        Figure(NAME, "headlines right, share", count.headed / count.titles),
        Figure(NAME, "body words precision", count.right / count.found, 0.995),
    ]


def count_all(folder: Path) -> Count:
    """Read all files and count what is right."""
    count = Count()
    for number, (articles, text) in enumerate(write_files(folder)):
        name = f"{number}.txt"
        parsed = parse_seed(Intake(SeedFile(name, text.encode())))
        _count_file(count, name, articles, parsed.articles)
    return count


def write_files(folder: Path) -> Iterator[tuple[list[Real], str]]:
    """Yield the articles of each file and its text."""
    random = Random(_SEED)  # noqa: S311 - no secrets
    articles = list(_read_articles(folder))
    random.shuffle(articles)
    for number in range(_FILES):
        size = random.choice(_SIZES)
        first = number * max(_SIZES)
        chosen = [articles[(first + place) % len(articles)] for place in range(size)]
        titles = [article.title for article in random.sample(articles, 12)]
        yield chosen, _Site(random, titles).print(chosen)


def _read_articles(folder: Path) -> Iterator[Real]:
    rows = (
        row for name in ("masakhanews_en", "allsides_articles") for row in read_rows(folder, name)
    )
    for row in rows:
        lines = [line.strip() for line in row["text"].split("\n") if line.strip()]
        title = (row.get("title") or "").strip()
        paragraphs = tuple(lines[1:] if lines and lines[0] == title else lines)
        words = sum(len(line.split()) for line in paragraphs)
        is_headline = title.count(" ") > 2 and "Ã" not in title  # no label, and not read wrongly
        if is_headline and words in _WORDS and _FEWEST_PARAGRAPHS <= len(paragraphs):
            yield Real(title, paragraphs)


class _Site:
    """How one made-up site prints its articles, drawn at random."""

    def __init__(self, random: Random, others: Sequence[str]) -> None:
        self._random, self._others = random, others
        self._has = {
            name: random.random() < chance
            for name, chance in (
                ("menu", 0.5), ("buttons", 0.6), ("pointer", 0.5), ("advert", 0.4), ("letter", 0.4),
                ("topics", 0.4), ("box", 0.5), ("comments", 0.3), ("rights", 0.4),
            )
        }  # fmt: skip
        self._times, self._captions = random.choice((1, 1, 2, 2, 3)), random.choice((0, 1, 2))
        self._signature = random.choice(("", "by", "dated", "posted"))
        self._gap = random.choice(("\n", "\n\n", "\n\n"))
        self._part = random.choice(_PARTS)

    def print(self, articles: Sequence[Real]) -> str:
        between = f"{self._gap}{self._part}{self._gap}"
        return between.join(self._gap.join(self._print_one(article)) for article in articles)

    def _print_one(self, article: Real) -> Iterator[str]:
        yield from self._random.sample(_MENU, 6) if self._has["menu"] else ()
        yield from [article.title] * self._times
        yield from self._sign()
        yield from self._random.sample(_BUTTONS, 4) if self._has["buttons"] else ()
        yield from [self._show()] * self._captions
        count = len(article.paragraphs)
        for place, paragraph in enumerate(article.paragraphs):
            if place:
                yield from self._interrupt(place, count)
            yield paragraph
        yield from self._end()

    def _sign(self) -> Iterator[str]:
        name = self._random.choice(_NAMES)
        if self._signature:
            yield name if self._signature == "posted" else f"By {name}"
        if self._signature == "posted":
            yield self._random.choice(_POSTS)
        if self._signature in {"dated", "posted"}:
            yield f"{self._random.randint(1, 28)} March 2019"

    def _show(self) -> str:
        shown, agency = self._random.choice(_SHOWN), self._random.choice(_AGENCIES)
        forms = (
            f"{shown}. ({agency})",
            f"{shown}. {self._random.choice(_NAMES)}/{agency}",
            f"{shown} [{agency}]",
        )
        return self._random.choice(forms)

    def _interrupt(self, place: int, count: int) -> Iterator[str]:
        if place == count // 3 and self._has["pointer"]:
            yield self._random.choice(_POINTERS) + self._random.choice(self._others)
        if place == count // 2 and self._has["advert"]:
            yield from self._random.choice(_ADVERTS)
        if place == 2 * count // 3 and self._has["letter"]:
            yield from self._random.choice(_LETTERS)
        if place == 2 * count // 3 and self._captions == 1:
            yield from [f"{self._random.choice(_SHOWN)}."] * 2  # without a credit, but twice

    def _end(self) -> Iterator[str]:
        yield from _TOPICS if self._has["topics"] else ()
        if self._has["box"]:
            yield self._random.choice(_BOXES)
            yield from self._random.sample(self._others, 4)
        yield from ("Comments (12)", "Log in to comment") if self._has["comments"] else ()
        yield from ("© 2019 Example Media. All rights reserved.",) if self._has["rights"] else ()


def _count_file(count: Count, name: str, wanted: Sequence[Real], found: Sequence[Article]) -> None:
    count.files += 1
    if len(wanted) == len(found):
        count.exact += 1
        for real, article in zip(wanted, found, strict=True):
            count.titles += 1
            is_right = _list_words(real.title) == _list_words(article.title)
            count.headed += is_right
            if not is_right:
                count.faults.append(f"{name}: {real.title!r} is {article.title!r}")
    else:
        count.faults.append(f"{name}: {len(wanted)} wanted, {[one.title for one in found]}")
    words = Counter(word for real in wanted for word in _list_words(" ".join(real.paragraphs)))
    read = Counter(_list_words(" ".join(block.text for one in found for block in one.blocks)))
    count.found += read.total()
    count.right += (words & read).total()


def _list_words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


if __name__ == "__main__":
    counted = count_all(Path(sys.argv[1]))
    print(*counted.faults, sep="\n")
    print(
        counted.files, counted.exact, counted.titles, counted.headed, counted.right / counted.found
    )
