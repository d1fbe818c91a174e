from lxml import html

from sitegen.ingest.html_blocks import PageBlock, list_blocks


def cut(source: str) -> list[PageBlock]:
    return list_blocks(html.document_fromstring(source).find("body"))


def test_text_is_cut_at_borders_of_blocks_and_nowhere_else() -> None:
    assert cut("<div>One <b>two</b>, <i>three</i>.<p>Four<br>five</p>six</div>seven") == [
        PageBlock("One two, three."),
        PageBlock("Four"),
        PageBlock("five"),
        PageBlock("six"),
        PageBlock("seven"),
    ]


def test_shapes_hold_inside_their_elements() -> None:
    assert cut("<blockquote><p>A</p><h3>B</h3></blockquote><ul><li><p>C</p></li></ul>D") == [
        PageBlock("A", "quote"),
        PageBlock("B", "heading"),
        PageBlock("C", "item"),
        PageBlock("D"),
    ]


def test_a_row_of_words_is_one_block_and_a_row_of_blocks_is_none() -> None:
    words = "<table><tr><td>A</td><td> </td><td><b>B</b></td></tr></table>"
    layout = "<table><tr><td><p>A</p></td><td>B</td></tr></table>"

    assert cut(words) == [PageBlock("A | | B", "row")]
    assert cut(layout) == [PageBlock("A"), PageBlock("B")]


def test_blocks_of_nothing_but_links_are_links() -> None:
    assert cut("<p><a>A</a> <a>B</a></p><li><a>C</a></li><h2><a>D</a></h2><p><a>E</a> f</p>") == [
        PageBlock("A B", "link"),
        PageBlock("C", "link"),
        PageBlock("D", "heading"),
        PageBlock("E f"),
    ]


def test_what_nobody_sees_is_left_out_and_what_follows_it_is_not() -> None:
    assert cut("<p>A<script>x</script>b<!-- y -->c<style>z</style></p>") == [PageBlock("Abc")]


def test_a_table_set_with_spaces_is_one_and_wrapped_prose_is_none() -> None:
    prose = "We heard it.  It was\nlate.  Nobody slept."

    assert cut("<pre>Star   312\nMoon    14</pre>") == [
        PageBlock("Star | 312", "row"),
        PageBlock("Moon | 14", "row"),
    ]
    assert cut(f"<pre>{prose}</pre>") == [PageBlock(" ".join(prose.split()))]


def test_items_of_a_numbered_list_have_the_numbers_that_a_browser_shows() -> None:
    def number(attributes: str) -> list[str]:
        page = f"<ol {attributes}><li>A<li><p>B</p><ul><li>C</ul><li><a href=#>D</a><li>E</ol>"
        return [f"{one.mark}{one.text}" for one in cut(page)]

    assert number("") == ["1A", "2B", "C", "D", "4E"]
    assert number("start=7") == ["7A", "8B", "C", "D", "10E"]
    assert number("reversed") == ["4A", "3B", "C", "D", "1E"]
    assert number("reversed start=2") == ["2A", "1B", "C", "D", "E"]
    assert number("type=a") == ["A", "B", "C", "D", "E"]
    assert number("start=-3") == number("start=xii") == number(f"start={'9' * 99}") == number("")
