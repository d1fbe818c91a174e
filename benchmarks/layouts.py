"""Spoil a story as web pages and their scrapers do: repeated lines, buttons, counters, tails."""

import re
from collections.abc import Callable
from datetime import date

from benchmarks.dice import Dice
from benchmarks.story import Story

_QUOTATION = re.compile(r'"([^"\n]*)"')
_MONTHS = "January February March April May June July".split()
_BUTTONS = ("Share", "Print", "Listen", "Save", "Copy link", "Facebook", "WhatsApp", "A A A")
_MIDDLES = ("ADVERTISEMENT", "Read more: Most popular this week", "Share", "Newsletter")
_TAILS = ("Follow us", "Most read", "Comments", "License this photo", "Share this article")


def lay_out(story: Story, dice: Dice) -> str:
    """Return the raw text that a scraper would bring home, without a line end after the last."""
    text = "\n".join(dice.pick(_LAYOUTS)(story, dice))
    return _QUOTATION.sub("“\\1”", text).replace("'", "’") if dice.happens(0.5) else text


def _lay_out_reader(story: Story, dice: Dice) -> list[str]:
    """Everything twice, ``TT`` and a number between, as in 000_566b17ec143e6040.txt."""
    credit = dice.pick((f" ({story.agency})", f" {story.agency.upper()}/{story.reporter}"))
    captions = [caption + credit for caption in story.captions for _ in range(2)]
    head = [story.headline, "", *captions]
    number = [str(dice.between(2, 90))] if dice.happens(0.5) else []
    return [*head, "TT", *number, "", *head, "", *_write_wire(story, dice)]


def _lay_out_portal(story: Story, dice: Dice) -> list[str]:
    """Bread crumbs, a stamp, buttons, an advertisement in the text, a tail of links."""
    stamp = [f"Published: {_write_day(story.day)}"] if story.day else []
    caption = [f"{story.captions[0]} ({story.agency})"]
    buttons = [*dice.sample(_BUTTONS, 3), f"{dice.between(2, 9)} min read"]
    body = _write_body(story, "", [dice.pick(_MIDDLES)])
    tail = [*dice.sample(_TAILS, 2), str(dice.between(0, 140))]
    head = ["Skip to content", "Menu", "", story.headline, "", *stamp, f"By {story.reporter}", ""]
    return [*head, *buttons, "", *caption, "", *body, "", f"({story.agency})", "", *tail]


def _lay_out_wire(story: Story, dice: Dice) -> list[str]:
    """A bare wire report: headline, place line, text, who wrote it."""
    tail = [f"Reporting by {story.reporter}", "", "Our standards: how we report."]
    return [story.headline, "", *_write_wire(story, dice), "", *tail]


def _lay_out_social(story: Story, dice: Dice) -> list[str]:
    """The headline twice, a date on its own, a row of buttons."""
    stamp = [_write_day(story.day), ""] if story.day else []
    captions = [f"{story.captions[0]} ({story.agency})"] * 2
    head = [story.headline, "", story.headline, "", *captions, "", *stamp]
    tail = [f"({story.agency})", *dice.sample(_TAILS, 1)]
    return [*head, *dice.sample(_BUTTONS, 4), "", *_write_body(story, "", []), "", *tail]


_LAYOUTS: tuple[Callable[[Story, Dice], list[str]], ...] = (
    _lay_out_reader,
    _lay_out_reader,
    _lay_out_portal,
    _lay_out_wire,
    _lay_out_social,
)


def _write_wire(story: Story, dice: Dice) -> list[str]:
    """Return the body with a place line before it, blank lines between paragraphs or none."""
    day = f"{_MONTHS[story.day.month - 1]} {story.day.day}, {story.day.year} " if story.day else ""
    dateline = f"{story.place.upper()}, {day}" if day else f"{story.place.upper()} "
    lines = _write_body(story, f"{dateline}({story.agency}) - ", [])
    return lines if dice.happens(0.5) else [line for line in lines if line]


def _write_body(story: Story, dateline: str, between: list[str]) -> list[str]:
    """Return paragraphs and sub-heading, with a blank line between; the last line is text."""
    first, *rest = story.paragraphs
    middle = len(rest) // 2
    heading = [story.heading.upper()] if story.heading else []
    texts = [dateline + first, *rest[:middle], *heading, *rest[middle:-1], *between, rest[-1]]
    return "\n\n".join(texts).split("\n")


def _write_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
