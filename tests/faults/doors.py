"""The doors through which foreign bytes come in, each as a function that bytes must not break.

A door raises what is not as promised: any exception that the product does not catch by itself, or
an assertion of what must be true of whatever came in.
"""

import dataclasses
import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from sitegen import pages
from sitegen.app.config import read_settings
from sitegen.app.journal import Step, read_journal, write_journal
from sitegen.app.manifest import digest_file, is_safe_path, read_manifest, write_manifest
from sitegen.app.preview.request import RefusedError, allow_hosts, read_request
from sitegen.app.preview.site import look_up
from sitegen.errors import SitegenError
from sitegen.ingest import parse_seed
from sitegen.ingest.reasons import FAULT
from sitegen.model.content import ContentFile
from sitegen.model.seed import Intake, SeedFile
from sitegen.publish.markup import render_markdown
from tests.faults.hostile.active_content import find_active
from tests.faults.hostile.grammar import make_vectors

_ROOT = Path(__file__).parents[2]
_HOSTS = allow_hosts("127.0.0.1")
_TEXT = b"Ferry Runs Aground\n\nA ferry with 312 passengers ran aground in fog on Tuesday.\n"
_SITE = {"index.html": "", "articles/ferry/index.html": "", "rss.xml": ""}
_JOURNAL = [Step("index.html", "a" * 32, "b" * 32, "0"), Step("tags/a.html", "c" * 32, "", "")]
_REQUESTS = (
    b"GET /articles/ferry/ HTTP/1.1\r\nHost: 127.0.0.1:8000\r\nAccept: */*\r\n",
    b"HEAD /%61rticles/ferry?x=1 HTTP/1.0\r\nHost: [::1]:8000\r\nConnection: close\r\n",
    b"GET / HTTP/1.1\r\nhost: localhost\r\nOrigin: http://localhost\r\nContent-Length: 0\r\n",
)
_EXPORTS = (
    {
        "headline": "Ferry",
        "articleBody": ["A ferry ran aground.", "Nobody was hurt."],
        "author": [{"name": "Ida"}, "Ole"],
        "publisher": {"name": "Wire"},
        "timestamp": 1718357400,
    },
    {
        "title": 1984,
        "content_html": "<p>A ferry ran aground.</p>",
        "inLanguage": "en",
        "datePublished": "Fri Jun 14 2024 09:30:00 GMT-0400 (EDT)",
        "source": "https://a.example/1",
    },
)
_SIDECAR = b'title = "Ferry"\ndate = 2024-06-14\nurl = "https://example.org/a"\nlang = "en"\n'


@dataclasses.dataclass(frozen=True, slots=True)
class Door:
    """A way in: its name, what enters, and examples of what should."""

    name: str
    enter: Callable[[bytes], None]
    examples: tuple[bytes, ...]


def list_doors(folder: Path) -> Iterator[Door]:
    """Yield every door; ``folder`` is for those that read a file."""
    seeds = _read_all("seeds", "*.txt")
    for ending, examples in {
        ".txt": (*seeds, *_read_all("tests/cases/seeds", "*.txt")),
        ".md": _read_all("tests/cases/markdown", "*.txt"),
        ".html": _read_all("tests/cases/html", "*.txt"),
        ".jsonl": (*map(_write_json, seeds), *(json.dumps(one).encode() for one in _EXPORTS)),
        ".json": (
            *(b"[\n" + b",\n".join(map(_write_json, seeds[at : at + 3])) + b"\n]" for at in (0, 3)),
            json.dumps({"items": _EXPORTS}, indent=1).encode(),
        ),
        ".txt.gz": tuple(gzip.compress(seed, mtime=0) for seed in seeds),
    }.items():
        yield Door(f"a seed {ending}", partial(_enter_seed, ending), examples)
    yield Door("a sidecar", _enter_sidecar, (_SIDECAR,))
    for room, read in _ROOMS.items():
        yield Door(f"content/{room}", partial(_enter_content, room, read), _find_examples(room))
    configs = (_ROOT.joinpath("sitegen.toml").read_bytes(), *_list_configs())
    yield Door("sitegen.toml", partial(_enter_config, folder / "sitegen.toml"), configs)
    bodies = tuple(vector.text.encode(errors="replace") for vector in make_vectors(300))
    yield Door("Markdown", _enter_markdown, (*bodies, *_read_all("content/articles", "*.md")))
    entries = [(path, digest_file(b"")) for path in _SITE]
    yield Door("a manifest", _enter_manifest, (write_manifest(entries),))
    yield Door("a journal", _enter_journal, (write_journal(_JOURNAL),))
    yield Door("a request", _enter_request, _REQUESTS)


