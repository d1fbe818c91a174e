import pytest

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, Parsed, SeedFile


def join_paragraphs(*texts: str) -> str:
    return "\n\n".join(texts)


MILL = join_paragraphs(
    "Old Ropewalk at Sandvik to Become a Library",
    "The ropewalk that has stood empty behind the harbour for thirty years will hold the library.",
    "Its long hall is to keep the beams and the wheel with which hemp was once drawn.",
    "The council voted for the plan by seven to two, and asked the builders to begin in May.",
)
GOAL = join_paragraphs(
    "Young Goalkeeper Saves Three Penalties in Cup Match",
    "Mira Oldham, who turned sixteen last week, stopped three shots in a row on Saturday.",
    "Her coach said that nobody had told her to dive left, and that she had simply guessed.",
    "The final is to be played in Tarnmouth a fortnight from now, whatever the weather is.",
)
SNOW = join_paragraphs(
    "Late Snow Shuts Mountain Road for a Third Day",
    "Snow fell on the pass for a third night, and ploughs could not reach the upper huts.",
    "Walkers were brought down by a tracked lorry that is used for timber in other months.",
    "A thaw is forecast for Thursday, though foresters warn of slides above the old tunnel.",
)


def read(*parts: str, name: str = "wire.txt") -> Parsed:
    seed = SeedFile(name, "\n\n".join(parts).encode())
    return parse_seed(Intake(seed))


def list_titles(parsed: Parsed) -> list[str]:
    return [article.title for article in parsed.articles]


def list_first_lines(*texts: str) -> list[str]:
    return [text.partition("\n")[0] for text in texts]


@pytest.mark.parametrize(
    "mark",
    ["#", "##", "§", "%", "⸻", "«»", "░░░░░░", "────────", "//////", "|||||", "::::::", "^^^^",
     "&&&&", ">>>>>>", ". . .", ". " * 20, "<hr>", "</DOC>", "### END ###", "--- NEXT ---",
     "--- ARTICLE BREAK ---"],
)  # fmt: skip
def test_a_line_that_no_writer_would_set_parts_even_once(mark: str) -> None:
    parsed = read(MILL, mark, GOAL)

    assert list_titles(parsed) == list_first_lines(MILL, GOAL)
    assert [line.kind for line in parsed.lines if line.rule != "blank"].count("noise") == 1
    assert all(len(article.blocks) == 3 for article in parsed.articles)


@pytest.mark.parametrize(
    "mark",
    ["[END]", "(END)", "x x x", "NNNN", "THE END", "END OF ARTICLE", "[{}]", '{{"id": {}}}',
     "2024-06-1{}", "Source: Vale Press", "Published: 1{} June 2024", "Load-Date: June 1{}, 2024",
     "ID: 00{}", "Copyright Vale Press"],
)  # fmt: skip
def test_a_line_that_stands_between_articles_each_time_parts_them(mark: str) -> None:
    parsed = read(MILL, mark.format(1), GOAL, mark.format(2), SNOW)

    assert list_titles(parsed) == list_first_lines(MILL, GOAL, SNOW)
    assert all(len(article.blocks) == 3 for article in parsed.articles)


@pytest.mark.parametrize("mark", ["THE END", "[END]", "Source: Vale Press"])
def test_one_behind_the_last_article_counts(mark: str) -> None:
    assert list_titles(read(MILL, mark, GOAL, mark)) == list_first_lines(MILL, GOAL)


def test_one_above_the_first_article_counts_and_belongs_to_what_is_below() -> None:
    parsed = read("2024-06-11", MILL, "2024-06-12", GOAL)

    assert list_titles(parsed) == list_first_lines(MILL, GOAL)
    assert [article.dating.moment.day for article in parsed.articles] == [11, 12]  # type: ignore[union-attr]


@pytest.mark.parametrize("mark", ["* * *", "#", "§", "///", "--- NEXT ---"])
def test_what_stands_above_a_sentence_parts_nothing(mark: str) -> None:
    assert len(read(MILL, mark, GOAL.partition("\n\n")[2]).articles) == 1


@pytest.mark.parametrize("mark", ["THE END", "Vale Press", "[2]", "(more)", "2024-06-12"])
def test_words_that_come_once_part_nothing(mark: str) -> None:
    assert len(read(MILL, mark, GOAL).articles) == 1


def test_numbered_steps_and_signatures_part_nothing() -> None:
    assert len(read(MILL, "Step 1", GOAL, "Step 2", SNOW).articles) == 1
    assert len(read(MILL, "- Ida Fellgate", GOAL, "- Ida Fellgate", SNOW).articles) == 1


def test_a_line_that_also_stands_elsewhere_parts_nothing() -> None:
    first, second, *rest = MILL.split("\n\n")
    inside = "\n\n".join((first, second, "[END]", *rest))

    assert len(read(inside, "[END]", GOAL).articles) == 1


