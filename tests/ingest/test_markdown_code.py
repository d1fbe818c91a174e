"""What stands in code of a Markdown file is text, and what has no end is no code."""

import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest import markdown_file, markdown_front
from sitegen.ingest.document import Document
from sitegen.ingest.markdown_code import find_code
from sitegen.ingest.markdown_documents import read_markdown_documents
from sitegen.ingest.markdown_file import read_markdown
from tests.patience import allow


def read(text: str) -> Document:
    """Return the lines of a Markdown file."""
    document, _ = read_markdown(text.split("\n"), "seeds/a.md")
    return document


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("```liquid", "```"),
        ("~~~~", "~~~~~"),
        ("{% raw %}", "{% endraw %}"),
        ("{%- highlight liquid -%}", "{%- endhighlight -%}"),
        ("{{< highlight go >}}", "{{< /highlight >}}"),
    ],
)
def test_in_code_tags_and_marks_are_text(start: str, end: str) -> None:
    code = ["{{ boat.name }}", "# all boats", "{% endfor %}", "> ferry.txt"]
    document = read("\n".join(["Text.", "", start, *code, end, "", "{{ boat.name }}"]))

    told = [(line.text, line.shape, line.verdict) for line in document.lines]
    assert told[3:7] == [(line, "", "") for line in code]
    assert told[2][2] in {"mark", "template tag"}
    assert told[-1][2] == "template tag"


@pytest.mark.parametrize(
    "lines",
    [
        ["```", "{{ boat.name }}", "", "Text."],
        ["{% raw %}{{ x }}{% endraw %}", "{{ boat.name }}", "{% raw %}", "Text.", "{% endraw %}"],
    ],
)
def test_what_has_no_end_is_no_code(lines: list[str]) -> None:
    assert read("\n".join(lines)).lines[1].verdict == "template tag"


@pytest.mark.parametrize(
    ("fences", "code"),
    [
        (["````", "```", "~~~~", "````", "```"], [1, 2]),
        (["~~~ a ~~~", "```", "~~~ b", "~~~ \t"], [1, 2]),
        (["```", "    ```", "```~", "  ````"], [1, 2]),
        (["`````", "~~~", "```", "x", "```", "~~"], [3]),
    ],
)
def test_a_fence_is_ended_by_one_of_its_sign_that_is_as_long_and_bare(
    fences: list[str], code: list[int]
) -> None:
    assert sorted(find_code(fences)) == code


def test_code_amid_a_line_of_text_is_no_fence() -> None:
    lines = ["``` make ``` builds the boat.", "{{ boat.name }}", "```", "{{ boat.name }}", "```"]

    told = read("\n".join(lines)).lines
    assert told[0].text.endswith("builds the boat.")
    assert [line.verdict for line in told] == ["", "template tag", "mark", "", "mark"]


def find_code_slowly(lines: list[str]) -> list[int]:
    """Return the places of code as CommonMark tells them, each end sought for itself."""
    code: list[int] = []
    place = 0
    while place < len(lines):
        end = None
        if fence := re.match(r" {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$", lines[place]):
            run = fence[1] or fence[2]
            end = rf" {{0,3}}{run}{run[0]}*[ \t]*$"
        elif tag := re.match(r"\{% (raw|highlight)", lines[place]):
            end = rf"\{{% end{tag[1]}"
        below = range(place + 1, len(lines))
        last = next((one for one in below if end and re.match(end, lines[one])), place)
        code += range(place + 1, last)
        place = last + 1
    return code


MARKS = st.one_of(
    st.text("`~ x", max_size=7),
    st.tuples(st.sampled_from("`~"), st.integers(3, 6)).map(lambda run: run[0] * run[1]),
    st.sampled_from(["{% raw %}", "{% endraw %}", "{% highlight c %}", "{% endhighlight %}"]),
)


@given(st.lists(MARKS, max_size=14))
def test_code_is_what_seeking_each_end_for_itself_finds(lines: list[str]) -> None:
    assert sorted(find_code(lines)) == find_code_slowly(lines)


@pytest.mark.parametrize("step", [1, -1])
def test_fences_of_countless_lengths_are_read_once(step: int) -> None:
    lengths = range(3, 6_000)[::step]
    lines = ["```x", *("~" * length + "y" for length in lengths), *["x"] * 100_000]

    assert find_code(lines) == frozenset()  # seeking the end of each took minutes


def test_countless_beginnings_of_code_take_no_longer_than_text() -> None:
    start = time.process_time()
    read("{% raw %}\n" * 50_000)
    assert time.process_time() - start < allow(10)


def test_code_is_sought_once_where_no_rule_may_begin_another_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sought: list[int] = []

    def count(lines: Sequence[str]) -> frozenset[int]:
        sought.append(len(lines))
        return find_code(lines)

    for module in (markdown_front, markdown_file):
        monkeypatch.setattr(module, "find_code", count)
    read_markdown_documents(["---", "title: Ferry late", "---", "Text.", "```", "x", "```"], "a.md")

    assert sought == [7]
