"""What a digest is before it is issued, it is when it is out."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sitegen.corpus.issue_text import Chosen, arrange_issue, make_topics
from sitegen.model.page import RelatedPage, TagPage
from sitegen.model.record import Record
from sitegen.publish import plan_site
from sitegen.publish.digest_views import DigestView
from tests.publish.feed_samples import SETTINGS
from tests.publish.site_samples import NOW, make_page, noon, views_of

TAGS = ("Larkmoor", "Mira", "Oslo", "Velmark")


@given(st.lists(st.lists(st.sampled_from(TAGS), unique=True), min_size=1, max_size=12))
def test_an_open_day_has_the_topics_that_its_digest_will_have(tags: Sequence[list[str]]) -> None:
    first = (RelatedPage("p0", "P0", "also about Mira"),)
    pages = tuple(
        make_page(f"p{number}", noon(14), tags=tuple(own), related=first if number else ())
        for number, own in enumerate(tags)
    )
    named = {tag for page in pages for tag in page.tags}
    known = tuple(TagPage(tag, tag.lower(), (), is_edited=False) for tag in sorted(named))
    record = Record(pages=pages, tags=known, own=())

    view = views_of(plan_site(record, SETTINGS, NOW))["digest/2024-06-14/"]
    assert isinstance(view, DigestView)
    shown = {
        group.title: sorted(block.card.title for block in group.blocks) for group in view.groups
    }

    day = noon(14).date()
    chosen = [Chosen(page, day, is_late=False) for page in pages]
    topics = arrange_issue(chosen, make_topics(record)).topics
    nameless = "Other news" if 1 < len(topics) else ""
    assert shown == {
        topic or nameless: sorted(block[0].page.title for block in blocks)
        for topic, blocks in topics
    }
