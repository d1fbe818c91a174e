"""Faults in pages and other files, one at a time: each is noticed, where it is."""

import pytest

from sitegen.check.pages import LARGEST_PAGE
from tests.check.planted import FERRY, MOVED, TRAM, Fault, check, name_faults, notice, read_finished

CSS = "assets/site.css"
POLICY = 'http-equiv="Content-Security-Policy"'
CANONICAL = '<link rel="canonical" href="https://example.org/news/articles/ferry-late/">'

HEAD_FAULTS = (
    Fault(FERRY, "<!DOCTYPE html>\n", "", "does not begin with <!DOCTYPE html>", f"{FERRY}:1"),
    Fault(FERRY, '<html lang="en">', "<html>", "has nothing for its language"),
    Fault(FERRY, 'lang="en"', 'lang="in English"', "has 'in English' for its language"),
    Fault(FERRY, '<meta charset="utf-8">', "", "does not say that it is UTF-8"),
    Fault(FERRY, "ferry was late, and", "ferry\udcff was late, and", "is not UTF-8", f"{FERRY}:21"),
    Fault(FERRY, 'name="viewport"', 'name="view"', 'has no <meta name="viewport">'),
    Fault(FERRY, "<title>Ferry late · The Kelsund Courier</title>", "", "has no title"),
    Fault(FERRY, "<title>", "<title>Ferry</title><title>", "has 2 titles"),
    Fault(FERRY, 'content="A ferry was late."', 'content=""', "has no description"),
    Fault(FERRY, "<title>", '<meta name="description" content="B"><title>', "has 2 descriptions"),
    Fault(FERRY, CANONICAL, "", "has 0 canonical addresses"),
    Fault(FERRY, CANONICAL, CANONICAL + CANONICAL, "has 2 canonical addresses"),
    Fault(FERRY, CANONICAL, CANONICAL.replace("ferry-late", "ferry"), "says that its address is"),
    Fault(FERRY, CANONICAL, '<link rel="canonical" href="./">', "'./' for its canonical address"),
    Fault(
        FERRY, 'content="https://example.org/news/articles/ferry-late/"', 'content="x"', "og:url"
    ),
    Fault(FERRY, POLICY, 'name="policy"', "has no content security policy"),
    Fault(
        FERRY, "<meta charset", '<link rel="icon" href="data:image/png,"><meta charset', "behind"
    ),
    Fault(FERRY, "default-src 'none'", "default-src *", "without default-src 'none'"),
    Fault(FERRY, "script-src 'self'", "script-src 'unsafe-inline'", "opens script-src by"),
    Fault(FERRY, "style-src 'self'", "style-src https://x.example", "opens style-src by https:"),
    Fault(FERRY, '{"@type": "WebPage"}', "{'@type': 'WebPage'}", "linked data that is no JSON"),
)
BODY_FAULTS = (
    Fault(FERRY, "</p>", "</b></p>", "is not well-formed"),
    Fault(FERRY, "<h1>Ferry late</h1>", "<h2>Ferry late</h2>", "has 0 first headings"),
    Fault(FERRY, "<h1>", "<h1>Late</h1><h1>", "has 2 first headings"),
    Fault(FERRY, "<h1>", '<h1 id="main">', "has the id 'main' twice"),
    Fault(FERRY, ' alt="A ferry"', "", "has a picture without alt="),
    Fault(FERRY, "<h1>", "<script>x()</script><h1>", "has a script in the page", f"{FERRY}:20"),
    Fault(FERRY, "<h1>", '<script src="https://x.example/a.js"></script><h1>', "from another host"),
    Fault(FERRY, "<h1>", "<style>p { color: red }</style><h1>", "has <style>"),
    Fault(FERRY, "<h1>", '<h1 style="color: red">', "has style= on <h1>"),
    Fault(FERRY, "<h1>", '<h1 onmouseover="x()">', "runs code by onmouseover="),
    Fault(FERRY, "../tram-early/index.html", "javascript:x()", "has code for an address in href="),
    Fault(FERRY, "../tram-early/index.html", "data:text/html,x", "has code for an address"),
    Fault(FERRY, "<h1>", '<iframe src="../tram-early/index.html"></iframe><h1>', "has <iframe>"),
    Fault(FERRY, "<h1>", '<base href="/"><h1>', "has <base>"),
    Fault(FERRY, '../../assets/icon.svg" alt', 'https://x.example/a.png" alt', "from another host"),
    Fault(FERRY, "<img ", '<img srcset="//x.example/a.png 2x" ', "loads '//x.example/a.png'"),
    Fault(FERRY, "../../assets/site.css", "https://x.example/a.css", "from another host"),
    Fault(FERRY, "<title>", '<link rel="preconnect" href="https://x.example"><title>', "loads"),
    Fault(FERRY, "<h1>", '<form action="https://x.example/"></form><h1>', "loads 'https://x"),
    Fault(
        FERRY, "../../assets/site.css", "../assets/site.css", "'articles/assets/site.css', which"
    ),
    Fault(FERRY, "../tram-early/index.html", "../tram-gone/index.html", "not there", f"{FERRY}:21"),
    Fault(FERRY, "../tram-early/index.html", "../tram-early/index.html#gone", "'#gone', which"),
    Fault(FERRY, "../tram-early/index.html", "../tram-early", "without a slash at its end"),
    Fault(FERRY, "../tram-early/index.html", "../../../index.html", "outside of the site"),
    Fault(FERRY, "../tram-early/index.html", "/news/index.html", "from the root of the host"),
    Fault(FERRY, "../tram-early/index.html", "", "has an empty link"),
    Fault(FERRY, "../tram-early/index.html", "http://[", "which is no address"),
    Fault(FERRY, "../tram-early/index.html", "https:tram", "which is no address"),
    Fault(FERRY, "https://harbour.example/", "http://127.0.0.1:8000/a", "only this machine has"),
    Fault(FERRY, "https://harbour.example/", "https://example.org/news/no/", "which is not there"),
    Fault(FERRY, '"../../atom.xml"', '"../../rss.xml"', "offers rss.xml as application/atom+xml"),
    Fault("404.html", "https://example.org/news/index.html", "index.html", "at one depth only"),
)
MOVED_FAULTS = (
    Fault(MOVED, '<meta name="robots" content="noindex">', "", "without robots noindex"),
    Fault(MOVED, "url=../tram-early/index.html", "url=../tram-gone/index.html", "to no page of"),
    Fault(MOVED, "url=../tram-early/index.html", "url=index.html", "sends its reader to itself"),
    Fault(MOVED, "url=../tram-early", "url=../ferry-late", "another canonical address than"),
)
ICON = "assets/icon.svg"
PICTURE_FAULTS = (
    Fault(ICON, "/>", "><script>x()</script></svg>", "has code in a picture", f"{ICON}:1"),
    Fault(ICON, "/>", ' onload="x()"/>', "runs code by onload="),
    Fault(ICON, "/>", '><image href="https://x.example/a.png"/></svg>', "loads 'https://x.example"),
    Fault(ICON, "/>", ">", "is not XML"),
)
LINK_FAULTS = (
    Fault(FERRY, "https://harbour.example/", "http://example.org/news/", "by another scheme"),
    Fault(FERRY, '<link rel="alternate"', '<link rel="help"', "offers no feed to readers"),
)
STYLE_FAULTS = (
    Fault(CSS, "icon.svg", "gone.svg", "'assets/gone.svg', which is not there", f"{CSS}:3"),
    Fault(CSS, "body", "h1 { body", "has a brace that is left open"),
    Fault(CSS, "body", "h1 { } } body", "has a brace that is closed without being open"),
    Fault(CSS, "body", '@import "https://x.example/a.css"; body', "from another host", f"{CSS}:2"),
    Fault(CSS, '"icon.svg"', "//x.example/icon.svg", "loads '//x.example/icon.svg' from another"),
)
FAULTS = HEAD_FAULTS + BODY_FAULTS + LINK_FAULTS + PICTURE_FAULTS + MOVED_FAULTS + STYLE_FAULTS


