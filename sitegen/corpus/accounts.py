"""Tell how the excerpt and the related pages of a page came about, for whoever asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.corpus.excerpt import Judged, judge_sentences
from sitegen.corpus.likeness import find_day, measure_likeness, measure_nearness
from sitegen.corpus.summarize import read_excerpt_source
from sitegen.model.article import Article
from sitegen.model.page import Page
from sitegen.model.summary import Summary


@dataclass(frozen=True, slots=True)
class Closeness:
    """How near another page is: ``cosine`` of the texts times ``nearness`` in time is the score."""

    slug: str
    score: float
    cosine: float
    nearness: float


@dataclass(frozen=True, slots=True)
class Account:
    """What was looked at for a page; both empty where its text is not at hand."""

    sentences: tuple[Judged, ...]
    close: tuple[Closeness, ...]


def give_account(
    page: Page, pages: Sequence[Page], articles: Sequence[Article], summaries: Sequence[Summary]
) -> Account:
    """Return the sentences that were weighed for the excerpt of a page, and all pages like it.

    ``pages`` are all that are published, ``articles`` and ``summaries`` parallel and all that were
    read or recalled. Measured as in a build, so the figures are those that decided.
    """
    places = {article.digest: place for place, article in enumerate(articles)}
    texts = [places.get(_name_text(each)) for each in pages]
    at_hand = [(each, text) for each, text in zip(pages, texts, strict=True) if text is not None]
    index = next((i for i, (each, _) in enumerate(at_hand) if each.id == page.id), None)
    if index is None:
        return Account((), ())
    article, terms = articles[at_hand[index][1]], summaries[at_hand[index][1]].terms
    likeness = measure_likeness([summaries[text] for _, text in at_hand])
    day = find_day(page.dating)
    close = []
    for other, cosine in likeness.neighbours[index].items():
        nearness = measure_nearness(day, find_day(at_hand[other][0].dating))
        score = round(cosine * nearness, 4)
        close.append(Closeness(at_hand[other][0].slug, score, cosine, round(nearness, 2)))
    close.sort(key=lambda one: (-one.score, one.slug))
    judged = judge_sentences(read_excerpt_source(article), terms, article.lang)
    return Account(tuple(judged), tuple(close))


def _name_text(page: Page) -> str:
    """Return the digest of the text that a page publishes; one without a seed goes by its id."""
    return page.seeds[0].digest if page.seeds else page.id
