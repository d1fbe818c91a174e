"""Say in words how a copy differs from the text that is published."""

from sitegen.corpus.fingerprint import is_text
from sitegen.model.article import Article
from sitegen.text.changes import compare_sentences


def describe_differences(copy: Article, best: Article) -> str:
    """Return what a copy lacks, has more and says otherwise, counted in sentences."""
    changes = compare_sentences(_read_texts(best), _read_texts(copy))
    told = (
        (len(changes.gone), "lacks {}"),
        (len(changes.otherwise), "says {} otherwise"),
        (len(changes.new), "has {} more"),
    )
    said = [form.format(_count_sentences(count)) for count, form in told if count]
    return ", ".join(said) or "no sentence differs"


def _read_texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if is_text(block)]


def _count_sentences(count: int) -> str:
    return f"{count} sentence{'s' if count > 1 else ''}"
