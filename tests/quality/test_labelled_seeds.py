"""The labels of ``labelled/`` agree with its files: every line is accounted for, exactly once."""

import gzip
import html
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "labelled"
SEEDS = HERE / "seeds"
LISTS = {"P": "paragraphs", "H": "headings", "C": "captions", "N": "noise", "F": "facts"} | {
    "Q": "pull_quotes"
}
SINGLE = {"T": "title", "D": "dek", "X": "correction"}


def read_lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def labels_of(seed: str) -> list[Any]:
    return [label for label in LABELS if label["seed"] == seed]


LABELS = read_lines(HERE / "labels.jsonl")
FILES = {record["seed"]: record for record in read_lines(HERE / "files.jsonl")}
TEXTS = [seed for seed in FILES if seed.endswith((".txt", ".txt.gz"))]
OTHERS = [seed for seed in FILES if seed not in TEXTS]


def content_of(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content


def text_of(seed: str) -> str:
    return content_of(SEEDS / seed).decode("utf-8")


def squeezed(text: str) -> str:
    return "".join(text.replace("|", "").split())


def items_of(seed: str) -> dict[str, list[str]]:
    """The items that the lines of a file make up, by role and ordinal, from files.jsonl alone."""
    lines = [line for line in text_of(seed).split("\n") if line.strip()]
    roles = FILES[seed]["roles"].split(" ") if FILES[seed]["roles"] else []
    assert len(lines) == len(roles)
    items: dict[str, list[str]] = {}
    for line, role in zip(lines, roles, strict=True):
        if role.endswith("+"):
            items[role[:-1]][-1] += " " + line
        else:
            items.setdefault(role, []).append(line)
    return items


def says(line: str, labelled: str) -> bool:
    """Whether a line is a labelled item, save for a bullet, a quote mark or the like before it."""
    before, found, after = squeezed(line).partition(squeezed(labelled))
    return bool(found) and re.fullmatch(r"[-–—*•·▪■>#\d.)]*", before + after) is not None


@pytest.mark.parametrize("seed", TEXTS)
def test_every_line_of_a_text_has_one_label(seed: str) -> None:
    items = items_of(seed)
    labels = labels_of(seed)
    for label in labels:
        ordinal = label["ordinal"]
        for role in "PHNFQ":
            lines = items.pop(f"{role}{ordinal}", [])
            assert len(lines) == len(label[LISTS[role]])
            assert all(map(says, lines, label[LISTS[role]]))
        for role, name in SINGLE.items():
            lines = items.pop(f"{role}{ordinal}", [])
            assert bool(lines) == bool(label[name])
            assert all(squeezed(label[name]) in squeezed(line) for line in lines)
        check_captions(label, items.pop(f"C{ordinal}", []), items.pop(f"K{ordinal}", []))
    between = [" ".join(line.split()) for line in items.pop("B0", [])]
    assert between == FILES[seed]["noise_between"]
    assert not items


def check_captions(label: Any, lines: list[str], credit_lines: list[str]) -> None:
    unseen = set(label["captions"])
    for line in lines:
        told = [text for text in label["captions"] if squeezed(text) in squeezed(line)]
        assert told
        unseen.difference_update(told)
    assert not unseen
    assert len(label["captions"]) == len(label["caption_credits"])
    tails = squeezed(" ".join(lines + credit_lines)).casefold()
    for text in label["caption_credits"]:
        assert squeezed(text or "").casefold() in tails


def words_of_page(seed: str) -> str:
    if seed.endswith((".jsonl", ".jsonl.gz")):
        lines = text_of(seed).splitlines()
        rows = [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]
        return "\n".join(f"{row.get('title')}\n{row.get('text')}" for row in rows)
    if seed.endswith((".html", ".html.gz")):
        page = re.sub(r"(?s)<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", "", text_of(seed))
        return html.unescape(page)
    return re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text_of(seed))


@pytest.mark.parametrize("seed", OTHERS)
def test_a_page_holds_its_labelled_paragraphs_in_order(seed: str) -> None:
    words = re.sub(r"[*_\\]", "", squeezed(words_of_page(seed)))
    labels = labels_of(seed)
    assert len(labels) == FILES[seed]["articles"]
    place = 0
    for label in labels:
        assert re.sub(r"[*_\\]", "", squeezed(label["title"])) in words
        for paragraph in label["paragraphs"]:
            found = words.find(re.sub(r"[*_\\]", "", squeezed(paragraph)), place)
            assert found >= 0, paragraph
            place = found + 1
        for name in ("headings", "captions", "noise"):
            for text in label[name]:
                assert re.sub(r"[*_\\]", "", squeezed(text)) in words, text


def test_the_files_are_those_of_the_labels() -> None:
    there = {path.name for path in SEEDS.iterdir()}
    assert there == set(FILES)
    counted = Counter(label["seed"] for label in LABELS)
    assert {seed: record["articles"] for seed, record in FILES.items() if record["articles"]} == (
        counted
    )


def test_there_is_enough_of_it() -> None:
    assert len(FILES) >= 120
    assert len(LABELS) >= 200
    assert len({label["group"] for label in LABELS}) >= 100
    assert len({record["layout"] for record in FILES.values()}) >= 50


def test_the_seeds_are_what_the_script_makes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.quality.labelled.make_seeds", str(tmp_path)]
    subprocess.run(command, cwd=HERE.parents[2], check=True)
    for name in ("labels.jsonl", "files.jsonl"):
        assert (tmp_path / name).read_bytes() == (HERE / name).read_bytes()
    for path in SEEDS.iterdir():
        assert content_of(tmp_path / "seeds" / path.name) == content_of(path)
