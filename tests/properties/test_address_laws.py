"""Laws 4 and 5 of a whole site: what was once published goes on to answer, with the same ids.

Whatever a person does to seeds, pages and settings between two builds, and whatever of the machine
is thrown away meanwhile: every page and every feed that was public is still there, an article that
comes back is the one that it was, and no reader of a feed sees an article as new.
"""

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.app.cli import main
from tests.corpus.corpus_samples import FERRY, FERRY_ELSEWHERE, VOTE, tell

Step = tuple[str, int, int]

# Some share names and so tags, some have a source, some a date; the second is the first, changed.
TEXTS = (
    ("Ferry Runs Aground off Port Ellery", "KNA", "2024-06-13", FERRY),
    ("Ferry Runs Aground off Port Ellery", "KNA", "2024-06-14", (*FERRY[:6], *FERRY[7:])),
    ("All Safe after Port Ellery Grounding", "KNA", "", FERRY_ELSEWHERE),
    ("Ellingrove Calls Early Election", "Orle Wire", "2024-06-12", VOTE),
    ("Ellingrove Meets Calloway-Dunn in Port Ellery", "Orle Wire", "", tell(1, 12)),
    ("Kestrel Is Afloat at Port Ellery", "", "2024-06-16", tell(2, 12)),
)
SETTINGS = """\
[site]
base_url = "https://{host}/"
[tags]
minimum = {minimum}
stop = [{stop}]
[feeds]
items = 3
"""
# All but the older parts of long lists.
LASTING = re.compile(
    r"(articles|tags|sources|stories|digest|archive|feeds)/(?!.*page/).*(index\.html|\.xml|feed\.json)"
)
NUMBERS = st.integers(0, 9)
STEPS = st.tuples(
    st.sampled_from(
        "put put put remove withdraw withdraw edit draft draft release rename merge minimum stop "
        "move forget preview".split()
    ),
    NUMBERS,
    NUMBERS,
)


@dataclass
class Site:
    """A site on disk, and all that its readers have ever been given."""

    root: Path
    promised: set[str] = field(default_factory=set)
    ids: dict[str, str] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    config: dict[str, str] = field(default_factory=dict)
    day: int = 0

    def build(self) -> None:
        self.day += 1
        values = {"host": "orle.example", "minimum": "2", "stop": ""} | self.config
        tables = SETTINGS.format(**values)
        (self.root / "sitegen.toml").write_text(tables, "utf-8")
        assert self.run("build") in {0, 3}

    def run(self, *words: str) -> int:
        at = f"2024-07-{self.day or 1:02}"
        return main([words[0], "-q", "-s", str(self.root), "--as-of", at, *words[1:]])

    def check(self) -> None:
        """Look whether all that was promised is kept, and note what is promised now."""
        output = self.root / "output"
        files = {path.relative_to(output).as_posix() for path in output.rglob("*")}
        assert self.promised <= files, sorted(self.promised - files)
        before = self.root / "before"
        if before.exists():
            assert main(["check", "-s", str(self.root), "--against", str(before)]) == 0
            shutil.rmtree(before)
        shutil.copytree(output, before)
        self.promised |= {path for path in files if LASTING.fullmatch(path)}
        for path in output.glob("articles/*/article.json"):
            facts = json.loads(path.read_bytes())
            slug = path.parent.name
            assert self.ids.setdefault(slug, facts["id"]) == facts["id"]
            assert self.seen.setdefault(facts["id"], facts["first_seen"]) == facts["first_seen"]

    def list_pages(self) -> list[Path]:
        return sorted((self.root / "content" / "articles").glob("*.md"))

    def step(self, kind: str, one: int, other: int) -> None:
        pages = self.list_pages()
        if kind in {"put", "remove"}:
            self.change_seed(f"{one % 4}", TEXTS[other % len(TEXTS)] if kind == "put" else None)
        elif kind in {"minimum", "stop", "move"}:
            self.config |= {
                "minimum": {"minimum": str(1 + one % 3)},
                "stop": {"stop": "'Port Ellery'" * (one % 2)},
                "move": {"host": f"host-{one}.example"},
            }[kind]
        elif kind == "forget":
            for name in (".sitegen", "output"):
                shutil.rmtree(self.root / name, ignore_errors=True)
        elif kind == "preview":
            self.run("build", "-b", f"http://127.0.0.1:80{one:02}/", "-D")
        elif kind == "merge" and pages:
            self.run("merge", *(pages[place % len(pages)].stem for place in (one, other)))
        elif pages:
            self.change_page(kind, pages[one % len(pages)])

    def change_seed(self, name: str, told: tuple[str, str, str, Sequence[str]] | None) -> None:
        seed, sidecar = (self.root / "seeds" / f"{name}.{ending}" for ending in ("txt", "toml"))
        if told is None:
            seed.unlink(missing_ok=True)
            sidecar.unlink(missing_ok=True)
            return
        title, source, date, text = told
        stated = f"source = '{source}'\n" * bool(source) + f"date = {date}\n" * bool(date)
        seed.write_text("\n\n".join((title, *text)), "utf-8")
        sidecar.write_text(stated, "utf-8")

    def change_page(self, kind: str, page: Path) -> None:
        text = page.read_text("utf-8")
        match kind:
            case "withdraw":
                for name in re.findall(r"seed: \"?(\d)\.txt", text):
                    self.change_seed(name, None)
                page.unlink()
            case "edit":
                page.write_text(f"{text}\nA person’s own words.\n", "utf-8")
            case "draft" if "\ndraft: true" not in text:
                page.write_text(text.replace("\n---\n", "\ndraft: true\n---\n", 1), "utf-8")
            case "release":
                page.write_text(text.replace("\ndraft: true", ""), "utf-8")
            case "rename" if not page.stem.startswith("now-"):
                page.rename(page.with_name(f"now-{page.name}"))


@settings(max_examples=10, deadline=None)
@given(st.lists(STEPS, min_size=3, max_size=9))
@example([("withdraw", 0, 0), ("put", 0, 1), ("forget", 0, 0), ("put", 1, 2)])
@example([("draft", 0, 0), ("withdraw", 1, 0), ("forget", 0, 0), ("release", 0, 0)])
@example([("minimum", 2, 0), ("stop", 1, 0), ("forget", 0, 0), ("stop", 0, 0)])
def test_what_was_published_goes_on_to_answer(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        site = Site(Path(folder))
        (site.root / "seeds").mkdir()
        for place in range(4):
            site.step("put", place, (0, 2, 3, 4)[place])
        site.build()
        site.check()
        for step in steps:
            site.step(*step)
            site.build()
            site.check()