@pytest.mark.parametrize("form", ["**{}**", "# {}", "== {} ==", "--- {} ---", "*** {} ***"])
@pytest.mark.parametrize("gap", ["", "* * *", "\n"], ids=["blank lines", "mark", "more lines"])
def test_headlines_dressed_as_the_first_one_part_and_lose_their_marks(form: str, gap: str) -> None:
    texts = []
    for text in (MILL, GOAL):
        headline, _, body = text.partition("\n\n")
        texts.append(f"{form.format(headline)}\n\n{body}")

    assert list_titles(read(texts[0], gap, texts[1])) == list_first_lines(MILL, GOAL)


def test_headlines_in_capitals_part_where_the_first_is_in_capitals() -> None:
    def shout(text: str) -> str:
        headline, _, body = text.partition("\n\n")
        return f"{headline.upper()}\n\n{body}"

    assert len(read(shout(MILL), "* * *", shout(GOAL)).articles) == 2
    assert len(read(MILL, "* * *", shout(GOAL)).articles) == 2


def test_one_number_sign_and_a_blank_line_make_a_headline_where_the_first_has_it() -> None:
    assert len(read(f"# {MILL}", f"# {GOAL}").articles) == 2
    assert len(read(f"# {MILL}", f"## {GOAL}").articles) == 1


@pytest.mark.parametrize("mark", ["", "* * *", "[END]"])
def test_a_text_that_breaks_off_above_a_border_keeps_its_last_words(mark: str) -> None:
    fragment = "Builders who were asked about it had said"
    parsed = read(MILL, fragment, mark, GOAL.replace("Match", "Match\n\nBy Ida Fellgate"))

    assert list_titles(parsed) == list_first_lines(MILL, GOAL)
    assert parsed.articles[0].is_truncated
    assert parsed.articles[0].blocks[-1].text == fragment
    assert not parsed.articles[1].is_truncated


def test_each_front_matter_of_a_markdown_file_begins_an_article_with_its_facts() -> None:
    texts = []
    for day, text in ((11, MILL), (12, GOAL)):
        headline, _, body = text.partition("\n\n")
        front = f"---\ntitle: {headline}\ndate: 2024-06-{day}\nauthor: Writer Number{day}\n---"
        texts.append(f"{front}\n\n{body}")
    parsed = read(*texts, name="wire.md")

    assert list_titles(parsed) == list_first_lines(MILL, GOAL)
    assert [article.dating.moment.day for article in parsed.articles] == [11, 12]  # type: ignore[union-attr]
    assert [article.byline for article in parsed.articles] == ["Writer Number11", "Writer Number12"]
    assert [line.number for line in parsed.lines] == list(range(1, len(parsed.lines) + 1))


def test_headlines_of_the_first_rank_begin_articles_that_say_other_things() -> None:
    assert list_titles(read(f"# {MILL}", f"# {GOAL}", name="wire.md")) == list_first_lines(
        MILL, GOAL
    )


def test_headings_of_the_first_rank_in_one_text_stay_headings() -> None:
    more = (
        "# What the Builders Will Find There\n\n"
        "The beams of the hall are of oak, but the wheel has rotted since the ropewalk closed.\n\n"
        "The library will need a new floor, the council says, and the harbour a new wall."
    )
    parsed = read(f"# {MILL}", more, name="wire.md")

    assert len(parsed.articles) == 1


@pytest.mark.parametrize("mark", ["#", "§", ". . ."])
def test_a_small_mark_above_a_section_of_the_same_text_parts_nothing(mark: str) -> None:
    more = (
        "What the Builders Will Find There\n\n"
        "The beams of the hall are of oak, but its wheel has rotted since the ropewalk closed.\n\n"
        "The library will need a new floor, and the council wants a new wall for the harbour."
    )

    assert len(read(MILL, mark, more).articles) == 1


@pytest.mark.parametrize(
    "ruler", ["==== mastodon", "---- council ----", "_____ The Orle Ledger _____", "####forum"]
)
def test_a_ruler_with_a_name_parts_two_articles(ruler: str) -> None:
    parsed = parse_seed(Intake(SeedFile("day.txt", f"{MILL}\n{ruler}\n{GOAL}".encode())))

    assert len(parsed.articles) == 2
    assert "separator" in {fate.rule for fate in parsed.lines}


@pytest.mark.parametrize("heading", ["---- The builders ----", "**The builders**", "-- ends --"])
def test_a_heading_between_marks_above_its_text_parts_nothing(heading: str) -> None:
    first, *others = MILL.split("\n\n")
    text = "\n\n".join([first, *others[:2], f"{heading}\n{others[2]}"])

    assert len(parse_seed(Intake(SeedFile("day.txt", text.encode()))).articles) == 1
