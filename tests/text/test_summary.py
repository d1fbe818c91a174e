from sitegen.text.summary import make_excerpt

LONG = "The ferry ran aground in fog outside the harbour early on Thursday, and everyone is safe."


def test_a_long_first_sentence_stands_alone() -> None:
    assert make_excerpt([f"{LONG} Nobody knows why.", "More."]) == LONG


def test_a_short_first_sentence_takes_the_next_with_it() -> None:
    assert make_excerpt(
        ["It rained. It poured.", "Nobody came out to see the boats that day."]
    ) == ("It rained. It poured. Nobody came out to see the boats that day.")


def test_only_the_first_three_paragraphs_are_looked_at() -> None:
    assert make_excerpt(["One.", "Two.", "Three.", "Four."]) == "One. Two. Three."


def test_a_cut_sentence_is_used_only_if_there_is_no_whole_one() -> None:
    assert make_excerpt(["Ferries resume at", "They ran again."]) == "They ran again."
    assert make_excerpt(["Ferries resume at"]) == "Ferries resume at"


def test_a_sentence_that_would_make_it_too_long_is_left_out() -> None:
    assert make_excerpt([f"It rained. A{' dark' * 70} night."]) == "It rained."


def test_an_endless_sentence_is_cut_between_words() -> None:
    excerpt = make_excerpt(["word " * 400])

    assert excerpt == " ".join(["word"] * 128)[:639] + "…"
    assert make_excerpt(["x" * 900]) == "x" * 640 + "…"


def test_nothing_has_no_excerpt() -> None:
    assert make_excerpt([]) == ""
    assert make_excerpt([""]) == ""
