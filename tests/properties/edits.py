"""What a person may do to a site between two builds, for the law that none remembers wrongly."""

import re
import shutil
from pathlib import Path

from sitegen.app.cli import main

ROOT = Path(__file__).parents[2]
POOL = tuple(path.read_bytes() for path in sorted((ROOT / "seeds").rglob("*.txt")))
TEMPLATE = (ROOT / "templates" / "partials" / "footer.html").read_text(encoding="utf-8")

# What is done, to which seed if to one, and with what.
Edit = tuple[str, str | None, object]


def run(*words: object) -> None:
    assert main([*map(str, words), "-q", "--as-of", "2024-07-01"]) in {0, 2, 3}


def apply_edit(site: Path, edit: Edit) -> None:
    """Do to a site what a person might do between two builds."""
    kind, name, value = edit
    if name:
        seed = site / "seeds" / name
        seed.parent.mkdir(parents=True, exist_ok=True)
        edit_seed(site, seed, kind, value)
    else:
        edit_rest(site, kind, value)


def edit_seed(site: Path, seed: Path, kind: str, value: object) -> None:
    match kind, value:
        case "put", bytes(data):
            seed.write_bytes(data)
        case "put", int(index):
            seed.write_bytes(POOL[index])
        case "append", int(index):
            before = seed.read_bytes() if seed.exists() else b""
            seed.write_bytes(before + b"\n\n\n\n" + POOL[index])
        case "state", int(day):
            seed.write_text(f"date = 2024-06-{day:02}\nsource = 'Wire {day}'\n", "utf-8")
        case "cut", int(size) if seed.exists():
            seed.write_bytes(seed.read_bytes()[:size])
        case "remove", _:
            seed.unlink(missing_ok=True)
        case "rename", str(other) if seed.exists():
            target = site / "seeds" / other
            target.parent.mkdir(parents=True, exist_ok=True)
            seed.replace(target)


def edit_rest(site: Path, kind: str, value: object) -> None:
    pages = sorted((site / "content").rglob("*.md"))
    match kind, value:
        case "write page", int(index) if pages:
            page = pages[index % len(pages)]
            page.write_text(page.read_text("utf-8") + "\nA person’s own words.\n", "utf-8")
        case "delete page", int(index) if pages:
            pages[index % len(pages)].unlink()
        case "merge", int(number) if pages:
            names = [page.stem for page in pages]
            run("merge", names[number % len(names)], names[number // 10 % len(names)], "-s", site)
        case "split", int(number) if pages:
            page = pages[number % len(pages)]
            seeds = re.findall(r'^  - seed: "?([^"\n]+)', page.read_text("utf-8"), re.MULTILINE)
            if seeds:
                run("split", page.stem, seeds[number // 10 % len(seeds)], "-s", site)
        case "template", int(number):
            own = site / "templates" / "partials" / "footer.html"
            own.parent.mkdir(parents=True, exist_ok=True)
            own.write_text(f"{TEMPLATE}<p>Edition {number}</p>", "utf-8")
        case "config", int(number):
            text = f'[site]\ntitle = "Edition {number}"\n[tags]\nminimum = {number}\n'
            text += "[feeds]\nitems = 6\n"
            (site / "sitegen.toml").write_text(text, "utf-8")
        case "forget", _:
            shutil.rmtree(site / ".sitegen", ignore_errors=True)
