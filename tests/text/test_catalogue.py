"""What a catalogue from outside says, and what of it is left out."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.catalogue import read_catalogue
from sitegen.text.wording import Wording, read_wording

RELATED = 'msgid "Related"\nmsgstr "À lire aussi"\n'
HEADER = 'msgid ""\nmsgstr ""\n"Plural-Forms: {}\\n"\n\n'
ARTICLES = 'msgid "%(number)s article"\nmsgid_plural "%(number)s articles"\n'
PLACED = 'msgid "First seen on %(day)s."\nmsgstr "{}"\n'
MARKED = 'msgid "a <b>bold</b> word"\nmsgstr "{}"\n'
PATTERN = 'msgctxt "date pattern"\nmsgid "d MMMM y"\nmsgstr "{}"\n'


def speak(text: str | bytes, language: str = "fr") -> Wording:
    data = text if isinstance(text, bytes) else text.encode()
    compiled = read_catalogue(data, language).compiled
    return read_wording(language, ((language, compiled),) if compiled else ())


def flaws(text: str | bytes, language: str = "fr") -> list[tuple[int, str]]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(read_catalogue(data, language).flaws)


def test_words_of_a_language_that_we_have_not_are_said_in_it() -> None:
    words = speak(RELATED)

    assert words.language == "fr"
    assert words.gettext("Related") == "À lire aussi"
    assert words.day(date(2024, 6, 14)) == "14 juin 2024"


def test_what_is_not_translated_is_ours_then_english() -> None:
    german = speak('msgid "Stories"\nmsgstr "Akten"\n', "de")

    assert german.gettext("Stories") == "Akten"
    assert german.gettext("Related") == read_wording("de").gettext("Related") != "Related"
    assert german.ngettext("%(number)s article", "%(number)s articles", 2) == "2 Artikel"
    assert speak(RELATED).gettext("Stories") == "Stories"
    assert speak(RELATED).ngettext("%(number)s tag", "%(number)s tags", 1) == "1 tag"


def test_a_single_word_of_english_can_be_another() -> None:
    words = read_wording("en-GB", (("en", read_catalogue(RELATED.encode(), "en").compiled),))

    assert (words.language, words.gettext("Related")) == ("en-GB", "À lire aussi")
    assert words.gettext("Stories") == "Stories"


def test_words_for_a_country_win_over_those_of_the_language() -> None:
    own = tuple(
        (language, read_catalogue(f'msgid "Tags"\nmsgstr "{word}"\n'.encode(), language).compiled)
        for language, word in (("pt-br", "Temas"), ("pt", "Assuntos"))
    )

    assert read_wording("pt-BR", own).gettext("Tags") == "Temas"
    assert read_wording("pt", own).gettext("Tags") == "Assuntos"
    assert read_wording("pt-PT", own).gettext("Tags") == "Assuntos"


def test_a_language_that_no_table_of_dates_knows_has_words_of_its_own() -> None:
    words = speak(RELATED, "tlh")

    assert (words.language, words.gettext("Related")) == ("tlh", "À lire aussi")
    assert words.day(date(2024, 6, 14)) == "14 June 2024"


def test_plurals_go_by_the_rule_of_the_file() -> None:
    forms = 'msgstr[0] "article"\nmsgstr[1] "%(number)s articles"\n'

    for rule in ("nplurals=2; plural=(n > 1);", "nplurals = 2 ; plural = n>1"):
        words = speak(HEADER.format(rule) + ARTICLES + forms)
        said = [words.ngettext("%(number)s article", "%(number)s articles", n) for n in (0, 1, 2)]
        assert said == ["article", "article", "2 articles"]


def test_plurals_go_by_the_language_where_the_file_states_no_rule() -> None:
    text = ARTICLES + 'msgstr[0] "article"\nmsgstr[1] ""\nmsgstr[2] "%(number)s articles"\n'
    words = speak(text.replace('""', '"d’articles"'))

    assert words.ngettext("%(number)s article", "%(number)s articles", 0) == "article"
    assert words.ngettext("%(number)s article", "%(number)s articles", 2) == "2 articles"


@pytest.mark.parametrize(
    "rule",
    [
        "nplurals=2; plural=__import__('os').getpid()",
        "nplurals=2; plural=n**n**n",
        "nplurals=2; plural=n%3",
        "nplurals=2; plural=n == 5 ? n / (n - 5) : 0",
        "nplurals=2; plural=" + "(" * 200 + "n" + ")" * 200,
        "nplurals=2; plural=" + "!" * 5000 + "n",
        "nplurals=9999999; plural=0",
        "nplurals=٢; plural=n > 1",
        "plural=n",
    ],
)
def test_a_rule_that_is_none_is_told_and_that_of_the_language_holds(rule: str) -> None:
    text = HEADER.format(rule) + ARTICLES + 'msgstr[0] "un"\nmsgstr[1] "%(number)s articles"\n'

    [(line, message)] = flaws(text, "da")
    assert line == 1
    assert message == (
        "states Plural-Forms that are no rule for numbers; state 'nplurals=2; plural=(n != 1);'"
    )
    words = speak(text, "da")
    assert words.ngettext("%(number)s article", "%(number)s articles", 1) == "un"


def test_a_header_is_not_taken_at_its_word() -> None:
    header = (
        'msgid ""\nmsgstr "POT-Creation-Date: never\\nContent-Type: text/x; charset=rot13\\n"\n'
    )

    assert flaws(header + "\n" + RELATED) == []


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("Vu le %(jour)s.", "has no place '%(jour)s'; remove it"),
        ("Vu.", "lacks the place '%(day)s'; put it in"),
        ("Vu à 100 % le %(day)s", "has a '%' that opens no place; write it twice"),
        ("%(day)s %s", "has a '%' that opens no place; write it twice"),
        ("%(day)s %(day)999999999s", "has a '%' that opens no place; write it twice"),
        ("%(day)s %%(day)s", "has a '%' that opens no place; write it twice"),
        ("Vu %(day)s\\nici", "has a line break or a control character; remove it"),
        ("Vu %(day)s\u202e", "has a line break or a control character; remove it"),
    ],
)
def test_what_would_break_what_is_put_in_is_left_out(form: str, told: str) -> None:
    text = PLACED.format(form) + "\n" + RELATED

    assert flaws(text) == [(1, f"'First seen on %(day)s.' {told}")]
    assert speak(text).gettext("First seen on %(day)s.", day="x") == "First seen on x."
    assert speak(text).gettext("Related") == "À lire aussi"


def test_a_percent_sign_is_written_twice_beside_a_place_and_once_else() -> None:
    assert speak(PLACED.format("%%%(day)s")).gettext("First seen on %(day)s.", day="x") == "%x"
    assert speak('msgid "Related"\nmsgstr "100 %"\n').gettext("Related") == "100 %"


def test_one_form_of_a_plural_may_do_without_its_number_and_not_all() -> None:
    one = ARTICLES + 'msgstr[0] "en artikel"\n'

    assert flaws(one + 'msgstr[1] "%(number)s artikler"\n', "da") == []
    [(_, told)] = flaws(one + 'msgstr[1] "artikler"\n', "da")
    assert told.endswith("lacks the place '%(number)s'; put it in")


@pytest.mark.parametrize(
    "forms", ['msgstr[0] "x"\n', 'msgstr[0] "x"\nmsgstr[1] "y"\nmsgstr[2] "z"\n', 'msgstr "x"\n']
)
def test_too_few_and_too_many_plurals_are_told(forms: str) -> None:
    message = (
        "'%(number)s article' needs its forms from msgstr[0] to msgstr[1]; fill in each, or state "
        "another rule in Plural-Forms"
    )

    assert flaws(ARTICLES + forms, "da") == [(1, message)]


def test_a_text_with_marks_keeps_them() -> None:
    message = "'a <b>bold</b> word' needs the marks <b> </b> in this order, and no others"

    assert flaws(MARKED.format("en <b>fed</b> linje")) == []
    for form in (
        "en fed linje",
        "en <b onclick='x()'>fed</b>",
        "</b>fed<b>",
        "en <img src=x onerror=alert(1) <b>fed</b> linje",
        "en <b>fed</b> linje <img src=x onerror=alert(1) ",
        "en <b>fed</b> linje>",
    ):
        assert flaws(MARKED.format(form)) == [(1, message)]


@pytest.mark.parametrize("pattern", ["HH:mm", "y" * 500, "dddddddd"])
def test_a_pattern_of_dates_is_one_or_is_left_out(pattern: str) -> None:
    text = f"{PATTERN.format(pattern)}\n{RELATED}"

    [(line, message)] = flaws(text)
    assert line == 1
    assert message.endswith("' is no pattern of dates in this language; mend it")
    assert len(message) < 120
    assert speak(text).day(date(2024, 6, 14)) == "14 juin 2024"


@pytest.mark.parametrize("language", ["fr", "iu"])
def test_a_pattern_that_the_language_has_no_words_for_is_left_out(language: str) -> None:
    """English has one for each time of the day, French none for noon, and others have none."""
    text = 'msgctxt "time pattern"\nmsgid "HH:mm"\nmsgstr "h:mm b"\n'

    assert flaws(text, "en") == []
    assert flaws(text, language) == [
        (1, "'h:mm b' is no pattern of dates in this language; mend it")
    ]
    assert speak(text, language).clock(time(12, 0)) == "12:00"


def test_what_a_pattern_cannot_write_is_written_by_ours() -> None:
    pattern = PATTERN.format("d MMMM y, 'semaine' w")
    english = read_catalogue(b'msgctxt "time pattern"\nmsgid "HH:mm"\nmsgstr "h:mm b"\n', "en")

    assert speak(pattern).day(date(2024, 6, 14)) == "14 juin 2024, semaine 24"
    assert speak(pattern).day(date.max) == "31 décembre 9999"
    elsewhere = read_wording("iu", (("iu", english.compiled),))
    assert elsewhere.clock(time(13, 5)) == "13:05"


def test_a_context_that_nothing_is_said_in_is_told() -> None:
    text = 'msgctxt "on the quay"\nmsgid "Related"\nmsgstr "d"\n'

    assert flaws(text) == [
        (1, "'Related' has a msgctxt that nothing is said in, 'on the quay'; remove it")
    ]
    assert read_catalogue(text.encode(), "fr").compiled == b""


@pytest.mark.parametrize(
    ("forms", "line", "told"),
    [
        ('msgstr[9] "x"\n', 2, "msgstr[9] is a form of a plural"),
        ('msgstr "x"\nmsgstr[1] "y"\n', 3, "msgstr[1] is a form of a plural"),
        ('msgstr "x"\nmsgstr "y"\n', 3, "msgstr stands here twice"),
    ],
)
def test_a_text_without_plural_has_one_translation_without_number(
    forms: str, line: int, told: str
) -> None:
    [(found, message)] = flaws(f'msgid "Stories"\n{forms}\n{RELATED}')

    assert (found, message.partition(",")[0]) == (line, told)
    assert speak(f'msgid "Stories"\n{forms}').gettext("Stories") == "Stories"


def test_a_form_of_a_plural_that_stands_there_twice_is_told() -> None:
    forms = 'msgstr[0] "en artikel"\nmsgstr[1] "%(number)s artikler"\nmsgstr[1] "%(number)s stk"\n'

    assert flaws(ARTICLES + forms, "da") == [
        (5, "msgstr[1] stands here twice, for one text; remove one of the two")
    ]


def test_a_pattern_of_dates_may_be_another() -> None:
    assert speak(PATTERN.format("y, d MMMM")).day(date(2024, 6, 14)) == "2024, 14 juin"


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ('msgid "Stories"\nmsgstr "Dossiers\n', 2),
        ('msgid "Stories"\nmsgstr Dossiers\n', 2),
        ('msgid "Stories"\n<<<<<<< HEAD\nmsgstr "Dossiers"\n', 2),
        ('msgid "Stories"\nmsgstr "Dos\x00siers"\n', 2),
        ('msgid "Stories"\n', 1),
        ('msgstr "Dossiers"\n', 1),
        ('"Dossiers"\n', 1),
    ],
)
def test_an_entry_that_is_broken_costs_itself_alone(broken: str, line: int) -> None:
    for text in (f"{broken}\n{RELATED}", f"{RELATED}\n{broken}"):
        [(found, message)] = flaws(text)
        assert found == line + (0 if text.startswith(broken) else 3)
        assert message.endswith("; mend it")
        assert speak(text).gettext("Related") == "À lire aussi"
        assert speak(text).gettext("Stories") == "Stories"


def test_an_entry_in_another_encoding_is_told_and_the_others_are_said() -> None:
    text = 'msgid "Stories"\nmsgstr "Résumés"\n\n'.encode("latin-1") + RELATED.encode()

    assert flaws(text) == [(2, "is not UTF-8; save the file as UTF-8")]
    assert speak(text).gettext("Related") == "À lire aussi"


def test_the_second_translation_of_a_text_is_told_and_the_first_is_said() -> None:
    text = RELATED + '\nmsgid "Related"\nmsgstr "Autres"\n'

    assert flaws(text) == [(4, "translates 'Related' again; remove one of the two")]
    assert speak(text).gettext("Related") == "À lire aussi"


def test_what_is_empty_fuzzy_or_obsolete_is_not_said() -> None:
    text = (
        'msgid "Stories"\nmsgstr ""\n\n#, fuzzy\nmsgid "Tags"\nmsgstr "Sujets"\n\n'
        '#~ msgid "Related"\n#~ msgstr "Autres"\n'
    )

    assert read_catalogue(text.encode(), "fr").compiled == b""
    assert flaws(text) == []


def test_comments_order_and_marks_of_the_file_change_no_byte_of_what_is_said() -> None:
    tags = 'msgid "Tags"\nmsgstr "Sujets"\n'
    one = read_catalogue(f"{RELATED}\n{tags}".encode(), "fr").compiled
    other = f"\ufeff# Nos mots\r\n#: somewhere:3\r\n{tags}#. note\r\n{RELATED}".encode()

    assert read_catalogue(other, "fr").compiled == one


@given(st.lists(st.sampled_from((*RELATED, *ARTICLES, "msgstr[", "\n", '"', "#", "\\", "%(", "é"))))
def test_no_file_makes_the_reader_fail(pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    own = (("fr", read_catalogue(data, "fr").compiled),)

    read_wording("fr", own if own[0][1] else ()).gettext("Related")


@given(st.binary())
def test_no_bytes_make_the_reader_fail(data: bytes) -> None:
    read_catalogue(RELATED.encode() + data, "fr")
