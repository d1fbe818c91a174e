from collections.abc import Sequence

import pytest

from sitegen.ingest import parse_seed, propose_noise
from sitegen.model.proposal import Example, Grouping, Proposal
from sitegen.model.seed import Intake, Parsed, SeedFile

PLACES = "Havnsund Mirovar Skarrow Orle Tresk Velmark Larkmoor Ellery Solanza Fjelling".split()

# One sentence more: paragraphs of one length look like lines that were wrapped.
DAILY = "He had crossed it every day on his way to the quarry, with his lunch in a bag."


def write(number: int, above: str = "", amid: str = "", below: str = "") -> str:
    """An article of its own, with what a scraper left above, amid and below its text."""
    place = f"{PLACES[number % 10]}-{PLACES[number // 10]}"
    lines = (
        f"Council of {place} Counts Its {number + 20} Bridges",
        above,
        f"The council of {place} counted its {number + 20} bridges on Monday and found one more.",
        f"A mason said that bridge {number + 7} of {place} had been drawn on no map. {DAILY}",
        amid,
        f"Children of {place} had known bridge {number + 7} for years and kept it to themselves.",
        below,
    )
    return "\n".join(line for line in lines if line) + "\n"


def read(texts: Sequence[str], folder: str = "") -> list[tuple[SeedFile, Parsed]]:
    seeds = [SeedFile(f"{folder}{number}.txt", text.encode()) for number, text in enumerate(texts)]
    return [(seed, parse_seed(Intake(seed))) for seed in seeds]


def propose(
    told: Sequence[tuple[SeedFile, Parsed]],
    pages: Sequence[int] = range(99),
    stories: Sequence[int] = range(99),
) -> tuple[Proposal, ...]:
    """Propose where the articles, in order, are on those pages and in those stories."""
    articles = [article for _, parsed in told for article in parsed.articles]
    return propose_noise(
        told,
        {
            article.digest: Grouping(pages[index], stories[index])
            for index, article in enumerate(articles)
        },
    )


def list_lines(proposals: Sequence[Proposal]) -> list[str]:
    return [proposal.line for proposal in proposals]


def test_a_line_of_three_articles_is_proposed_with_counts_and_examples() -> None:
    told = read([write(number, below="Tide tables for all four shores") for number in range(3)])

    assert propose(told) == (
        Proposal(
            line="Tide tables for all four shores",
            source="",
            articles=3,
            seeds=3,
            lines=3,
            is_doubtful=False,
            examples=tuple(
                Example(f"{number}.txt", 5, "Tide tables for all four shores")
                for number in range(3)
            ),
        ),
    )


def test_a_line_of_two_articles_is_not() -> None:
    told = read([write(0, below="Tide tables for all"), write(1, below="Tide tables for all")])

    assert propose(told) == ()


def test_sentences_of_copies_are_not() -> None:
    texts = [write(0, below=f"Tide tables, edition {name}") for name in ("a", "b", "c", "d")]

    assert propose(read(texts), pages=[0, 0, 0, 0]) == ()


def test_sentences_and_lists_of_articles_that_are_mostly_the_same_are_not() -> None:
    below = "- slate\n- granite\n- oak, of which there was little"
    texts = [write(0, below=below).replace("on no map", f"by {name}") for name in PLACES[:5]]

    assert propose(read(texts)) == ()


def test_sub_headings_amid_the_text_are_doubtful_even_where_very_many_begin_alike() -> None:
    texts = [write(number, amid=f"What comes after {PLACES[number % 9]}") for number in range(20)]

    (proposal,) = propose(read(texts))

    assert (proposal.line, proposal.is_doubtful) == ("What comes after *", True)


def test_a_sentence_that_only_one_story_shares_is_not_but_a_label_is() -> None:
    amid = "The bridge is 40 metres long and made of slate."
    texts = [write(number, amid=amid, below="Tide tables for all") for number in range(4)]

    assert list_lines(propose(read(texts), stories=[0, 0, 0, 0])) == ["Tide tables for all"]


def test_numbers_that_differ_are_left_open_and_others_are_not() -> None:
    texts = [write(number, below=f"Tide 7 turned {number + 2} hours ago") for number in range(4)]

    assert list_lines(propose(read(texts))) == ["Tide 7 turned * hours ago"]


