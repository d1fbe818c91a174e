from sitegen.text.english import MONTHS, NOT_NAMES, STOPWORDS, TITLES, WEEKDAYS


def test_words_are_compared_in_small_letters() -> None:
    for words in (MONTHS, WEEKDAYS, STOPWORDS, TITLES, NOT_NAMES):
        assert all(word == word.lower() for word in words)
