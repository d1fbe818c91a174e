"""What the documents say is there is there: commands, options, keys, modules and linked files."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from sitegen.app.arguments import make_parser
from sitegen.app.config import KEYS, SOURCE_KEYS
from sitegen.ingest.noise import NOISE_RULES

ROOT = Path(__file__).parents[2]
FOLDERS = (".", "docs", "content", "benchmarks", "tests")
DOCUMENTS = sorted(
    path
    for folder in FOLDERS
    for path in (ROOT / folder).glob("*.md" if folder == "." else "**/*.md")
)
USAGE = (ROOT / "docs" / "usage.md").read_text(encoding="utf-8")
CONFIGURATION = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")

LONGEST_MAP = 150
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^()\s]+)\)")
# Places on the machine of whoever wrote it, which no reader has.
_ELSEWHERE = re.compile(r"\bshared/|/(?:home|root|tmp|work)/")
_LAW = re.compile(r"\blaws? (\d+)(?: and (\d+))?", re.IGNORECASE)
_PATH = re.compile(r"`((?:sitegen|templates|tests|docs)/[^`]*)`")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def list_commands() -> dict[str, argparse.ArgumentParser]:
    actions = make_parser()._actions
    [commands] = [item for item in actions if isinstance(item, argparse._SubParsersAction)]
    return dict(commands.choices)


def list_options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        yield from action.option_strings


def find_dead_links(text: str, folder: Path) -> list[str]:
    """The relative links of a Markdown text that lead to no file."""
    targets = [unquote(link.partition("#")[0]) for link in _LINK.findall(_CODE.sub("", text))]
    return [
        target
        for target in targets
        if target and ":" not in target and not (folder / target).exists()
    ]


@pytest.mark.parametrize("command", list_commands())
def test_usage_tells_of_each_command(command: str) -> None:
    assert f"`sitegen {command}`" in USAGE


def test_usage_tells_of_each_option() -> None:
    parsers = (make_parser(), *list_commands().values())
    options = {option for parser in parsers for option in list_options(parser)}

    told = set(re.findall(r"`(--?[a-z-]+|-[A-Z])\b", USAGE.partition("## Options")[2]))

    assert told == options


def test_usage_tells_of_each_noise_rule() -> None:
    section = USAGE.partition("## `sitegen explain`")[2].partition("\n## ")[0]

    assert [rule.name for rule in NOISE_RULES if f"`{rule.name}`" not in section] == []


@pytest.mark.parametrize("table", KEYS)
def test_configuration_tells_of_each_key_in_its_table(table: str) -> None:
    section = CONFIGURATION.partition(f"## `[{table}]`")[2].partition("\n## ")[0]

    assert set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == set(KEYS[table])


def test_configuration_tells_of_each_key_of_a_source() -> None:
    section = CONFIGURATION.partition("## `[sources.NAME]`")[2].partition("\n## ")[0]

    assert set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == set(SOURCE_KEYS)


def test_the_map_of_the_house_fits_on_a_few_screens() -> None:
    assert len(ARCHITECTURE.splitlines()) <= LONGEST_MAP


def test_every_path_on_the_map_is_there() -> None:
    paths = _PATH.findall(ARCHITECTURE)

    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_law_that_the_code_cites_is_on_the_map() -> None:
    laws = re.findall(r"^(\d+)\. \*\*", ARCHITECTURE, re.MULTILINE)
    code = (path.read_text(encoding="utf-8") for path in (ROOT / "sitegen").rglob("*.py"))

    cited = {law for text in code for found in _LAW.findall(text) for law in found if law}

    assert cited
    assert cited <= set(laws)


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_links_lead_to_files(path: Path) -> None:
    assert find_dead_links(path.read_text(encoding="utf-8"), path.parent) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_no_document_names_a_place_that_its_reader_does_not_have(path: Path) -> None:
    assert _ELSEWHERE.findall(path.read_text(encoding="utf-8")) == []


def test_a_dead_link_is_found_and_links_in_code_or_to_the_web_are_none() -> None:
    text = "[a](gone.md#part) [b](https://example.org/) [c](#here) `[d](no.md)` [e](README.md)"

    assert find_dead_links(text, ROOT) == ["gone.md"]
