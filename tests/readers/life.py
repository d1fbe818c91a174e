"""A site over the years: what happens to it between two builds, and what that is to a reader.

Each article tells of a case with a number, wherever it is copied to. So what a reader shows can
be compared with what happened, whatever ids and addresses the site gave.
"""

import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.dice import Dice
from benchmarks.grammar import Grammar, read_grammar
from benchmarks.layouts import lay_out
from benchmarks.story import Story, make_event, write_story
from sitegen.app.cli import main

_CORPUS = 300  # how many articles share the names that the made-up news knows
_REPORTS = 3  # that tell of one event
_PARAGRAPHS = 6
_FIRST_CASE = 10_000


class Life:
    """A site in a folder; ``now`` goes on with each build.

    ``news`` counts by case what a reader will be told after the next build, ``all`` what it has
    been told ever: 2 of an article that a person split.
    """

    def __init__(self, folder: Path, base_url: str) -> None:
        self.folder = folder
        self.root = folder / "site"
        self.root.joinpath("seeds").mkdir(parents=True)
        self.base_url = base_url
        self.now = datetime(2024, 1, 8, 9, tzinfo=UTC)
        self.news: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.cases: list[str] = []
        self.settings = ""
        self.room = 50  # in the main feed, as the settings say
        self._grammar: Grammar = read_grammar()
        self._files = 0
        self._clones = 0

    # ------------------------------------------------------------ what comes in

    def publish(self, count: int) -> None:
        """Let articles arrive, each in a file of its own."""
        for _ in range(count):
            case = self._found()
            self._write(case, self._tell(case))
            self.news[case] += 1

    def copy(self, case: str) -> None:
        """Let another site bring a longer text of an article that is there."""
        event = make_event(self._grammar, self._event_of(case), _CORPUS)
        story = self._tell(case)
        more = write_story(self._grammar, event, 90).paragraphs[1:3]
        self._write(case, replace(story, paragraphs=(*story.paragraphs, *more)))

    def retitle(self, case: str) -> None:
        """Let the file of an article come again with another headline."""
        (path, *_) = self._seeds_of(case)
        text = path.read_text("utf-8")
        headline = self._tell(case).headline
        path.write_text(text.replace(headline, f"At Last {headline}"), "utf-8")

    def remove(self, case: str) -> list[tuple[Path, bytes]]:
        """Delete an article, its page and its seeds; return what brings it back."""
        taken = [(path, path.read_bytes()) for path in self._seeds_of(case)]
        for path in (*self._seeds_of(case), self.page_of(case)):
            path.unlink()
        return taken

    def bring_back(self, taken: list[tuple[Path, bytes]]) -> None:
        """Put the seeds back."""
        for path, data in taken:
            path.write_bytes(data)

    # ------------------------------------------------------------ what a person does

    def page_of(self, case: str) -> Path:
        """Return the page that tells of a case, the first where there are several."""
        return self.pages_of(case)[0]

    def pages_of(self, case: str) -> list[Path]:
        pages = sorted(self.root.joinpath("content/articles").glob("*.md"))
        return [
            page
            for page in pages
            if re.search(f"^# .*Case {case}", page.read_text("utf-8"), re.MULTILINE)
        ]

    def edit(self, case: str, change: Callable[[str], str]) -> None:
        """Change a page by hand."""
        page = self.page_of(case)
        before = page.read_text("utf-8")
        after = change(before)
        assert after != before
        page.write_text(after, "utf-8")

    def set_key(self, case: str, line: str) -> None:
        """Write a line into the front matter of a page, in place of that of the same key."""
        if f"\n{line}\n" in self.page_of(case).read_text("utf-8"):
            return
        key = line.partition(":")[0]

        def change(text: str) -> str:
            text = re.sub(rf"^{key}:.*\n", "", text, flags=re.MULTILINE)
            return text.replace("---\n", f"---\n{line}\n", 1)

        self.edit(case, change)

    def rename(self, case: str, slug: str) -> None:
        """Give a page another address, which is the name of its file."""
        page = self.page_of(case)
        self.set_key(case, f"slug: {slug}")
        if "\naliases:\n" not in page.read_text("utf-8"):
            self.edit(case, lambda text: text.replace("---\n", "---\naliases:\n", 1))
        added = f"aliases:\n  - {page.stem}\n"
        self.edit(case, lambda text: text.replace("aliases:\n", added, 1))
        page.rename(page.with_stem(slug))

    def give_title(self, case: str, title: str) -> None:
        """Write another title over a page."""
        self.set_key(case, f'title: "{title}"')
        self.edit(case, lambda text: re.sub(r"^# .*$", f"# {title}", text, flags=re.MULTILINE))

    def merge(self, case: str, other: str) -> Path:
        """Make two articles one by hand; return its page, whose text may be that of either.

        So the feed of a source can come to tell of a text that it has told of under the other id.
        """
        page = self.page_of(case)
        self.all.update((case, other))
        self.run("merge", page.stem, self.page_of(other).stem)
        return page

    def split(self, page: Path) -> None:
        """Make the copy of an article that came last one of its own."""
        seeds = re.findall(r'^  - seed: "?([^"\n]+)', page.read_text("utf-8"), re.MULTILINE)
        self.run("split", page.stem, max(seeds))

    def set_settings(self, text: str) -> None:
        self.settings = text

    # ------------------------------------------------------------ what happens to the machine

    def lose_cache(self) -> None:
        shutil.rmtree(self.root / ".sitegen")

    def lose_output(self) -> None:
        shutil.rmtree(self.root / "output")

    def clone(self) -> None:
        """Go on in another folder, with what version control keeps."""
        self._clones += 1
        elsewhere = self.folder / f"clone{self._clones}"
        shutil.copytree(self.root, elsewhere, ignore=shutil.ignore_patterns(".sitegen", "output"))
        shutil.rmtree(self.root)
        self.root = elsewhere

    # ------------------------------------------------------------ builds

    def build(self, days: float = 1) -> None:
        """Build the site after some days."""
        self.now += timedelta(days=days)
        text = f'[site]\ntitle = "The Ledger"\nbase_url = "{self.base_url}"\n{self.settings}'
        self.root.joinpath("sitegen.toml").write_text(text, "utf-8")
        self.run("build")

    def run(self, *words: str) -> None:
        moment = self.now.isoformat()
        assert main([*words, "-q", "-s", str(self.root), "--as-of", moment]) == 0

    # ------------------------------------------------------------ texts

    def _found(self) -> str:
        case = str(_FIRST_CASE + len(self.cases))
        self.cases.append(case)
        return case

    def _event_of(self, case: str) -> int:
        return (int(case) - _FIRST_CASE) // _REPORTS

    def _tell(self, case: str) -> Story:
        """Return the report of a case: two of three say on which day it was written."""
        number = int(case) - _FIRST_CASE
        event = make_event(self._grammar, number // _REPORTS, _CORPUS)
        story = write_story(self._grammar, event, number % _REPORTS)
        return replace(
            story,
            headline=f"{story.headline} in Case {case}",
            paragraphs=story.paragraphs[:_PARAGRAPHS],
            day=None if number % 3 else self.now.date(),
        )

    def _write(self, case: str, story: Story) -> None:
        self._files += 1
        text = lay_out(story, Dice("layout", self._files))
        path = self.root / "seeds" / f"{self._files:04}-{case}.txt"
        path.write_text(text, "utf-8")

    def _seeds_of(self, case: str) -> list[Path]:
        return sorted(self.root.joinpath("seeds").glob(f"*-{case}.txt"))