_ROOMS: Mapping[str, Callable[[ContentFile], object]] = {
    "articles": pages.read_page,
    "tags": pages.read_tag,
    "digests": pages.read_issue,
    "pages": pages.read_own,
    "gone": pages.read_gone,
    "feeds": pages.read_archive,
    "addresses": pages.read_addresses,
    "changes": pages.read_history,
}


def _enter_seed(ending: str, data: bytes) -> None:
    _parse(SeedFile(f"wire/ferry{ending}", data))


def _enter_sidecar(data: bytes) -> None:
    _parse(SeedFile("ferry.txt", _TEXT, data, "ferry.toml"))


def _parse(seed: SeedFile) -> None:
    parsed = parse_seed(Intake(seed))
    assert not [fate for fate in parsed.lines if fate.rule == FAULT], parsed.problems


def _enter_content(room: str, read: Callable[[ContentFile], object], data: bytes) -> None:
    name = "0001.md" if room in {"feeds", "addresses"} else "2024-06-04.md"
    read(ContentFile(f"{room}/{name}", data))


def _enter_config(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with suppress(SitegenError):
        read_settings(path)


def _enter_markdown(data: bytes) -> None:
    html = render_markdown(data.decode(errors="replace"))
    # As the feed has it, whose HTML is read by the standard's own rules.
    assert list(find_active("feed.json", json.dumps({"content_html": html}).encode())) == []


def _enter_manifest(data: bytes) -> None:
    manifest = read_manifest(data)
    if manifest:
        assert all(map(is_safe_path, manifest.hashes))
        assert read_manifest(write_manifest(manifest.hashes.items())) == manifest


def _enter_journal(data: bytes) -> None:
    # Nobody hits upon the sum by chance.
    text = data.rstrip(b"\n").rpartition(b"\n")[0].decode(errors="replace")
    fields = [line.split("\t") for line in text.split("\n")[1:]]
    steps = tuple(Step(*line) for line in fields if len(line) == len(dataclasses.fields(Step)))
    for candidate in (data, write_journal(steps)):
        for step in read_journal(candidate) or ():
            assert is_safe_path(step.path)
            assert "/" not in step.waiting


def _enter_request(data: bytes) -> None:
    with suppress(RefusedError):
        request = read_request(data.rstrip(b"\r\n") + b"\r\n\r\n", _HOSTS)
        assert look_up(_SITE, request.path.removeprefix("/")) is None or ".." not in request.path


def _read_all(folder: str, names: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((_ROOT / folder).glob(names)))


def _write_json(seed: bytes) -> bytes:
    title, _, text = seed.decode().partition("\n")
    record = {"title": title, "text": text, "source": "The Ledger", "date": "2024-06-14"}
    return json.dumps(record).encode()


def _find_examples(room: str) -> tuple[bytes, ...]:
    """Return files of the room, or of another one where the sample site has none."""
    return _read_all(f"content/{room}", "*.md") or _read_all("content/addresses", "*.md")


def _list_configs() -> tuple[bytes, ...]:
    text = (_ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    return tuple(block.split("```")[0].encode() for block in text.split("```toml\n")[1:])
