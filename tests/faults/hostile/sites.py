"""Sites that hold a hostile text in every field: as seeds bring it in, and as content/ may hold it.

Each vector has an article of its own, with the same text in each field, so that the page tells by
itself what became of it in which field.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sitegen.app.cli import main
from sitegen.model.article import Caption
from sitegen.model.dating import Dating
from sitegen.model.page import Copy, Page
from sitegen.pages import write_page
from tests.faults.hostile.grammar import Vector
from tests.faults.made_up import make_words
from tests.publish.feed_samples import PAGE

_CONFIG = '[site]\ntitle = "Tidings"\n\n[tags]\nminimum = 1\n'
_ON_A_PAGE = 60
_NUMBER = re.compile(r"\b10\d{4}\b")
_NOON = datetime(2024, 6, 14, 12, tzinfo=UTC)
_PAGE = replace(
    PAGE,
    id="",
    title="",
    slug="",
    dating=Dating(_NOON, "day", "Friday, June 14"),
    first_seen=_NOON,
    updated=_NOON,
    agency="",
    byline="",
    summary="",
    words=40,
    body="",
)


def write_seed_site(site: Path, vectors: Sequence[Vector]) -> None:
    """Write plain seeds with sidecars, the vector in each field of both."""
    (site / "seeds").mkdir(parents=True)
    (site / "sitegen.toml").write_text(_CONFIG, encoding="utf-8")
    for vector in vectors:
        seed = site / "seeds" / f"{vector.number}.txt"
        seed.write_bytes(_encode(_make_text(vector)))
        facts = {
            "byline": f"Ivo {vector.text}",
            "source": vector.text,
            "description": f"They met, and {vector.text} was said.",
            "rights": vector.text,
        }
        lines = [f"{key} = {_quote(value)}\n" for key, value in facts.items()]
        seed.with_suffix(".toml").write_text("".join(lines), encoding="utf-8")


def write_content_site(site: Path, vectors: Sequence[Vector]) -> None:
    """Write pages of articles and a person's own pages, the vector in each text of them."""
    articles, own = site / "content" / "articles", site / "content" / "pages"
    articles.mkdir(parents=True)
    own.mkdir()
    (site / "sitegen.toml").write_text(_CONFIG, encoding="utf-8")
    for page in map(_make_page, vectors):
        (articles / f"{page.slug}.md").write_bytes(_encode(write_page(page)))
    # Few, for each page leads to all of them.
    for start in range(0, len(vectors), _ON_A_PAGE):
        first, *_ = together = vectors[start : start + _ON_A_PAGE]
        texts = "\n\n".join(vector.text for vector in together)
        text = f"---\ntitle: {json.dumps(_make_title(first))}\n---\n\n{texts}\n\nThe end.\n"
        (own / f"page-{first.number}.md").write_bytes(_encode(text))


def build(site: Path) -> int:
    """Build a hostile site."""
    return main(["build", "-q", "-s", str(site), "--as-of", "2024-07-01"])


def find_wanted(output: Path, vectors: Sequence[Vector]) -> dict[str, dict[str, str]]:
    """Return what each page of either site must show, by its name and a selector of CSS."""
    pages = _find_pages(output)
    wanted = {}
    for vector in vectors:
        title = _make_title(vector)
        for name in pages.get(vector.number, ()):
            where = ["h1", ".meta", ".dek", ".captions", ".text"]
            if name.startswith("page-"):  # there, and in the text of content/, stands Markdown
                where = where[:1]
            elif name.startswith("articles/boatmen-"):
                where = where[:4]
            wanted[name] = {one: title if one == "h1" else vector.text for one in where}
    return wanted


def _find_pages(output: Path) -> dict[int, list[str]]:
    """Return the names of the pages of each vector, by the number that stands in them first."""
    pages: dict[int, list[str]] = {}
    for path in (*output.glob("articles/*/index.html"), *output.glob("page-*/index.html")):
        found = _NUMBER.search(path.read_text(encoding="utf-8"))
        if found:
            pages.setdefault(int(found[0]), []).append(path.relative_to(output).as_posix())
    return pages


def _make_title(vector: Vector) -> str:
    return f"{make_words(vector.number, 3).title()} {vector.text}"


def _make_text(vector: Vector) -> str:
    words = [make_words(vector.number + 1_000_000 * part, 14) for part in range(4)]
    text = vector.text.replace("\n\n", "\n")
    return f"""{_make_title(vector)}

The boatmen of {words[0]} met on the quay before the evening tide turned.

Somebody wrote {text} onto the wall, and {words[1]} was there.

A warden counted {words[2]} in a green book for the winter.

A quay {text} at {words[3]}. Northern Wire/Ivo Brandt
"""


def _quote(text: str) -> str:
    """Return a text as TOML writes it."""
    return '"' + "".join(f"\\U{ord(sign):08x}" for sign in text) + '"'


def _make_page(vector: Vector) -> Page:
    text, name = vector.text, f"boatmen-{vector.number}"
    return replace(
        _PAGE,
        id=f"tag:example.org,2024-06-14:{name}",
        title=_make_title(vector),
        slug=name,
        dating=Dating(_NOON - timedelta(days=vector.number % 90), "day", text),
        agency=text,
        byline=text,
        captions=(Caption(text, text),),
        source=text,
        tags=(text, f"{text} {vector.number}"),
        entities=(text,),
        summary=text,
        seeds=(Copy("hostile.txt", f"{vector.number:016x}", 40, 1.0, text, differences=text),),
        body=f"{make_words(vector.number, 30)}\n\n{text}\n\nThe end.",
        dek=f"They met, and {text} was said.",
        place=text,
        rights=text,
    )


def _encode(text: str) -> bytes:
    return text.encode(errors="replace")
