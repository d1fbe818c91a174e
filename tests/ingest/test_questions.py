from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, SeedFile

_LEAD = "It rains in Cold Ash, and Odile Marn says sorry for it as if she had ordered it herself."
_TURNS = (
    ("Why a water tower?", "Because it was empty and cheap, and because it answers when you sing."),
    (
        "The record has no drums and hardly a word on it. Was that the plan?",
        "There was no plan. I wrote forty songs and then I took the words away one by one.",
    ),
    (
        "Do you fear that people will not hear it? In the literal sense?",
        "I hope that they will have to turn other things off, which is no arrogance.",
    ),
    ("You play no encores. Why?", "Because everybody knows that it is a lie to go and come back."),
    ("What comes next?", "Sleep, and then a lock-keeper on the canal who has a very good hum."),
)


def list_headings(*paragraphs: str) -> list[str]:
    text = "\n\n".join(["A singer of very quiet songs", *paragraphs])
    (article,) = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles
    return [block.text for block in article.blocks if block.kind == "heading"]


def test_all_questions_of_an_interview_are_headings() -> None:
    turns = [line for turn in _TURNS for line in turn]

    assert list_headings(_LEAD, *turns) == [question for question, _ in _TURNS]


def test_questions_that_a_text_asks_now_and_then_stay_in_it() -> None:
    paragraphs = [
        f"{answer} Nobody had said so in {year}." for year, (_, answer) in enumerate(_TURNS)
    ]
    asked = [question for question, _ in _TURNS if " " in question][1:3]

    assert (
        list_headings(_LEAD, *paragraphs, asked[0], *paragraphs[:2], asked[1], paragraphs[3]) == []
    )


def test_a_question_above_dek_and_byline_is_a_headline() -> None:
    dek = "A singer of very quiet songs moves out."
    asked = "The tower has been sold. Where will she sing?"
    text = "\n".join([asked, dek, "By Ada Fellgate", "4 November 2026", "", _LEAD, _TURNS[0][1]])
    (article,) = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles

    assert (article.title, article.dek) == (asked, dek)
