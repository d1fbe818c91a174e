from sitegen.ingest.blocks import Marked
from sitegen.ingest.chrome import drop_recurring
from sitegen.ingest.lines import make_line
from sitegen.model.seed import LineKind

FERRY = [f"The ferry of Brekke ran aground {count} times." for count in range(9)]
SHEEP = [f"The sheep of Grayle was seen {count} times." for count in range(9)]
SITE = "The paper is printed on Mondays beside the lock."


def mark(texts: list[str], kind: LineKind = "body") -> list[Marked]:
    return [Marked(make_line(text), kind, "text") for text in texts]


def drop(*sections: list[Marked]) -> list[str]:
    dropped = drop_recurring(sections)
    assert [len(one) for one in dropped] == [len(one) for one in sections]
    return [one.line.text for section in dropped for one in section if one.rule == "recurring line"]


def test_what_stands_below_several_articles_is_the_sites() -> None:
    assert drop(mark([*FERRY, SITE]), mark([*SHEEP, SITE])) == [SITE, SITE]


def test_what_stands_above_several_articles_is_the_sites() -> None:
    assert drop(mark([SITE, *FERRY]), mark([SITE, *SHEEP])) == [SITE, SITE]


def test_it_is_named_as_noise_with_its_reason() -> None:
    last = drop_recurring([mark([*FERRY, SITE]), mark([*SHEEP, SITE])])[0][-1]

    assert (last.kind, last.reason) == ("noise", "stands around several articles here")


def test_a_line_of_one_article_stays() -> None:
    assert drop(mark([*FERRY, SITE])) == []


def test_a_line_amid_the_text_stays() -> None:
    assert drop(mark([*FERRY[:4], SITE, *FERRY[4:]]), mark([*SHEEP[:4], SITE, *SHEEP[4:]])) == []


def test_copies_of_one_article_keep_their_lines() -> None:
    assert drop(mark(FERRY), mark([*FERRY[:5], *SHEEP[:4]])) == []


def test_a_word_or_two_stay_for_they_may_be_anybodys() -> None:
    assert drop(mark([*FERRY, "Not yet."]), mark([*SHEEP, "Not yet."])) == []


def test_headlines_and_facts_of_several_articles_stay() -> None:
    facts = mark([SITE], "fact"), mark([SITE], "title")

    assert drop(mark(FERRY) + facts[0] + facts[1], mark(SHEEP) + facts[0] + facts[1]) == []
