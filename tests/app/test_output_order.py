from sitegen.app.output_order import order_removals, order_writes

OLD = {"index.html", "rss.xml", "tags/index.html", "articles/old/index.html", "search/index.json"}


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
        "search/articles/0.json",
        "search/words/r-.json",
        "articles/new/index.html",
        "tags/mira/index.html",
        "tags/mira/feed.json",
        "articles/old/index.html",
        "tags/index.html",
        "index.html",
        "search/index.json",
        "rss.xml",
    ]


def test_what_links_is_removed_before_what_it_links_to() -> None:
    paths = ["articles/old/card.png", "articles/old/index.html", "tags/mira/rss.xml", "404.html"]

    assert list(order_removals(paths)) == [
        "404.html",
        "tags/mira/rss.xml",
        "articles/old/index.html",
        "articles/old/card.png",
    ]
