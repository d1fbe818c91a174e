import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest import parse_seed, read_lines
from sitegen.ingest.line_ends import list_lines
from sitegen.model.seed import Intake, SeedFile

TEXT = (
    "Паром сел на мель в тумане\n\n"
    "Все пассажиры сошли на берег, их хорошо накормили, а хор пел им до вечера.\n\n"
    "Начальник порта закрыл фарватер до смены прилива в пятницу и вызвал два буксира.\n"
)


@given(st.text(st.sampled_from("a \n\r\f\v\x1c\u2028\x86é")))
def test_lines_end_where_python_ends_them(text: str) -> None:
    assert list_lines(text) == text.splitlines()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_control_in_a_line_does_not_end_it(end: str) -> None:
    assert list_lines(f"It was late\x85 very late{end}Two{end}") == [
        "It was late\x85 very late",
        "Two",
    ]


def test_letters_with_the_control_in_them_are_mended_whole() -> None:
    seed = SeedFile("a.txt", TEXT.encode().decode("latin-1").encode())

    parsed = parse_seed(Intake(seed))

    assert read_lines(seed) == tuple(TEXT.splitlines())
    assert [block.text for block in parsed.articles[0].blocks] == TEXT.splitlines()[2::2]


def test_letters_with_the_control_in_them_are_mended_in_pages_too() -> None:
    page = "".join(f"<p>{line}</p>" for line in TEXT.splitlines() if line)
    seed = SeedFile("a.html", page.encode().decode("latin-1").encode())

    assert read_lines(seed) == tuple(filter(None, TEXT.splitlines()))


def test_an_ellipsis_of_windows_is_mended() -> None:
    seed = SeedFile("a.txt", "It was late\x85 very late.\nTwo.\n".encode())

    assert read_lines(seed) == ("It was late… very late.", "Two.")
