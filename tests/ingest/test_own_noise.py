import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.lines import make_line
from sitegen.ingest.own_noise import NAMED_NOISE, OwnNoise, make_own_noise
from sitegen.model.seed import Intake, LineFate, Parsed, SeedFile, SourceNoise

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
MORE = "Passengers were brought ashore by lifeboats before noon, the harbour master said."


def parse(text: str, *noise: SourceNoise, name: str = "a.txt") -> Parsed:
    return parse_seed(Intake(SeedFile(name, text.encode()), noise))


def find_fate(parsed: Parsed, number: int) -> LineFate:
    return next(fate for fate in parsed.lines if fate.number == number)


@pytest.mark.parametrize(
    ("source", "stated", "name", "is_taken"),
    [
        ("", "", "a.txt", True),
        ("Wire", "wire", "a.txt", True),
        ("Wire", "", "wire/2024/a.txt", True),
        ("Wire", "", "2024/WIRE/a.txt", True),
        ("Wire", "Courier", "a.txt", False),
        ("Wire", "", "wire.txt", False),
        ("Wire", "", "wire-2/a.txt", False),
    ],
)
def test_a_rule_of_a_source_is_for_its_seeds_only(
    source: str, stated: str, name: str, *, is_taken: bool
) -> None:
    rules = make_own_noise([SourceNoise(source, ("Get the app",))], stated, name)

    assert bool(rules.find_reason(make_line("Get the app"))) == is_taken


def test_the_reason_names_the_place_of_the_rule() -> None:
    rules = OwnNoise([SourceNoise("Northern Wire", ('Say "tide" to *',))])

    assert rules.find_reason(make_line('Say "tide" to us')) == (
        '[sources."Northern Wire"] noise: "Say \\"tide\\" to *"'
    )


def test_a_named_line_is_noise_with_rule_and_reason_wherever_it_stands() -> None:
    text = f"Ferry Aground\nTide Club\n{LEAD}\nJoin 900 others at the tide club.\n{MORE}\nTide Club"

    parsed = parse(text, SourceNoise("", ("Tide Club", "Join * others at the tide club.")))

    assert [find_fate(parsed, number).rule for number in (2, 4, 6)] == [NAMED_NOISE] * 3
    assert find_fate(parsed, 4).reason == '[input] noise: "Join * others at the tide club."'
    assert [block.text for block in parsed.articles[0].blocks] == [LEAD, MORE]


def test_a_named_line_is_noise_even_where_it_tells_a_fact_or_comes_twice() -> None:
    text = f"Ferry Aground\n14 June 2024\n{LEAD}\nTide Club\nTide Club\n{MORE}"

    parsed = parse(text, SourceNoise("", ("Tide Club", "14 June *")))

    assert {find_fate(parsed, number).rule for number in (2, 4, 5)} == {NAMED_NOISE}
    assert parsed.articles[0].dating.moment is None


def test_a_named_line_has_its_reason_in_a_file_without_an_article_too() -> None:
    fate = find_fate(parse("Tide Club\nShare\n", SourceNoise("", ("Tide Club",))), 1)

    assert (fate.kind, fate.rule, fate.reason) == (
        "noise",
        NAMED_NOISE,
        '[input] noise: "Tide Club"',
    )


def test_without_a_rule_nothing_is_named() -> None:
    assert all(fate.rule != NAMED_NOISE for fate in parse(f"Ferry Aground\n{LEAD}").lines)


def test_to_name_a_line_brings_no_other_noise_back() -> None:
    below = (
        "Your Ledger delivered for 3 crowns a week\nThe Ledger belongs to the Press Council of Orle"
    )
    text = f"Ferry Aground\n14 June 2024\n{LEAD}\n{MORE}\n{below}"

    for noise in ((), (SourceNoise("", ("Your Ledger delivered for *",)),)):
        article = parse(text, *noise).articles[0]
        assert [block.text for block in article.blocks] == [LEAD, MORE]
        assert not article.is_truncated
