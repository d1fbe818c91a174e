"""Say in words how a copy differs from the text that is published."""

from sitegen.corpus.fingerprint import is_text
from sitegen.model.article import Article
from sitegen.text.changes import Changes, compare_sentences
from sitegen.text.wording import Wording


def describe_differences(copy: Article, best: Article, words: Wording) -> str:
    """Return what a copy lacks, has more and says otherwise, counted in sentences."""
    return describe_changes(compare_sentences(_read_texts(best), _read_texts(copy)), words)


def describe_changes(changes: Changes, words: Wording) -> str:
    """Return what another text lacks, has more and says otherwise, counted in sentences."""
    gone, otherwise, new = len(changes.gone), len(changes.otherwise), len(changes.new)
    told = []
    if gone:
        told.append(words.ngettext("lacks %(number)s sentence", "lacks %(number)s sentences", gone))
    if otherwise:
        told.append(
            words.ngettext(
                "says %(number)s sentence otherwise",
                "says %(number)s sentences otherwise",
                otherwise,
            )
        )
    if new:
        told.append(
            words.ngettext("has %(number)s sentence more", "has %(number)s sentences more", new)
        )
    return words.listed(told) if told else words.gettext("no sentence differs")


def _read_texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if is_text(block)]
