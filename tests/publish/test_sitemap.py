from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from sitegen.model.page import OwnPage
from sitegen.publish.sitemap import (
    SITEMAP_ENTRIES,
    _make_sitemaps,
    custom_domain,
    make_machine_files,
)
from tests.publish.feed_samples import SETTINGS
from tests.publish.site_samples import make_page, noon, plan

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(data: bytes) -> list[str]:
    root = ET.fromstring(data)  # noqa: S314 - our own file
    return [element.text or "" for element in root.iter(f"{NAMESPACE}loc")]


def test_the_sitemap_names_every_page_once() -> None:
    pages = (
        make_page("a", noon(14), tags=("Mira",), story="s"),
        make_page("b & é", noon(14), story="s"),
    )
    site = plan(*pages, tags=("Mira",), own=(OwnPage("About", "about", ""),))

    files = {file.path: file.data for file in make_machine_files(site)}

    assert sorted(locations(files["sitemap.xml"])) == [
        "https://example.org/news/",
        "https://example.org/news/about/",
        "https://example.org/news/articles/a/",
        "https://example.org/news/articles/b%20%26%20%C3%A9/",
        "https://example.org/news/digest/2024-06-14/",
        "https://example.org/news/digest/2024-W24/",
        "https://example.org/news/sources/kna/",
        "https://example.org/news/stories/s/",
        "https://example.org/news/tags/mira/",
    ]
    assert b"<lastmod>2024-06-14</lastmod>" in files["sitemap.xml"]


def test_a_large_site_has_an_index_of_sitemaps() -> None:
    entries = tuple((f"articles/{number}/", "") for number in range(2 * SITEMAP_ENTRIES + 1))

    *parts, index = _make_sitemaps(entries, "https://example.org/news/")

    assert index.path == "sitemap.xml"
    assert locations(index.data) == [f"https://example.org/news/{part.path}" for part in parts]
    assert [len(locations(part.data)) for part in parts] == [SITEMAP_ENTRIES, SITEMAP_ENTRIES, 1]


def test_robots_may_read_everything_and_are_told_of_the_sitemap() -> None:
    files = {file.path: file.data for file in make_machine_files(plan())}

    assert files["robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://example.org/news/sitemap.xml",
    ]
    assert files[".nojekyll"] == b""
    assert "CNAME" not in files


def test_a_domain_of_ones_own_is_named_to_the_host() -> None:
    site = plan(settings=replace(SETTINGS, base_url="https://news.mira.town/"))

    files = {file.path: file.data for file in make_machine_files(site)}

    assert files["CNAME"] == b"news.mira.town\n"


@pytest.mark.parametrize(
    "base_url",
    [
        "https://mira.github.io/",
        "https://mira.town/news/",
        "https://mira.town:8443/",
        "http://localhost:8000/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://intranet/",
        "https://mira.example/",
        "https://www.example.org/",
        "https://mira.test/",
        "",
    ],
)
def test_other_hosts_are_no_domain_of_ones_own(base_url: str) -> None:
    assert not custom_domain(base_url)
