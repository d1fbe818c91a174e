"""Bad input costs nobody the site: each kind of it has its outcome, and the rest is published."""

import json
import os
import re
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from sitegen.app.cli import main
from sitegen.app.files import show_name
from sitegen.model.content import ContentFile
from sitegen.pages import read_page
from tests.faults.hostile.active_content import find_active
from tests.faults.hostile.bad_content import BAD_CONTENT, BadContent
from tests.faults.hostile.bad_seeds import BAD_SEEDS, HIDDEN, PUBLISHED, BadSeed, write_article

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems refuse half of these names themselves"
)


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built: the exit status, the messages by place, the seeds that have pages."""

    root: Path
    status: int
    told: Mapping[str, str]
    stderr: str
    published: frozenset[str]


def list_published(root: Path) -> frozenset[str]:
    """Return the names of all seeds from which pages were made."""
    files = [one for one in (root / "content" / "articles").glob("*.md") if one.is_file()]
    reads = [read_page(ContentFile(f"articles/{one.name}", one.read_bytes())) for one in files]
    copies = [copy for read in reads if read.page for copy in read.page.seeds]
    return frozenset(copy.seed.rpartition("#")[0] for copy in copies)


def build(root: Path) -> Built:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(["build", "--json", "-s", str(root), "--as-of", "2024-07-01"])
    told: dict[str, str] = {}
    for problem in json.loads(out.getvalue()).get("problems", []):
        place = re.sub(r":[0-9]+$", "", problem["place"])
        told[place] = f"{told.get(place, '')}\n{problem['message']}"
    return Built(root, status, told, err.getvalue(), list_published(root))


def list_active(site: Path) -> list[str]:
    files = [path for path in sorted((site / "output").rglob("*")) if path.is_file()]
    assert files
    return [
        found
        for path in files
        for found in find_active(path.relative_to(site / "output").as_posix(), path.read_bytes())
    ]


def start_site(root: Path) -> Path:
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "good.txt").write_text(write_article(299), encoding="utf-8")
    return root


# ------------------------------------------------------------------ seeds


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = start_site(tmp_path_factory.mktemp("bad") / "site")
    folder = os.fsencode(root / "seeds" / "bad")
    Path(os.fsdecode(folder)).mkdir()
    for seed in BAD_SEEDS:
        Path(os.fsdecode(folder + b"/" + seed.name)).write_bytes(seed.data)
    return build(root)


@pytest.mark.parametrize("seed", BAD_SEEDS, ids=lambda seed: repr(seed.name))
def test_a_bad_seed_has_its_outcome_and_costs_no_other(seeded: Built, seed: BadSeed) -> None:
    name = os.fsdecode(b"bad/" + seed.name)
    told = seeded.told.get(show_name(f"seeds/{name}"), "")

    if seed.outcome == PUBLISHED:
        assert name in seeded.published
    elif seed.outcome == HIDDEN:
        assert not told
        assert name not in seeded.published
    else:
        assert seed.outcome in told
        assert ";" in told or "left out" in told  # after the thing comes the way out


def test_a_folder_of_bad_seeds_leaves_a_site_without_anything_active(seeded: Built) -> None:
    assert seeded.status == 3
    assert len(BAD_SEEDS) >= 140
    assert "good.txt" in seeded.published
    assert list_active(seeded.root) == []


def test_no_message_is_more_than_a_line_or_speaks_to_the_terminal(seeded: Built) -> None:
    lines = seeded.stderr.splitlines()

    assert len(lines) >= 40
    assert all(re.match("(?:seeds|content|sitegen.toml|.sitegen)", line) for line in lines)
    assert all(line.isprintable() for line in lines)


def test_a_name_with_a_line_break_or_an_escape_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = start_site(tmp_path)
    (root / "seeds" / "new\nline\x1b[2J.txt").touch()

    main(["build", "-s", str(root)])

    assert "seeds/new\\nline\\x1b[2J.txt: quarantined: empty" in capsys.readouterr().err


# ------------------------------------------------------------------ content


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = start_site(tmp_path_factory.mktemp("bad") / "site")
    for file in BAD_CONTENT:
        path = root / "content" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return build(root)


@pytest.mark.parametrize("file", BAD_CONTENT, ids=lambda file: repr(file.path))
def test_a_bad_file_of_content_has_its_outcome(written: Built, file: BadContent) -> None:
    address = file.path.removeprefix("pages/").removesuffix(".md")
    is_page = (written.root / "output" / address / "index.html").is_file()

    if file.says:
        assert file.says in written.told[f"content/{file.path}"]
        assert not is_page or "is not a key" in file.says
    else:
        assert is_page
    assert (written.root / "content" / file.path).read_bytes() == file.data


def test_bad_content_leaves_a_site_without_anything_active(written: Built) -> None:
    assert written.status == 3
    assert "good.txt" in written.published
    assert list_active(written.root) == []


# ------------------------------------------------------------------ what is no file


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        place = Path.cwd()
        os.chdir(path.parent)  # the address of a socket may have a hundred letters
        one.bind(path.name)
        os.chdir(place)


def make_loop(path: Path) -> None:
    path.symlink_to(path.name)


def make_dangling(path: Path) -> None:
    path.symlink_to("/nowhere/at/all")


def make_link_out(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def make_device_link(path: Path) -> None:
    path.symlink_to("/dev/zero")


def make_folder_of_that_name(path: Path) -> None:
    path.mkdir()


def make_link_to_a_folder_above(path: Path) -> None:
    path.symlink_to("..")


def make_device(path: Path) -> None:
    try:
        os.mknod(path, 0o020644, os.makedev(1, 5))  # /dev/zero has no end
    except PermissionError:
        pytest.skip("only root may make a device")


LINK = "is a link, and links are not followed"
ODD = "cannot be read; check its permissions"
ODDITIES: Mapping[Callable[[Path], None], str] = {
    make_fifo: ODD,
    make_socket: ODD,
    make_device: ODD,
    make_loop: LINK,
    make_dangling: LINK,
    make_link_out: LINK,
    make_device_link: LINK,
    make_link_to_a_folder_above: LINK,
    make_folder_of_that_name: "",
}


@pytest.mark.parametrize("make", ODDITIES, ids=lambda make: make.__name__)
def test_what_is_no_file_is_named_and_neither_opened_nor_followed(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    root = start_site(tmp_path / "site")
    for folder, name in (("seeds", "odd.txt"), ("content/articles", "odd.md")):
        (root / folder).mkdir(parents=True, exist_ok=True)
        make(root / folder / name)

    built = build(root)

    assert "good.txt" in built.published
    if ODDITIES[make]:
        assert ODDITIES[make] in built.told["seeds/odd.txt"]
        assert "content/articles/odd.md" in built.told
        assert built.status == 3


@pytest.mark.parametrize("room", ["seeds", "content", "content/articles", "templates"])
def test_a_folder_that_is_a_link_is_not_followed(
    room: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, outside = start_site(tmp_path / "site"), tmp_path / "outside"
    outside.mkdir()
    (outside / "theirs.txt").write_text(write_article(298), encoding="utf-8")
    (root / "content").mkdir()
    if room in {"seeds", "content"}:
        (root / room).rename(tmp_path / "aside")
    (root / room).symlink_to(outside)

    main(["build", "-q", "-s", str(root)])
    capsys.readouterr()

    assert [path.name for path in outside.iterdir()] == ["theirs.txt"]
    assert not list((root / "output").rglob("*number298*"))


@pytest.mark.parametrize("place", ["", "articles", "assets"])
def test_links_in_the_output_lead_nothing_outside(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, outside = start_site(tmp_path / "site"), tmp_path / "outside"
    outside.mkdir()
    (root / "output" / place).parent.mkdir(parents=True, exist_ok=True)
    (root / "output" / place).symlink_to(outside)

    main(["build", "-q", "-s", str(root)])
    capsys.readouterr()

    assert list(outside.iterdir()) == [] or not place


def test_a_seed_below_a_thousand_folders_is_read(tmp_path: Path) -> None:
    """Python's own limit is a thousand calls."""
    root = start_site(tmp_path / "site")
    depth, here = 1_100, Path.cwd()
    os.chdir(root / "seeds")
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    Path("deep.txt").write_text(write_article(297), encoding="utf-8")

    built = build(root)

    Path("deep.txt").unlink()
    for _ in range(depth):  # what removes folders for pytest goes no deeper than Python
        os.chdir("..")
        Path("d").rmdir()
    os.chdir(here)
    assert built.published == {"good.txt", "d/" * depth + "deep.txt"}


