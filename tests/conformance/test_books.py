"""Books against the standard, by its own checker: https://www.w3.org/publishing/epubcheck/.

It takes seconds a book, so of the sample site the weeks are read, which have all its articles, and
of hostile text one book with all of it.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest

from sitegen.app.cli import main
from sitegen.model.article import Caption
from sitegen.model.page import Page
from sitegen.publish.books import bind_book, list_books
from tests.faults.hostile.grammar import make_vectors
from tests.publish.feed_samples import make_issue
from tests.publish.site_samples import make_page, noon, plan, render_bodies

ROOT = Path(__file__).parents[2]
DEBIAN = Path("/usr/share/java/epubcheck.jar")
VECTORS = 400  # of over 6,000

ODD_TEXTS = (
    "<b>&amp; \"bold\" 'single' ]]> <!-- -->",
    "controls \x00\x01\x08\x0b\x0c\x1b\x7f\x85\u2028\u202e\u2066\ufffe\uffff end",
    "surrogate \ud800 and \U0001f1f8\U0001f1ea \U0001f469\u200d\U0001f469\u200d\U0001f467 emoji",
    "ميناء ميرا: العبّارة تتأخر",
    "港の船が遅れた",
    "word " * 2000,
    "&#1; &#0; &#xD800; &nbsp; &bogus; &lt;",
    "|" * 50,
)
ODD_BODIES = (
    "| a | b |\n|---|--:|\n| c |\n| d | e | f |\n\n|x|\n|-|\n",
    "> > > deep\n\n- a\n    - b\n        1. c\n\n            d\n\n7. seven\n",
    "```\n<code> & ]]>\n```\n\n    four\n\n***\n\n# one\n###### six\n## two\n",
    "![picture](https://a.example/a.png) ![here](here.png) [![both](a.png)](b.md)",
    "[a](#b) [c](d.html) [e](/f) [g](?h) [i](//j) [k](article-1.xhtml) [l](<m n>) [o]() [p](.)",
    (
        "[q](http://) [r](http://s:t/) [u](https://v.example/%) [w](https://x.example/a b) "
        "[y](https://münchen.example/ü) [z](mailto:) [a](mailto:a?b=<c>) [b](https://[::1]/) "
        "[c](https://a.example/#d#e) [f](https://a.example:99999/) [g](https://user@a.example/) "
        "[h](https://a.example/{i}|j^k`l) [m](HTTPS://A.EXAMPLE/) [n](https://a..example/) "
        "[o](https://1.2.3/) [p](https://a_b.example/) [q](https://-a.example/) "
        "[r](https://127.0.0.1:80/)"
    ),
    "[a](https://a.example/ \"title & <b> 'c' &quot;d&quot;\") <https://e.example/?f=g&h=i>",
    "a\\\nb  \nc\n\n<div>\n\n*d*\n\n</div>\n\nTerm\n:   no list\n\n[^1]: note\n",
    "",
)


@cache
def find_epubcheck() -> tuple[str, ...]:
    """Return the command; without it CI fails, and a person is told what was left out."""
    java, jar = shutil.which("java"), Path(os.environ.get("EPUBCHECK", DEBIAN))
    return (java, "-XX:TieredStopAtLevel=1", "-jar", str(jar)) if java and jar.exists() else ()


def find_faults(path: Path) -> list[str]:
    """Return the errors and warnings of a book."""
    command = find_epubcheck()
    if not command:
        message = "no epubcheck here: install Debian's package of it, or name its jar in EPUBCHECK"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    done = subprocess.run(
        [*command, "--failonwarnings", str(path)], capture_output=True, text=True, check=False
    )
    found = re.findall(r"^(?:FATAL|ERROR|WARNING)\(.*", done.stdout + done.stderr, re.MULTILINE)
    return found if found or done.returncode == 0 else [done.stderr]


def make_hostile_pages() -> Iterator[Page]:
    for number, vector in enumerate(make_vectors(VECTORS)):
        yield make_page(f"v{number}", noon(14), body=f"a {vector.text} b", title=vector.text)
    for number, text in enumerate(ODD_TEXTS):
        yield make_page(
            f"t{number}",
            noon(14),
            title=text,
            dek=text,
            byline=text,
            agency=text,
            place=text,
            rights=text,
            captions=(Caption(text, text),),
            lang=("ar", "en", "zh-Hant", "pt-BR", text)[number % 5],
            body=text,
        )
    for number, body in enumerate(ODD_BODIES):
        yield make_page(f"b{number}", noon(14), title="", body=body, is_truncated=True)


def bind_hostile(**changes: object) -> bytes:
    pages = tuple(make_hostile_pages())
    ids = tuple(page.id for page in pages)
    issue = make_issue("2024-06-14", **{"articles": ids, **changes})
    site = plan(*pages, issues=(issue,))
    (make,) = list_books(site, render_bodies(site))
    (file,) = bind_book(make())
    return file.data


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_book_of_hostile_text_has_no_fault(tmp_path: Path, language: str) -> None:
    path = tmp_path / "hostile.epub"
    body = "\n\n".join((*ODD_TEXTS, *ODD_BODIES))
    path.write_bytes(
        bind_hostile(title=ODD_TEXTS[1], summary=ODD_TEXTS[0], body=body, lang=language)
    )

    assert find_faults(path) == []


def test_nothing_in_a_book_of_hostile_text_runs_or_is_fetched() -> None:
    with ZipFile(BytesIO(bind_hostile())) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.endswith(".xhtml")]
    elements = [element for page in pages for element in fromstring(page).iter()]  # noqa: S314 - what sitegen wrote
    names = {str(element.tag).rpartition("}")[2] for element in elements}
    attributes = {name for element in elements for name in element.attrib}

    assert len(pages) > VECTORS
    assert names.isdisjoint({"script", "img", "svg", "iframe", "object", "style", "form", "input"})
    assert not any(name.startswith("on") or name in {"style", "src"} for name in attributes)
    for element in elements:
        href = element.get("href", "")
        assert re.match(r"(?i:https?://|mailto:|[a-z\d-]+\.(?:xhtml|css)$|$)", href)


def test_the_books_of_the_sample_site_have_no_fault(tmp_path: Path) -> None:
    for part in ("seeds", "content", "templates"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copyfile(ROOT / "sitegen.toml", tmp_path / "sitegen.toml")
    assert main(["build", "-q", "-s", str(tmp_path), "--as-of", "2024-07-01"]) == 0

    books = sorted((tmp_path / "output" / "digest").glob("2024-W*/*.epub"))

    assert len(books) > 2
    assert {book.name: find_faults(book) for book in books} == {book.name: [] for book in books}
