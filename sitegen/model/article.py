"""One article as it was read from one seed."""

from typing import Literal

from sitegen.model.dating import Dating
from sitegen.model.value import value

BlockKind = Literal["paragraph", "heading", "item", "quote", "row", "correction"]

# Sentences, in which names are said and linked; with the cells of tables, all that an article says.
PROSE_KINDS: frozenset[BlockKind] = frozenset({"paragraph", "item", "quote"})
TEXT_KINDS: frozenset[BlockKind] = PROSE_KINDS | {"row"}


@value
class Block:
    """A piece of running text: plain text on one line, never markup.

    An ``item`` is one entry of a list, without its bullet. A ``quote`` is a paragraph in somebody
    else's words that stands apart: a block quotation, a post. A ``row`` is one line of a table,
    its cells parted by `` | ``; neighbouring rows are one table, whose first row heads it.
    ``number`` is that of an item in a numbered list, in figures, and empty elsewhere.
    """

    kind: BlockKind
    text: str
    number: str = ""


@value
class Caption:
    """What a picture shows, and who took it; the picture itself is not in a seed."""

    text: str
    credit: str


@value
class Article:
    """A whole article without its noise.

    ``seed`` and ``ordinal`` say where it was found: the file's name and its 1-based place in it.
    ``dek`` is the line under the headline that says more; ``place`` the place of its place line.
    ``source``, ``url`` and ``rights`` are what the file, or one beside it, states of itself; the
    last is a line such as ``© Northern Wire``. ``lang`` is the tag of the language that is stated
    or else told by the text, or else of the site.
    ``digest`` is 16 hexadecimal digits over title and text: two copies with the same digest say
    the same, letter for letter.
    """

    seed: str
    ordinal: int
    digest: str
    title: str
    blocks: tuple[Block, ...]
    captions: tuple[Caption, ...]
    agency: str
    byline: str
    dating: Dating
    is_truncated: bool
    dek: str = ""
    place: str = ""
    source: str = ""
    url: str = ""
    lang: str = ""
    rights: str = ""
