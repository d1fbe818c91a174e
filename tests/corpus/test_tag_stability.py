"""One more article leaves the tags of the others alone, also where there are a thousand."""

from benchmarks.grammar import read_grammar
from benchmarks.story import make_event, write_story
from sitegen.model.article import Article
from tests.corpus.corpus_samples import EMPTY, compose, make_article

ARTICLES = 1000
PARAGRAPHS = 1  # of each, so that it takes seconds


def write_article(number: int) -> Article:
    story = write_story(read_grammar(), make_event(read_grammar(), number, ARTICLES), 0)
    return make_article(story.paragraphs[:PARAGRAPHS], f"{number:04}.txt", story.headline)


def test_one_article_more_leaves_the_tags_of_the_others() -> None:
    articles = [write_article(number) for number in range(ARTICLES)]
    record = compose(articles, EMPTY)
    tags = {page.id: page.tags for page in record.pages}

    grown = compose([*articles, write_article(ARTICLES)], record)

    same = [page.tags == tags[page.id] for page in grown.pages if page.id in tags]
    assert len(tags) == len(same) == len(grown.pages) - 1
    assert 0.995 * ARTICLES <= sum(same)
    assert 2 * ARTICLES < sum(map(len, tags.values()))
