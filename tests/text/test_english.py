from sitegen.text.english import MONTHS, STOPWORDS, TITLES, WEEKDAYS


def test_words_are_compared_in_small_letters() -> None:
    for words in (MONTHS, WEEKDAYS, STOPWORDS, TITLES):
        assert all(word == word.lower() for word in words)
