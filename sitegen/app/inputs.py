"""Read what a site is made of: seeds, and the templates that dress it."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import sitegen
from sitegen.app.files import FoundFile, Mark, find_files, read_file
from sitegen.errors import TemplateError
from sitegen.model.problem import Problem, Severity
from sitegen.model.seed import SeedFile
from sitegen.model.theme import Theme

_LARGEST_SEED = 64 * 2**20
_ASSETS = "assets/"


@dataclass(frozen=True, slots=True)
class SeedFolder:
    """The seeds that could be read, sorted by name, and what was wrong with the others."""

    seeds: tuple[SeedFile, ...]
    problems: tuple[Problem, ...]


def read_seeds(folder: Path, settled: Mapping[str, Mark] | None = None) -> SeedFolder:
    """Read the folder of seeds; never raises.

    Where ``settled`` is given, a file is read only while it has the mark that stands there: the
    watcher names the files that nobody is writing any more.
    """
    seeds: list[SeedFile] = []
    problems: list[Problem] = []
    for found in find_files(folder):
        if settled is not None and settled.get(found.name) != found.mark:
            continue
        seed = _read_seed(found, settled)
        if isinstance(seed, SeedFile):
            seeds.append(seed)
        elif isinstance(seed, Problem):
            problems.append(seed)
    return SeedFolder(tuple(seeds), tuple(problems))


def read_theme(site_templates: Path) -> Theme:
    """Return the package's templates and assets, each replaced by the site's own of that name.

    Raise TemplateError for a template that cannot be read.
    """
    files: dict[str, FoundFile] = {}
    for folder in (find_package_templates(), site_templates):
        files |= {found.name: found for found in find_files(folder) if found.kind == "file"}
    templates: list[tuple[str, str]] = []
    assets: list[tuple[str, bytes]] = []
    for name, found in sorted(files.items()):
        data = _read_template(found)
        if name.startswith(_ASSETS):
            assets.append((name.removeprefix(_ASSETS), data))
        else:
            templates.append((name, _decode_template(found, data)))
    return Theme(tuple(templates), tuple(assets), _digest_theme(templates, assets))


def find_package_templates() -> Path:
    """Return the templates that came with sitegen: inside a wheel, beside a checkout's package."""
    package = Path(sitegen.__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def _read_seed(found: FoundFile, settled: Mapping[str, Mark] | None) -> SeedFile | Problem | None:
    """Return the seed, what is wrong with it, or None for one that is being written just now."""
    problem = _examine_seed(found)
    if problem:
        return problem
    try:
        data, mark = read_file(found.path)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        return _make_problem(found, f"cannot be read ({reason}); check its permissions")
    is_whole = settled is None or mark == found.mark
    return SeedFile(name=found.name, data=data) if is_whole else None


def _examine_seed(found: FoundFile) -> Problem | None:
    if found.kind == "link":
        return _make_problem(
            found, "is a link, and links are not followed; put the file itself here"
        )
    if found.kind == "unreadable":
        return _make_problem(found, "cannot be read; check its permissions")
    if not _is_utf8(found.name):
        return _make_problem(found, "has a name that is not UTF-8; rename the file")
    if not found.name.lower().endswith(".txt"):
        return _make_problem(
            found, "is not read, only .txt files are; rename or remove it", "warning"
        )
    if _LARGEST_SEED < found.mark.size:
        megabytes = found.mark.size // 2**20
        return _make_problem(
            found,
            f"is too large ({megabytes} MiB, the limit is 64 MiB); split it into smaller files",
        )
    return None


def _make_problem(found: FoundFile, message: str, severity: Severity = "quarantined") -> Problem:
    place = f"seeds/{found.name}".rstrip("/")
    return Problem(place.encode(errors="backslashreplace").decode(), message, severity)


def _is_utf8(name: str) -> bool:
    """Tell whether a file name was UTF-8 on disk: Python keeps other bytes as lone surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _read_template(found: FoundFile) -> bytes:
    try:
        return read_file(found.path)[0]
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise TemplateError(
            f"templates/{found.name}: cannot be read ({reason}); check its permissions"
        ) from error


def _decode_template(found: FoundFile, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise TemplateError(
            f"templates/{found.name}: is not UTF-8; save it as UTF-8, or move it into assets/"
        ) from None


def _digest_theme(templates: list[tuple[str, str]], assets: list[tuple[str, bytes]]) -> str:
    digest = blake2b(digest_size=16)
    texts = [(name, text.encode()) for name, text in templates]
    for name, data in (*texts, *((_ASSETS + name, data) for name, data in assets)):
        digest.update(f"{name}\0{len(data)}\0".encode(errors="surrogateescape"))
        digest.update(data)
    return digest.hexdigest()
