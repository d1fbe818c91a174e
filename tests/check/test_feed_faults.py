"""Faults in feeds, sitemap and list of feeds, one at a time: each is noticed, where it is."""

import pytest

from tests.check.planted import Fault, check, name_faults, notice, read_finished

RSS, ATOM, JSON = "rss.xml", "atom.xml", "feed.json"
TRAM_HTML = "&lt;p&gt;A tram was early, said the"
TRAM_JSON = "<p>A tram was early, said the"

RSS_FAULTS = (
    Fault(RSS, "</channel>", "", "is not XML"),
    Fault(RSS, "A tram was early.", "A & B", "is not XML"),
    Fault(RSS, "A tram was early.", "A \x07 tram", "is not XML"),
    Fault(RSS, "A tram was early.", "&nbsp;", "is not XML"),
    Fault(RSS, 'encoding="UTF-8"', 'encoding="ISO-8859-1"', "is in ISO-8859-1, not in UTF-8"),
    Fault(RSS, "<rss ", '<!DOCTYPE rss [<!ENTITY a "b">]><rss ', "has a DOCTYPE", f"{RSS}:1"),
    Fault(RSS, "<rss ", '<?xml-stylesheet href="x.xsl" type="text/xsl"?><rss ', "another type"),
    Fault(
        RSS, "<rss ", '<?xml-stylesheet href="x.css" type="text/css"?><rss ', "'x.css', which is"
    ),
    Fault(RSS, "<rss ", '<?xml-stylesheet href="http://[" type="text/css"?><rss ', "from another"),
    Fault(RSS, 'version="2.0"', 'version="0.91"', "is no RSS 2.0"),
    Fault(RSS, "</channel>", "</channel><channel/>", "has 2 channels"),
    Fault(RSS, "<title>The Kelsund Courier</title>", "", "has no title; set title"),
    Fault(RSS, "<description>What the island talks about</description>", "", "no description"),
    Fault(RSS, "<link>https://example.org/news/</link>", "", "does not name the page"),
    Fault(RSS, "<link>https://example.org/news/<", "<link>https://other.example/<", "for its page"),
    Fault(RSS, "<language>en</language>", "", "has no language"),
    Fault(RSS, "<language>en<", "<language>English, of course<", "has no language"),
    Fault(RSS, "<title>The Kelsund Courier<", "<title>The &lt;b&gt;K&lt;/b&gt;<", "shows markup"),
    Fault(RSS, "<language>", "<ttl>soon</ttl><language>", "no number of minutes"),
    Fault(RSS, "<language>", "<image><link>x</link></image><language>", "has an image"),
    Fault(RSS, "<pubDate>Fri, 14 Jun 2024", "<pubDate>Sun, 14 Jun 1964", "take for a mistake"),
    Fault(
        RSS,
        "<category>Trams",
        '<author>a@b.example</author><c:creator xmlns:c="http://purl.org/dc/elements/1.1/">A'
        "</c:creator><category>Trams",
        "has both an author and a dc:creator",
    ),
    Fault(RSS, 'rel="self"', 'rel="via"', "does not name its own address"),
    Fault(RSS, 'news/rss.xml" rel="self"', 'rss.xml" rel="self"', "says that its address is"),
    Fault(RSS, 'type="application/rss+xml"', 'type="text/xml"', "rel=self of another type"),
    Fault(RSS, "<lastBuildDate>Sat, 15 Jun", "<lastBuildDate>Sat, 15 June", "no date"),
    Fault(RSS, "<lastBuildDate>Sat, 15", "<lastBuildDate>Wed, 12", "before its newest item"),
    Fault(RSS, "<lastBuildDate>Sat, 15", "<lastBuildDate>Sat, 29", "updated in the future"),
    Fault(RSS, "<pubDate>Sat, 15 Jun 2024 12:00:00 +0000</pubDate>", "", "when it was published"),
    Fault(RSS, "<pubDate>Sat, 15", "<pubDate>Sun, 15", "for a date, which its format", f"{RSS}:10"),
    Fault(RSS, "<pubDate>Sat, 15 Jun 2024", "<pubDate>Sat, 15 Jun 24", "for a date, which"),
    Fault(RSS, "<pubDate>Sat, 15 Jun 2024 12:00:00 +0000", "<pubDate>2024-06-15T12:00:00Z", "date"),
    Fault(RSS, "12:00:00 +0000</pub", "12:00:00 EST</pub", "for a date, which its format has not"),
    Fault(RSS, "<pubDate>Sat, 15 Jun", "<pubDate>Mon, 15 Jul", "is dated in the future"),
    Fault(RSS, "<pubDate>Fri, 14", "<pubDate>Sun, 16", "is newer than the item before it"),
    Fault(RSS, '<guid isPermaLink="false">tag:example.org,2024:2</guid>', "", "has no id"),
    Fault(RSS, ' isPermaLink="false"', "", "has a guid that is no address"),
    Fault(RSS, 'isPermaLink="false"', 'isPermaLink="no"', "neither true nor false"),
    Fault(RSS, ">tag:example.org,2024:2<", ">https://example.org/news/2<", "changes when the site"),
    Fault(RSS, ">tag:example.org,2024:2<", ">tag:example.org,2024:1<", "the id of another item"),
    Fault(RSS, "2024:2</guid>", "2024: 2</guid>", "has an id with a gap in it"),
    Fault(RSS, "<title>Tram early</title>", "", "has no title; build"),
    Fault(RSS, "<title>Tram early<", "<title>Tram &amp;amp; early<", "shows markup in its title"),
    Fault(RSS, "<title>Tram early<", "<title>Tram late<", "has another title than in atom.xml:9"),
    Fault(RSS, "<title>Tram early<", "<title>Tram\x92 early<", "control characters"),
    Fault(RSS, "<link>https://example.org/news/articles/tram-early/</link>", "", "has no link"),
    Fault(
        RSS, "<link>https://example.org/news/articles/tram", "<link>articles/tram", "no whole add"
    ),
    Fault(
        RSS, "/articles/tram-early/<", "/articles/tram-gone/<", "which is not there", f"{RSS}:10"
    ),
    Fault(RSS, "/articles/ferry-late/<", "/articles/tram-early/<", "the link of another item"),
    Fault(RSS, "<category>Trams</category>", "<category> </category>", "has an empty category"),
    Fault(RSS, "<category>Trams", "<author>Zoe</author><category>Trams", "no mail address"),
    Fault(RSS, "<category>Trams", '<enclosure url="a"/><category>Trams', "without length and type"),
    Fault(
        RSS, "<category>Trams", "<tags>Trams</tags><category>Trams", "<tags>, which RSS does not"
    ),
    Fault(RSS, "<category>Trams", "<title>Tram</title><category>Trams", "has <title> 2 times"),
    Fault(RSS, "<category>Trams", "<content:encoded/><category>Trams", "has its content 2 times"),
    Fault(RSS, "<language>", "<pubDate>yesterday</pubDate><language>", "for pubDate, no date"),
    Fault(RSS, "tag:example.org,2024:2", "tag:example.org,2024:3", "another id than in atom.xml"),
)
ATOM_FAULTS = (
    Fault(ATOM, "<name>The Kelsund Courier<", "<name>A &lt;a@b.example&gt;<", "a mail address"),
    Fault(
        ATOM, "<author>", "<icon>https://example.org/news/icon.svg</icon><author>", "is not there"
    ),
    Fault(ATOM, "</feed>", "</feeds>", "is not XML"),
    Fault(ATOM, "<id>tag:example.org,2024:feed</id>", "", "has no id"),
    Fault(ATOM, "<id>tag:example.org,2024:feed<", "<id>feed<", "has an id that is no URI"),
    Fault(ATOM, "<updated>2024-06-15T12:00:00Z</updated>\n<author>", "<author>", "when it was upd"),
    Fault(ATOM, "Z</updated>\n<author>", "</updated>\n<author>", "no date"),
    Fault(
        ATOM, "15T12:00:00Z</updated>\n<author>", "16T12:00:00Z</updated>\n<author>", "after its"
    ),
    Fault(ATOM, "<author><name>The Kelsund Courier</name></author>", "", "has no author"),
    Fault(ATOM, "<name>The Kelsund Courier</name>", "", "has an author without a name"),
    Fault(
        ATOM, "<updated>2024-06-15T12:00:00Z</updated>\n<published>", "<published>", "when it was"
    ),
    Fault(
        ATOM, "<updated>2024-06-15T12:00", "<updated>2024-06-15T11:00", "before it was published"
    ),
    Fault(ATOM, "<updated>2024-06-14T12:00", "<updated>2024-06-15T12:00", "at the same moment"),
    Fault(ATOM, "<published>2024-06-15T12:00:00Z", "<published>2024-06-15", "for a date, which"),
    Fault(ATOM, "<published>2024-06-15T12:00:00Z", "<published>2024-06-31T12:00:00Z", "for a date"),
    Fault(ATOM, "<published>2024-06-15", "<published>2024-06-13", "is newer than the item before"),
    Fault(ATOM, 'rel="alternate" type="text/html"/>\n<content', 'rel="via"/>\n<content', "no link"),
    Fault(ATOM, "<content ", '<link href="https://x.example/a" type="text/html"/><content ', "two"),
    Fault(ATOM, 'href="https://example.org/news/" ', "", "has a link without href="),
    Fault(ATOM, '<content type="html">', '<content type="markup">', "content of the type"),
    Fault(ATOM, '<summary type="html">', '<summary type="text/html">', "a type that texts do not"),
    Fault(ATOM, 'term="Trams"', 'label="Trams"', "has a category without term="),
    Fault(ATOM, "<category ", "<pubDate/><category ", "has <pubDate>, which Atom does not know"),
    Fault(ATOM, "<category ", "<summary/><category ", "has <summary> 2 times"),
    Fault(ATOM, '<?xml version="1.0"', ' <?xml version="1.0"', "is not XML"),
    Fault(ATOM, "xml:lang", "xml:base", "has no language"),
    Fault(ATOM, "2024:2<", "2024:9<", "has another id than in", RSS + ":10"),
)
LARGE = "<category>Trams</category>" * 25_000
SHARED_FAULTS = (
    Fault(RSS, "2024:2</guid>", "2024:2 </guid>", "has white space around its guid"),
    Fault(RSS, "<pubDate>Sat", "<pubDate> Sat", "has white space around its pubDate"),
    Fault(ATOM, "<id>tag:example.org,2024:2", "<id>\ntag:example.org,2024:2", "around its id"),
    Fault(RSS, "<link>https://example.org/news/a", "<link>https://x.example/a", "not of this site"),
    Fault(
        RSS, "<link>https://example.org/news/a", "<link>http://example.org/news/a", "not of this"
    ),
    Fault(RSS, "<category>Trams", "<category>Buses", "has other tags than in atom.xml:9"),
    Fault(JSON, '"tags": [', '"language": "de", "tags": [', "another language than in atom.xml:9"),
    Fault(ATOM, "<entry>", '<entry xml:lang="de">', "language than in atom.xml:9", JSON + "#1"),
    Fault(RSS, "<language>en", "<language>de", "has another language than atom.xml"),
    Fault(
        JSON,
        '"home_page_url": "https://example.org/news/"',
        '"home_page_url": "https://example.org/news/404.html"',
        "has another page than atom.xml",
    ),
    Fault(JSON, "<p>A ferry was late.</p>", "", "has neither content_html nor content_text"),
    Fault(RSS, "<category>Trams</category>", LARGE, " KB; lower items or choose excerpts"),
    Fault(
        "feeds.opml",
        "<outline ",
        '<outline type="rss" text="A" xmlUrl="https://example.org/news/atom.xml"/><outline ',
        "names atom.xml 2 times",
    ),
    Fault(
        "feeds.opml",
        'htmlUrl="https://example.org/news/"',
        'htmlUrl="https://example.org/news/gone/"',
        "'gone/index.html', which is not there",
    ),
    Fault(
        "robots.txt", "Sitemap: https://example.org/news/sitemap.xml", "", "not name the sitemap"
    ),
)
CHAIN_FAULTS = (
    Fault(ATOM, "<author>", '<link rel="prev-archive" href="a/1.xml"/><author>', "in its chain"),
    Fault(
        ATOM,
        "<author>",
        '<link rel="prev-archive" href="https://example.org/news/feeds/1.xml"/><author>',
        "links to 'feeds/1.xml', which is not there",
    ),
    Fault(
        RSS,
        "<language>",
        '<atom:link rel="next-archive" href="https://example.org/news/2.xml"/><language>',
        "links to '2.xml', which is not there",
    ),
)
JSON_FAULTS = (
    Fault(JSON, '"items": [', '"items": [,', "is not JSON"),
    Fault(JSON, '"language": "en"', '"language": "en", "language": "de"', "has a key twice"),
    Fault(JSON, '"language": "en"', '"_speed": NaN, "language": "en"', "has NaN, which is no JSON"),
    Fault(JSON, "version/1.1", "version/1", "is no JSON Feed 1.1"),
    Fault(JSON, '"items": [', '"entries": [', "has no list of items"),
    Fault(JSON, '"items": [', '"items": ["Tram",', "is an item that is no object", f"{JSON}#1"),
    Fault(
        JSON, '"language": "en"', '"speed": 3, "language": "en"', "'speed', which JSON Feed does"
    ),
    Fault(JSON, '"language": "en"', '"author": {}, "language": "en"', "which is of JSON Feed 1.0"),
    Fault(JSON, '"title": "Tram early"', '"title": 4', "has a title that is no text", f"{JSON}#1"),
    Fault(JSON, '"id": "tag:example.org,2024:2"', '"id": 2', "has an id that is no text"),
    Fault(JSON, '"id": "tag:example.org,2024:2",', "", "has no id"),
    Fault(JSON, f'"content_html": "{TRAM_JSON}', '"_html": "', "has neither content_html nor"),
    Fault(JSON, '"tags": [', '"tags": [7,', "has tags that are no list of texts"),
    Fault(JSON, '"tags": [', '"attachments": [{"url": "a"}], "tags": [', "without url and mime_"),
    Fault(JSON, '"name": "The', '"nom": "The', "has authors that are no list of names"),
    Fault(
        JSON, '"https://example.org/news/feed.json"', '"feed.json"', "a feed_url that is no whole"
    ),
    Fault(JSON, "2024-06-15T12:00:00Z", "2024-06-15 12:00:00", "for a date, which its format"),
    Fault(
        JSON, '"date_modified": "2024-06-15', '"date_modified": "2024-06-12', "before it was pub"
    ),
    Fault(
        JSON, '"date_modified": "2024-06-15T12', '"date_modified": "2024-06-15T13', "another time"
    ),
    Fault(JSON, "A tram was early, said the", "A tram was late, said the", "another text than in"),
    Fault(JSON, '"title": "The Kelsund Courier"', '"title": "Courier"', "has another title than"),
    Fault(
        JSON, "tag:example.org,2024:1", "tag:example.org,2024:7", "has other items than atom.xml"
    ),
)
HTML_FAULTS = (
    Fault(ATOM, TRAM_HTML, "&lt;script&gt;x&lt;/script&gt;", "has <script> in its HTML"),
    Fault(ATOM, TRAM_HTML, '&lt;iframe src="https://x.example/"&gt;', "has <iframe>, which shows"),
    Fault(ATOM, TRAM_HTML, '&lt;p onclick="x()"&gt;', "runs code by onclick="),
    Fault(ATOM, TRAM_HTML, '&lt;a href="java&amp;#9;script:x"&gt;', "has code for an address"),
    Fault(ATOM, TRAM_HTML, '&lt;p style="position: fixed"&gt;', "has style= on <p>"),
    Fault(ATOM, TRAM_HTML, "&lt;form&gt;", "has <form> in its HTML"),
    Fault(
        ATOM, TRAM_HTML, '&lt;a href="../ferry-late/"&gt;', "links to '../ferry-late/' in its HTML"
    ),
    Fault(ATOM, TRAM_HTML, '&lt;img src="//x.example/a.png"&gt;', "which is no whole address"),
    Fault(
        ATOM, TRAM_HTML, '&lt;a href="http://localhost:8000/a/"&gt;', "which only this machine has"
    ),
    Fault(ATOM, TRAM_HTML, '&lt;a href="https://example.org/news/gone/"&gt;', "which is not there"),
    Fault(
        ATOM, TRAM_HTML, '&lt;a href="https://example.org/news/#x"&gt;', "'#x', which index.html"
    ),
    Fault(ATOM, TRAM_HTML, "\x81\x92", "has control characters in its text"),
)
LIST_FAULTS = (
    Fault("sitemap.xml", "</urlset>", "", "is not XML"),
    Fault("sitemap.xml", "schemas/sitemap/0.9", "sitemap", "which is no kind of ours"),
    Fault("sitemap.xml", "articles/tram-early/", "articles/tram-gone/", "which is not there"),
    Fault("sitemap.xml", "articles/tram-early/", "articles/old-tram/", "keeps itself out of"),
    Fault("sitemap.xml", "articles/tram-early/", "articles/ferry-late/", "a second time"),
    Fault("sitemap.xml", "articles/tram-early/", "404.html", "no page to be found"),
    Fault("sitemap.xml", "https://example.org/news/a", "articles/a", "is no whole address"),
    Fault(
        "sitemap.xml", "<loc>https://example.org/news/a", "<loc>https://x.example/a", "not of this"
    ),
    Fault("sitemap.xml", "2024-06-15", "15 June 2024", "for lastmod, which is no date"),
    Fault("sitemap.xml", "2024-06-15", "2025-06-15", "was changed in the future"),
    Fault("feeds.opml", 'version="2.0"', "", "is no OPML 2.0"),
    Fault("feeds.opml", "<head><title>The Kelsund Courier</title></head>", "", "has no title"),
    Fault("feeds.opml", "body>", "main>", "has no body"),
    Fault("feeds.opml", 'text="The Kelsund Courier"', "", "has an entry without text="),
    Fault("feeds.opml", "news/atom.xml", "news/index.html", "index.html, which is no feed"),
    Fault("feeds.opml", "news/atom.xml", "news/gone.xml", "'gone.xml', which is not there"),
    Fault("robots.txt", "https://example.org/news/", "https://x.example/", "names the sitemap"),
    Fault("robots.txt", "Allow: /", "Disallow: /", "keeps every search engine out"),
)
FAULTS = (
    RSS_FAULTS
    + ATOM_FAULTS
    + SHARED_FAULTS
    + CHAIN_FAULTS
    + JSON_FAULTS
    + HTML_FAULTS
    + LIST_FAULTS
)


