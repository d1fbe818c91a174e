"""A listing of code that a dump has torn into words is one paragraph again."""

from sitegen.ingest import parse_seed
from sitegen.ingest.code_listings import join_listings
from sitegen.ingest.lines import make_line
from sitegen.model.seed import Intake, SeedFile

_PIECES = ["def", "ring", "(", "bell", ",", "times", ")", ":", "n", "=", "bell", "(", ")"]


def _join(texts: list[str]) -> list[str]:
    return [line.text for line in join_listings([make_line(text) for text in texts])]


def test_words_and_signs_of_code_are_one_line() -> None:
    assert _join(_PIECES) == ["def ring(bell, times): n = bell()"]


def test_comments_and_strings_belong_to_the_code_however_long_they_are() -> None:
    texts = [*_PIECES, "# the keeper must be awake for this", "ring", "(", '"the old bell"', ")"]
    (joined,) = _join(texts)
    assert joined.endswith('# the keeper must be awake for this ring("the old bell")')


def test_a_sentence_above_the_code_and_a_word_below_it_stay_lines() -> None:
    joined = _join(["It rings.", *_PIECES, "Keepers"])
    assert joined == ["It rings.", "def ring(bell, times): n = bell()", "Keepers"]


def test_brackets_around_links_are_no_code() -> None:
    texts = ["The keeper", "(", "Ada Orme", ")", "and the mate", "(", "Ivo Brandt", ")"]
    texts += ["met", "the", "mayor", "of", "Port Ellery", "twice"]
    assert _join(texts) == texts


def test_a_blank_line_ends_the_code() -> None:
    assert len(_join([*_PIECES, "", *_PIECES])) == 3


def test_the_text_around_a_torn_listing_is_read_as_one_article() -> None:
    text = "\n".join(
        [
            "How the Orle Bells Are Rung",
            "The harbour town of Orle rings its bells by a small program that anybody may read.",
            "It was written by the keeper, and it begins with the bell of the old town hall.",
            *_PIECES * 4,
            "The program then waits for the tide, because no bell may ring while a ferry lands.",
            "Nobody in Orle has heard two bells at the same time since it was switched on.",
        ]
    )
    (article,) = parse_seed(Intake(SeedFile("bells.txt", text.encode()))).articles
    assert article.title == "How the Orle Bells Are Rung"
    assert len(article.blocks) == 5
    assert article.blocks[2].text.startswith("def ring(bell, times): n = bell() def ring(")