def test_a_thousand_tiny_files_are_a_thousand_lines_of_report(
    tmp_path: Path,
) -> None:
    root = start_site(tmp_path / "site")
    (root / "seeds" / "many").mkdir()
    for number in range(1_000):
        (root / "seeds" / "many" / f"{number}.txt").write_bytes(b"a")

    built = build(root)

    assert "good.txt" in built.published
    assert len(built.told) == 1_001


# ------------------------------------------------------------------ configuration and templates

BAD_CONFIGURATIONS = {
    "not TOML": (b"[site", "is not TOML"),
    "not UTF-8": (b"[site]\ntitle = '\xe9'", "is not UTF-8"),
    "zero": (b"\0", "is not TOML"),
    "deep": (b"a = " + b"[" * 100_000, "is not TOML"),
    "keys": (b"a" + b".a" * 50_000 + b" = 1", "has more than 100 parts"),
    "table for text": (b"[site.title]\na = 1", "must be a text"),
    "list for table": (b"site = [1]", "must be a table"),
    "script": (b"[site]\nbase_url = 'javascript:alert(1)'", "is no web address"),
    "line break": (b'[site]\nbase_url = "https://a.example/\\n<b>"', "is no web address"),
    "user": (b"[site]\nbase_url = 'https://a:b@c.example/'", "has more than scheme, host and path"),
    "zone": (b"[site]\ntimezone = '../../../etc/passwd'", "is no time zone"),
    "absolute zone": (b"[site]\ntimezone = '/etc/localtime'", "is no time zone"),
    "long zone": (b"[site]\ntimezone = '" + b"a" * 5_000 + b"'", "is no time zone"),
    "zero in zone": (b'[site]\ntimezone = "a\\u0000b"', "is no time zone"),
    "language": (b"[site]\nlanguage = 'x\" onload=\"y'", "is no language tag"),
    "number": (b"[tags]\nminimum = 99999999999999999999999999", ""),
    "digits": (b"[tags]\nminimum = " + b"9" * 5_000, "has too many digits"),
    "wide noise": (b"[input]\nnoise = ['*']", "would take lines that nobody meant"),
    "stars": (b"[input]\nnoise = ['" + b"a*" * 2_000 + b"b']", ""),
    "escape": (b'[site]\n"\\u001b[2J" = 1', "unknown key"),
}


@pytest.mark.parametrize("kind", BAD_CONFIGURATIONS)
def test_a_bad_configuration_is_told_and_nothing_is_written(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = start_site(tmp_path / "site")
    data, says = BAD_CONFIGURATIONS[kind]
    (root / "sitegen.toml").write_bytes(data)

    status = main(["build", "-q", "-s", str(root)])
    err = capsys.readouterr().err

    if says:
        assert status == 2
        assert says in err
        assert err.startswith("sitegen: sitegen.toml")
        assert err.replace("\n", "").isprintable()
        assert not (root / "output").exists()


def test_markup_in_the_configuration_is_text_on_every_page(
    tmp_path: Path,
) -> None:
    root = start_site(tmp_path / "site")
    evil = "</title><script>alert(1)</script>{{ 7 * 7 }}\\u001b\\u202e"
    (root / "sitegen.toml").write_text(
        f'[site]\ntitle = "{evil}"\ndescription = "{evil}"\nauthor = "{evil}"\n', encoding="utf-8"
    )

    built = build(root)

    assert built.status == 0
    assert list_active(root) == []
    front = (root / "output" / "index.html").read_text(encoding="utf-8")
    assert "{{ 7 * 7 }}" in front
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in front
