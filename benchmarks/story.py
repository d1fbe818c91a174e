"""Write one made-up article: its cast, its beat, its date, its sentences."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from benchmarks.dice import Dice
from benchmarks.grammar import Grammar, write_line
from benchmarks.names import name_organisation, name_person, name_place, name_stranger

_BEATS = tuple(
    "harbour railway farm court school hospital football energy theatre bank parliament weather"
    " science crime housing kitchen".split()
)
_AGENCIES = ("Northern Wire", "Coastline Press", "Meridian News Agency", "Orle Press Service")

_ARTICLES_A_NAME = 20
_FIRST_DAY = date(2024, 1, 1)
_DAYS = 180
_DATED = 1 / 3
_BODY_LETTERS = (3_600, 5_000)
_FOCUS = 9  # nouns of its beat that one event is about
_SMALL = "two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November".split()
_STREETS = ("Row", "Lane", "Street", "Quay", "Hill", "Square", "Terrace")


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: who and what its reports are about, when, and a paragraph all of them have."""

    number: int
    people: tuple[str, ...]
    places: tuple[str, ...]
    organisations: tuple[str, ...]
    beat: str
    focus: tuple[str, ...]
    day: date
    background: str


@dataclass(frozen=True, slots=True)
class Story:
    """An article as its newsroom wrote it, before any web page spoilt it.

    ``day`` is None where the article doesn't tell it.
    """

    headline: str
    captions: tuple[str, ...]
    paragraphs: tuple[str, ...]
    heading: str
    place: str
    agency: str
    reporter: str
    day: date | None


# What the slots are filled with that the grammar leaves open.
_FILLERS: Mapping[str, Callable[[Event, Dice], str]] = {
    "place": lambda event, dice: dice.pick(event.places),
    "organisation": lambda event, dice: dice.pick(event.organisations),
    "beat.noun": lambda event, dice: dice.pick(event.focus),
    "stranger": lambda _, dice: name_stranger(dice),
    "street": lambda _, dice: f"{name_stranger(dice).split()[1]} {dice.pick(_STREETS)}",
    "number": lambda _, dice: f"{dice.between(15, 9_900):,}",
    "small": lambda _, dice: dice.pick(_SMALL),
    "hour": lambda _, dice: str(dice.between(1, 12)),
    "minute": lambda _, dice: f"{dice.below(60):02d}",
    "weekday": lambda _, dice: dice.pick(_WEEKDAYS),
    "month": lambda _, dice: dice.pick(_MONTHS),
}


def make_event(grammar: Grammar, number: int, articles: int) -> Event:
    """Make up an event for a corpus of that many articles.

    There is one name for each twenty articles; the first few names are in the news all the time.
    """
    dice = Dice("event", number)
    names = max(articles // _ARTICLES_A_NAME // 3, 3)
    beat = dice.pick(_BEATS)
    nouns = ["".join(option) for option in grammar[f"{beat}.noun"]]
    event = Event(
        number=number,
        people=_draw_names(dice, name_person, names, dice.between(1, 2)),
        places=_draw_names(dice, name_place, names, 2),
        organisations=_draw_names(dice, name_organisation, names, dice.between(1, 2)),
        beat=beat,
        focus=tuple(dice.sample(nouns, _FOCUS)),
        day=_FIRST_DAY + timedelta(days=dice.below(_DAYS)),
        background="",
    )
    return replace(event, background=_write_paragraph(_Writer(grammar, event, dice), 2))


def write_story(grammar: Grammar, event: Event, report: int) -> Story:
    """Write the report of that number of an event: each in its own words, a day after the last."""
    dice = Dice("report", event.number, report)
    writer = _Writer(grammar, event, dice)
    lead = f"{writer.write('lead')} {writer.write('second')}"
    paragraphs = [lead]
    length = dice.between(*_BODY_LETTERS)
    while sum(map(len, paragraphs)) < length:
        paragraphs.append(_write_paragraph(writer, dice.between(1, 4)))
    paragraphs.insert(dice.between(2, len(paragraphs) - 1), event.background)
    day = event.day + timedelta(days=report)
    return Story(
        headline=writer.write("headline"),
        captions=tuple(writer.write("caption") for _ in range(dice.between(1, 2))),
        paragraphs=tuple(paragraphs),
        heading=" ".join(dice.sample(event.focus, 2)) if dice.happens(0.5) else "",
        place=event.places[0],
        agency=dice.pick(_AGENCIES),
        reporter=name_stranger(dice),
        day=day if Dice("dated", event.number, report).happens(_DATED) else None,
    )


def edit_story(grammar: Grammar, event: Event, story: Story) -> Story:
    """Return the story as another desk would run it: a new headline, one paragraph replaced."""
    dice = Dice("edit", event.number, story.headline)
    writer = _Writer(grammar, event, dice)
    paragraphs = list(story.paragraphs)
    changed = dice.between(3, len(paragraphs) - 1)
    paragraphs[changed] = _write_paragraph(writer, 1)
    return replace(story, headline=writer.write("headline"), paragraphs=tuple(paragraphs))


def cut_story(_: Grammar, event: Event, story: Story) -> Story:
    """Return the story without its end."""
    kept = Dice("cut", event.number, story.headline).between(50, 80) * len(story.paragraphs) // 100
    return replace(story, paragraphs=story.paragraphs[:kept])


def _draw_names(
    dice: Dice, make_name: Callable[[int], str], names: int, count: int
) -> tuple[str, ...]:
    ranks: list[int] = []
    while len(ranks) < count:
        rank = dice.rank(names)
        if rank not in ranks:
            ranks.append(rank)
    return tuple(make_name(rank) for rank in ranks)


def _write_paragraph(writer: "_Writer", sentences: int) -> str:
    return " ".join(writer.write("sentence") for _ in range(sentences))


class _Writer:
    """Writes lines about one event; a person is named in full once, then mostly by surname."""

    def __init__(self, grammar: Grammar, event: Event, dice: Dice) -> None:
        self._grammar = grammar
        self._event = event
        self._dice = dice
        self._introduced: set[str] = set()

    def write(self, name: str) -> str:
        """Return a line of that kind."""
        line = write_line(self._grammar, name, self._fill, self._dice)
        return line.title().replace("'S", "'s") if name == "headline" else line

    def _fill(self, slot: str) -> str | None:
        if slot == "person":
            return self._call(self._dice.pick(self._event.people))
        if slot in _FILLERS:
            return _FILLERS[slot](self._event, self._dice)
        if slot in {"beat.role", "beat.spot"}:
            return self._dice.pick(self._grammar[f"{self._event.beat}{slot[4:]}"])[0]
        return None

    def _call(self, person: str) -> str:
        if person in self._introduced and self._dice.happens(0.7):
            return person.split()[1]
        self._introduced.add(person)
        return person
