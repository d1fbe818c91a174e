import pytest

from sitegen.ingest.document import Facts
from sitegen.ingest.facts import check_facts, fill_facts


@pytest.mark.parametrize(
    "url", ["https://a.example/b?c=d#e", "http://127.0.0.1:80/", "https://[::1]/x"]
)
def test_web_addresses_are_kept(url: str) -> None:
    assert check_facts(Facts(url=url), "x")[0].url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "/ferry",
        "https://",
        "http://[::1",
        "https://a b",
        "https://a/" + "x" * 2000,
    ],
)
def test_other_addresses_are_told_and_left_out(url: str) -> None:
    facts, problems = check_facts(Facts(url=url), "seeds/a.toml")

    assert facts.url == ""
    assert [problem.severity for problem in problems] == ["warning"]


@pytest.mark.parametrize("lang", ["en", "pt-BR", "zh-Hant-TW", "de_AT"])
def test_language_tags_are_kept(lang: str) -> None:
    assert check_facts(Facts(lang=lang), "x")[0].lang == lang.replace("_", "-")


@pytest.mark.parametrize("lang", ["e", "English language", "<b>", "en-"])
def test_what_is_no_language_tag_is_told_and_left_out(lang: str) -> None:
    facts, problems = check_facts(Facts(lang=lang), "x")

    assert (facts.lang, len(problems)) == ("", 1)


def test_an_origin_without_a_date_is_no_evidence() -> None:
    facts, problems = check_facts(Facts(date="soon", date_origin="stated in a.toml"), "x")

    assert facts == Facts()
    assert "'soon'" in problems[0].message


def test_facts_are_cleaned_like_text() -> None:
    assert check_facts(Facts(title=" A\u202e \n b "), "x")[0].title == "A b"


def test_the_first_statement_counts() -> None:
    first, second = Facts(url="https://a.example/"), Facts(url="https://b.example/", lang="en")

    assert fill_facts(first, second) == Facts(url="https://a.example/", lang="en")