@pytest.mark.parametrize("fault", FAULTS, ids=name_faults(FAULTS))
def test_planted_fault_is_noticed(fault: Fault) -> None:
    told = notice(fault)

    assert [message for message in told if fault.told in message] != [], told


def told_of(path: str, files: dict[str, bytes]) -> list[str]:
    return [problem.message for problem in check(files) if problem.place == path]


@pytest.mark.parametrize("path", ["index.html", "404.html", "sitemap.xml", "robots.txt"])
def test_a_file_that_every_site_needs_is_missed(path: str) -> None:
    files = read_finished()
    del files[path]

    assert "is missing; build again" in told_of(path, files)


@pytest.mark.parametrize("path", ["rss.xml", "atom.xml", "feed.json"])
def test_a_format_of_a_feed_is_missed(path: str) -> None:
    files = read_finished()
    del files[path]

    [told] = [message for message in told_of(path, files) if "missing beside" in message]
    assert told.startswith("is missing beside ")


def test_an_article_in_a_feed_that_no_sitemap_names_is_told() -> None:
    files = read_finished()
    line = b"<url><loc>https://example.org/news/articles/tram-early/</loc>"
    entry = line + b"<lastmod>2024-06-15</lastmod></url>\n"
    assert entry in files["sitemap.xml"]
    files["sitemap.xml"] = files["sitemap.xml"].replace(entry, b"")

    assert any("which no sitemap names" in problem.message for problem in check(files))


