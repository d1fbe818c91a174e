"""Measure how well seeds are read: splitting, body, noise, captions, against labels.

Pure functions of labels and parsed seeds. Words are counted as a bag for each article, pairs of
articles are found by their order, and all shares are over the whole set (micro average).
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitegen.corpus import summarize
from sitegen.corpus.dedupe import find_matches
from sitegen.ingest import parse_seed, propose_noise, read_lines
from sitegen.model.article import Article
from sitegen.model.proposal import Grouping
from sitegen.model.seed import Intake, Parsed, SeedFile, SourceNoise
from sitegen.text.normalize import clean_line
from sitegen.text.words import split_words
from tests.quality.figures import Figure

Label = dict[str, Any]
TEXT = frozenset({"paragraph", "item", "quote", "row"})
_PARTS = frozenset({"title", "dek", "body", "item", "quote", "row", "heading", "caption"})
_SAME = 0.5  # of the smaller one's words, from which two texts are one article


@dataclass(slots=True)
class Tally:
    """Counts over a set of seeds."""

    files: int = 0
    exact: int = 0
    articles: int = 0
    found: int = 0
    wanted_words: int = 0
    made_words: int = 0
    shared_words: int = 0
    noise_left: int = 0
    wanted_captions: int = 0
    made_captions: int = 0
    shared_captions: int = 0
    titles: int = 0
    wanted_bylines: int = 0
    bylines: int = 0
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


GOALS = {
    "splitting exact, share of files": 0.98,
    "body words recall": 0.995,
    "body words precision": 0.995,
    "body words F1": 0.995,
    "noise lines left an article": 0.05,
    "captions and credits F1": 0.97,
    "headlines right, share": None,
    "bylines right, share": None,
}


def list_figures(folder: Path) -> list[Figure]:
    """Measure the seeds of a folder as they are, and with the noise that would be proposed."""
    plain = name_figures("labelled seeds", measure_reading(folder))
    taught = measure_reading(folder, propose_rules(folder))
    return [*plain, *name_figures("with proposed noise rules", taught)]


def name_figures(name: str, tally: Tally) -> list[Figure]:
    """Return the figures of a tally under the name of its set."""
    return [
        Figure(name, figure, value, GOALS[figure], is_most=figure.startswith("noise"))
        for figure, value in count_figures(tally).items()
    ]


def count_figures(tally: Tally) -> dict[str, float]:
    """Return every figure of a tally by its name."""
    recall = tally.shared_words / max(1, tally.wanted_words)
    precision = tally.shared_words / max(1, tally.made_words)
    captions = tally.wanted_captions + tally.made_captions
    # Not all sets have labels of who wrote.
    signed = {"bylines right, share": tally.bylines / max(1, tally.wanted_bylines)}
    return {
        "splitting exact, share of files": tally.exact / max(1, tally.files),
        "body words recall": recall,
        "body words precision": precision,
        "body words F1": 2 * recall * precision / max(1e-9, recall + precision),
        "noise lines left an article": tally.noise_left / max(1, tally.articles),
        "captions and credits F1": 2 * tally.shared_captions / max(1, captions),
        "headlines right, share": tally.titles / max(1, tally.articles),
        **(signed if tally.wanted_bylines else {}),
    }


def read_labels(folder: Path) -> dict[str, list[Label]]:
    """Return the labels of each seed, in the order of its articles."""
    by_seed: dict[str, list[Label]] = defaultdict(list)
    for row in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(row)
        by_seed[label["seed"]].append(label)
    return by_seed


def measure_reading(folder: Path, noise: tuple[SourceNoise, ...] = ()) -> Tally:
    """Read the seeds of a folder, with a person's rules, and compare them with its labels."""
    tally = Tally()
    labels = read_labels(folder)
    for row in (folder / "files.jsonl").read_text(encoding="utf-8").splitlines():
        file = json.loads(row)
        _measure_file(folder / "seeds", file, labels.get(file["seed"], []), noise, tally)
    return tally


def propose_rules(folder: Path) -> tuple[SourceNoise, ...]:
    """Return what ``sitegen noise --suggest`` proposes for a folder of seeds without a doubt."""
    told = []
    for path in sorted((folder / "seeds").iterdir()):
        seed = SeedFile(path.name, path.read_bytes())
        told.append((seed, parse_seed(Intake(seed))))
    pages = _group_articles([article for _, parsed in told for article in parsed.articles])
    proposals = propose_noise(told, pages)
    return (SourceNoise("", tuple(one.line for one in proposals if not one.is_doubtful)),)


