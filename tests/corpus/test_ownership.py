"""Whose a text is before anything is compared."""

from dataclasses import replace
from datetime import UTC, datetime

from sitegen.corpus import summarize
from sitegen.corpus.ownership import claim_copies, make_phrases
from sitegen.model.article import Article
from sitegen.model.dating import Dating
from sitegen.model.page import Apart, Page
from tests.corpus.corpus_samples import FERRY, VOTE, compose, make_article, on_day, tell

WIRE = make_article(FERRY, "a.txt")
PAGE, OTHER = compose([WIRE, make_article(VOTE, "b.txt", "Vote Called")]).pages


def claim(article: Article, *pages: Page) -> tuple[str, str]:
    """Return the slug of the page that has the text, and the id that waits for it."""
    (candidate,) = claim_copies([article], [summarize(article)], pages, [])
    return candidate.page.slug if candidate.page else "", candidate.home


def test_phrases_are_spread_over_the_text() -> None:
    phrases = make_phrases(WIRE)

    assert len(phrases) == 8
    assert phrases[0] == "the ferry kestrel ran aground"
    assert phrases[-1] == "travel only if they must"


def test_short_texts_have_few_phrases_and_no_text_has_none() -> None:
    assert make_phrases(make_article(["The ferry was late."])) == ("the ferry was late",)
    assert make_phrases(make_article([])) == ()


def test_a_text_that_is_on_record_belongs_to_its_page() -> None:
    assert claim(WIRE, PAGE, OTHER) == (PAGE.slug, "")
    assert claim(make_article(tell(1), "c.txt"), PAGE, OTHER) == ("", "")


def test_a_changed_seed_of_a_merged_page_is_known_by_name_and_phrases() -> None:
    merged = replace(PAGE, merged_into=OTHER.id)
    cut = make_article(FERRY[:4], "a.txt")

    assert claim(cut, PAGE, OTHER) == ("", "")
    assert claim(cut, merged, OTHER) == (PAGE.slug, "")
    assert claim(replace(cut, seed="new.txt"), merged, OTHER) == ("", "")


def test_another_article_in_a_seed_of_a_merged_page_is_none_of_it() -> None:
    merged = replace(PAGE, merged_into=OTHER.id)

    assert claim(make_article(tell(1), "a.txt"), merged, OTHER) == ("", "")


def test_a_page_that_shows_another_text_knows_its_own_from_any_seed() -> None:
    hidden = replace(OTHER, phrases=make_phrases(WIRE))
    changed = make_article((*FERRY[:8], "It rained."), "new.txt")

    assert claim(changed, hidden) == (OTHER.slug, "")
    assert claim(make_article(FERRY[:2], "new.txt"), hidden) == ("", "")


def test_a_copy_that_was_split_off_waits_for_its_page() -> None:
    row = Apart("tag:example.org,2026:lost", "lost", "a.txt#1", WIRE.digest)
    page = replace(OTHER, apart=(row,))

    assert claim(WIRE, page) == ("", row.id)
    assert claim(replace(WIRE, seed="renamed.txt"), page) == ("", row.id)
    assert claim(WIRE, page, replace(PAGE, id=row.id)) == (PAGE.slug, "")


_SWAN = (
    (
        "A man who was bitten by a swan at Orle boating lake went home, changed and came back for "
        "his sandwich on Tuesday afternoon, and was bitten again by the same bird at the same spot."
    ),
    "Percival Oake, 71, said that he bore the bird no ill will. A sign has been put up there.",
)
_GOOSE = tuple(
    text.replace("swan", "goose").replace("went home", "drove home").replace("Tuesday", "Monday")
    for text in (_SWAN[0], "Percival Oake, 74, said he bore it no grudge. A sign has been put up.")
)


def _read_again(title: str, seed: str = "a.txt", day: int = 14) -> list[str]:
    before = on_day(make_article(_SWAN, "a.txt", "Man Bitten by Swan Twice in Orle"), 14)
    now = on_day(make_article(_GOOSE, seed, title), day)
    made = compose([now], compose([before]))
    return [page.title for page in made.pages]


def test_what_stands_in_a_seed_now_is_its_page_however_much_was_corrected() -> None:
    assert _read_again("Man Bitten by Swan Twice in Orle") == ["Man Bitten by Swan Twice in Orle"]
    assert len(_read_again("Man Bitten by Goose Twice in Orle")) == 1


def test_a_year_that_was_mistyped_is_put_right_on_the_page_that_is_there() -> None:
    def write(month: str, year: int, *texts: str) -> Article:
        lead = f"ORLE, {month} 14, {year} (AFN) - {texts[0]}"
        return make_article((lead, *texts[1:]), "a.txt", "Man Bitten by Swan")

    def read_again(now: Article, day: datetime) -> list[datetime | None]:
        before = on_day(write("June", 2024, *_SWAN), 14)
        dated = replace(now, dating=Dating(day, "day", "a place line"))
        return [page.dating.moment for page in compose([dated], compose([before])).pages]

    noon = datetime(2026, 6, 14, 12, tzinfo=UTC)
    assert read_again(write("June", 2026, *_SWAN), noon) == [noon]
    assert len(read_again(write("July", 2026, *_SWAN), noon.replace(month=7))) == 2
    assert len(read_again(write("June", 2026, *_GOOSE), noon)) == 2


def test_another_headline_day_or_seed_is_another_article() -> None:
    assert len(_read_again("Sign Put Up at Boating Lake")) == 2
    assert len(_read_again("Man Bitten by Swan Twice in Orle", day=15)) == 2
    assert len(_read_again("Man Bitten by Swan Twice in Orle", seed="b.txt")) == 2
