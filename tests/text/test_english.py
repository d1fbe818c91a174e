from sitegen.text.english import COUNTRIES, MONTHS, NOT_NAMES, STOPWORDS, TITLES, WEEKDAYS


def test_countries_are_known_by_their_people() -> None:
    assert COUNTRIES["Dutch"] == "Netherlands"
    assert COUNTRIES["North Korean"] == COUNTRIES["North Korea"] == "North Korea"
    assert {COUNTRIES[name] for name in ("US", "U.S.", "America")} == {"United States"}


def test_a_country_is_called_by_its_own_name() -> None:
    assert all(COUNTRIES[country] == country for country in COUNTRIES.values())


def test_words_are_compared_in_small_letters() -> None:
    for words in (MONTHS, WEEKDAYS, STOPWORDS, TITLES, NOT_NAMES):
        assert all(word == word.lower() for word in words)
