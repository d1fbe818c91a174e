"""A newsletter that numbers its articles holds an article for each number."""

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, Parsed, SeedFile

_PORT = "Ships waiting outside the port of Orle have doubled since August, harbour data shows."
_FARES = "The state ferry line will raise its fares by seven per cent in January, the board said."
_SHED = "The Orle Symphony will play its next season in a shed for nets while its hall is repaired."


def _read(greeting: str, *heads: str) -> Parsed:
    texts = (f"{head}\n\n{text} {text}" for head, text in zip(heads, _TEXTS, strict=False))
    text = "\n\n".join(["Harbour AM", "14 October 2026", greeting, *texts])
    return parse_seed(Intake(SeedFile("mail.txt", text.encode())))


_TEXTS = (_PORT, _FARES, _SHED)
_HEADS = (
    "1 big thing: Orle's port runs out of berths",
    "2. ⛴️ Ferry fares climb again",
    "3. 1 fun thing: Symphony in a shed",
)


def test_numbered_headlines_in_a_letter_to_its_readers_begin_articles() -> None:
    parsed = _read("Good morning. It's Wednesday.", *_HEADS)

    assert [article.title for article in parsed.articles] == [
        "1 big thing: Orle's port runs out of berths",
        "Ferry fares climb again",
        "1 fun thing: Symphony in a shed",
    ]
    assert [len(article.blocks) for article in parsed.articles] == [1, 1, 1]
    assert {article.dating.moment and article.dating.moment.day for article in parsed.articles} == {
        14
    }
    assert [fate.rule for fate in parsed.lines if fate.kind == "noise"] == [
        "above the first article"
    ] * 3


def test_a_long_introduction_is_read_as_any_text() -> None:
    greeting = "Good morning, says the editor. " + "She walked along the quay to the office. " * 12
    parsed = _read(f"Dear reader,\n\n{greeting}", *_HEADS)

    assert len(parsed.articles) == 4
    assert "along the quay" in parsed.articles[0].blocks[0].text


def test_numbered_parts_of_any_other_text_stay_parts_of_it() -> None:
    numbered = ("1. Orle's port runs out of berths", *_HEADS[1:])

    assert len(_read("Good morning. It's Wednesday.", *numbered).articles) == 3
    assert len(_read("Three things are wrong on the coast.", *numbered).articles) == 1
    # A number that is missing, too few of them, or no text below one.
    assert len(_read("Good morning.", numbered[0], "3. Ferry fares climb again").articles) == 1
    assert len(_read("Good morning.", *numbered[:2]).articles) == 1


def test_a_note_with_a_little_picture_in_front_is_no_caption() -> None:
    note = "🐟 Herring landings fell to the lowest in twenty years, they said. (Tidewater Times)"
    camera = note.replace("🐟", "📷")
    told = (
        parse_seed(Intake(SeedFile("a.txt", f"Fish\n\n{one}\n\n{_PORT}".encode())))
        for one in (note, camera)
    )

    assert [len(parsed.articles[0].captions) for parsed in told] == [0, 1]
