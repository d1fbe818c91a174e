import pytest

from sitegen.app.preview.page import Reloading, add_reloading, allow_reloading, write_message

RELOADING = Reloading("http://localhost:8000", "/news/r.js", "/news/s", "to&ken")


def test_the_script_stands_once_at_the_end_of_the_page() -> None:
    html = b"<html><head></head><body><p>&lt;/body&gt;</p></body></html>"

    dressed = add_reloading(html, RELOADING, "v1")

    assert dressed == (
        b"<html><head></head><body><p>&lt;/body&gt;</p>"
        b'<script src="/news/r.js" data-stream="/news/s" data-token="to&amp;ken" data-version="v1">'
        b"</script></body></html>"
    )


def test_a_page_without_an_end_has_it_too() -> None:
    assert add_reloading(b"<p>Half", RELOADING, "").startswith(b"<p>Half<script ")


def test_bytes_that_are_no_utf_8_stay_as_they_are() -> None:
    assert add_reloading(b"<p>\xff\xfe</p></body>", RELOADING, "").startswith(b"<p>\xff\xfe</p>")


def test_a_policy_that_allows_no_script_lets_this_one_run_and_ask() -> None:
    html = (
        b'<head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"></head>'
        b'<body><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"></body>'
    )

    head, _, body = add_reloading(html, RELOADING, "").partition(b"<body>")

    assert b"script-src http://localhost:8000/news/r.js; " in head
    assert b"connect-src http://localhost:8000/news/s" in head
    assert b"default-src 'none'\"><script " in body


@pytest.mark.parametrize(
    "policy",
    [
        "",
        "img-src 'self'",
        "default-src *",
        "default-src 'self'; style-src 'none'",
        "script-src 'self' 'inline-speculation-rules'; connect-src 'self'",
    ],
)
def test_a_policy_that_allows_it_anyway_stays_as_it_is(policy: str) -> None:
    assert allow_reloading(policy, RELOADING) == policy


def test_of_two_directives_of_a_name_the_first_counts() -> None:
    policy = "script-src 'none'; script-src 'self'; connect-src 'self'"

    assert allow_reloading(policy, RELOADING) == (
        "script-src http://localhost:8000/news/r.js; connect-src 'self'"
    )


def test_a_message_is_text_and_never_markup() -> None:
    page = write_message("Failed", "titles: <script>alert(1)</script>")

    assert b"&lt;script&gt;alert(1)" in page
    assert b"<script" not in page
