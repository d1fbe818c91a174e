"""Checkers by other hands: Nu, html-validate, Mozilla's reader mode, Lighthouse, feedsmith."""

import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
# Where the checkers are installed: not in tests/, whose documents are tested.
_STORE = HERE.parents[1] / ".audit_cache"
SNIFFER = _STORE / "node_modules" / "html_codesniffer" / "build" / "HTMLCS.js"
VOCABULARY = _STORE / "node_modules" / "schema-dts"
_JAR = _STORE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
_RULES = {"root": True, "extends": ["html-validate:recommended"]}
# A page for lost addresses names its style sheet where the site will be, which is not this machine.
_ELSEWHERE = re.compile(r'/404\.html".*external stylesheet')


def fetch_checkers() -> None:
    """Install the checkers as they are locked, without running any script of theirs."""
    _STORE.mkdir(exist_ok=True)
    scripts = (path.name for kind in ("*.js", "*.mjs") for path in HERE.glob(kind))
    for name in ("package.json", "package-lock.json", *scripts):
        shutil.copyfile(HERE / name, _STORE / name)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=_STORE, check=True)


def ask_nu(output: Path, names: Sequence[str]) -> list[str]:
    """Return the Nu checker's errors and warnings of pages, which it reads from a server."""
    with _serve(output) as root:
        allowed = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
        command = ["java", allowed, "-jar", str(_JAR), "--format", "gnu"]
        found = subprocess.run(
            [*command, *(root + name for name in names)],
            capture_output=True,
            text=True,
            check=False,
        )
    said = (found.stdout + found.stderr).splitlines()
    return [line for line in said if not _ELSEWHERE.search(line)]


def ask_html_validate(output: Path, names: Sequence[str]) -> list[str]:
    """Return what html-validate says by its recommended rules."""
    with TemporaryDirectory() as folder:
        rules = Path(folder) / "rules.json"
        rules.write_text(json.dumps(_RULES), encoding="utf-8")
        program = _STORE / "node_modules" / ".bin" / "html-validate"
        command = [str(program), "--config", str(rules), "--formatter", "json"]
        files = [str(output / name) for name in names]
        found = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
    return [
        f"{file['filePath']}:{message['line']}: {message['message']}"
        for file in json.loads(found.stdout)
        for message in file["messages"]
    ]


def ask_reader_mode(output: Path, names: Sequence[str]) -> tuple[int, list[str]]:
    """Return how many paragraphs articles have, and those that a reader mode would lose."""
    with TemporaryDirectory() as folder:
        listed = Path(folder) / "files.json"
        listed.write_text(json.dumps([str(output / name) for name in names]), encoding="utf-8")
        command = ["node", str(_STORE / "readability.js"), str(listed)]
        found = subprocess.run(command, capture_output=True, text=True, check=True)
    answer = json.loads(found.stdout)
    return answer["paragraphs"], answer["lost"]


def ask_lighthouse(output: Path, names: Sequence[str], chromium: str) -> list[str]:
    """Return which of its four scores of a page is less than 100, on a phone and a desktop."""
    with _serve(output) as root:
        command = ["node", str(_STORE / "lighthouse.mjs"), chromium]
        addresses = [root + name for name in names]
        found = subprocess.run([*command, *addresses], capture_output=True, text=True, check=True)
    missed: list[str] = json.loads(found.stdout)
    return missed


def ask_feedsmith(output: Path) -> tuple[int, list[str]]:
    """Return how many items all feeds have, and where it reads their three formats otherwise."""
    command = ["node", str(_STORE / "feedsmith.mjs"), str(output)]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    answer = json.loads(found.stdout)
    return answer["items"], answer["differing"]


@contextmanager
def _serve(output: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = partial(Quiet, directory=str(output))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_address[1]}/"
        http.shutdown()
