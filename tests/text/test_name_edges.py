"""Where a name ends that an office, a title or a common word stands beside."""

import pytest

from sitegen.text.names import find_names


def find(text: str) -> list[str]:
    return [name.text for name in find_names([text])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met House Speaker Nancy Brandt at noon.", "Nancy Brandt"),
        ("They met Speaker of the House Nancy Brandt at noon.", "Nancy Brandt"),
        ("Acting Secretary of Homeland Security Nancy Brandt left.", "Nancy Brandt"),
        ("The Assistant Professor of Public Policy Simon Brandt left.", "Simon Brandt"),
        ("They met Major-General Ivo Brandt at noon.", "Ivo Brandt"),
    ],
)
def test_an_office_is_no_part_of_its_holder_s_name(text: str, name: str) -> None:
    assert find(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met North Korean Foreign Minister Choe Son Hui.", ["North Korea", "Choe Son Hui"]),
        ("Shortly after, Defense Minister Israel Katz left.", ["Israel Katz"]),
        ("The sea is that of the Velmark Fisheries Minister, they said.", ["Velmark"]),
    ],
)
def test_of_what_somebody_is_minister_is_no_name(text: str, names: list[str]) -> None:
    assert find(text) == names


def test_a_body_keeps_the_words_that_ministers_have() -> None:
    assert find("They asked the Orle Fisheries Commission.") == ["Orle Fisheries Commission"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Public Prosecutor's Office said so.", "Public Prosecutor's Office"),
        ("They asked the Prime Minister's Office.", "Prime Minister's Office"),
        ("The Workers' Union of Hask called a strike.", "Workers' Union of Hask"),
        ("The Seafarers’ League called a strike.", "Seafarers’ League"),
    ],
)
def test_the_office_of_somebody_and_the_union_of_many_are_one_name(text: str, name: str) -> None:
    assert find(text) == [name]


def test_a_country_is_no_part_of_the_name_of_its_body() -> None:
    assert find("Then Norway's Parliament met.") == ["Norway", "Parliament"]


def test_a_body_is_for_all_that_its_name_lists() -> None:
    assert find("They asked the Department of Health and Human Services of all this.") == [
        "Department of Health and Human Services"
    ]
    assert find("They asked the Ministry of Health and NATO of all this.") == [
        "Ministry of Health",
        "NATO",
    ]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("They met Bashar al-Brandt in May. Later Brandt left.", ("Bashar al-Brandt", "Brandt")),
        ("Its president, Ashraf Orle, said so. Later Orle left.", ("Ashraf Orle", "Orle")),
        ("They met the mayor Qorl Ellery. Then Ellery left.", ("Qorl Ellery", "Ellery")),
    ],
)
def test_a_surname_is_known_by_a_title_and_without_its_article(
    text: str, forms: tuple[str, ...]
) -> None:
    (name,) = find_names([text])

    assert (name.kind, name.forms) == ("person", forms)
