"""A new site builds at once, its workflow is safe and does what it says, nothing is overwritten."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.app.cli import main
from sitegen.app.config import read_settings
from sitegen.app.init import FILES, STARTER, WORKFLOW

ROOT = Path(__file__).parents[2]
BASE_URL = "https://gazette.example/news/"
FULL_HASH = re.compile(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


@pytest.fixture
def begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    folder = tmp_path / "news"
    assert main(["init", str(folder), "-b", BASE_URL]) == 0
    capsys.readouterr()
    return folder


def test_a_new_site_builds_and_passes_the_strictest_check(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "-s", str(begun), "--strict"]) == 0
    assert main(["check", "-s", str(begun), "--strict"]) == 0

    assert " 0 errors, 0 warnings" in capsys.readouterr().out
    assert (begun / "output" / "about" / "index.html").is_file()


def test_each_file_is_named_and_so_is_the_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "news"

    assert main(["init", str(folder)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        *(f"{folder / path}: written" for path in FILES),
        (
            f"next: set title and base_url in {folder / 'sitegen.toml'}, "
            f"then 'sitegen build -s {folder}'"
        ),
        f"for GitHub Pages: say in {folder / WORKFLOW} where sitegen comes from",
    ]


def test_an_address_that_was_named_need_not_be_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "news"

    assert main(["init", str(folder), "-b", "https://harbour.example/"]) == 0

    told = capsys.readouterr().out
    assert f"next: set title in {folder / 'sitegen.toml'}, then 'sitegen build" in told


def test_the_next_command_can_be_pasted_wherever_the_folder_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "my news"]) == 0
    assert "`sitegen build -s 'my news'`" in capsys.readouterr().out
    assert main(["init", ""]) == 0
    assert "'sitegen build'\n" in capsys.readouterr().out


def test_what_is_there_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sitegen.toml").write_text("# mine\n", encoding="utf-8")
    (tmp_path / ".gitignore").symlink_to("nowhere")

    assert main(["init", str(tmp_path), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["kept"] == ["sitegen.toml", ".gitignore"]
    assert (tmp_path / "sitegen.toml").read_text(encoding="utf-8") == "# mine\n"
    assert not (tmp_path / "nowhere").exists()


def test_a_site_that_has_articles_gets_no_sample(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(site)]) == 0

    told = capsys.readouterr().out
    assert ("set title" in told) == (f"{site / 'sitegen.toml'}: written" in told)
    assert not (site / "seeds" / "sample.txt").exists()
    assert (site / WORKFLOW).is_file()


def test_a_second_time_nothing_changes(begun: Path) -> None:
    before = {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()}

    assert main(["init", str(begun)]) == 0

    assert {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()} == before


def test_the_address_is_stated_where_it_is_known_and_shown_as_an_example_where_not(
    begun: Path, tmp_path: Path
) -> None:
    assert read_settings(begun / "sitegen.toml").base_url == BASE_URL
    assert main(["init", str(tmp_path / "other")]) == 0
    assert '# base_url = "https://OWNER' in (tmp_path / "other" / "sitegen.toml").read_text()


def test_every_example_in_the_configuration_is_one_that_works(begun: Path) -> None:
    config = begun / "sitegen.toml"
    text = config.read_text(encoding="utf-8")

    config.write_text(re.sub(r"^# (?=\[|\w+ = |\")", "", text, flags=re.MULTILINE))

    assert read_settings(config).feed_items == 50


def test_a_file_in_the_way_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()

    assert main(["init", str(tmp_path / "file")]) == 2
    assert capsys.readouterr().err == f"sitegen: {tmp_path}/file: is no folder; name another one\n"


def test_an_address_that_is_none_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "news"), "-b", "gazette.example"]) == 2
    assert "--base-url: 'gazette.example' is no web address" in capsys.readouterr().err
    assert not (tmp_path / "news").exists()


def read_workflow() -> dict[str, Any]:
    # YAML 1.1 takes the key "on" for true.
    return dict(yaml.safe_load((STARTER / "pages.yml").read_text(encoding="utf-8")))


def list_uses(text: str) -> list[str]:
    return re.findall(r"uses: (.*)", text)


def test_actions_are_pinned_by_full_hash_with_their_version_and_as_in_our_own_workflow() -> None:
    uses = list_uses((STARTER / "pages.yml").read_text(encoding="utf-8"))
    ours = list_uses((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))

    assert [one for one in uses if not FULL_HASH.fullmatch(one)] == []
    known = {one.partition("@")[0]: one for one in ours}
    assert [one for one in uses if known.get(one.partition("@")[0], one) != one] == []


def test_each_job_may_do_what_it_needs_and_no_more() -> None:
    workflow = read_workflow()

    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "read", "pages": "read"},
        "record": {"contents": "write"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "values come in by the environment"
            if "actions/checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def find_script(job: str, name: str) -> str:
    [step] = [step for step in read_workflow()["jobs"][job]["steps"] if step.get("name") == name]
    return str(step["run"])


class Runner:
    """Runs steps of the workflow as GitHub does, in a clone, with a repository to push to."""

    def __init__(self, begun: Path, folder: Path) -> None:
        self.site = begun
        self.remote = folder / "remote.git"
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "BASE_URL": BASE_URL,
            "RUNNER_TEMP": str(begun),
            "PYTHONPATH": str(ROOT),
            "TOKEN": "t",
            "GITHUB_REPOSITORY": "owner/news",
            "GITHUB_REF": "refs/heads/main",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{self.remote}.insteadOf",
            "GIT_CONFIG_VALUE_0": "https://x-access-token:t@github.com/owner/news.git",
        }
        self.git("init", "--quiet", "--bare", "--initial-branch=main", str(self.remote))
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("add", "--all")
        self.git("-c", "user.name=A", "-c", "user.email=a@a.example", "commit", "-qm", "Begin")
        self.git("push", "--quiet", str(self.remote), "main")
        program = begun / ".program" / ".venv" / "bin" / "python"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
        program.chmod(0o755)

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.site,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def run(self, job: str, name: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", find_script(job, name)],
            cwd=self.site,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )


def test_the_steps_of_the_workflow_build_check_and_commit_what_is_new(
    begun: Path, tmp_path: Path
) -> None:
    runner = Runner(begun, tmp_path)

    for name in ("Build", "Check", "Note what is new in content/"):
        done = runner.run("build", name)
        assert done.returncode == 0, done.stdout + done.stderr
    runner.git("reset", "--quiet", "--hard")  # the next job begins with what is in the repository
    runner.git("clean", "--quiet", "--force", "-d", "content")
    assert not list((begun / "content").rglob("lamp-*.md"))
    done = runner.run("record", "Commit and push")
    assert done.returncode == 0, done.stdout + done.stderr

    pushed = runner.git(
        "--git-dir", str(runner.remote), "show", "--name-only", "--format=%s", "main"
    )
    assert pushed.startswith("Record new and changed pages\n")
    assert "content/articles/lamp-post-moves-three-metres-street-follows.md" in pushed
    assert "content.patch" not in pushed


def test_where_content_is_as_it_was_nothing_is_committed(begun: Path, tmp_path: Path) -> None:
    runner = Runner(begun, tmp_path)
    (begun / "content.patch").write_bytes(b"")

    done = runner.run("record", "Commit and push")

    assert (done.returncode, done.stdout) == (0, "content/ is as it was\n")


def test_a_quarantined_seed_does_not_keep_the_rest_from_being_published(
    begun: Path, tmp_path: Path
) -> None:
    runner = Runner(begun, tmp_path)
    (begun / "seeds" / "broken.jsonl").write_text("{\n", encoding="utf-8")

    assert runner.run("build", "Build").returncode == 0
    (begun / "sitegen.toml").write_text("nonsense = 1\n", encoding="utf-8")
    assert runner.run("build", "Build").returncode == 1
