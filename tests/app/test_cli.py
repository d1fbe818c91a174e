import errno
import json
import os
import resource
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest

from sitegen import __version__
from sitegen.app import commands
from sitegen.app.answer import Answer
from sitegen.app.arguments import parse_arguments
from sitegen.app.cli import main
from sitegen.app.files import find_files
from sitegen.app.live import Live
from sitegen.app.lock import hold_lock
from tests.unmeasured import leave_unmeasured

ROOT = Path(__file__).parents[2]
COMMANDS = (
    *("init", "build", "ingest", "publish", "watch", "serve", "check", "ping", "doctor"),
    *("explain", "merge", "split", "stats", "noise", "tags", "words"),
)
NO_SITE = (
    "there is no site here; make a folder seeds/ with article files in it, "
    "or name the site's folder with -s/--source"
)
NO_ADDRESS = "is no web address; write it whole, such as 'https://example.org/news/'"
AS_OF = ("--as-of", "2024-06-20")
ADDRESS = ("-b", "https://example.org/news/")


def run(
    *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run sitegen as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=ROOT,
        env=os.environ | (environment or {}),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def complain(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Return exit status and standard error of a command that has nothing to say otherwise."""
    status = main(arguments)
    told = capsys.readouterr()
    assert told.out == ""
    return status, told.err


def test_help_lists_the_commands_that_exist_with_examples_and_exit_statuses(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--help"]) == 0

    told = capsys.readouterr().out
    listed = told.partition("COMMAND\n")[2].partition("options:")[0].splitlines()
    assert [line.split()[0] for line in listed if line[4:5].strip()] == [*COMMANDS]
    assert "examples:\n  sitegen build" in told
    assert "  3    done, but something was quarantined: it is named, with the way out" in told


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main([command, "--help"]) == 0

    assert f"examples:\n  sitegen {command}" in capsys.readouterr().out


def test_help_costs_little_time() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)

    assert run("--help").returncode == 0

    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent < (0.15 if "COVERAGE_PROCESS_CONFIG" not in os.environ else 1.0)


def test_help_imports_no_library_that_it_does_not_need() -> None:
    command = "import sys; from sitegen.app.cli import main; main(['--help']); print(*sys.modules)"

    told = subprocess.check_output([sys.executable, "-c", command], cwd=ROOT, text=True)

    imported = set(told.splitlines()[-1].split())
    assert imported & {"jinja2", "markdown", "lxml", "msgspec", "yaml", "watchdog"} == set()


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0

    assert capsys.readouterr().out == f"sitegen {__version__}\n"


def test_without_a_command_help_is_shown_and_the_usage_is_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, told = complain(capsys)

    assert status == 2
    assert told.startswith("usage: sitegen")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["buidl"], "unknown command 'buidl'; did you mean 'build'?"),
        (
            ["xyz"],
            "unknown command 'xyz'; known: " + ", ".join(sorted(COMMANDS)),
        ),
        (["-s", "x", "build"], "-s: the command comes first; see 'sitegen --help'"),
        (["build", "--drfats"], "unknown option '--drfats' of build; did you mean '--drafts'?"),
        (
            ["build", "--base-ulr=x"],
            "unknown option '--base-ulr=x' of build; did you mean '--base-url'?",
        ),
        (["build", "news"], "'news' is one word too many; see 'sitegen build --help'"),
        (["build", "--source"], "-s/--source: expected one argument; see 'sitegen build --help'"),
        (
            ["build", "-q", "-v"],
            "-v/--verbose: not allowed with argument -q/--quiet; see 'sitegen build --help'",
        ),
        (
            ["explain"],
            "the following arguments are required: SEED|PAGE; see 'sitegen explain --help'",
        ),
        (["build", "-s", "nowhere"], "nowhere: there is no such folder; check -s/--source"),
        (
            ["build", "-s", "/"],
            f"/: {NO_SITE}",
        ),
        (
            ["build", "--as-of", "now"],
            "--as-of: 'now' is not a time; write 2024-06-14 or 2024-06-14T09:30:00Z",
        ),
        (
            ["watch", "--base-url", "x"],
            f"--base-url: 'x' {NO_ADDRESS}",
        ),
        (
            ["build", "-w", "--verify"],
            "--verify: says something about one build; leave out --watch",
        ),
    ],
)
def test_wrong_usage_is_told_on_one_line_with_the_way_out(
    capsys: pytest.CaptureFixture[str],
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(site)

    assert complain(capsys, *arguments) == (2, f"sitegen: {message}\n")


def test_a_mistake_in_the_configuration_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    (site / "sitegen.toml").write_text("[site]\ntitel = 'x'", encoding="utf-8")

    assert complain(capsys, "build", "-s", str(site)) == (
        2,
        "sitegen: sitegen.toml: unknown key 'titel' in [site]; did you mean 'title'?\n",
    )


def test_another_configuration_may_be_named(
    capsys: pytest.CaptureFixture[str], site: Path, tmp_path: Path
) -> None:
    config = tmp_path / "other.toml"
    config.write_text("[site]\nbase_url = 'https://example.org/'", encoding="utf-8")

    assert main(["build", "-s", str(site), "-c", str(config), "-v", *AS_OF]) == 0

    assert capsys.readouterr().err == ""
    assert "https://example.org/" in (site / "output" / "rss.xml").read_text(encoding="utf-8")


def test_a_build_says_what_came_in_and_what_went_out(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    assert main(["build", "-s", str(site), *AS_OF]) == 0

    told = capsys.readouterr()
    files = sum(path.is_file() for path in (site / "output").rglob("*")) - 1
    assert told.err.startswith("sitegen.toml: warning: base_url is not set; ")
    assert told.out.startswith(
        "3 articles in 3 seeds: 2 new, 0 updated, 1 duplicate merged, 0 quarantined; "
        f"{files} files written, 0 unchanged, 0 removed; "
    )
    assert told.out.endswith(" s\n")


def test_a_build_without_dash_v_says_that_there_are_notes(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    main(["build", "-q", "-s", str(site), *AS_OF])
    capsys.readouterr()

    assert main(["build", "-s", str(site), *AS_OF]) == 0

    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.endswith(" s (1 note, shown with -v)\n")


def test_a_quiet_build_says_nothing(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    assert main(["build", "-q", "-s", str(site), *ADDRESS, *AS_OF]) == 0

    assert capsys.readouterr() == ("", "")


def test_a_verbose_build_says_its_notes(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    main(["build", "-q", "-s", str(site), *AS_OF])
    capsys.readouterr()

    assert main(["build", "-v", "-s", str(site), *AS_OF]) == 0

    told = capsys.readouterr()
    assert told.err == (
        "sitegen.toml: note: base_url is not set; feeds and lasting ids need it, "
        "so set it under [site] first\n"
    )
    assert told.out.endswith(" s\n")


def test_something_quarantined_is_named_and_ends_with_3(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    (site / "seeds" / "picture.txt").write_bytes(bytes(range(256)) * 20)

    assert main(["build", "-s", str(site), *AS_OF]) == 3

    told = capsys.readouterr()
    assert told.err.startswith("seeds/picture.txt: quarantined: ")
    assert ", 1 quarantined; " in told.out
    assert (site / "output" / "index.html").exists()


@pytest.mark.parametrize("name", ["picture.txt", "notes.doc"])
def test_strict_makes_a_failure_of_what_is_quarantined_or_warned_about(
    capsys: pytest.CaptureFixture[str], site: Path, name: str
) -> None:
    (site / "seeds" / name).write_bytes(bytes(range(256)) * 20)

    assert main(["build", "--strict", "-s", str(site), *ADDRESS, *AS_OF]) == 1

    assert capsys.readouterr().err.startswith(f"seeds/{name}: ")


def test_a_warning_alone_is_no_failure(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    (site / "seeds" / "notes.doc").touch()

    assert main(["build", "-s", str(site), *ADDRESS, *AS_OF]) == 0

    assert capsys.readouterr().err == (
        "seeds/notes.doc: warning: is not read; seeds are .txt, .md, .html, .json and "
        ".jsonl files, each also as .gz; rename or remove it\n"
    )


def test_json_is_one_object_with_version_and_exit_status(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    (site / "seeds" / "picture.txt").write_bytes(bytes(range(256)) * 20)

    status = main(["build", "--json", "-s", str(site), *AS_OF])

    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["command"], told["exit_status"]) == (1, "build", status)
    assert (told["ingest"]["articles"], told["ingest"]["new"]) == (3, 2)
    assert told["publish"]["written"] == told["publish"]["files"]
    assert [problem["place"] for problem in told["problems"]] == [
        "seeds/picture.txt",
        "sitegen.toml",
    ]
    assert isinstance(told["seconds"], float)


def test_an_error_is_json_too_where_json_is_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--json", "-s", "nowhere"]) == 2

    assert json.loads(capsys.readouterr().out) == {
        "version": 1,
        "sitegen": __version__,
        "command": "build",
        "exit_status": 2,
        "error": "nowhere: there is no such folder; check -s/--source",
    }


def test_ingest_and_publish_are_the_two_halves_of_build(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    assert main(["ingest", "-s", str(site), *AS_OF]) == 0
    assert not (site / "output").exists()
    assert main(["publish", "-s", str(site), *AS_OF]) == 0

    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("3 articles in 3 seeds: 2 new")
    assert " files written, 0 unchanged, 0 removed; " in second
    assert (site / "output" / "index.html").exists()


def test_a_verified_build_that_is_right_says_so(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    assert main(["build", "--verify", "-s", str(site), *ADDRESS, *AS_OF]) == 0

    assert capsys.readouterr().out.splitlines()[-1] == "verified: a clean build gives the same"


def test_a_verified_build_says_what_it_did_not_compare(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    assert main(["build", "-q", "-s", str(site), *ADDRESS, *AS_OF]) == 0
    (site / "output" / "index.html").write_text("mine", encoding="utf-8")

    assert main(["build", "--verify", "-s", str(site), *ADDRESS, *AS_OF]) == 0

    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "verified: a clean build gives the same, but for 1 of output/ that is kept"


def test_a_folder_that_is_refused_leaves_content_as_it_was(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    (site / "output").mkdir()
    (site / "output" / "thesis.txt").write_text("mine", encoding="utf-8")

    status, told = complain(capsys, "build", "-s", str(site), *ADDRESS, *AS_OF)

    assert status == 2
    assert "sitegen did not make what is in it (thesis.txt)" in told
    assert not (site / "content").exists()


def test_a_quiet_verified_build_says_nothing(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    assert main(["build", "--verify", "-q", "-s", str(site), *ADDRESS, *AS_OF]) == 0

    assert capsys.readouterr() == ("", "")


def test_stats_and_explain_answer_in_text(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    assert main(["stats", "-s", str(site), *AS_OF]) == 0
    assert main(["explain", "ferry.txt", "-s", str(site), *AS_OF]) == 0

    told = capsys.readouterr().out
    assert told.startswith("seeds         3\narticles      3\npages         2\n")
    assert "\nseeds/ferry.txt\n    1   1  title " in told


def test_noise_answers_in_text_and_for_machines_and_writes_nothing(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    assert main(["noise", "-s", str(site), *AS_OF]) == 0
    assert capsys.readouterr().out.endswith("sitegen's rules (1)\n     2  button\n")
    assert main(["noise", "--suggest", "--json", "-s", str(site), *AS_OF]) == 0

    answer = json.loads(capsys.readouterr().out)
    assert (answer["command"], answer["proposals"], answer["tables"]) == ("noise", [], [])
    assert not (site / "content").exists()


def test_a_file_in_the_way_is_told_with_the_way_out(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    (site / "content").write_bytes(b"not a folder")

    status, told = complain(capsys, "build", "-s", str(site), *AS_OF)

    assert status == 1
    assert told.startswith(f"sitegen: {site / 'content'}: ")
    assert told.endswith("something of another kind stands in the way; move it away\n")


def test_a_full_disk_is_told_with_the_way_out(
    capsys: pytest.CaptureFixture[str], site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_arguments: object) -> Answer:
        raise OSError(errno.ENOSPC, "No space left on device", "output/index.html")

    monkeypatch.setitem(commands.ANSWERS, "build", fail)

    status, told = complain(capsys, "build", "-s", str(site))

    assert status == 1
    assert told == (
        "sitegen: output/index.html: no space left on device; free some space and run the "
        "command again; nothing half-written is in place\n"
    )


def test_an_interrupted_command_ends_with_130(monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    def interrupt(_arguments: object) -> Answer:
        raise KeyboardInterrupt

    monkeypatch.setitem(commands.ANSWERS, "build", interrupt)

    assert main(["build", "-s", str(site)]) == 130


def test_an_interrupt_that_comes_out_as_another_error_is_still_one(
    monkeypatch: pytest.MonkeyPatch, site: Path
) -> None:
    def interrupt(_arguments: object) -> Answer:
        try:
            os.kill(os.getpid(), signal.SIGINT)
        except KeyboardInterrupt as error:  # as Python 3.11 does while a class is made
            raise RuntimeError("Error calling __set_name__") from error
        raise AssertionError("the signal was not heeded")

    monkeypatch.setitem(commands.ANSWERS, "build", interrupt)

    assert main(["build", "-s", str(site)]) == 130


def test_a_termination_in_the_middle_of_what_is_executed_has_its_own_status(
    tmp_path: Path, site: Path
) -> None:
    code = """
import os, signal, sys
from sitegen.app import commands
from sitegen.app.cli import main
commands.ANSWERS["stats"] = lambda _: exec("os.kill(os.getpid(), signal.SIGTERM)")
sys.exit(main())
"""
    (tmp_path / "stopped.py").write_text(code, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "stopped", "stats", "-s", str(site)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (told.returncode, told.stderr) == (143, "")


def test_an_interrupt_while_the_command_line_is_imported_ends_it_without_a_traceback(
    site: Path,
) -> None:
    code = """
import os, signal, sys
from sitegen.__main__ import start
def hear(event, arguments):
    if event == "import" and arguments[0] == "sitegen.app.arguments":
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(hear)
sys.exit(start())
"""
    told = subprocess.run(
        [sys.executable, "-c", code, "stats", "-s", str(site)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (told.returncode, told.stderr) == (-signal.SIGINT, "")


def run_in_shell(command: str, site: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of a shell, in which $0 is Python and $1 the site."""
    return subprocess.run(
        ["sh", "-c", command, sys.executable, str(site)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("streams", [">&-", "2>&-", ">&- 2>&-"])
def test_a_stream_that_was_closed_before_takes_nothing(site: Path, streams: str) -> None:
    command = f'"$0" -m sitegen stats -s "$1" {streams}'

    told = run_in_shell(command, site)

    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("option", ["", "--json"])
def test_a_full_disk_below_the_output_leaves_no_traceback(site: Path, option: str) -> None:
    command = f'"$0" -m sitegen stats -s "$1" {option} > /dev/full'

    told = run_in_shell(command, site)

    assert told.returncode != 0
    assert told.stderr.startswith("sitegen: disk: no space left on device")
    assert "Traceback" not in told.stderr


def test_a_reader_that_goes_away_leaves_no_traceback(site: Path) -> None:
    run("ingest", "-s", str(site))
    command = '"$0" -m sitegen explain ferry.txt --json -s "$1" | true'

    told = run_in_shell(command, site)

    assert told.stderr == ""


def test_letters_that_the_terminal_lacks_are_escaped(site: Path) -> None:
    (site / "seeds" / "señal.doc").touch()

    told = run("build", "-s", str(site), environment={"PYTHONIOENCODING": "ascii"})

    assert told.returncode == 0
    assert "se\\xf1al.doc" in told.stderr


def test_a_folder_that_cannot_be_written_still_tells_its_numbers(site: Path) -> None:
    run("build", "-s", str(site), *AS_OF)
    (site / ".sitegen" / "cache.sqlite").unlink()
    (site / ".sitegen" / "cache.sqlite").mkdir()

    told = run("build", "-v", "-s", str(site), *AS_OF)

    assert told.returncode == 0
    assert ".sitegen/cache.sqlite: note: cannot be opened" in told.stderr


def test_build_with_watch_is_watch(site: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "sitegen", "build", "-w", "-s", str(site), *AS_OF],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=leave_unmeasured(),
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)

        assert process.wait(timeout=10) == 130
    assert first.startswith("3 articles in 3 seeds: 2 new")


def test_a_watcher_waits_for_another_build_to_end(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    arguments = parse_arguments(["watch", "-s", str(site), *AS_OF])
    assert arguments is not None
    held = hold_lock(site / ".sitegen" / "lock")
    held.__enter__()
    Timer(2.0, held.__exit__, (None, None, None)).start()

    marks = {found.name: found.mark for found in find_files(site / "seeds")}
    with closing(Live(arguments)) as live:
        report = live.build(marks)

    assert report is not None
    assert capsys.readouterr().out.startswith("3 articles in 3 seeds: 2 new")


def test_where_the_time_went_is_said_to_people_and_to_machines(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    command = ("build", "-s", str(site), "--no-cache", "--timings", *AS_OF)
    assert main(command) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0].startswith("3 articles in 3 seeds")
    assert lines[-1].endswith(" s  in all")
    assert any(line.endswith(" s  reading seeds (3)") for line in lines)

    assert main([*command, "--json"]) == 0
    timings = json.loads(capsys.readouterr().out)["timings"]
    assert {"name", "seconds", "count"} == set(timings[0])
