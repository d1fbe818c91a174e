from pathlib import Path

import pytest

from sitegen.ingest import parse_seed, read_lines
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import is_noise
from sitegen.ingest.own_noise import NAMED_NOISE, OwnNoise, make_own_noise
from sitegen.model.seed import Intake, LineFate, Parsed, SeedFile, SourceNoise
from tests.quality.blind_seeds import write_blind_seeds

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
MORE = "Passengers were brought ashore by lifeboats before noon, the harbour master said."


def list_lines(parsed: Parsed, seed: SeedFile) -> list[tuple[str, LineFate]]:
    """Return the lines of a seed that say something, with what became of each."""
    return [told for told in zip(read_lines(seed), parsed.lines, strict=True) if told[0]]


def find_taken(seed: SeedFile, parsed: Parsed) -> set[str]:
    """Return the lines that a rule of ours takes by themselves, and that are noise in the seed."""
    lines = list_lines(parsed, seed)
    kept = {make_line(text).key for text, fate in lines if fate.kind != "noise"}
    taken = {text for text, _ in lines if is_noise(make_line(text)) and "*" not in text}
    return {text for text in taken if make_line(text).key not in kept}


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


@pytest.mark.parametrize("folder", ["clippings", "dumps", "guides"])
def test_to_name_what_our_rules_take_changes_nothing_but_the_rule(
    folder: str, tmp_path: Path
) -> None:
    write_blind_seeds(tmp_path, (folder,))
    seeds = [SeedFile(path.name, path.read_bytes()) for path in sorted(tmp_path.rglob("*.txt"))]
    assert seeds
    for seed in seeds:
        plain = parse_seed(Intake(seed))
        named = find_taken(seed, plain)
        again = parse_seed(Intake(seed, (SourceNoise("", tuple(sorted(named))),)))

        assert again.articles == plain.articles, seed.name
        rules = {text: fate.rule for text, fate in list_lines(again, seed)}
        assert {rules[text] for text in named} <= {NAMED_NOISE}


def test_a_named_line_is_noise_also_where_our_rules_take_it_alone_and_not_in_its_place() -> None:
    line = "By Ida Fellgate | Health | 15 Nov 2024"
    text = f"Ferry Aground\n{line}\n\n{LEAD}\n\n{MORE}"

    assert is_noise(make_line(line))
    assert find_fate(parse(text), 2).kind == "fact"
    named = parse(text, SourceNoise("", ("By * | Health | *",)))
    assert (find_fate(named, 2).kind, find_fate(named, 2).rule) == ("noise", NAMED_NOISE)
    assert named.articles[0].byline == ""