@pytest.mark.parametrize(
    ("url", "path"),
    [("", "index.html"), ("articles/ferry-late/", "articles/ferry-late/index.html")],
)
def test_a_page_that_no_sitemap_names_beside_others_of_its_kind_is_told(
    url: str, path: str
) -> None:
    files = read_finished()
    lines = files["sitemap.xml"].splitlines(keepends=True)
    named = f"<loc>https://example.org/news/{url}</loc>".encode()
    files["sitemap.xml"] = b"".join(line for line in lines if named not in line)
    assert files["sitemap.xml"] != b"".join(lines)

    told = [f"{problem.place} {problem.message}" for problem in check(files)]
    assert any(path in line and "no sitemap names" in line for line in told)


def test_paths_that_some_systems_take_for_one_are_told() -> None:
    files = read_finished()
    files["Articles/Ferry-late/index.html"] = files[FERRY]

    assert any(message.startswith("is one file with") for message in told_of(FERRY, files))


def test_two_pages_that_answer_at_one_address_are_told() -> None:
    files = read_finished()
    files["articles/ferry-late.html"] = files[FERRY]

    told = told_of("articles/ferry-late.html", files)

    assert f"answers at the address of {FERRY}, too; rename one of them" in told


@pytest.mark.parametrize("path", ["con.css", "a:b.css", "a.css ", "a?.css"])
def test_a_name_that_windows_refuses_is_told(path: str) -> None:
    files = read_finished() | {path: b"p { }"}

    assert any("which Windows refuses" in message for message in told_of(path, files))


def test_an_empty_file_is_told() -> None:
    assert "is empty; build again" in told_of(TRAM, read_finished() | {TRAM: b""})


def test_a_page_that_takes_long_to_arrive_is_told() -> None:
    files = read_finished()
    files[TRAM] = files[TRAM].replace(b"A tram", b"A tram " * (LARGEST_PAGE // 7))

    assert f"is larger than {LARGEST_PAGE // 1024} KB; split the article" in told_of(TRAM, files)


def test_pages_that_a_search_would_show_alike_are_told() -> None:
    files = read_finished()
    files[TRAM] = (
        files[TRAM]
        .replace(b"<title>Tram early", b"<title>Ferry late")
        .replace(b'A tram was early.">', b'A ferry was late.">')
    )

    told = told_of(TRAM, files)

    assert f"has the title of {FERRY}; give it its own" in told
    assert f"has the description of {FERRY}; give it its own" in told


def test_an_article_that_no_list_names_is_told() -> None:
    files = read_finished()
    files["articles/boat/index.html"] = (
        files[TRAM]
        .replace(b"tram-early", b"boat")
        .replace(b"Tram early", b"Boat")
        .replace(b"A tram was early", b"A boat came")
        .replace(b"<title>", b'<meta property="og:type" content="article"><title>')
    )

    told = told_of("articles/boat/index.html", files)

    assert [message.partition(";")[0] for message in told] == [
        "is an article that no sitemap names",
        "is a page that no other page leads to",
    ]


def test_a_dead_link_on_many_pages_is_told_once() -> None:
    files = {
        path: data.replace(b"assets/site.css", b"assets/gone.css")
        for path, data in read_finished().items()
    }

    [told] = [problem for problem in check(files) if "assets/gone.css" in problem.message]
    assert ", as 3 more links do" in told.message


def test_a_redirect_to_a_redirect_is_told() -> None:
    files = read_finished()
    files["articles/older-tram/index.html"] = files[MOVED].replace(b"../tram-early", b"../old-tram")

    told = told_of("articles/older-tram/index.html", files)

    assert any("which sends on" in message for message in told)


@pytest.mark.parametrize(
    "style", ["a{b:url(data:image/svg+xml,%3Cstyle%3Ea{)}", "a{b:URL( data:image/x,}\\)} )}"]
)
def test_a_brace_in_an_address_without_quotes_opens_no_rule(style: str) -> None:
    files = read_finished()
    files[CSS] += style.encode()

    assert told_of(CSS, files) == []
