"""Compare the search with Pagefind's on the same site: ``python -m benchmarks.search``.

It needs Chromium, and ``pip install 'pagefind[bin]'``, which is no dependency of the project.
"""

import argparse
import gzip
import json
import random
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

from benchmarks.corpus import write_corpus
from sitegen.publish.search_words import split_search_words

QUERIES = 50
TOP = 10
# Under this address a bare page imports Pagefind: our own pages' policy lets no WebAssembly run.
HARNESS = "harness.html"
PAGEFIND = """async query => {
  const pagefind = await import(new URL("pagefind/pagefind.js", location.href));
  const found = await pagefind.search(query);
  const shown = await Promise.all(found.results.slice(0, 10).map(one => one.data()));
  return shown.map(one => one.url);
}"""


@dataclass(frozen=True, slots=True)
class Query:
    """Words to search, and the article they were taken from; tags were taken from none."""

    kind: str
    words: str
    slug: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The best ten articles, and the bytes from opening the page to having them."""

    slugs: tuple[str, ...]
    size: int


def main() -> None:
    """Build a site, ask both, print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--size", type=int, default=1_000, help="articles (%(default)s)")
    parser.add_argument("--chromium", default="chromium", help="the browser (%(default)s)")
    arguments = parser.parse_args()
    with TemporaryDirectory(prefix="sitegen search ") as folder:
        output = build_site(Path(folder), arguments.size)
        queries = make_queries(output)
        sent: list[int] = []
        with serve(output, sent) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=arguments.chromium, args=["--no-sandbox"]
            )
            answers = []
            for query in queries:
                pair = []
                for ask in (ask_us, ask_pagefind):
                    sent.clear()
                    tab = browser.new_context().new_page()
                    slugs = ask(tab, address, query.words)
                    tab.context.close()
                    pair.append(Answer(slugs, sum(sent)))
                answers.append((pair[0], pair[1]))
            browser.close()
        print("\n".join(draw(queries, answers)))


def build_site(root: Path, size: int) -> Path:
    """Build a site of made-up articles, and Pagefind's index of their texts beside ours."""
    write_corpus(root / "seeds", size)
    run = partial(subprocess.run, check=True, stdout=subprocess.DEVNULL)
    run([sys.executable, "-m", "sitegen", "build", "-q", "-s", root, "--as-of", "2030-01-01"])
    output = root / "output"
    options = ["--glob", "articles/*/index.html", "--root-selector", "article.story"]
    run([sys.executable, "-m", "pagefind", "--site", output, *options])
    (output / HARNESS).write_text("<!DOCTYPE html><title>Pagefind</title>", encoding="utf-8")
    return output


def make_queries(output: Path) -> list[Query]:
    """Take queries from the index: names, words of titles, words that stand together in texts."""
    chance = random.Random(50)
    articles = [
        row for path in sorted(output.glob("search/articles/*.json")) for row in _read(path)
    ]
    tags = re.findall('<option value="([^"]+)">', _menu(output, "tag"))
    queries = [Query("a name", tag, "") for tag in chance.sample(tags, min(15, len(tags)))]
    for row in chance.sample(articles, min(QUERIES - len(queries), len(articles))):
        if len(queries) < 33:
            words = [word for word in split_search_words(row[1]) if 3 < len(word)]
            chosen = chance.sample(words, min(3, len(words)))
            queries.append(Query("a title", " ".join(chosen), row[0]))
        else:
            words = _read_words(output / "articles" / row[0] / "index.html")
            start = chance.randrange(len(words) - 2)
            queries.append(Query("a text", " ".join(words[start : start + 2]), row[0]))
    return queries


def _read(path: Path) -> list[list[str]]:
    rows: list[list[str]] = json.loads(path.read_bytes())
    return rows


def _menu(output: Path, name: str) -> str:
    page = (output / "search" / "index.html").read_text(encoding="utf-8")
    return page.partition(f'<select id="{name}"')[2].partition("</select>")[0]


def _read_words(path: Path) -> list[str]:
    page = path.read_text(encoding="utf-8")
    text = page.partition('<div class="text"')[2].partition("</article>")[0]
    return [word for word in split_search_words(re.sub("<[^>]*>", " ", text)) if 5 < len(word)]


@contextmanager
def serve(folder: Path, sent: list[int]) -> Iterator[str]:
    """Serve a folder compressed, as hosts do, and note the bytes of each body."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def copyfile(self, source: Any, outputfile: Any) -> None:  # noqa: ANN401 - as it is there
            data = source.read()
            sent.append(min(len(data), len(gzip.compress(data, 6))))
            outputfile.write(data)

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_address[1]}/"
        http.shutdown()


def ask_us(tab: Page, address: str, words: str) -> tuple[str, ...]:
    """Open the page to search, type, and read the results."""
    tab.goto(f"{address}search/index.html")
    tab.get_by_role("searchbox").fill(words)
    expect(tab.get_by_role("status")).not_to_be_empty()
    tab.wait_for_load_state("networkidle")
    links = tab.locator(".found a").evaluate_all("links => links.map(link => link.href)")
    return tuple(map(_read_slug, links))


def ask_pagefind(tab: Page, address: str, words: str) -> tuple[str, ...]:
    """Open a bare page and ask Pagefind as its own page would."""
    tab.goto(address + HARNESS)
    return tuple(map(_read_slug, tab.evaluate(PAGEFIND, words)))


def _read_slug(url: str) -> str:
    return url.partition("articles/")[2].partition("/")[0]


def draw(queries: Sequence[Query], answers: Sequence[tuple[Answer, Answer]]) -> Iterator[str]:
    """Yield the lines of the tables."""
    yield (
        "| taken from | queries | first with us | first with Pagefind "
        "| in our ten | in Pagefind's ten | of Pagefind's ten in ours |"
    )
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for kind in ("a title", "a text", "a name"):
        asked = [
            (q, ours, theirs)
            for q, (ours, theirs) in zip(queries, answers, strict=True)
            if q.kind == kind
        ]
        yield (
            f"| {kind} | {len(asked)} "
            f"| {sum(q.slug in ours.slugs[:1] for q, ours, _ in asked)} "
            f"| {sum(q.slug in theirs.slugs[:1] for q, _, theirs in asked)} "
            f"| {sum(q.slug in ours.slugs for q, ours, _ in asked)} "
            f"| {sum(q.slug in theirs.slugs for q, _, theirs in asked)} "
            f"| {mean(share(ours, theirs) for _, ours, theirs in asked):.2f} |"
        )
    yield ""
    for name, pick in (("ours", 0), ("Pagefind", 1)):
        sizes = [pair[pick].size / 1000 for pair in answers]
        yield f"{name}: {median(sizes):.0f} kB at the median, {max(sizes):.0f} kB at most"


def share(ours: Answer, theirs: Answer) -> float:
    """Return the share of Pagefind's articles that we show too."""
    return len({*ours.slugs} & {*theirs.slugs}) / len(theirs.slugs) if theirs.slugs else 1.0


if __name__ == "__main__":
    main()
