"""Names in running text: which, of what kind, and which forms are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.names import Name, find_names


def find(*paragraphs: str) -> list[str]:
    return [name.text for name in find_names(paragraphs)]


def find_kinds(text: str) -> dict[str, str]:
    return {name.text: name.kind for name in find_names([text])}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("it met Ivo Brandt in Port Ellery.", ["Ivo Brandt", "Port Ellery"]),
        ("Then he met Orle’s mayor.", ["Orle"]),
        ("the Bank of Velmark", ["Bank of Velmark"]),
        ("Residents of Lozniva fled.", ["Lozniva"]),
        ("The Kestrel sank. So the Kestrel is gone.", ["Kestrel"]),
        ("Orle sleeps. He sleeps in Orle.", ["Orle"]),
        ("Port Ellery sleeps.", ["Port Ellery"]),
        ("France and Spain agree.", ["France", "Spain"]),
        ("he met Jean-Luc O’Neil-Smith", ["Jean-Luc O’Neil-Smith"]),
        ("he lives in the Paris-based firm's house", ["Paris"]),
        ("the France-Spain border", ["France", "Spain"]),
        ("they closed the road from Port Ellery to Orle.", ["Port Ellery", "Orle"]),
        ("he heard the choir sing From Orle to Larkmoor.", ["From Orle to Larkmoor"]),
    ],
)
def test_names_are_found_in_the_words_of_the_text(text: str, names: list[str]) -> None:
    assert find(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "he came on Monday, June 3",
        "he said Government and Church are one",
        "the storm hit X",
        "Herring is dear. He sells herring.",
        "Then everybody left. Nobody said why. Meanwhile it rained.",
        "the North is cold",
        "the Muslim and Christian faithful",
        "GDP rose and COVID-19 fell",
        "We’re late. Don't ask. Oh, well. Speaking slowly, he left.",
        "the address is PE9 9NB, he said",
        "one Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve things",
    ],
)
def test_capitals_that_name_nothing_are_no_names(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("it said that Paris Democrat Ivo Brandt left.", ["Ivo Brandt"]),
        ("it said that President-elect Ivo Brandt left.", ["Ivo Brandt"]),
        ("they asked the Velmark Senate Majority leader", ["Velmark Senate"]),
        ("it said that Ivo Brandt MORE left", ["Ivo Brandt"]),
        ("they saw Brandt Ivo BrandtOrle.", []),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(text: str, names: list[str]) -> None:
    assert find(text) == names


def test_kinds_are_told() -> None:
    text = (
        "President Maud Ellingrove told the European Union in Geneva that the Velmark Fisheries"
        " Commission was wrong. She flew home to Norway."
    )

    assert find_kinds(text) == {
        "Maud Ellingrove": "person",
        "European Union": "organisation",
        "Geneva": "place",
        "Velmark Fisheries Commission": "organisation",
        "Norway": "place",
    }


@pytest.mark.parametrize(
    "title",
    ["President", "Dr.", "Prime Minister", "Secretary of State", "French Finance Minister", "Mr"],
)
def test_a_title_is_no_part_of_a_name(title: str) -> None:
    assert find_kinds(f"he met {title} Maud Ellingrove today")["Maud Ellingrove"] == "person"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the French crew", ["France"]),
        ("a North Korean ship", ["North Korea"]),
        ("the Costa Ricans won", ["Costa Rica"]),
        ("a US ship met U.S. troops and Americans", ["United States"]),
        ("the Swiss of Britain", ["Switzerland", "United Kingdom"]),
        ("they saw anti-American words on the wall", ["United States"]),
    ],
)
def test_a_people_stands_for_its_country(text: str, names: list[str]) -> None:
    assert find(text) == names


def test_a_country_has_the_forms_that_the_text_says() -> None:
    (name,) = find_names(["the US said Americans love the US"])

    assert name == Name("United States", "place", 3, ("US", "Americans"))


def test_the_people_of_a_place_that_no_table_has_stand_for_it_too() -> None:
    (name,) = find_names(["he flew to Tresnia on a Tresnian ship"])

    assert (name.text, name.count, name.forms) == ("Tresnia", 2, ("Tresnia", "Tresnian"))


def test_short_forms_are_joined_to_the_one_name_they_belong_to() -> None:
    found = find_names(["when Ivo Brandt came, Brandt sat.", "the coat of Ivo hung."])

    assert found == (Name("Ivo Brandt", "person", 3, ("Ivo Brandt", "Brandt", "Ivo")),)


@pytest.mark.parametrize("short", ["Ivo Brandt", "I. Brandt", "Brandt"])
def test_initials_and_names_in_the_middle_may_be_left_out(short: str) -> None:
    text = f"he met Ivo T. Brandt on Friday. “It rained,” said {short}."

    assert [(name.text, name.count) for name in find_names([text])] == [("Ivo T. Brandt", 2)]


def test_spellings_of_one_name_are_one() -> None:
    text = "he met José Marañón-Vega. “No,” said Jose Maranon Vega."

    assert [(name.text, name.count) for name in find_names([text])] == [("José Marañón-Vega", 2)]


def test_a_surname_that_two_people_have_is_neither_of_them() -> None:
    found = find_names(["when Ivo Brandt met Zoë Brandt, Brandt sat."])

    assert [(name.text, name.count) for name in found] == [("Ivo Brandt", 1), ("Zoë Brandt", 1)]


def test_a_surname_that_is_there_before_its_bearers_is_a_name_of_its_own() -> None:
    text = "“No,” said Mr Brandt. Then Ivo Brandt met Zoë Brandt."

    assert find(text) == ["Brandt", "Ivo Brandt", "Zoë Brandt"]


def test_a_surname_is_not_that_of_somebody_named_at_the_end() -> None:
    opening = "“No,” said Mr Brandt. "
    rest = " ".join(
        f"Then Mr Brandt met Ivo {name}." for name in ("Aldo", "Bergo", "Corda", "Dulo")
    )

    assert "Brandt" in find(f"{opening}{rest} “Yes,” said Zoë Brandt.")
    assert "Brandt" not in find(f"{opening} “Yes,” said Zoë Brandt.")


def test_a_first_word_that_begins_other_names_too_is_nobody() -> None:
    text = "The minister, Kim Hong-kyun, was in Kim Il Sung Square when Kim left the parade."

    assert {name.text: name.count for name in find_names([text])}["Kim Hong-kyun"] == 1
    assert "Kim" not in find(text)


def test_father_and_son_are_two() -> None:
    text = "“No,” said Ivo Brandt. “Yes,” said Ivo Brandt Jr."

    assert find(text)[0] == "Ivo Brandt"
    assert len(find(text)) == 2


def test_an_acronym_is_the_body_that_it_stands_for() -> None:
    text = "the World Trade Council (WTC) met. Then the WTC voted."

    assert find_names([text]) == (
        Name("World Trade Council", "organisation", 3, ("World Trade Council", "WTC")),
    )


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("he met Will Brandt, and he will sing", {"Will Brandt": "person"}),
        ("Theresa May spoke in May. “No,” said May.", {"Theresa May": "person"}),
        ("rain fell in Georgia and in Jordan", {"Georgia": "place", "Jordan": "place"}),
        ("“No,” said Michael Jordan. Then Jordan left.", {"Michael Jordan": "person"}),
        ("the visit of Turkey's leader to Washington", {"Turkey": "place", "Washington": "place"}),
        ("they ate turkey in May, and it will rain", {}),
        ("“No,” said Israel Katz, who was in Israel", {"Israel Katz": "person", "Israel": "place"}),
    ],
)
def test_names_that_are_also_words_or_places(text: str, kinds: dict[str, str]) -> None:
    assert find_kinds(text) == kinds


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


def test_a_text_of_three_hundred_people_names_them_all() -> None:
    letters = "bcdfghklmn"
    names = [f"Ivo {a.upper()}{b}orske" for a in letters for b in letters]
    names += [f"Anna {a.upper()}{b}alin" for a in letters for b in letters]
    names += [f"Peter {a.upper()}{b}urgo" for a in letters for b in letters]
    text = f"he thanked {', '.join(names)}."

    assert set(find(text)) == set(names)


def test_a_text_of_a_thousand_names_is_read_in_no_time() -> None:
    """It once took time quadratic in their number."""
    letters = "bcdfghklmn"
    names = [f"A{a}{b}o E{b}{c}i" for a in letters for b in letters for c in letters]

    assert find(f"he met {', '.join(names)}.")
    assert find(f"he met {' '.join(names)}.") == []


WORDS = st.sampled_from(
    "the of in and said President Dr. Ivo Brandt Ivo Brandt's Port Ellery Bank U.S. French Will May"
    " Jordan WHO World Health Council anti-American Chi-yuen Zoë 2024 , . “ ” - ’s".split()
)
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=25).map(" ".join), max_size=4)


@given(PARAGRAPHS)
def test_every_form_of_a_name_stands_in_the_text(paragraphs: list[str]) -> None:
    text = " ".join(" ".join(paragraphs).split())

    for name in find_names(paragraphs):
        assert name.forms
        assert all(form in text for form in name.forms)
        assert len(name.forms) <= name.count


@given(PARAGRAPHS)
def test_the_same_text_has_the_same_names(paragraphs: list[str]) -> None:
    assert find_names(paragraphs) == find_names(list(paragraphs))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(name.text for name in find_names([text]))


def test_the_day_behind_a_person_is_no_part_of_the_name() -> None:
    found = find_names(["in the harbour of Orle, Ivo Brandt Monday thanked his crew for the rest."])

    assert [name.text for name in found] == ["Orle", "Ivo Brandt"]


@pytest.mark.parametrize("name", ["Theresa May", "Michael Jordan", "Owen March"])
def test_a_first_name_makes_a_person_of_a_month_or_a_country(name: str) -> None:
    surname = name.split()[1]
    text = f"the mayor met {name} in Orle. nobody would say if {surname} will go on in May."

    assert find_kinds(text)[name] == "person"


def test_capitals_are_a_body_of_their_own_and_short_for_no_longer_one() -> None:
    text = "OBC said nothing. The OBC Hub is new, and OBC has a news desk."

    assert [(one.text, one.count) for one in find_names([text])] == [("OBC", 2), ("OBC Hub", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "The Ferry Safety Act (FSA) was struck down. Few knew the FSA.",
        "The Ministry of Works said no. An envoy asked the MOW, and it answered.",
    ],
)
def test_an_abbreviation_has_the_small_words_of_a_name_or_leaves_them_out(text: str) -> None:
    name = find_names([text])[0]

    assert [*name.forms[1:]] in (["FSA"], ["MOW"])


def test_behind_a_courtesy_title_a_word_of_places_is_a_surname() -> None:
    text = "Ivo West left. A letter told Mr West so. Mr. West has read the letter of Mr Brandt."

    assert [(one.text, one.count) for one in find_names([text])] == [("Ivo West", 3), ("Brandt", 1)]


def test_a_small_word_of_a_headline_ends_no_name_of_a_person() -> None:
    headline = "Harbour Union Names Dr. Leana Wendt As Its New President"

    assert "Leana Wendt" in find(f"{headline}. Leana Wendt left.")
    assert find("They met Ida Day at noon.") == ["Ida Day"]


def test_a_surname_after_two_who_have_it_is_nobody_s() -> None:
    text = "Ida Brandt met Ivo Brandt. Then Brandt left."

    assert [(one.text, one.count) for one in find_names([text])] == [
        ("Ida Brandt", 1),
        ("Ivo Brandt", 1),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Ida Fellgate OBC at noon.", "Ida Fellgate"),
        ("They met Ida Lee at noon.", "Ida Lee"),
        ("They met IDA FELLGATE at noon.", "IDA FELLGATE"),
        ("They met Ida Fellgate III at noon.", "Ida Fellgate III"),
    ],
)
def test_an_abbreviation_behind_a_person_is_no_part_of_the_name(text: str, name: str) -> None:
    assert name in find(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The school thanked Teacher Signe Aaberg for the song.", "Signe Aaberg"),
        ("A vote of Cllr Oda Brandt decided it.", "Oda Brandt"),
        ("Then Chief Executive Ivo Dahl left the town.", "Ivo Dahl"),
        ("Prosecutor Linn Falk said so at noon.", "Linn Falk"),
        ("Mum-of-three Signe Aaberg, 29, measured the yard.", "Signe Aaberg"),
    ],
)
def test_what_somebody_does_is_no_part_of_the_name(text: str, name: str) -> None:
    assert find(text) == [name]


def test_what_is_taught_is_nobody() -> None:
    assert "Training" not in find("They asked for the Teacher Training of the town.")
    assert find("They met the Teacher Training Agency.") == ["Teacher Training Agency"]


def test_a_postcode_names_nothing() -> None:
    assert find("Write to the tram at PE9 9NB, it says.") == []


def test_how_a_match_ended_is_no_part_of_a_name() -> None:
    text = "Orle Rovers beat Ostrand Athletic 3-1 on Saturday and reached the final."

    assert find(text) == ["Orle Rovers", "Ostrand Athletic"]


def test_a_number_in_words_names_nothing() -> None:
    assert find('He said: "Well: Thirty-six boats left Paris at dawn."') == ["Paris"]


def test_a_union_of_somebody_is_no_place() -> None:
    assert find_kinds("The Ostrand Fishermen's Union called off its strike on Monday.") == {
        "Ostrand Fishermen's Union": "organisation"
    }


def test_a_ship_keeps_the_title_that_it_is_called_by() -> None:
    ship = find("The ferry Queen Ragna reached the island with bread.")

    assert ship == ["Queen Ragna"]
    assert find("The island thanked Queen Ragna for the bread.") == ["Ragna"]
