from dataclasses import replace

from sitegen.publish.llms import ARTICLES, make_llms_file
from tests.publish.feed_samples import SETTINGS
from tests.publish.site_samples import make_page, make_pages, plan


def test_the_newest_articles_are_listed_with_their_markdown() -> None:
    text = make_llms_file(plan(*make_pages(ARTICLES + 5))).data.decode()

    assert text.count("/index.md): ") == ARTICLES
    assert "/articles/page-0/index.md): " in text
    assert f"{ARTICLES + 5} articles. " in text


def test_a_title_cannot_end_its_link_nor_its_line() -> None:
    site = plan(make_page("one", title="Eels](x)\n# Big [news"))

    assert r"- [Eels\](x) # Big \[news](http" in make_llms_file(site).data.decode()


def test_what_markdown_would_read_in_a_title_stays_text() -> None:
    site = plan(make_page("one", title="`rm` *all* <script>, say_they"))

    assert r"- [\`rm\` \*all\* \<script\>, say\_they](http" in make_llms_file(site).data.decode()


def test_an_empty_site_has_a_title_and_no_empty_list() -> None:
    text = make_llms_file(plan(settings=replace(SETTINGS, description=""))).data.decode()

    assert text.startswith(f"# {SETTINGS.title}\n\n0 articles.")
    assert "## Latest" not in text
