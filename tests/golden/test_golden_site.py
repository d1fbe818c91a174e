"""The sample site as it was last looked at: every changed byte shows here, and in the diff.

``make test ARGS="--update-golden tests/golden"`` records it anew; then read what git says.
"""

import shutil
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from sitegen.app.cli import main

ROOT = Path(__file__).parents[2]
RECORDED = Path(__file__).parent / "output"
FIRST_BUILD = "2024-07-01T06:00:00Z"  # when the sample's pages were minted
# Recorded whole; of all other files the digest is enough.
WHOLE = (
    "index.html",
    "404.html",
    "articles/cheers-and-ship-horns-as-stranded-ferry-floats-free-at-fourth-attempt/index.html",
    "tags/solveig-star/index.html",
    "tags/solveig-star/rss.xml",
    "tags/solveig-star/atom.xml",
    "tags/solveig-star/feed.json",
    "digest/2024-06-14/index.html",
    "archive/2024/06/index.html",
    "sitemap.xml",
    "feeds.opml",
    "robots.txt",
)


def copy_site(target: Path, *parts: str) -> Path:
    for part in ("sitegen.toml", "seeds", "templates", *parts):
        source = ROOT / part
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        target.mkdir(exist_ok=True)
        copy(source, target / part)
    return target


def build(site: Path, moment: str) -> None:
    assert main(["build", "-q", "--strict", "-s", str(site), "--as-of", moment]) == 0


def read_tree(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def unpack(data: bytes) -> bytes:
    """Return the files in a book, one after the other; what is no book, as it is."""
    if not data.startswith(b"PK"):
        return data
    with ZipFile(BytesIO(data)) as book:
        return b"".join(name.encode() + book.read(name) for name in book.namelist())


def digest_tree(tree: dict[str, bytes]) -> str:
    """Without social cards, which another processor may compress otherwise, and their hashes.

    So may books, but their files can be taken out of them.
    """
    rows = (
        f"{blake2b(unpack(data), digest_size=8).hexdigest()}  {path}"
        for path, data in tree.items()
        if not path.endswith(("card.png", ".sitegen-manifest"))
    )
    return "\n".join(rows) + "\n"


def test_seeds_alone_give_the_committed_content_byte_for_byte(tmp_path: Path) -> None:
    site = copy_site(tmp_path / "site")
    shutil.copytree(ROOT / "content" / "pages", site / "content" / "pages")

    build(site, FIRST_BUILD)

    assert read_tree(site / "content") == read_tree(ROOT / "content")


def test_a_later_build_leaves_the_committed_content_alone(tmp_path: Path) -> None:
    site = copy_site(tmp_path / "site", "content")

    build(site, "2031-01-01")

    assert read_tree(site / "content") == read_tree(ROOT / "content")


def test_the_site_is_the_recorded_one(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    site = copy_site(tmp_path / "site", "content")
    build(site, FIRST_BUILD)
    tree = read_tree(site / "output")
    recorded = RECORDED.parent / "digests.txt"

    if request.config.getoption("--update-golden"):
        shutil.rmtree(RECORDED, ignore_errors=True)
        for path in WHOLE:
            (RECORDED / path).parent.mkdir(parents=True, exist_ok=True)
            (RECORDED / path).write_bytes(tree[path])
        recorded.write_text(digest_tree(tree), encoding="utf-8")

    assert {path: tree.get(path) for path in WHOLE} == read_tree(RECORDED)
    assert digest_tree(tree).splitlines() == recorded.read_text(encoding="utf-8").splitlines()
