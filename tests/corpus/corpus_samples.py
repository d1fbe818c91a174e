"""Articles of our own, and the pages that are made of them."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b

from sitegen.corpus import make_pages, recall_articles, summarize
from sitegen.model.article import Article, Block
from sitegen.model.dating import UNKNOWN, Dating
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.model.settings import Settings

NOW = datetime(2024, 6, 20, 9, 0, tzinfo=UTC)
LATER = datetime(2024, 7, 1, 18, 30, tzinfo=UTC)
EMPTY = Record(pages=(), tags=(), own=())
SETTINGS = Settings(
    title="Velmark in brief",
    description="",
    author="",
    base_url="https://example.org/news/",
    language="en",
    timezone=UTC,
    tag_aliases=(),
    tag_stop=(),
    tag_minimum=2,
    feed_items=50,
    feed_content="full",
    search=True,
    social_cards=500,
    epub=True,
    noise=(),
    drafts=False,
    future=False,
)


def _read_paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(piece.split()) for piece in text.strip().split("\n\n"))


FERRY = _read_paragraphs(
    """
    The ferry Kestrel ran aground in fog outside Port Ellery early on Thursday with 212 people
    aboard, and everyone was brought ashore before noon.

    Her captain, Ivo Brandt, had asked for a pilot twice in the night and been told that none was
    free until six, according to the harbour's own log.

    Fishermen from Larkmoor reached her first. They took off the children in a boat that still
    smelled of herring, wrapped in oilskins and a tablecloth from somebody's kitchen.

    Nobody was badly hurt, the coastguard said. Two sailors were treated for cold, and a cellist on
    her way to the midsummer concert broke a finger and, she said, a promise.

    The ship lay on a bank that every chart shows and no chart shows in the right place, because it
    moves some forty paces to the west with each winter's storms.

    Brandt, who has crossed the sound nine thousand times by his own count, said he would answer to
    an inquiry and to nobody else until it sat.

    The harbour board has promised to hire a second pilot by August. It promised the same after a
    coaster grounded within sight of the place four years ago.

    Tugs are to try to pull her free on the spring tide on Sunday, if the wind stays in the south
    and if the pumps can keep ahead of the water in her engine room.

    Until then the Kestrel's sister ship sails alone, every third hour instead of every hour and a
    half, and islanders were asked to travel only if they must.
    """
)

# Another reporter's account of the same event: the same people, places and figures.
FERRY_ELSEWHERE = _read_paragraphs(
    """
    All 212 passengers and crew of the ferry Kestrel are safe after the ship struck a sandbank off
    Port Ellery in thick fog on Thursday morning.

    Captain Ivo Brandt told the harbour board by radio at ten past five that he had felt her touch,
    twice, and then stop, as gently as a hand laid on a sleeve.

    Boats out of Larkmoor came alongside before the coastguard could, guided in by the sound of the
    ferry's bell, which a steward rang for three hours without a pause.

    An inquiry into the grounding will ask why no pilot went out to the Kestrel although Brandt
    requested one, the transport office in Solanza announced.

    Passengers spoke of calm on the car deck. A choir from Orle sang until its bass was seasick,
    and a baker bound for the market gave away four trays of buns.

    Ferry traffic across the sound is thinned out for at least a week, and a tug from Port Ellery
    is standing by in case the pumps in the engine room fail.
    """
)

VOTE = _read_paragraphs(
    """
    Velmark's prime minister, Maud Ellingrove, called an early election on Wednesday, gambling that
    a mended economy will return her Harbour Party to power eleven months before time.

    Polling day is July 18, she told reporters on the steps of Larch House, raising her voice over
    a brass band that was rehearsing in the park.

    Piers Calloway-Dunn of the Orchard League welcomed the contest. "She has called the fire
    brigade to her own kitchen," he said to supporters at a seed merchant's.

    A survey last week put Ellingrove on 34 percent, five points ahead of Calloway-Dunn, with the
    Civic Greens on 15 and a sixth of the voters undecided.

    Prices, the closing of a steel works and the future of herring fishing are expected to decide
    it, and so, her aides say quietly, is the weather.
    """
)

CORRECTION = Block(
    "correction", "Correction: an earlier version gave the wrong number of passengers."
)

_WORDS = """
    amber anchor apron attic autumn badger barley basket beacon bellows birch biscuit bishop boiler
    bottle bridge bucket button candle canvas carpet cellar chapel cherry chimney cobble copper
    cotton cradle cricket curtain dairy dagger ditch donkey dragon drawer dusty eagle easel ember
    engine fabric falcon feather fiddle flannel fossil fountain garden garlic gable ginger glacier
    goblet granite gravel hammer harvest hazel hinge honey ivory jacket jasmine kettle kitten
    ladder lantern lemon lentil linen locket magpie mantle maple marble meadow mitten mortar mustard
    nettle nickel oar onion orchard oyster paddle parcel parsley pebble pepper pigeon pillow plaster
    plough pocket poplar powder puddle quarry quilt rabbit raven ribbon river rocket rosemary saddle
    sailor satchel scissors shovel silver sparrow spindle spruce stable steeple syrup tailor teapot
    thimble thistle timber tinder trellis trumpet tunnel turnip twine velvet vessel violet walnut
    willow window winter wooden yarrow
""".split()


def tell(number: int, sentences: int = 24) -> tuple[str, ...]:
    """Return a text of its own for each number, eleven words to a sentence, four to a paragraph."""
    chance = random.Random(number)  # noqa: S311 - the same text each time
    told = [" ".join(chance.choices(_WORDS, k=11)).capitalize() + "." for _ in range(sentences)]
    return tuple(" ".join(told[start : start + 4]) for start in range(0, sentences, 4))


def make_article(
    texts: Sequence[str | Block], seed: str = "wire.txt", title: str = "Ferry Runs Aground in Fog"
) -> Article:
    """Return an article of the paragraphs given, named as a parser of seeds would name it."""
    blocks = tuple(Block("paragraph", text) if isinstance(text, str) else text for text in texts)
    said = "\n".join([title, *(f"{block.kind} {block.text}" for block in blocks)])
    return Article(
        seed=seed,
        ordinal=1,
        digest=blake2b(said.encode(), digest_size=8).hexdigest(),
        title=title,
        blocks=blocks,
        captions=(),
        agency="",
        byline="",
        dating=UNKNOWN,
        is_truncated=False,
    )


def on_day(article: Article, day: int) -> Article:
    """Return the article dated to a day of June 2024."""
    moment = datetime(2024, 6, day, 12, 0, tzinfo=UTC)
    return replace(article, dating=Dating(moment, "day", f"June {day}"))


def compose(
    articles: Iterable[Article],
    record: Record = EMPTY,
    settings: Settings = SETTINGS,
    now: datetime = NOW,
) -> Record:
    """Compose as the pipeline does: seeds by name, then what the record alone remembers."""
    read = sorted(articles, key=lambda article: (article.seed, article.ordinal))
    every = (*read, *recall_articles((*record.pages, *record.merged), read))
    made, _ = make_pages(every, tuple(map(summarize, every)), record, settings, now)
    return made


def compose_one(
    articles: Iterable[Article],
    record: Record = EMPTY,
    settings: Settings = SETTINGS,
    now: datetime = NOW,
) -> Page:
    """Compose what must become a single page."""
    (page,) = compose(articles, record, settings, now).pages
    return page
