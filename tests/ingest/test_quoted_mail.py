"""An article that somebody handed on by mail, quoted line by line."""

from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.seed import Intake, SeedFile

TEXT = """The council of Tarnby has sold its oldest ferry to a museum that has no
harbour, and no road that is wide enough for her.

"We shall take down the gate," said the director of the museum, Odran
Pell, who had seen the ship on a picture only.

She is to be carried up the hill in eleven pieces before the winter, if
the bridge holds.

Nobody has asked the bridge."""
HEAD = "Ferry is sold to a museum on a hill\n\nBy Ida Fellgate\n14 June 2024\n\n"
MAIL = "From: Pell, Odran\nTo: Friends of the Harbour\nSubject: FYI - Herald piece on the ferry\n\n"
NOTE = "Have you seen this? It could have been worse. Let us talk on Wednesday.\n\n"
BELOW = "\nOdran Pell\nMuseum of Ships | 4 Hill Road\nThis mail is for its addressee alone."


def read(text: str) -> list[Article]:
    return list(parse_seed(Intake(SeedFile("mail.txt", text.encode()))).articles)


def quote(text: str) -> str:
    return "".join(f"> {line}".rstrip() + "\n" for line in text.split("\n"))


def test_the_quotation_is_the_article_and_the_mail_around_it_is_not() -> None:
    (article,) = read(f"{MAIL}{NOTE}{quote(HEAD + TEXT)}{BELOW}")

    assert (article.title, article.byline) == (
        "Ferry is sold to a museum on a hill",
        "Ida Fellgate",
    )
    assert article.blocks[0].text.startswith("The council of Tarnby has sold")
    assert article.blocks[-1].text == "Nobody has asked the bridge."


def test_a_mail_that_is_handed_on_twice_is_one() -> None:
    again = f"{MAIL}{NOTE}-----Original Message-----\n{MAIL}"

    assert [one.title for one in read(again + quote(quote(HEAD + TEXT)))] == [
        "Ferry is sold to a museum on a hill"
    ]


def test_a_quotation_without_a_head_is_headed_by_the_subject() -> None:
    (article,) = read(MAIL + quote(TEXT))

    assert article.title == "FYI - Herald piece on the ferry"


def test_a_mail_that_says_as_much_as_it_quotes_is_a_text() -> None:
    answer = " ".join(f"I have been to the museum {n} times, and saw no ship." for n in range(9))
    (article, *_) = read(f"Ferries in Museums\n\n{answer}\n\n{quote(HEAD + TEXT)}")

    assert answer in " ".join(block.text for block in article.blocks)
