"""Tell whether what a heading stands above is of the text above it, or of another article.

A part of an article has words of the parts above it; another article has hardly any.
"""

from collections.abc import Iterable

from sitegen.ingest.cohesion import join_ties

TIED = 0.12  # of the words below a sub-heading, at least, stand in the text above it too


def is_of_text_above(
    heading: str, below: Iterable[str], above: Iterable[str], least: float = TIED
) -> bool:
    """Tell whether a heading and the paragraphs below it have to do with the text above them.

    ``least`` is the part of their words, from 0 to 1, that must stand there too.

    >>> ferry = ["The ferry lay on a sandbank until the tide had turned."]
    >>> is_of_text_above("What the ferry carried", ["Its hold was full of salt."], ferry)
    True
    >>> is_of_text_above("Sheep close an airport", ["A flock stood on the runway."], ferry)
    False
    """
    words = join_ties((heading, *below))
    return least * len(words) <= len(words & join_ties(above))
