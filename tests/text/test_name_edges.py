"""Where a name ends that an office, a title or a common word stands beside."""

import pytest

from sitegen.text.names import find_names


def find(text: str) -> list[str]:
    return [name.text for name in find_names([text])]


def find_kinds(text: str) -> dict[str, str]:
    return {name.text: name.kind for name in find_names([text])}


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
        ("The Workers' Union of Orle called a strike.", "Workers' Union of Orle"),
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


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Velle Harbour Choir sang for the king.", "Velle Harbour Choir", "organisation"),
        ("Storm Agda tore roofs from houses.", "Storm Agda", "other"),
        ("They sailed from Puerto Almera. It rained.", "Puerto Almera", "place"),
    ],
)
def test_one_word_tells_the_kind_of_a_name(text: str, name: str, kind: str) -> None:
    assert find_kinds(text) == {name: kind}


@pytest.mark.parametrize("text", ["They met at the Town Hall.", "The County Court fined the firm."])
def test_what_every_town_has_is_no_name(text: str) -> None:
    assert find(text) == []


def test_a_hall_of_somewhere_is_a_name() -> None:
    assert find("They met at the Ostrand Town Hall.") == ["Ostrand Town Hall"]


def test_capitals_that_the_text_says_small_of_a_people_are_no_name() -> None:
    text = "It asked what exactly Hispanic Jobs are. They take Hispanic jobs, it said."

    assert "Hispanic Jobs" not in find(text)


def test_a_company_is_named_though_the_text_speaks_of_its_goods() -> None:
    text = "The board of Almera Copper has said no. It sells copper to the whole world."

    assert "Almera Copper" in find(text)


def test_the_place_of_a_company_is_no_part_of_its_name() -> None:
    text = "An offer from Castelline Minerals of Velmark is not enough for the Bank of Ostrand."
    kinds = find_kinds(text)

    assert kinds["Castelline Minerals"] == kinds["Bank of Ostrand"] == "organisation"
    assert kinds["Velmark"] == "place"


def test_the_last_word_of_a_club_is_short_for_it() -> None:
    text = "The Ostrand Eagles won the cup of the Sacramento Bee. Then the Eagles sang."

    assert ("Ostrand Eagles", "Eagles") in [name.forms for name in find_names([text])]


def test_how_much_is_no_part_of_a_name() -> None:
    assert find("Then a court fined Fjord Ferries 400,000 crowns.") == ["Fjord Ferries"]
