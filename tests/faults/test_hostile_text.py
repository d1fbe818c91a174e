"""Text is never code: vectors of a grammar in the fields of a site leave nothing active in it."""

import json
from contextlib import redirect_stderr
from io import StringIO
from itertools import groupby
from pathlib import Path

from sitegen.app.cli import main
from tests.faults.hostile.active_content import find_active
from tests.faults.hostile.bad_seeds import write_article
from tests.faults.hostile.grammar import Vector, make_vectors

SAMPLE = 400  # of over 6,000


def write_seed(vector: Vector) -> str:
    """Return the JSON line of an article that has the vector in its place."""
    title, _, text = write_article(vector.number % 300).partition("\n\n")
    title = f"{title} {vector.number}"
    text = text.replace("quay", f"quay{vector.number}").replace("oars", f"oars{vector.number}")
    record = {"title": title, "text": f"{text}\n\nA line {vector.number} for the end of it.\n"}
    if vector.place in {"title", "front title"}:
        record["title"] = f"{title} {vector.text}"
    elif vector.place in {"byline", "source"}:
        record[vector.place] = vector.text
    else:
        record["text"] = f"{text}\n\nSomebody wrote {vector.text} onto the wall of it.\n"
    return json.dumps(record)


def write_own_page(vector: Vector) -> bytes:
    text = f"# Page {vector.number}\n\n{vector.text}\n\nThe *end* of it.\n"
    return text.encode(errors="replace")


def test_nothing_of_a_grammar_of_hostile_text_is_active_on_the_site(tmp_path: Path) -> None:
    vectors = sorted(make_vectors(SAMPLE), key=lambda vector: vector.place)
    pages, seeds, output = tmp_path / "content" / "pages", tmp_path / "seeds", tmp_path / "output"
    pages.mkdir(parents=True)
    seeds.mkdir()
    for place, group in groupby(vectors, key=lambda vector: vector.place):
        if place == "body":
            for vector in group:
                (pages / f"page-{vector.number}.md").write_bytes(write_own_page(vector))
            continue
        (seeds / f"{place}.jsonl").write_text("\n".join(map(write_seed, group)), encoding="utf-8")

    with redirect_stderr(StringIO()):
        status = main(["build", "-q", "-s", str(tmp_path), "--as-of", "2024-07-01"])

    files = [path for path in sorted(output.rglob("*")) if path.is_file()]
    assert status in {0, 3}
    assert len(list(output.glob("page-*/index.html"))) >= SAMPLE // 10
    assert len(list(output.glob("articles/*/index.html"))) >= SAMPLE // 2
    active = [
        found
        for path in files
        for found in find_active(path.relative_to(output).as_posix(), path.read_bytes())
    ]
    assert active == []
