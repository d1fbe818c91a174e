from pathlib import PurePosixPath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish import urls

ADDRESSES = st.one_of(
    st.sampled_from(["", "rss.xml", "404.html", "tags/", "tags/mira/rss.xml"]),
    st.lists(
        st.text("abé.-?#%", min_size=1).filter(lambda s: s not in {".", ".."}), max_size=4
    ).map(lambda parts: "".join(f"{part}/" for part in parts)),
)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (urls.article_address("a"), "articles/a/"),
        (urls.tag_address("a"), "tags/a/"),
        (urls.story_address("a"), "stories/a/"),
        (urls.digest_address("2024-W24"), "digest/2024-W24/"),
        (urls.month_address(2024, 6), "archive/2024/06/"),
        (urls.own_address("about"), "about/"),
        (urls.page_address("", 3), "page/3/"),
        (urls.page_address("tags/a/", 3), "tags/a/page/3/"),
    ],
)
def test_addresses_are_those_of_the_contract(address: str, expected: str) -> None:
    assert address == expected


@given(ADDRESSES, ADDRESSES)
def test_a_relative_link_leads_from_any_page_to_any_file(source: str, target: str) -> None:
    folder = PurePosixPath("/", urls.output_path(source)).parent
    steps = unquote(urls.relative_link(source, target)).split("/")

    for step in steps:
        folder = folder.parent if step == ".." else folder / step
    assert str(folder) == f"/{urls.output_path(target)}"


@given(ADDRESSES, ADDRESSES)
def test_root_and_path_lead_there_too(source: str, target: str) -> None:
    folder = PurePosixPath("/", urls.output_path(source)).parent
    link = unquote(urls.relative_root(source) + urls.link_path(target))

    for step in link.split("/"):
        folder = folder.parent if step == ".." else folder / step
    assert str(folder) == f"/{urls.output_path(target)}"
