import json
from dataclasses import replace
from typing import Any

import pytest

from sitegen.publish.feed_json import render_json
from tests.publish.feed_samples import FEED, ITEM


def load_item(**changes: Any) -> dict[str, Any]:
    feed = replace(FEED, items=(replace(ITEM, **changes),))
    item: dict[str, Any] = json.loads(render_json(feed))["items"][0]
    return item


def test_a_feed_is_written_as_json_feed_1_1() -> None:
    assert json.loads(render_json(FEED)) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Mira",
        "home_page_url": "https://example.org/news/tags/mira/",
        "feed_url": "https://example.org/news/tags/mira/feed.json",
        "description": "All about Mira",
        "authors": [{"name": "Kelsund Courier"}],
        "language": "en",
        "items": [
            {
                "id": "tag:example.org,2024:sitegen/0",
                "url": "https://example.org/news/articles/ferry-late/",
                "title": "Ferry late",
                "content_html": "<p>A ferry was late.</p>",
                "date_published": "2024-06-14T12:00:00+00:00",
                "date_modified": "2024-06-14T13:00:00+00:00",
                "summary": "A ferry was late.",
                "authors": [{"name": "KNA"}],
                "tags": ["Mira", "C#"],
            }
        ],
    }


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_feed_is_indented_as_python_indents_it(number: int) -> None:
    written = render_json(replace(FEED, items=(ITEM,) * number)).decode()

    assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=1) + "\n"


def test_an_item_without_content_has_its_summary_as_text() -> None:
    item = load_item(content_html="")

    assert item["content_text"] == "A ferry was late."
    assert "content_html" not in item


def test_an_item_of_nothing_still_has_a_content() -> None:
    item = load_item(content_html="", summary="", author="", tags=())

    assert item["content_text"] == ""
    assert not {"summary", "authors", "tags"} & item.keys()


def test_text_is_written_as_it_is() -> None:
    assert '"title": "Zoë 🚢 \\"</script>"'.encode() in render_json(
        replace(FEED, items=(replace(ITEM, title='Zoë 🚢 "</script>'),))
    )


def test_an_item_names_its_language_where_the_feed_has_another() -> None:
    assert load_item(language="ja")["language"] == "ja"
    assert "language" not in load_item()


def test_an_item_says_whose_its_text_is_in_an_object_of_its_own() -> None:
    assert load_item(rights="© KNA")["_dc"] == {
        "about": "http://purl.org/dc/elements/1.1/rights",
        "rights": "© KNA",
    }
    assert "_dc" not in load_item(rights="")


def test_a_feed_leads_on_to_its_archive() -> None:
    older = replace(FEED, older="feeds/archive/3/")

    next_url = json.loads(render_json(older))["next_url"]

    assert next_url == "https://example.org/news/feeds/archive/3/feed.json"


def test_a_hub_is_named_before_the_items() -> None:
    told = json.loads(render_json(replace(FEED, hub="https://hub.example/?a&b")))

    assert told["hubs"] == [{"type": "WebSub", "url": "https://hub.example/?a&b"}]
    assert list(told)[-2:] == ["hubs", "items"]
