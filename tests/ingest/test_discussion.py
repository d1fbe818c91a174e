"""What readers wrote below an article is noise; articles below a heading for comments stay."""

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, SeedFile

ARTICLE = [
    "Old Ferry of Orle Runs Again From June",
    "By Ada Sorano",
    "12 May 2024, 10:15",
    (
        "The council of Orle said on Monday that the old ferry would run again from June, after a "
        "winter in the yard and a coat of paint that nobody had asked for."
    ),
    (
        "The harbour master had closed the slip in autumn, when two of its beams were found to be "
        "soft and a third one was found to be missing, the council said."
    ),
]
NAMES = ["tidewatcher", "Bo E.", "grumpy of Orle", "salt and tea", "Ivo"]
REMARK = "I have said for years that somebody should put a lamp on that bank of sand number {}."
HEADLINES = [
    "Bridge at Samari Closes for Three Weeks",
    "Baker Wins the Prize for Her Rye Loaf",
    "School Roof in Larkmoor Leaks Once More",
    "Night Bus to Port Ellery Starts Today",
    "Harbour Master Retires After Forty Years",
]
REPORT = (
    "{}, the mayor said on Monday, and nothing like it had been seen in the town for years. People "
    "came from all around to look at it and talked until late. The paper will report again when "
    "more is known about what happens next week."
)


def parse(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the titles of the articles, and the lines that readers wrote."""
    parsed = parse_seed(Intake(SeedFile("page.txt", "\n".join(lines).encode())))
    written = [lines[one.number - 1] for one in parsed.lines if one.rule == "what readers wrote"]
    return [article.title for article in parsed.articles], written


def comment(number: int) -> list[str]:
    return [NAMES[number], f"13 May 2024, 1{number}:05", REMARK.format(number)]


def test_what_has_an_hour_each_below_a_heading_for_comments_is_noise() -> None:
    comments = [line for number in range(5) for line in comment(number)]

    titles, written = parse([*ARTICLE, "5 comments", *comments])

    assert titles == [ARTICLE[0]]
    assert written == comments[:-3], "the last one might be an article"


def test_ages_are_hours_too() -> None:
    comments = [
        line
        for number in range(5)
        for line in (NAMES[number], f"{number + 2} hours ago", REMARK.format(number))
    ]
    titles, written = parse([*ARTICLE, "Comments", *comments])

    assert titles == [ARTICLE[0]]
    assert REMARK.format(3) in written


def test_short_articles_below_a_heading_for_comments_stay() -> None:
    others = [
        line
        for number, headline in enumerate(HEADLINES)
        for line in (
            headline,
            "By Ivo Brandt",
            f"{number + 1} May 2024, 1{number}:05",
            REPORT.format(headline),
        )
    ]
    titles, written = parse([*ARTICLE, "Comments", *others])

    assert titles == [ARTICLE[0], *HEADLINES]
    assert written == []


def test_a_few_hours_are_no_discussion() -> None:
    comments = [line for number in range(2) for line in comment(number)]

    assert parse([*ARTICLE, "2 comments", *comments])[1] == []


def test_reports_in_brief_under_labels_are_no_discussion() -> None:
    briefs = [
        line
        for number, label in enumerate(
            ["Bridge shut", "Baker wins", "Roof leaks", "Bus starts"] * 2
        )
        for line in (label, f"{number + 1} May 2024, 1{number}:05", REPORT.format(label))
    ]
    assert parse([*ARTICLE, "3 comments", *briefs])[1] == []


def test_the_text_of_the_article_outweighs_what_many_wrote() -> None:
    comments = [line for number in range(5) for line in (*comment(number), *comment(number)[2:])]
    lines = [*ARTICLE, "5 comments", *comments, *comments]
    (article,) = parse_seed(Intake(SeedFile("page.txt", "\n".join(lines).encode()))).articles

    assert [block.text for block in article.blocks] == ARTICLE[3:]
