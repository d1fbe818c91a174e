from sitegen.ingest import parse_seed
from sitegen.ingest.blocks import Marked
from sitegen.ingest.doubts import settle_doubts
from sitegen.ingest.lines import make_line
from sitegen.model.seed import Intake, LineKind, SeedFile

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
MORE = "The ferry and its people waited in the fog for the morning tide on Tuesday."
PLEA = "Thank you for reading, and please tell your friends."


def mark(text: str, kind: LineKind = "body", rule: str = "text") -> Marked:
    return Marked(make_line(text), kind if text else "blank", rule)


def settle(*marked: Marked) -> list[str]:
    settled = settle_doubts(marked)
    assert [one.line for one in settled] == [one.line for one in marked]
    changed = zip(marked, settled, strict=True)
    return [new.rule for old, new in changed if old.kind != new.kind]


SHARE = mark("Share", "noise", "button")
RULE = mark("* * *", "noise", "lone mark")


def test_who_speaks_to_readers_beside_a_button_is_not_the_writer() -> None:
    assert settle(mark(LEAD), mark(MORE), mark(PLEA), SHARE) == ["address to the reader"]
    assert settle(SHARE, mark(PLEA), mark(LEAD), mark(MORE)) == ["address to the reader"]


def test_one_plea_after_the_other_goes() -> None:
    other = mark("Your gift keeps our lamps burning.")

    assert settle(mark(LEAD), mark(MORE), mark(PLEA), other, SHARE) == ["address to the reader"] * 2


def test_who_speaks_to_readers_amid_the_text_stays() -> None:
    assert settle(mark(LEAD), mark(PLEA), mark(MORE), SHARE) == []


def test_who_speaks_to_readers_of_the_matter_stays() -> None:
    line = mark("You may see the ferry in the fog on Tuesday.")

    assert settle(mark(LEAD), mark(MORE), line, SHARE) == []


def test_somebodys_words_in_quotes_stay() -> None:
    assert settle(mark(LEAD), mark("“You are on your own,” he said."), SHARE) == []


def test_a_long_paragraph_to_readers_stays() -> None:
    long = mark("You " + "would have waited a long time indeed, as everybody else did, " * 3)

    assert settle(mark(LEAD), long, SHARE) == []


def test_what_parts_articles_anyway_is_no_company() -> None:
    assert settle(mark(LEAD), mark(PLEA), RULE) == []


def test_a_plea_between_byline_and_text_goes_where_it_stands_apart() -> None:
    byline = mark("By Ida Fellgate", "fact", "byline")

    assert settle(byline, mark(PLEA), mark(""), mark(LEAD)) == ["address to the reader"]
    assert settle(byline, mark(PLEA), mark(LEAD)) == []


def test_short_lines_behind_noise_at_the_end_are_none_of_the_text() -> None:
    tail = [mark("More at eleven."), mark("Bakers of Grayle", "heading")]

    assert settle(mark(LEAD), mark(MORE), SHARE, *tail) == ["behind the text"] * 2


def test_short_lines_behind_noise_that_speak_of_the_matter_stay() -> None:
    assert settle(mark(LEAD), mark(MORE), SHARE, mark("The ferry waits.")) == []


def test_short_lines_without_noise_before_them_stay() -> None:
    assert settle(mark(LEAD), mark("More at eleven.")) == []
    assert settle(mark(LEAD), RULE, mark("More at eleven.")) == []


def test_a_text_without_a_sure_paragraph_has_no_tail() -> None:
    assert settle(mark("The ferry waits."), SHARE, mark("More at eleven.")) == []


def test_short_lines_below_a_table_stay() -> None:
    ruler = mark("|---|---|", "noise", "table ruler")
    rows = [mark("Item | Cost", "row", "row of a table"), ruler]

    assert settle(mark(LEAD), *rows, mark("Nobody minds.")) == []


def test_a_text_that_speaks_to_its_readers_keeps_its_last_words() -> None:
    seed = (
        "Leave the clocks alone\n\n"
        "Twice a year we are asked to get up in the dark, and twice a year nobody can tell us what "
        "it is that we gain by it.\n\n"
        "The council says that the evenings are longer, which they are in summer anyway, and that "
        "it saves us candles, of which you may have bought one.\n\n"
        "Leave the clocks alone. They have done nothing to us.\n\n"
        "Share\nPrint\n"
    )
    (article,) = parse_seed(Intake(SeedFile("a.txt", seed.encode()))).articles

    assert article.blocks[-1].text.endswith("nothing to us.")


def test_a_last_sentence_behind_one_button_ends_the_text() -> None:
    caption = mark("The quay at noon. (AFN)", "caption", "caption with credit")

    assert settle(mark(LEAD), mark(MORE), SHARE, mark("More at eleven.")) == []
    assert settle(mark(LEAD), mark(MORE), SHARE, mark("More at eleven."), caption) == []
    assert settle(mark(LEAD), mark(MORE), SHARE, SHARE, mark("More at eleven.")) == [
        "behind the text"
    ]
    assert settle(mark(LEAD), mark(MORE), SHARE, mark("More at eleven."), SHARE) == [
        "behind the text"
    ]
    assert settle(mark(LEAD), mark(MORE), SHARE, mark("Write to us now.")) != []


def test_labels_below_the_heading_of_a_list_go_whatever_they_say() -> None:
    topics = mark("Related topics", "noise", "list heading")

    assert (
        settle(mark(LEAD), topics, mark("Ferry"), mark("Fog", "heading")) == ["behind the text"] * 2
    )


def test_behind_a_button_that_stood_amid_the_text_before_the_text_may_go_on() -> None:
    last = mark("He is to decide on Friday.")

    assert settle(mark(LEAD), SHARE, mark(MORE), SHARE, last, SHARE) == []
    assert settle(mark(LEAD), mark(MORE), SHARE, last, SHARE) == ["behind the text"]
