"""Make up a corpus of raw seeds, the same bytes for the same number on every machine.

It is there to give every stage real work: names that many articles share, events reported over
days, copies with other noise, files that hold several articles. Places and people are fictional.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count, islice
from pathlib import Path

from benchmarks.dice import Dice
from benchmarks.grammar import Grammar, read_grammar
from benchmarks.layouts import lay_out
from benchmarks.story import cut_story, edit_story, make_event, write_story

_BLOCK = 20  # articles, the first few of which are reports of one event
_REPORTS = (3, 4, 5)
_COPIED = 0.08
_COPY_DISTANCE = 37  # articles later than the original
_TOGETHER = (1,) * 18 + (2, 3)  # articles in a file
_PARTING = "\n\n\n\n"


@dataclass(frozen=True, slots=True)
class Seed:
    """A file of raw text: its name and its bytes."""

    name: str
    data: bytes


def make_corpus(articles: int) -> Iterator[Seed]:
    """Yield the seeds that hold so many different articles, 4 to 6 KB each.

    8 % of the articles come a second time: whole, cut or edited, in another layout.
    10 % of the files hold two or three articles.
    """
    texts = _write_texts(articles)
    for number in count():
        together = tuple(islice(texts, Dice("together", number).pick(_TOGETHER)))
        if not together:
            return
        data = _PARTING.join(together).encode()
        yield Seed(f"{number:05d}_{blake2b(data, digest_size=8).hexdigest()}.txt", data)


def make_newcomer(number: int, articles: int) -> bytes:
    """Return a seed with one more article for a corpus of so many, the first by number 0."""
    return _write_text(read_grammar(), articles + number, articles).encode()


def write_corpus(folder: Path, articles: int) -> int:
    """Write the seeds into a folder and return how many files they are."""
    folder.mkdir(parents=True)
    count = 0
    for seed in make_corpus(articles):
        (folder / seed.name).write_bytes(seed.data)
        count += 1
    return count


def _write_texts(articles: int) -> Iterator[str]:
    """Yield each article, and some time later its copy where it has one."""
    grammar = read_grammar()
    for index in range(articles + _COPY_DISTANCE):
        if index < articles:
            yield _write_text(grammar, index, articles)
        copied = index - _COPY_DISTANCE
        if 0 <= copied and Dice("copied", copied).happens(_COPIED):
            yield _write_copy(grammar, copied, articles)


def _write_text(grammar: Grammar, index: int, articles: int) -> str:
    first = _find_event(index)
    story = write_story(grammar, make_event(grammar, first, articles), index - first)
    return lay_out(story, Dice("layout", index))


def _write_copy(grammar: Grammar, index: int, articles: int) -> str:
    """Return the article once more: whole, edited or cut, and laid out by another site."""
    first = _find_event(index)
    event = make_event(grammar, first, articles)
    story = write_story(grammar, event, index - first)
    dice = Dice("copy", index)
    change = dice.pick((None, edit_story, cut_story))
    return lay_out(change(grammar, event, story) if change else story, dice)


def _find_event(index: int) -> int:
    """Return the index of the first report of the event that an article tells of."""
    place = index % _BLOCK
    is_report = place < Dice("reports", index - place).pick(_REPORTS)
    return index - place if is_report else index
