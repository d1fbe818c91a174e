"""An article's page shows its other versions and what changed."""

from sitegen.model.page import Version
from sitegen.publish.article_views import ArticleView
from sitegen.publish.render import Renderer
from tests.publish.site_samples import make_page, noon, plan, shipped_theme, views_of

OLD = "The ferry ran aground in fog.\n\nNobody was hurt, it was said.\n"
NEW = "The ferry ran aground in fog.\n\nTwo sailors *were* treated for the cold.\n"


def version(slug: str) -> Version:
    return Version(slug=slug, title=slug, score=0.6)


def show(slug: str, old: str = OLD, new: str = NEW) -> ArticleView:
    first = make_page("first", noon(1), body=old, versions=(version("second"), version("gone")))
    second = make_page("second", noon(2), body=new, versions=(version("first"),))
    view = views_of(plan(first, second))[f"articles/{slug}/"]
    assert isinstance(view, ArticleView)
    return view


def test_the_earlier_version_names_the_later_and_what_it_changed() -> None:
    (line,) = show("first").versions

    assert (line.heading, line.title) == ("Later version", "Second")
    assert line.gone_heading == "1 sentence no longer there"
    assert line.gone == ("Nobody was hurt, it was said.",)
    assert line.new_heading == "1 sentence new there"
    assert line.new == ("Two sailors were treated for the cold.",)


def test_the_later_version_names_the_earlier_and_what_is_new_here() -> None:
    (line,) = show("second").versions

    assert (line.heading, line.title) == ("Earlier version", "First")
    assert line.new_heading == "1 sentence new here"
    assert line.new == ("Two sailors were treated for the cold.",)


def test_a_long_change_is_shown_in_part() -> None:
    words = "amber birch cedar delta ember fjord grove heath inlet".split()
    (line,) = show(
        "first", new=OLD + "".join(f"\n{word.title()} it is.\n" for word in words)
    ).versions

    assert line.new_heading == "9 sentences new there, the first 8 of them"
    assert len(line.new) == 8
    assert line.gone == ()


def test_the_page_shows_the_versions() -> None:
    html = Renderer(shipped_theme()).render(show("second")).decode()

    assert "Earlier version" in html
    assert "<ins>Two sailors were treated for the cold.</ins>" in html
    assert "<del>Nobody was hurt, it was said.</del>" in html
