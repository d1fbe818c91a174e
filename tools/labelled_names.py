"""Read texts whose names are labelled, as the training and the figures of quality want them.

Each set comes as tokens; here it is put back into running text, because that is what the product
reads, and its labels become places in that text.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from sitegen.text.lexicon import mark_word, read_lexicon

WIKIGOLD = "wikigold.conll.txt.gz"
MEANTIME = "meantime_wikinews_ccby.jsonl.gz"
NEWSWIRE = "ner_worldwide_newswire.jsonl.gz"

_KINDS = {
    "PER": "person",
    "LOC": "place",
    "ORG": "organisation",
    "MISC": "other",
    "PRO": "other",  # products and financial things, in MEANTIME
    "FIN": "other",
}
# A token without a space before it, and without one behind it.
_TIGHT = re.compile(r"[.,;:!?%)\]’”-]|['’]s|n't")
_OPENING = frozenset("([-$“‘")
_QUOTES = {"``": '"', "''": '"'}
_LONGEST = 6  # words in a name; a longer mention of MEANTIME is a description

Token = tuple[str, str]  # a word, and O, B-KIND or I-KIND
Label = tuple[int, int, int, str]  # paragraph, start, end, kind


@dataclass(frozen=True, slots=True)
class LabelledText:
    """Paragraphs, and the names in them."""

    paragraphs: tuple[str, ...]
    labels: frozenset[Label]


def read_newswire(folder: Path) -> Iterator[tuple[str, LabelledText]]:
    """Yield the texts of en-worldwide-newswire with the part of the set each is in."""
    with gzip.open(folder / NEWSWIRE, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["split"], join_tokens(row["sents"])


def read_wikigold(folder: Path) -> list[LabelledText]:
    """Return the texts of wikigold (Balasuriya et al. 2009), CC BY 4.0."""
    texts: list[list[list[Token]]] = [[[]]]
    with gzip.open(folder / WIKIGOLD, "rt", encoding="utf-8") as lines:
        for line in map(str.strip, lines):
            if line.startswith("-DOCSTART-"):
                texts.append([[]])
            elif line:
                word, label = line.rsplit(" ", 1)
                texts[-1][-1].append((word, label))
            elif texts[-1][-1]:
                texts[-1].append([])
    return [join_tokens(filter(None, text)) for text in texts if any(text)]


def read_meantime(folder: Path) -> list[LabelledText]:
    """Return the texts of MEANTIME (Minard et al. 2016), CC BY 4.0, as far as they are labelled."""
    with gzip.open(folder / MEANTIME, "rt", encoding="utf-8") as lines:
        return [_read_cat(json.loads(line)["xml"]) for line in lines]


def join_tokens(sentences: Iterable[Sequence[Token]]) -> LabelledText:
    """Return the text that tokens are of, a sentence to a paragraph, and its names."""
    paragraphs: list[str] = []
    labels: list[list[int | str]] = []
    for number, sentence in enumerate(sentences):
        text, is_glued, is_quoted, current = "", True, False, ""
        for token, label in sentence:
            word = _QUOTES.get(token, token)
            opens = word in _OPENING or (word == '"' and not is_quoted)
            closes = bool(_TIGHT.fullmatch(word)) or (word == '"' and is_quoted)
            is_quoted ^= word == '"'
            text += "" if is_glued or closes else " "
            kind = _KINDS.get(label[2:], "")
            if kind and label[0] == "I" and kind == current:
                labels[-1][2] = len(text) + len(word)
            elif kind:
                labels.append([number, len(text), len(text) + len(word), kind])
            text, is_glued, current = text + word, opens, kind
        paragraphs.append(text)
    found = ((int(row[0]), int(row[1]), int(row[2]), str(row[3])) for row in labels)
    return LabelledText(tuple(paragraphs), frozenset(found))


def _read_cat(xml: str) -> LabelledText:
    """Read a document in the format of the CAT tool: tokens, mentions, and what they refer to."""
    root = ET.fromstring(xml)  # noqa: S314 - a file of a known set, read by a developer
    rows = list(root.iter("token"))
    words = [row.text or "" for row in rows]
    place_of = {row.get("t_id"): place for place, row in enumerate(rows)}
    entities = {row.get("m_id"): row.get("ent_type", "") for row in root.iter("ENTITY")}
    kinds = {
        source.get("m_id"): entities.get(target.get("m_id"), "")
        for relation in root.iter("REFERS_TO")
        for target in relation.iter("target")
        for source in relation.iter("source")
    }
    labels = ["O"] * len(words)
    mentions = (
        (sorted(place_of[anchor.get("t_id")] for anchor in row), kinds.get(row.get("m_id"), ""))
        for row in root.iter("ENTITY_MENTION")
        if row.get("syntactic_type") in {"NAM", "PRE.NAM"}
    )
    for places, kind in sorted(mentions, key=lambda mention: (len(mention[0]), mention)):
        name = _trim_mention(places, words)
        if name and kind in _KINDS and all(labels[place] == "O" for place in name):
            is_people = kind == "LOC" and _is_people(" ".join(words[place] for place in name))
            labels[name[0]] = f"B-{'MISC' if is_people else kind}"
            for place in name[1:]:
                labels[place] = f"I-{'MISC' if is_people else kind}"
    # Only the first sentences of a document are labelled.
    numbers = [int(row.get("sentence", "0")) for row in rows]
    last = max((number for number, label in zip(numbers, labels, strict=True) if label != "O"))
    sentences: list[list[Token]] = [[] for _ in range(last + 1)]
    for number, word, label in zip(numbers, words, labels, strict=True):
        if number <= last:
            sentences[number].append((word, label))
    return join_tokens(filter(None, sentences))


def _trim_mention(places: list[int], words: Sequence[str]) -> list[int]:
    """Return the name in a mention such as ``the U.S. aircraft maker Boeing``, or nothing."""
    while places and _is_before(words[places[0]]):
        places = places[1:]
    while places and words[places[-1]].islower():
        places = places[:-1]
    is_whole = bool(places) and places[-1] - places[0] == len(places) - 1
    return places if is_whole and len(places) <= _LONGEST else []


def _is_before(word: str) -> bool:
    return word == "The" or word.islower() or "t" in mark_word(word)


def _is_people(text: str) -> bool:
    lexicon = read_lexicon()
    return text in lexicon.countries and text not in lexicon.kinds
