"""Tell how the excerpt and the related pages of a page came about, for whoever asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.corpus.bonds import tell_times
from sitegen.corpus.excerpt import Judged, judge_sentences
from sitegen.corpus.likeness import measure_likeness
from sitegen.corpus.summarize import read_excerpt_source
from sitegen.corpus.timing import measure_nearness
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


@dataclass(frozen=True, slots=True)
class Texts:
    """The pages whose text is at hand, with their articles and the summaries of these."""

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    summaries: tuple[Summary, ...]


def find_texts(
    pages: Sequence[Page], articles: Sequence[Article], summaries: Sequence[Summary]
) -> Texts:
    """Return the texts that pages publish.

    ``pages`` are all that are published, ``articles`` and ``summaries`` parallel and all that were
    read or recalled.
    """
    places = {article.digest: place for place, article in enumerate(articles)}
    at_hand = [
        (page, place) for page in pages if (place := places.get(_name_text(page))) is not None
    ]
    return Texts(
        pages=tuple(page for page, _ in at_hand),
        articles=tuple(articles[place] for _, place in at_hand),
        summaries=tuple(summaries[place] for _, place in at_hand),
    )


def give_account(page: Page, texts: Texts) -> Account:
    """Return the sentences that were weighed for the excerpt of a page, and all pages like it.

    Measured as in a build, so the figures are those that decided.
    """
    index = next((i for i, each in enumerate(texts.pages) if each.id == page.id), None)
    if index is None:
        return Account((), ())
    article, terms = texts.articles[index], texts.summaries[index].terms
    likeness = measure_likeness(texts.summaries)
    times = tell_times(texts.pages, likeness)
    close = []
    for other, cosine in likeness.neighbours[index].items():
        nearness = measure_nearness(times[index], times[other])
        score = round(cosine * nearness, 4)
        close.append(Closeness(texts.pages[other].slug, score, cosine, round(nearness, 2)))
    close.sort(key=lambda one: (-one.score, one.slug))
    judged = judge_sentences(read_excerpt_source(article), terms, article.lang)
    return Account(tuple(judged), tuple(close))


def _name_text(page: Page) -> str:
    """Return the digest of the text that a page publishes; one without a seed goes by its id."""
    return page.seeds[0].digest if page.seeds else page.id
