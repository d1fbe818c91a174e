"""A seed file under construction: its lines, and for each line what it is."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.quality.labelled.sources import Article, Block, bare_credit

# T title, D dek, P paragraph, H heading, C caption, K a credit on its own line, F facts,
# N noise within an article, B noise between articles, X correction note, Q pull quote.
LISTS = {"P": "paragraphs", "H": "headings", "N": "noise", "F": "facts", "Q": "pull_quotes"}


STAMP = re.compile(
    r"^(?!http).*?(?:(?<!\d)20\d\d(?!\d)|\d[./]\d{1,2}[./]\d\d|"
    r"\b[A-Z][a-z]{2,8} \d{1,2}\b)"
)
DATELINE = re.compile(
    r"(?P<place>[A-Z][A-ZÉ’' -]+)(?:, [A-Z][A-Za-z ]+?)?(?P<day>, (?:[A-Z][a-z]+) \d{1,2})? "
    r"\((?P<agency>[^)]+)\) [-—] "
)


def squash(line: str) -> str:
    return " ".join(line.split())


@dataclass(slots=True)
class SeedBook:
    """Lines with their roles; the labels grow with them."""

    name: str
    layout: str
    origin: str = "made"
    lines: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    labels: list[dict[str, Any]] = field(default_factory=list)
    between: list[str] = field(default_factory=list)
    above: str = ""  # the credit above the caption to come
    words: Callable[[str], str] = squash

    def begin(self, article: Article) -> None:
        """Open the next article; what follows belongs to it."""
        self.labels.append(
            {
                "seed": self.name,
                "ordinal": len(self.labels) + 1,
                "group": article.name,
                "kind": article.kind,
                "event": article.event,
                "version_of": article.version,
                "layout": self.layout,
                "title": article.title,
                "dek": None,
                "paragraphs": [],
                "headings": [],
                "captions": [],
                "caption_credits": [],
                "pull_quotes": [],
                "truncated": article.truncated,
                "noise": [],
                "facts": [],
                "correction": None,
                "date": None,
                "byline": None,
                "agency": None,
                "day": article.date,
                "date_evidence": None,
            }
        )

    @property
    def label(self) -> dict[str, Any]:
        return self.labels[-1]

    def blank(self, count: int = 1) -> None:
        self.lines += [""] * count

    def put(self, line: str, role: str) -> None:
        """Add a line as it stands, with its role; a plus goes on with the line before."""
        self.lines.append(line)
        self.roles.append(role + ("0" if role == "B" else str(len(self.labels))))

    def noise(self, *lines: str) -> None:
        for line in lines:
            self._listed(line, "N")

    def rest(self, *lines: str) -> None:
        """Add noise that belongs to no article; an empty string is a blank line."""
        for line in lines:
            if line:
                self.put(line, "B")
                self.between.append(self.words(line))
            else:
                self.blank()

    def facts(self, *lines: str, **known: str | None) -> None:
        for line in lines:
            self._listed(line, "F")
        self.label.update({key: value for key, value in known.items() if value})

    def title(self, line: str) -> None:
        self.put(line, "T")

    def dek(self, article: Article, line: str | None = None) -> None:
        if article.dek:
            self.label["dek"] = article.dek
            self.put(line or article.dek, "D")

    def caption(self, text: str, tail: str, line: str) -> None:
        """Add a caption; the same caption again is not listed twice, its credit is if it is new."""
        self.put(line, "C")
        captions, credits_known = self.label["captions"], self.label["caption_credits"]
        if text not in captions:
            captions.append(text)
            credits_known.append(bare_credit(tail))
        elif tail and not credits_known[captions.index(text)]:
            credits_known[captions.index(text)] = bare_credit(tail)

    def heading(self, block: Block, line: str | None = None) -> None:
        self.label["headings"].append(block.text)
        self.put(line or block.raw, "H")

    def paragraph(self, block: Block, *lines: str) -> None:
        """Add a paragraph, on one line as the source has it or on the lines given."""
        self.label["paragraphs"].append(block.text)
        first, *others = lines or (block.raw,)
        self.put(first, "P")
        for line in others:
            self.put(line, "P")
            self.roles[-1] += "+"

    def finish(self) -> None:
        """State what the datelines tell, and on what each date rests."""
        for label in self.labels:
            found = DATELINE.match(label["paragraphs"][0]) if label["paragraphs"] else None
            label["day"] = label["day"] or label["date"]
            stamped = any(STAMP.search(line) for line in label["facts"])
            in_row = self.name.endswith((".jsonl", ".jsonl.gz"))
            if label["date"] and (stamped or in_row):
                label["date_evidence"] = "stamp"
            elif found and found["day"] and label["day"]:
                label.update(date=label["day"], date_evidence="dateline")
            else:
                label["date"] = None
            if found and label["agency"] is None:
                label["agency"] = found["agency"]

    def _listed(self, line: str, role: str) -> None:
        self.put(line, role)
        self.label[LISTS[role]].append(self.words(line))

    def text(self) -> str:
        ending = "\r\n" if "crlf" in self.name else "\n"
        text = "".join(line + ending for line in self.lines)
        return text.replace("</ul>\n<ul>", "\n").replace("</table>\n<table>", "\n")

    def record(self) -> str:
        """Return the line of ``files.jsonl`` about this file."""
        known = {
            "seed": self.name,
            "layout": self.layout,
            "origin": self.origin,
            "articles": len(self.labels),
            "noise_between": self.between,
            "roles": " ".join(self.roles) if ".txt" in self.name else "",
        }
        return json.dumps(known, ensure_ascii=False)
