"""A check that cries wolf is switched off: what is right is not complained about."""

from hypothesis import given
from hypothesis import strategies as st

from tests.check.planted import MOVED, check, read_finished

HISTORY = "http://purl.org/syndication/history/1.0"
HOSTILE = (
    b'" href="http://[',
    b"<![CDATA[",
    b"&#0;",
    b'<a href="//">',
    b"<!ENTITY",
    b"0" * 5_000,
    b"[" * 5_000,
    b"\xff\xfe",
    b"9999-12-31T23:59:59-23:59",
    b"0001-01-01T00:00:00+23:59",
)


def test_a_site_without_a_fault_gives_no_finding() -> None:
    assert check(read_finished()) == ()


def test_a_namespace_in_a_style_sheet_is_loaded_from_nowhere() -> None:
    sheet = b'@namespace atom url("http://www.w3.org/2005/Atom");\natom|feed { color: #222 }\n'

    assert check(read_finished() | {"assets/feed.css": sheet}) == ()


def test_a_redirect_that_comes_behind_its_page_counts_for_no_page() -> None:
    files = read_finished()
    files["articles/tram-old/index.html"] = files.pop(MOVED)

    assert check(files) == ()


def test_an_archive_may_say_what_was_true_when_it_was_written() -> None:
    """RFC 5005: it has the old title, the old address and links that have moved since."""
    files = read_finished()
    archive = files["atom.xml"].decode()
    for before, after in (
        ("news/atom.xml", "news/feeds/archive/1.xml"),
        ("<author>", f'<archive xmlns="{HISTORY}"/><author>'),
        ("Tram early", "Tram is early"),
        ("articles/tram-early/", "articles/old-tram/"),
        (
            "said the",
            'said a &lt;a href="https://example.org/news/tags/trams/"&gt;tram&lt;/a&gt; of',
        ),
    ):
        assert before in archive
        archive = archive.replace(before, after)
    files["feeds/archive/1.xml"] = archive.encode()

    assert check(files) == ()


@given(st.data())
def test_whatever_a_file_holds_the_check_ends_with_findings_not_with_a_traceback(
    data: st.DataObject,
) -> None:
    files = read_finished()
    path = data.draw(st.sampled_from(sorted(files)))
    start = data.draw(st.integers(0, len(files[path])))
    length = data.draw(st.integers(0, 60))
    put = data.draw(st.binary(max_size=20) | st.sampled_from(HOSTILE))
    files[path] = files[path][:start] + put + files[path][start + length :]

    assert isinstance(check(files), tuple)