@pytest.mark.parametrize("fault", FAULTS, ids=name_faults(FAULTS))
def test_planted_fault_is_noticed(fault: Fault) -> None:
    told = notice(fault)

    assert [message for message in told if fault.told in message] != [], told


def test_a_feed_with_the_id_of_another_is_told() -> None:
    files = read_finished()
    for name in ("rss.xml", "atom.xml", "feed.json"):
        moved = files[name].replace(f"news/{name}".encode(), f"news/digest/{name}".encode())
        files[f"digest/{name}"] = moved

    told = [problem.message for problem in check(files) if problem.place == "digest/atom.xml"]

    assert "has the id of the feed atom.xml" in "; ".join(told)
    assert "is a feed that feeds.opml does not name" in "; ".join(told)


def test_a_feed_of_more_items_than_readers_take_is_told() -> None:
    files = read_finished()
    head, item, tail = files["rss.xml"].decode().partition("<item>")
    entry, _, rest = tail.partition("</item>")
    many = "".join(
        f"{item}{entry.replace('2024:2', f'2024:{number + 10}')}</item>" for number in range(51)
    )
    files["rss.xml"] = f"{head}{many}{rest}".encode()

    told = [problem.message for problem in check(files) if problem.place == "rss.xml"]

    assert "has 52 items; lower items under [feeds]" in told
