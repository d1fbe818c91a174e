from sitegen.text.english import MONTHS as ENGLISH
from sitegen.text.months import MONTHS
from sitegen.text.normalize import fold


def test_months_have_their_numbers_in_full_and_short() -> None:
    assert sorted(set(MONTHS.values())) == list(range(1, 13))
    assert (MONTHS["june"], MONTHS["sept"], MONTHS["sep"], MONTHS["may"]) == (6, 9, 9, 5)


def test_months_of_other_languages_have_theirs() -> None:
    assert (MONTHS["märz"], MONTHS["août"], MONTHS["diciembre"], MONTHS["maggio"]) == (3, 8, 12, 5)


def test_the_english_months_are_among_them() -> None:
    assert set(MONTHS) >= ENGLISH


def test_the_capital_of_a_dotless_i_is_folded_as_that_of_others() -> None:
    assert [MONTHS[fold(name)] for name in ("KASIM", "Kasım", "MAYIS", "ARALIK")] == [11, 11, 5, 12]
