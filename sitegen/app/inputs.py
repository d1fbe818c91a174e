"""Read what a site is made of: seeds, and the templates that dress it."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

import sitegen
from sitegen.app.files import FoundFile, Mark, find_files, read_file, show_name
from sitegen.app.template_files import ALLOW, PUT, WORDS, read_template
from sitegen.errors import TemplateError
from sitegen.ingest import LARGEST_SIDECAR, SIDECAR_ENDING, find_format, list_sidecar_names
from sitegen.model.problem import Problem, Severity
from sitegen.model.seed import SeedFile
from sitegen.model.theme import Theme

_LARGEST_SEED = 64 * 2**20
_ASSETS = "assets/"
_BESIDE = "_files/"  # ends the name of the folder in which a browser saves what a page loads


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
    files, saved = _part_saved(find_files(folder))
    problems += _name_saved(saved)
    sidecars = {found.name: found for found in files if _is_sidecar(found.name)}
    paired = _pair_sidecars(files, sidecars)
    for found in files:
        if _is_sidecar(found.name):
            continue
        sidecar = sidecars.get(paired.get(found.name, ""))
        looked = (found, sidecar) if sidecar else (found,)
        if settled is not None and any(settled.get(one.name) != one.mark for one in looked):
            continue
        seed = _read_seed(found, settled)
        if isinstance(seed, Problem):
            problems.append(seed)
            continue
        if seed and sidecar:
            seed, problem = _add_sidecar(seed, sidecar, settled)
            problems += [problem] if problem else []
        if seed:
            seeds.append(seed)
    problems += _name_lone_sidecars(sidecars.values(), frozenset(paired.values()))
    return SeedFolder(tuple(seeds), tuple(dict.fromkeys(problems)))


def read_theme(site_templates: Path) -> Theme:
    """Return the package's templates and assets, each replaced by the site's own of that name.

    Words that stand beside them are none of these. Raise TemplateError for a template that cannot
    be read.
    """
    files: dict[str, FoundFile] = {}
    for folder in (find_package_templates(), site_templates):
        files |= {found.name: found for found in find_files(folder)}
    templates: list[tuple[str, str]] = []
    assets: list[tuple[str, bytes]] = []
    for name, found in sorted(files.items()):
        if name.startswith(WORDS):
            continue
        data = read_template(found)
        if name.startswith(_ASSETS):
            if name.endswith(".css"):
                _decode_template(found, data, "")
            assets.append((name.removeprefix(_ASSETS), data))
        else:
            templates.append((name, _decode_template(found, data, ", or move it into assets/")))
    return Theme(tuple(templates), tuple(assets), _digest_theme(templates, assets))


def find_package_templates() -> Path:
    """Return the templates that came with sitegen: inside a wheel, beside a checkout's package."""
    package = Path(sitegen.__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def _part_saved(files: Iterable[FoundFile]) -> tuple[list[FoundFile], list[str]]:
    """Return the files, and the folders of what browsers saved with pages.

    A page saved whole, ``ferry.html``, has its pictures, styles and frames in ``ferry_files``.
    What else may be a seed there, such as a text, is one, and has its sidecar.
    """
    files = list(files)
    pages = {one.name.rpartition(".")[0] for one in files if find_format(one.name) == "html"}
    homes = {found.name: _find_home(found.name, pages) for found in files}
    own = (one for one in files if not homes[one.name] or find_format(one.name) not in {"", "html"})
    kept = {name for found in own for name in (found.name, *list_sidecar_names(found.name))}
    rest = [one for one in files if not homes[one.name] or _write_ending(one.name) in kept]
    taken = {found.name for found in rest}
    return rest, [home for name, home in homes.items() if home and name not in taken]


def _find_home(name: str, pages: Container[str]) -> str:
    """Return the outermost folder around a file that a page was saved with, if there is one."""
    ends = (match.end() for match in re.finditer(re.escape(_BESIDE), name))
    return next((name[:end] for end in ends if name[: end - len(_BESIDE)] in pages), "")


def _name_saved(folders: Iterable[str]) -> Iterator[Problem]:
    for folder in dict.fromkeys(folders):
        message = "holds what a browser saved with the page beside it, which is not read"
        yield Problem(show_name(f"seeds/{folder}"), message, "note")


def _read_seed(found: FoundFile, settled: Mapping[str, Mark] | None) -> SeedFile | Problem | None:
    """Return the seed, what is wrong with it, or None for one that is being written just now."""
    data = _examine_seed(found) or _read_whole(found, settled)
    return SeedFile(found.name, data) if isinstance(data, bytes) else data


def _read_whole(found: FoundFile, settled: Mapping[str, Mark] | None) -> bytes | Problem | None:
    """Return the bytes of a file, what is wrong with it, or None if it is being written."""
    try:
        data, mark = read_file(found.path)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        return _make_problem(found, f"cannot be read ({reason}); check its permissions")
    return data if settled is None or mark == found.mark else None


def _is_sidecar(name: str) -> bool:
    return name.lower().endswith(SIDECAR_ENDING)


def _write_ending(name: str) -> str:
    """Return the name of a file, of a sidecar with an ending in small letters."""
    return name[: -len(SIDECAR_ENDING)] + SIDECAR_ENDING if _is_sidecar(name) else name


def _pair_sidecars(files: Iterable[FoundFile], sidecars: Mapping[str, FoundFile]) -> dict[str, str]:
    """Return the names of the sidecars by those of their seeds; case does not count in .TOML."""
    known = {_write_ending(name): name for name in sidecars}
    paired: dict[str, str] = {}
    for found in files:
        if not find_format(found.name):
            continue
        names = (known[name] for name in list_sidecar_names(found.name) if name in known)
        if name := next(names, ""):
            paired[found.name] = name
    return paired


def _add_sidecar(
    seed: SeedFile, found: FoundFile, settled: Mapping[str, Mark] | None
) -> tuple[SeedFile | None, Problem | None]:
    """Return the seed with its sidecar, or without it and with what is wrong with the sidecar.

    No seed stands for a sidecar that is being written just now: without it the article would be
    published under a wrong date.
    """
    data = _examine_sidecar(found) or _read_whole(found, settled)
    if data is None:
        return None, None
    if isinstance(data, Problem):
        return seed, data
    return replace(seed, sidecar=data, sidecar_name=found.name), None


def _name_lone_sidecars(sidecars: Iterable[FoundFile], used: frozenset[str]) -> Iterator[Problem]:
    for found in sidecars:
        if found.name not in used:
            yield _make_problem(
                found,
                "speaks of no seed; name it after the seed beside it, or remove it",
                "warning",
            )


def _examine_seed(found: FoundFile) -> Problem | None:
    if problem := _examine_file(found):
        return problem
    if not find_format(found.name):
        return _make_problem(
            found,
            "is not read; seeds are .txt, .md, .html, .json and .jsonl files, each also as .gz; "
            "rename or remove it",
            "warning",
        )
    if _LARGEST_SEED < found.mark.size:
        megabytes = found.mark.size // 2**20
        return _make_problem(
            found,
            f"is too large ({megabytes} MiB, the limit is 64 MiB); split it into smaller files",
        )
    return None


def _examine_sidecar(found: FoundFile) -> Problem | None:
    if LARGEST_SIDECAR < found.mark.size:
        limit = LARGEST_SIDECAR // 2**10
        return _make_problem(
            found, f"is too large for a sidecar (the limit is {limit} KiB); shorten it"
        )
    return _examine_file(found)


def _examine_file(found: FoundFile) -> Problem | None:
    if found.kind == "link":
        return _make_problem(found, f"is a link, and links are not followed; {PUT}")
    if found.kind == "unreadable":
        return _make_problem(found, f"cannot be read; {ALLOW}")
    if not _is_utf8(found.name):
        return _make_problem(found, "has a name that is not UTF-8; rename the file")
    return None


def _make_problem(found: FoundFile, message: str, severity: Severity = "quarantined") -> Problem:
    place = f"seeds/{found.name}".rstrip("/")
    return Problem(show_name(place), message, severity)


def _is_utf8(name: str) -> bool:
    """Tell whether a file name was UTF-8 on disk: Python keeps other bytes as lone surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _decode_template(found: FoundFile, data: bytes, otherwise: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateError(
            f"templates/{found.name}: is not UTF-8; save it as UTF-8{otherwise}"
        ) from None


def _digest_theme(templates: list[tuple[str, str]], assets: list[tuple[str, bytes]]) -> str:
    digest = blake2b(digest_size=16)
    texts = [(name, text.encode()) for name, text in templates]
    for name, data in (*texts, *((_ASSETS + name, data) for name, data in assets)):
        digest.update(f"{name}\0{len(data)}\0".encode(errors="surrogateescape"))
        digest.update(data)
    return digest.hexdigest()
