from sitegen.ingest.html_depth import flatten


def test_ordinary_pages_stay_as_they_are() -> None:
    page = "<div><p>a</p><br><img src='>'>" * 60 + "</div>" * 60

    assert flatten(page) == page


def test_elements_without_an_end_are_not_nested() -> None:
    page = "<p>a<br>" * 5_000

    assert flatten(page) == page


def test_only_a_whole_name_is_that_of_an_element_without_an_end() -> None:
    assert flatten("<P>a<p a='>'>b</p x><br/>" * 300) == "<P>a<p a='>'>b</p x><br/>" * 300
    assert flatten("<p:a>" * 300) == "<p:a>" * 220
    assert flatten("<linea>" * 300) == "<linea>" * 220


def test_lists_and_tables_count_for_what_is_in_them() -> None:
    assert flatten("<table><tr><td>" * 300).count("<table>") == 55
    assert flatten("<ul><li>" * 300).count("<ul>") == 110
