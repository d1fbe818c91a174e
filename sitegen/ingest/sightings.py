"""The lines of articles that are no noise, and what is known of those that recur."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.ingest.formats import read_documents
from sitegen.ingest.near_copies import NearCopies
from sitegen.ingest.parse import GOES_ON, read_lines
from sitegen.ingest.templates import Template, make_template, write_template
from sitegen.model.proposal import Example, Grouping
from sitegen.model.seed import LineFate, LineKind, Parsed, SeedFile
from sitegen.text.sentences import ends_sentence

_STAYING: frozenset[LineKind] = frozenset(
    ("body", "caption", "dek", "heading", "item", "quote", "row")
)
_TEXT: frozenset[LineKind] = (_STAYING - {"dek"}) | {"correction"}
_SHARED: frozenset[LineKind] = frozenset(("caption", "heading"))
_UNFRAMED: frozenset[LineKind] = frozenset(("caption", "row"))
_MOST_EXAMPLES = 3
_MOST_IN_ONE = 3  # lines an article has of one kind of noise
_MANY_ARTICLES = 8  # that do not have a sub-heading in common
_QUOTES = "\"'“‘«"


@dataclass(frozen=True, slots=True)
class Staying:
    """A line of an article that is no noise.

    ``around`` are the keys of the lines of text right before and after it; fewer than two of them
    mean that it stands at an edge of the text or beside noise.
    """

    number: int
    article: int
    kind: LineKind
    text: str
    template: Template
    around: tuple[str, ...]

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return ends_sentence(self.text)

    @property
    def is_shared(self) -> bool:
        """Whether articles of one story may well have it in common."""
        return self.kind in _SHARED or self.is_sentence

    @property
    def is_framed(self) -> bool:
        """Whether it is a label, of which some words may differ."""
        return self.kind not in _UNFRAMED and not self.is_sentence


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line was seen. ``sources`` are the names that a rule may give it, by folded form."""

    seed: str
    place: str
    grouping: Grouping
    sources: Mapping[str, str]


def list_staying(seed: SeedFile, parsed: Parsed) -> Iterator[Staying]:
    """Yield the lines of a seed's articles that are no noise, in order; broken ones as one."""
    told = _join_broken(seed, parsed)
    templates = [make_template(text) for _, text in told]
    for index, (fate, text) in enumerate(told):
        if not fate.article or fate.kind not in _STAYING:
            continue
        around = (near for near in (index - 1, index + 1) if 0 <= near < len(told))
        yield Staying(
            number=fate.number,
            article=fate.article,
            kind=fate.kind,
            text=text,
            template=templates[index],
            around=tuple(
                templates[near].key
                for near in around
                if told[near][0].article == fate.article and told[near][0].kind in _TEXT
            ),
        )


def _join_broken(seed: SeedFile, parsed: Parsed) -> list[tuple[LineFate, str]]:
    told: list[tuple[LineFate, str]] = []
    # The first line of a Markdown paragraph has the words of all.
    is_whole = read_documents(seed).form == "markdown"
    for fate, text in zip(parsed.lines, read_lines(seed), strict=True):
        if told and fate.reason.startswith(GOES_ON):
            first, begun = told[-1]
            told[-1] = first, begun if is_whole else f"{begun} {text}"
        elif fate.kind != "blank":
            told.append((fate, text))
    return told


class Sightings:
    """What is known of the lines of one template, or of one frame, while seeds are read."""

    def __init__(self, first: Template, written: str = "") -> None:
        self.lines = self.amid = self.shared = self.sentences = self.captions = 0
        self.pages: set[int] = set()
        self.stories: set[int] = set()
        self.places: set[str] = set()
        self.templates: set[str] = set()
        self.examples: list[Example] = []
        self._sources: dict[str, str] | None = None
        self._first = first
        self._written = written
        self._is_open = [False] * len(first.numbers)

    def add(self, line: Staying, origin: Origin, *, is_amid: bool) -> None:
        """Count one more line."""
        self.lines += 1
        self.amid += is_amid
        self.shared += line.is_shared
        self.sentences += line.is_sentence
        self.captions += line.kind == "caption"
        page = origin.grouping.page
        if page not in self.pages and len(self.examples) < _MOST_EXAMPLES:
            self.examples.append(Example(origin.seed, line.number, line.text))
        self.pages.add(page)
        self.stories.add(origin.grouping.story)
        self.places.add(origin.place)
        self.templates.add(line.template.key)
        known = origin.sources if self._sources is None else self._sources
        self._sources = {key: name for key, name in known.items() if key in origin.sources}
        if not self._written:
            pairs = zip(self._first.numbers, line.template.numbers, strict=True)
            for index, (one, other) in enumerate(pairs):
                self._is_open[index] |= one != other

    def count_articles(self, near_copies: NearCopies) -> int:
        """Count the articles; those of one story once, if the line is such as stories share."""
        if self.lines <= self.shared * 2:
            return near_copies.count_stories(self.stories)
        return near_copies.count_pages(self.pages)

    def is_doubtful(self, articles: int) -> bool:
        """Tell whether the lines may well be text, where so many articles have them.

        A caption may be in however many, and so may a sentence or a frame amid the text, or what is
        said again and again in one article, such as a speaker's name. A label amid the text, a lone
        word and somebody's words in quotes are doubtful only while few articles have them.
        """
        is_amid = self.amid * 2 > self.lines
        is_sentence = self.sentences * 2 > self.lines
        if self.captions * 2 > self.lines or self.lines > len(self.pages) * _MOST_IN_ONE:
            return True
        if is_amid and (is_sentence or self._written):
            return True
        is_odd = " " not in self._first.text or self._first.text[0] in _QUOTES
        return articles < _MANY_ARTICLES and (is_amid or is_odd)

    def find_source(self) -> str:
        """Return the name of the source that all lines have in common, or an empty string."""
        return next(iter((self._sources or {}).values()), "")

    def write_line(self) -> str:
        """Return the line as a rule would have it."""
        if self._written:
            return self._written
        is_exact = not any(self._is_open) and self.examples
        return self.examples[0].text if is_exact else write_template(self._first, self._is_open)
