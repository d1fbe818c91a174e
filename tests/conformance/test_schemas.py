"""Every list for machines of a site with all settings on is what its schema says."""

import shutil
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from sitegen.app.cli import main
from tests.conformance.schemas.json_feed import JsonFeed

ROOT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).parent / "schemas"
SETTINGS = """
[sitemap]
news = true
[hosting]
redirects = true
[feeds]
items = 6
hub = "https://hub.example/"
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site; a main feed of six articles has archives."""
    site = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "seeds", site / "seeds")
    text = (ROOT / "sitegen.toml").read_text("utf-8")
    (site / "sitegen.toml").write_text(text + SETTINGS, "utf-8")
    assert main(["build", "-q", "-s", str(site), "--as-of", "2024-07-01"]) == 0
    assert main(["check", "--strict", "-s", str(site), "--as-of", "2024-07-01"]) == 0
    return site / "output"


def validate(data: bytes) -> None:
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / "sitemap.xsd")))
    schema.assertValid(etree.fromstring(data))


@pytest.mark.parametrize("name", ["sitemap.xml", "sitemap-news.xml"])
def test_a_sitemap_is_valid(output: Path, name: str) -> None:
    validate(output.joinpath(name).read_bytes())


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("sitemap.xml", b"<lastmod>2024", b"<lastmod>24"),
        ("sitemap.xml", b"<loc>https:", b"<loc>ftp:"),
        ("sitemap.xml", b"<url>", b"<uri>"),
        ("sitemap-news.xml", b"<news:name>The Skarrow Ledger</news:name>", b""),
        ("sitemap-news.xml", b"<news:language>en<", b"<news:language>en-GB<"),
        ("sitemap-news.xml", b"_date>2024", b"_date>24"),
    ],
)
def test_the_schema_refuses_what_is_wrong(output: Path, name: str, old: bytes, new: bytes) -> None:
    data = output.joinpath(name).read_bytes()
    planted = data.replace(old, new).replace(b"</url>", b"</uri>" if new == b"<uri>" else b"</url>")

    assert planted != data
    with pytest.raises(etree.DocumentInvalid):
        validate(planted)


def test_an_index_of_sitemaps_is_valid() -> None:
    from sitegen.publish.sitemap import SITEMAP_ENTRIES, _make_sitemaps

    entries = tuple((f"articles/{number}/", "2024-06-14") for number in range(SITEMAP_ENTRIES + 1))
    for file in _make_sitemaps(entries, "https://example.org/news/"):
        validate(file.data)


def test_every_json_feed_is_what_the_format_says(output: Path) -> None:
    feeds = sorted(output.rglob("feed.json"))
    read = [msgspec.json.decode(path.read_bytes(), type=JsonFeed) for path in feeds]

    assert {feed.hubs is None for feed in read} == {True, False}
    assert any(feed.next_url for feed in read)
    assert len(read) > 20


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"id": "tag:', b'"guid": "tag:'),
        (b'+00:00"', b'"'),
        (b'"url": "https:', b'"url": "'),
        (b'"language": "en"', b'"language": ""'),
        (b'"hubs": [', b'"hub": ['),
        (b"version/1.1", b"version/1"),
    ],
)
def test_the_types_refuse_what_is_wrong(output: Path, old: bytes, new: bytes) -> None:
    data = output.joinpath("feed.json").read_bytes()

    assert old in data
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(data.replace(old, new, 1), type=JsonFeed)