def _group_articles(articles: Sequence[Article]) -> dict[str, Grouping]:
    """Return page and story of each article, by its digest: copies are one, and versions too."""
    matches = find_matches([summarize(article) for article in articles], articles.__getitem__)
    groups = list(range(len(articles)))
    for match in (*matches.copies, *matches.versions):
        kept, gone = sorted((groups[match.first], groups[match.second]))
        groups = [kept if group == gone else group for group in groups]
    return {
        article.digest: Grouping(group, group)
        for article, group in zip(articles, groups, strict=True)
    }


def _measure_file(
    seeds: Path,
    file: Label,
    labels: Sequence[Label],
    noise: tuple[SourceNoise, ...],
    tally: Tally,
) -> None:
    name = file["seed"]
    seed = SeedFile(name, (seeds / name).read_bytes())
    parsed = parse_seed(Intake(seed, noise))
    tally.files += 1
    tally.articles += len(labels)
    pairs = list(pair_articles(parsed.articles, labels))
    is_exact = len(parsed.articles) == len(labels) == sum(one is not None for one, _ in pairs)
    tally.exact += is_exact
    if not is_exact:
        titles = [article.title[:40] for article in parsed.articles]
        tally.faults["split"].append(f"{name}: {len(labels)} wanted, {titles}")
    for article, label in pairs:
        _measure_article(article, label, name, tally)
    extra = [one for one in parsed.articles if all(one is not pair for pair, _ in pairs)]
    tally.made_words += sum(_count_words(_texts(article)).total() for article in extra)
    _measure_noise(parsed, read_lines(seed), file, tally)


def pair_articles(
    articles: Sequence[Article], labels: Sequence[Label]
) -> Iterator[tuple[Article | None, Label]]:
    """Pair each label with the first article left that has most of its words."""
    rest = list(articles)
    for label in labels:
        wanted = _count_words(label["paragraphs"])
        found = None
        for article in rest:
            made = _count_words(_texts(article))
            if _SAME * min(wanted.total(), made.total()) <= (wanted & made).total():
                found = article
                break
        if found is not None:
            rest.remove(found)
        yield found, label


def _measure_article(article: Article | None, label: Label, name: str, tally: Tally) -> None:
    wanted = _count_words(label["paragraphs"])
    made = _count_words(_texts(article)) if article else Counter[str]()
    tally.wanted_words += wanted.total()
    tally.made_words += made.total()
    tally.shared_words += (wanted & made).total()
    place = f"{name}#{label['ordinal']}"
    if missing := (wanted - made).total():
        words = " ".join(wanted - made)[:120]
        tally.faults["missing"].append(f"{place}: {missing} words: {words}")
    if added := (made - wanted).total():
        tally.faults["added"].append(f"{place}: {added} words: {' '.join(made - wanted)[:120]}")
    named = [one for one in label["caption_credits"] if one]
    wanted_parts = Counter(map(clean_line, (*label["captions"], *named)))
    made_parts = Counter(
        part
        for one in (article.captions if article else ())
        for part in (one.text, one.credit)
        if part
    )
    tally.wanted_captions += wanted_parts.total()
    tally.made_captions += made_parts.total()
    tally.shared_captions += (wanted_parts & made_parts).total()
    if wanted_parts != made_parts:
        lacks, adds = list(wanted_parts - made_parts), list(made_parts - wanted_parts)
        tally.faults["captions"].append(f"{place}: lacks {lacks}, adds {adds}")
    is_right = article is not None and article.title == clean_line(label["title"] or "")
    tally.titles += is_right
    if not is_right:
        tally.faults["headline"].append(f"{place}: {article.title if article else None!r}")
    if wanted_names := set(split_words(label.get("byline") or "")):
        made_names = set(split_words(article.byline if article else ""))
        tally.wanted_bylines += 1
        tally.bylines += wanted_names == made_names
        if wanted_names != made_names:
            tally.faults["byline"].append(f"{place}: {article.byline if article else None!r}")


def _measure_noise(parsed: Parsed, lines: Sequence[str], file: Label, tally: Tally) -> None:
    """Count the lines labelled as noise that became part of an article."""
    if not file.get("roles"):
        return
    fates = [
        (fate, text)
        for fate, text in zip(parsed.lines, lines, strict=True)
        if text and fate.kind != "blank"
    ]
    roles = file["roles"].split()
    if len(fates) != len(roles):
        return
    for (fate, text), role in zip(fates, roles, strict=True):
        if role[0] in "NBQ" and fate.kind in _PARTS:
            tally.noise_left += 1
            tally.faults["noise"].append(f"{file['seed']}:{fate.number}: {fate.kind}: {text[:90]}")


def _texts(article: Article) -> Iterator[str]:
    return (block.text for block in article.blocks if block.kind in TEXT)


def _count_words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in split_words(text))
