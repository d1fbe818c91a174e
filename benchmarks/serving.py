"""How many pages a second the preview gives, beside that of Vite.

Run it by ``python -m benchmarks.serving --vite PATH``, with wrk (Debian has it) on the PATH and
Vite from npm. The load goes to both in turn, over the same article of the sample site.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
_ROUNDS, _SECONDS = 5, 5
_CONNECTIONS = (50, 500)
_PORTS = {"sitegen": 8123, "vite": 8124}
_RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
_ERRORS = re.compile(r"Socket errors: .*|Non-2xx or 3xx responses: \d+")
_PATIENCE_SECONDS = 60.0


def main() -> None:
    """Print the rates and their ratio for each number of connections."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    parser.add_argument("--vite", type=Path, required=True, help="the program of Vite")
    vite = parser.parse_args().vite.absolute()
    if not shutil.which("wrk"):
        raise SystemExit("wrk is not on the PATH; install it, such as by apt-get install wrk")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        site = Path(folder)
        shutil.copytree(ROOT / "seeds", site / "seeds")
        shutil.copy(ROOT / "sitegen.toml", site)
        sitegen = [sys.executable, "-m", "sitegen"]
        subprocess.run([*sitegen, "build", "-q", "-s", str(site)], cwd=ROOT, check=True)
        article = min(path.name for path in (site / "output" / "articles").iterdir())
        port = str(_PORTS["sitegen"])
        _start(running, [*sitegen, "serve", "-q", "-s", str(site), "--port", port], ROOT)
        port = str(_PORTS["vite"])
        options = ["--outDir", "output", "--port", port, "--host", "127.0.0.1"]
        _start(running, [str(vite), "preview", *options], site)
        urls = {
            name: f"http://127.0.0.1:{port}/articles/{article}/" for name, port in _PORTS.items()
        }
        for url in urls.values():
            _wait_for(url)
        for connections in _CONNECTIONS:
            _compare(urls, connections)


def _start(running: ExitStack, command: Sequence[str], folder: Path) -> None:
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    running.enter_context(process)
    running.callback(process.terminate)


def _wait_for(url: str) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until:
        with suppress(OSError), urllib.request.urlopen(url) as answer:  # noqa: S310 - our own
            answer.read()
            return
        time.sleep(0.1)
    raise SystemExit(f"{url} does not answer")


def _compare(urls: dict[str, str], connections: int) -> None:
    rates: dict[str, list[float]] = {name: [] for name in urls}
    for _ in range(_ROUNDS):
        for name, url in urls.items():
            told = subprocess.run(
                ["wrk", "-t1", f"-c{connections}", f"-d{_SECONDS}s", url],
                capture_output=True,
                check=True,
                text=True,
            ).stdout
            rates[name] += [float(rate) for rate in _RATE.findall(told)]
            for error in _ERRORS.findall(told):
                print(f"{name}, {connections} connections: {error}")
    medians = {name: statistics.median(found) for name, found in rates.items()}
    told = ", ".join(f"{name} {rate:,.0f}" for name, rate in medians.items())
    ratio = medians["sitegen"] / medians["vite"]
    print(f"{connections} connections, pages a second: {told}; ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
