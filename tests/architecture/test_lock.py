"""pyproject.toml, uv.lock and the requirement files say the same: names, versions, hashes."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LOCK = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# A package has several versions where the newest one leaves an older Python out.
PACKAGES: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
for _package in LOCK["package"]:
    PACKAGES[_package["name"]].append(_package)
(SITEGEN,) = PACKAGES["sitegen"]

FILES = {
    "requirements.txt": SITEGEN["dependencies"],
    "requirements-build.txt": SITEGEN["dev-dependencies"]["build"],
    "requirements-dev.txt": SITEGEN["dev-dependencies"]["dev"],
}
PINNED = re.compile(r"^([a-z0-9.-]+)==([^ ;\\]+)(?: ; [^\\]+)? \\$")
HASHED = re.compile(r"--hash=(sha256:[0-9a-f]{64})")


@pytest.mark.parametrize("name", FILES)
def test_requirement_file_is_what_the_lock_says(name: str) -> None:
    pinned = read_requirements(ROOT / name)

    assert pinned == {
        (package["name"], package["version"]): read_hashes(package)
        for package in follow_dependencies(FILES[name])
    }


@pytest.mark.parametrize("name", FILES)
def test_requirement_file_names_no_place_and_tells_its_command(name: str) -> None:
    """Where packages come from is for whoever installs them to say."""
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "://" not in text
    assert "--index-url" not in text
    assert text.splitlines()[1].startswith("#    uv export ")
    assert f"--output-file {name}" in text.splitlines()[1]


def test_lock_was_made_from_this_project() -> None:
    metadata = SITEGEN["metadata"]

    assert SITEGEN["version"] == PROJECT["project"]["version"]
    assert LOCK["requires-python"] == PROJECT["project"]["requires-python"]
    assert read_locked(metadata["requires-dist"]) == read_wanted(PROJECT["project"]["dependencies"])
    for group, wanted in PROJECT["dependency-groups"].items():
        assert read_locked(metadata["requires-dev"][group]) == read_wanted(wanted)


def test_what_builds_our_packages_is_pinned_alike_for_pip_and_uv() -> None:
    assert (
        PROJECT["dependency-groups"]["build"]
        == PROJECT["tool"]["uv"]["build-constraint-dependencies"]
    )


def test_what_is_built_from_source_needs_setuptools_alone() -> None:
    """Another one would need its build requirements in the group `build`."""
    sources = {package["name"] for package in LOCK["package"] if not package.get("wheels")}

    assert sources - {"sitegen"} == {"feedgen", "sgmllib3k"}


def read_requirements(path: Path) -> dict[tuple[str, str], set[str]]:
    """Name and version of each requirement, with its hashes."""
    found: dict[tuple[str, str], set[str]] = {}
    hashes: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if start := PINNED.match(line):
            hashes = found.setdefault((start[1], start[2]), set())
        hashes.update(HASHED.findall(line))
    return found


def read_hashes(package: Mapping[str, Any]) -> set[str]:
    files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
    return {file["hash"] for file in files}


def follow_dependencies(wanted: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The packages wanted and all that they need, on any machine."""
    queue = list(wanted)
    seen: set[str] = set()
    found: list[Mapping[str, Any]] = []
    while queue:
        dependency = queue.pop()
        packages = PACKAGES[dependency["name"]]
        for package in packages if dependency["name"] not in seen else ():
            found.append(package)
            queue += package.get("dependencies", [])
        seen.add(dependency["name"])
        for extra in dependency.get("extra", []):
            for package in packages:
                queue += package.get("optional-dependencies", {}).get(extra, [])
    return found


def read_locked(requirements: Iterable[Mapping[str, str]]) -> dict[str, set[str]]:
    return {
        requirement["name"]: set(requirement.get("specifier", "").split(","))
        for requirement in requirements
    }


def read_wanted(requirements: Iterable[str]) -> dict[str, set[str]]:
    split = [re.split(r"(?=[<>=!~])", requirement, maxsplit=1) for requirement in requirements]
    return {name: set(specifier.split(",")) for name, specifier in split}