def test_names_between_the_same_words_are_left_open() -> None:
    names = ["Ida Fellgate", "Per Holm", "Odile Marren", "Benno Quill", "Åsa Lind", "Ivo Brandt"]
    texts = [write(number, below=f"Follow {name} on Blip") for number, name in enumerate(names)]

    (proposal,) = propose(read(texts))

    assert (proposal.line, proposal.articles) == ("Follow * on Blip", 6)


def test_sub_headings_that_begin_alike_are_no_noise() -> None:
    texts = [write(number, amid=f"What comes after {PLACES[number]}") for number in range(6)]

    assert propose(read(texts)) == ()


def test_a_sentence_amid_the_text_is_doubtful_and_comes_last() -> None:
    amid = "The company that built it could not be reached for comment."
    below = "The Orle Courier is printed on both sides of the river."
    texts = [write(number, amid=amid, below=below) for number in range(3)]

    proposals = propose(read(texts))

    assert [(one.line, one.is_doubtful) for one in proposals] == [(below, False), (amid, True)]


@pytest.mark.parametrize(
    ("amid", "articles", "is_doubtful"),
    [
        ("What happened then", 5, True),
        ("What happened then", 9, False),
        ("Quarrymen", 5, True),
        ("Quarrymen", 9, False),
    ],
)
def test_a_label_amid_the_text_is_doubtful_while_few_articles_have_it(
    amid: str, articles: int, *, is_doubtful: bool
) -> None:
    texts = [write(number, amid=amid) for number in range(articles)]

    assert [one.is_doubtful for one in propose(read(texts))] == [is_doubtful]


def test_what_one_article_says_again_and_again_is_doubtful() -> None:
    amid = "\n".join(f"Mason:\nThe bridge of slate is number {number}." for number in "abcd")

    proposals = propose(read([write(number, amid=amid) for number in range(9)]))

    assert [one.is_doubtful for one in proposals if one.line == "Mason:"] == [True]


def test_a_line_that_a_wider_proposal_takes_is_not_proposed_twice() -> None:
    names = ["Ida", "Per", "Odile", "Benno", "Åsa", "Ivo and his very large family of nine others"]
    texts = [
        write(number, below=f"Follow {name} on Blip")
        for number, name in enumerate([*names, names[-1], names[-1]])
    ]

    assert list_lines(propose(read(texts))) == ["Follow * on Blip"]


def test_a_line_among_its_like_is_not_amid_the_text() -> None:
    texts = [
        write(
            number,
            below="You read this on the quay of Orle.\nYou read it for free.\nSo did many others.",
        )
        for number in range(3)
    ]

    assert [one.is_doubtful for one in propose(read(texts))] == [False, False, False]


def test_a_line_of_one_folder_is_proposed_for_that_source() -> None:
    wire = read([write(number, below="Tide tables for all") for number in range(3)], "wire/")
    other = read([write(number) for number in range(3, 5)], "courier/")

    assert [one.source for one in propose([*wire, *other])] == ["wire"]


@pytest.mark.parametrize("folder", ["wire/", ""])
def test_a_line_of_all_folders_is_proposed_for_all(folder: str) -> None:
    told = read([write(number, below="Tide tables for all") for number in range(3)], folder)
    more = read([write(number, below="Tide tables for all") for number in range(3, 5)], folder)

    assert [one.source for one in propose([*told, *more])] == [""]


def test_a_folder_named_by_a_date_is_no_source() -> None:
    dated = read([write(number, below="Tide tables for all") for number in range(3)], "2024-06/")

    assert [one.source for one in propose([*dated, *read([write(4)])])] == [""]


def test_the_order_of_seeds_changes_nothing_but_the_examples() -> None:
    texts = [write(number, below=f"Tide {number} of 40, tables for all") for number in range(5)]
    told = read(texts)

    forwards = [(one.line, one.articles, one.lines) for one in propose(told)]
    backwards = [(one.line, one.articles, one.lines) for one in propose(told[::-1])]

    assert forwards == backwards == [("Tide * of 40, tables for all", 5, 5)]


def test_what_has_no_letters_to_tell_it_by_is_not_proposed() -> None:
    texts = [write(number, amid=f"§ {number + 3}-{number} q") for number in range(4)]

    assert propose(read(texts)) == ()
