"""What was published is kept: ids, addresses, items. What may change is not complained about."""

from collections.abc import Mapping

from sitegen.check import check_site, list_archives, list_named, take_published
from sitegen.model.output import OutputFile
from tests.check.planted import BASE_URL, FERRY, MOVED, NOW, TRAM, read_finished

FEEDS = ("rss.xml", "atom.xml", "feed.json")
RESTORE = "restore content/ as it was, for ids and addresses live there"


def compare(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> dict[str, str]:
    """What is said of a site beside the one published before, by place, and only then."""
    published = take_published((OutputFile(*item) for item in before.items()), before, BASE_URL)
    files = [OutputFile(path, after[path]) for path in sorted(after)]
    sizes = {path: len(data) for path, data in after.items()}
    alone = check_site(files, sizes, BASE_URL, NOW)
    both = check_site(files, sizes, BASE_URL, NOW, published)
    return {problem.place: problem.message for problem in set(both) - set(alone)}


def change(files: Mapping[str, bytes], before: str, after: str, *paths: str) -> dict[str, bytes]:
    """The site with a text replaced, in all of its files or in some."""
    for path in paths:
        assert before.encode() in files[path]
    return {
        path: data.replace(before.encode(), after.encode()) if not paths or path in paths else data
        for path, data in files.items()
    }


def test_a_site_keeps_what_it_is() -> None:
    assert compare(read_finished(), read_finished()) == {}


def test_a_page_that_is_gone_is_an_error() -> None:
    after = read_finished()
    del after[TRAM], after[MOVED]

    told = compare(read_finished(), after)

    message = f"was published and is not there any more; {RESTORE}, or keep its alias"
    assert told == {TRAM: message, MOVED: message}


def test_a_feed_that_is_gone_is_an_error() -> None:
    after = read_finished()
    del after["rss.xml"]

    assert [*compare(read_finished(), after)] == ["rss.xml"]


def test_style_sheets_the_404_page_and_sitemaps_promise_nothing() -> None:
    after = read_finished()
    for path in ("assets/site.css", "assets/icon.svg", "404.html", "sitemap.xml"):
        del after[path]

    assert compare(read_finished(), after) == {}


def test_the_later_parts_of_a_long_list_promise_nothing() -> None:
    parts = ("page/1/index.html", "tags/mira/page/12/index.html")
    others = ("tags/mira/page/index.html", "page/1/2/index.html")
    page = read_finished()[TRAM]

    told = compare(read_finished() | dict.fromkeys((*parts, *others), page), read_finished())

    assert sorted(told) == sorted(others)


def test_another_id_for_a_page_is_an_error() -> None:
    after = change(read_finished(), "tag:example.org,2024:2", "tag:example.org,2026:2")

    assert compare(read_finished(), after) == {
        TRAM: f"had the id tag:example.org,2024:2, and now has tag:example.org,2026:2; {RESTORE}"
    }


def test_an_item_lost_from_the_middle_of_all_feeds_is_an_error() -> None:
    after = read_finished()
    for path in FEEDS:
        after[path] = _cut_first_item(path, after[path])

    assert compare(read_finished(), after) == {
        "atom.xml": f"has lost the item tag:example.org,2024:2; {RESTORE}"
    }


def test_the_oldest_item_may_leave_when_a_newer_one_comes() -> None:
    before = read_finished()
    before["atom.xml"] = before["atom.xml"].replace(
        b"</feed>", OLD_ENTRY.replace("DAY", "01").replace("ID", "0").encode() + b"</feed>"
    )
    before["articles/boat/index.html"] = before[FERRY]
    after = read_finished() | {"articles/boat/index.html": before[FERRY]}

    assert compare(change(before, "2024-06-15", "2024-06-14"), after) == {}


def test_the_oldest_item_may_not_leave_when_none_comes() -> None:
    before = read_finished()
    before["atom.xml"] = before["atom.xml"].replace(
        b"</feed>", OLD_ENTRY.replace("DAY", "01").replace("ID", "0").encode() + b"</feed>"
    )

    assert compare(before, read_finished()) == {
        "atom.xml": f"has lost the item tag:example.org,2024:0; {RESTORE}"
    }


def test_items_cut_off_the_end_of_a_feed_are_no_error_while_their_pages_are_there() -> None:
    old = "".join(OLD_ENTRY.replace("DAY", f"0{day}").replace("ID", f"0{day}") for day in (1, 2))
    after = read_finished() | {"articles/boat/index.html": read_finished()[FERRY]}
    before = dict(after)
    before["atom.xml"] = before["atom.xml"].replace(b"</feed>", old.encode() + b"</feed>")

    assert compare(before, after) == {
        "atom.xml": "no longer tells of 2 items whose pages are still there, and no archive does; "
        "if readers are to find them in it, raise 'items' under [feeds]"
    }


def test_an_item_cut_off_a_feed_that_has_archives_is_in_these_or_lost() -> None:
    after = read_finished() | {"articles/boat/index.html": read_finished()[FERRY]}
    before = dict(after)
    before["atom.xml"] = before["atom.xml"].replace(
        b"</feed>", OLD_ENTRY.replace("DAY", "01").replace("ID", "0").encode() + b"</feed>"
    )
    link = f'<link rel="prev-archive" href="{BASE_URL}feeds/archive/1/atom.xml"/></feed>'
    after["atom.xml"] = after["atom.xml"].replace(b"</feed>", link.encode())

    assert "tag:example.org,2024:0" in compare(before, after)["atom.xml"]


def test_an_article_that_was_merged_into_another_leaves_a_redirect_and_no_complaint() -> None:
    before = read_finished()
    after = read_finished()
    for path in FEEDS:
        after[path] = _cut_first_item(path, after[path])
    after[TRAM] = after[MOVED].replace(b"tram-early", b"ferry-late")

    assert compare(before, after) == {}


def test_a_new_address_with_a_redirect_at_the_old_one_keeps_the_id() -> None:
    before = read_finished()
    after = change(read_finished(), "tram-early", "tram-late")
    after["articles/tram-late/index.html"] = after.pop(TRAM)
    after[TRAM] = after[MOVED]

    assert compare(before, after) == {}


def test_an_article_that_is_dated_later_than_it_was_is_a_warning() -> None:
    after = change(read_finished(), "2024-06-15", "2024-06-16")

    told = compare(read_finished(), after)

    assert [*told] == [TRAM]
    assert told[TRAM].startswith("is dated 2024-06-16")
    assert compare(after, read_finished()) == {}


def test_a_site_may_move_to_another_host() -> None:
    old = "https://old.example/"
    before = {
        path: data.replace(BASE_URL.encode(), old.encode())
        for path, data in read_finished().items()
    }

    assert compare(before, read_finished()) == {}


def test_what_cannot_be_read_promises_only_to_be_there() -> None:
    before = read_finished() | {"atom.xml": b"<feed", "feed.json": b"[", "index.html": b""}

    assert compare(before, read_finished()) == {}


def test_what_a_published_list_names_is_found_and_what_is_no_address_passed_over() -> None:
    feed = OutputFile(
        "atom.xml",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="prev-archive" href="http://["/>'
        b'<link rel="prev-archive" href="feeds/1.xml"/></feed>',
    )
    opml = OutputFile("feeds.opml", b'<opml><outline xmlUrl="http://[" htmlUrl="tags/"/></opml>')

    assert [*list_archives(feed, BASE_URL)] == ["feeds/1.xml"]
    assert "tags/index.html" in [*list_named(opml, BASE_URL)]
    assert [*list_named(OutputFile("feeds.opml", b"<"), BASE_URL)] == []


OLD_ENTRY = """<entry>
<id>tag:example.org,2024:ID</id>
<title>Boat on time</title>
<updated>2024-06-DAYT12:00:00Z</updated>
<published>2024-06-DAYT12:00:00Z</published>
<link href="https://example.org/news/articles/boat/" rel="alternate" type="text/html"/>
<summary>A boat came.</summary>
</entry>
"""


def _cut_first_item(path: str, data: bytes) -> bytes:
    """A feed without its newest item."""
    marks = {"rss.xml": b"<item>", "atom.xml": b"<entry>", "feed.json": b'  {\n   "id"'}
    head, _, rest = data.partition(marks[path])
    _, mark, kept = rest.partition(marks[path])
    assert mark
    return head + mark + kept
