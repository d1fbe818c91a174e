from sitegen.app.output_order import order_writes

OLD = {"index.html", "tags/index.html", "articles/old/index.html"}


def test_what_is_linked_to_is_written_before_what_links_to_it() -> None:
    paths = [
        "rss.xml",
        "index.html",
        "tags/mira/feed.json",
        "tags/index.html",
        "articles/old/index.html",
        "tags/mira/index.html",
        "articles/new/index.html",
        "assets/site.css",
        "search/index.json",
        "search/words/r-.json",
        "search/articles/0.json",
    ]

    assert list(order_writes(paths, lambda path: path not in OLD)) == [
        "assets/site.css",
        "articles/new/index.html",
        "tags/mira/index.html",
        "articles/old/index.html",
        "search/articles/0.json",
        "search/words/r-.json",
        "tags/index.html",
        "index.html",
        "rss.xml",
        "search/index.json",
        "tags/mira/feed.json",
    ]
