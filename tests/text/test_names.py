import pytest

from sitegen.text.names import Name, find_names


def find(*paragraphs: str) -> list[str]:
    return [name.text for name in find_names(paragraphs)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("it met Ivo Brandt in Port Ellery.", ["Ivo Brandt", "Port Ellery"]),
        ("Then he met Orle’s mayor.", ["Orle"]),
        ("he met President Maud Ellingrove", ["Maud Ellingrove"]),
        ("he met Secretary of State Maud Ellingrove", ["Maud Ellingrove"]),
        ("the Bank of Velmark and Piet van der Orle", ["Bank of Velmark", "Piet van der Orle"]),
        ("the Friends of the sea", ["Friends"]),
        ("French President Ivo Brandt spoke", ["France", "Ivo Brandt"]),
        ("the Kestrel French crew", ["France", "Kestrel"]),
        ("a North Korean ship", ["North Korea"]),
        ("the U.S. Navy and a US ship", ["United States"]),
        ("he is a Turk of the Swiss", ["Turk", "Switzerland"]),
        ("he came on Monday, June 3", []),
        ("he said Government and Church are one", []),
        ("the storm hit X", []),
        ("it said One Two Three Four Five Six Seven Eight", []),
        ("Residents of Lozniva fled.", ["Lozniva"]),
        ("Residents of lozniva fled.", []),
        ("The Kestrel sank. So the Kestrel is gone.", ["Kestrel"]),
        ("Herring is dear. He sells herring.", []),
        ("Orle sleeps. He sleeps in Orle.", ["Orle"]),
        ("Port Ellery sleeps.", ["Port Ellery"]),
        ('"Brandt knew," said Ivo Brandt.', ["Ivo Brandt"]),
        ("France and Spain agree.", ["France", "Spain"]),
        ("he met Jean-Luc O’Neil-Smith", ["Jean-Luc O’Neil-Smith"]),
        ("прибыл Иван Петров", ["Иван Петров"]),
    ],
)
def test_names_are_found(text: str, names: list[str]) -> None:
    assert find(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "it rained all day and nobody said why.",
        "PORT ELLERY FERRY RUNS AGROUND",
        "김철수 대통령은 서울에서 기자들과 만났다.",
        "قال الرئيس محمد علي في القاهرة",
        "主席周一在北京会见了总统。",
    ],
)
def test_text_without_small_and_capital_letters_side_by_side_has_no_names(text: str) -> None:
    assert find(text) == []


def test_short_forms_are_joined_to_the_one_name_they_belong_to() -> None:
    found = find_names(["when Ivo Brandt came, Brandt sat.", "the coat of Ivo hung."])

    assert found == (Name("Ivo Brandt", 3, ("Ivo Brandt", "Brandt", "Ivo")),)


def test_a_short_form_of_two_names_belongs_to_neither() -> None:
    found = find_names(["when Ivo Brandt met Zoë Brandt, Brandt sat."])

    assert [(name.text, name.count) for name in found] == [
        ("Ivo Brandt", 1),
        ("Zoë Brandt", 1),
        ("Brandt", 1),
    ]


def test_a_text_of_a_thousand_names_is_read_in_no_time() -> None:
    """It once took time quadratic in their number."""
    letters = "bcdfghklmn"
    names = [f"A{a}{b}o E{b}{c}i" for a in letters for b in letters for c in letters]

    assert len(find(f"he met {', '.join(names)}.")) == 1000
