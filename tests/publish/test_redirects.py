from dataclasses import replace

from sitegen.publish.redirects import MOST_RULES, make_redirects
from tests.publish.feed_samples import SETTINGS
from tests.publish.site_samples import make_page, noon, plan


def test_every_former_address_leads_on_below_the_path_of_the_site() -> None:
    settings = replace(SETTINGS, tag_aliases=(("Mirana", "Mira"),))
    page = make_page("ferry-found", noon(14), aliases=("ferry-lost", "fähre"), tags=("Mira",))

    (file,) = make_redirects(plan(page, tags=("Mira",), settings=settings))

    assert file.path == "_redirects"
    assert file.data.decode().splitlines() == [
        "/news/articles/ferry-lost/ /news/articles/ferry-found/ 301",
        "/news/articles/f%C3%A4hre/ /news/articles/ferry-found/ 301",
        "/news/tags/mirana/ /news/tags/mira/ 301",
    ]


def test_a_site_where_nothing_moved_has_no_file() -> None:
    assert not list(make_redirects(plan(make_page("a"))))


def test_there_are_no_more_rules_than_hosts_read() -> None:
    aliases = tuple(f"a-{number}" for number in range(MOST_RULES + 1))

    (file,) = make_redirects(plan(make_page("a", aliases=aliases)))

    assert len(file.data.splitlines()) == MOST_RULES
