from datetime import UTC, datetime, timedelta, timezone

import pytest
import yaml

from sitegen.pages.front_matter import format_moment, read_front_matter, write_front_matter


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ferry late", "Ferry late"),
        ("https://example.org/#top", "https://example.org/#top"),
        ("Ferry: late", '"Ferry: late"'),
        ("Ferry #2", '"Ferry #2"'),
        ("late:", '"late:"'),
        ("late ", '"late "'),
        ("- a", '"- a"'),
        ("2024-06-14", '"2024-06-14"'),
        ("No", '"No"'),
        ("NULL", '"NULL"'),
        ("---", '"---"'),
        ("{{ a }}", '"{{ a }}"'),
        ('say "so"', 'say "so"'),
        ('"so" \\ it is', '"\\"so\\" \\\\ it is"'),
        ("a\nb\tc", '"a\\nb\\tc"'),
        ("\x00\x85\u2028\ufeff", '"\\u0000\\u0085\\u2028\\ufeff"'),
        ("Zoë 🚢", "Zoë 🚢"),
    ],
)
def test_a_text_is_bare_where_no_reader_of_yaml_could_mistake_it(text: str, written: str) -> None:
    assert write_front_matter({"key": text}) == f"key: {written}\n"
    assert yaml.safe_load(f"key: {written}") == {"key": text}


def test_no_type_is_guessed_in_reading() -> None:
    values = read_front_matter("a: no\nb: 12:30\nc: 2024-06-14\nd: ~\ne: [1, null]\nf:\n")

    assert values == {
        "a": "no",
        "b": "12:30",
        "c": "2024-06-14",
        "d": "~",
        "e": ["1", "null"],
        "f": "",
    }


def test_a_tag_of_yaml_makes_nothing() -> None:
    assert read_front_matter("a: !!python/object/apply:os.system [ls]") == {"a": ["ls"]}


def test_a_moment_of_another_zone_is_written_in_utc() -> None:
    moment = datetime(2024, 6, 14, 1, tzinfo=timezone(timedelta(hours=2)))

    assert format_moment(moment) == "2024-06-13T23:00:00Z"
    assert (
        write_front_matter({"at": datetime(999, 1, 1, tzinfo=UTC)}) == "at: 0999-01-01T00:00:00Z\n"
    )


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'a: "\\u0007\\n"\nb:\n  - c: d\n'
    with_libyaml = read_front_matter(text)
    monkeypatch.delattr(yaml, "CBaseLoader")

    assert read_front_matter(text) == with_libyaml == {"a": "\x07\n", "b": [{"c": "d"}]}
