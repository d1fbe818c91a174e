"""Make .venv hold the locked requirements, and nothing else; do nothing where it already does.

Called by tools/setup.sh with the Python that is to be used:

    bootstrap.py probe               can this Python be used? prints what stands against it
    bootstrap.py check FILE...       does .venv hold just these requirement files?
    bootstrap.py install FILE...     make it so

The stamp in .venv is taken away before the first change and written after the last one, so a
set-up that was killed has no stamp and begins anew.  A lock that the kernel drops when its holder
dies keeps two set-ups apart.  Standard library only, in words that every Python can read: an old
one must get far enough to say that it is too old.
"""

import os
import sys

OLDEST = (3, 11)
VENV = ".venv"
PYTHON = os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "sitegen-setup.txt")
BUILD = "requirements-build.txt"
PIP_FAILED = (
    "pip could not install %s (see above): connect this machine, or point PIP_INDEX_URL or"
    " PIP_FIND_LINKS to a place that has the packages, and run this again"
)
SLOW = "this takes a while the first time"


def main(arguments):
    """Do what the first argument says; the exit status tells how it went."""
    command, files = arguments[0], arguments[1:]
    if command == "probe":
        obstacle = find_obstacle()
        sys.stdout.write(obstacle)
        return 1 if obstacle else 0
    if command == "check":
        return 0 if is_ready(files) else 1
    return install(files)


def find_obstacle():
    """What stands against this Python, in a few words; nothing when it can be used."""
    if sys.version_info < OLDEST:
        return "is Python %d.%d" % sys.version_info[:2]
    from importlib.util import find_spec

    for module in ("venv", "ensurepip"):
        if find_spec(module) is None:
            return "has no %s module" % module
    return ""


def is_ready(files):
    """Whether the stamp names these files as they are now, and this Python."""
    present = read_stamp()
    return present[:1] == [describe_python()] and all(digest(name) in present for name in files)


def read_stamp():
    """The lines of the stamp; none where there is no stamp."""
    try:
        with open(STAMP) as stamp:
            return stamp.read().splitlines()
    except (IOError, OSError, ValueError):
        return []


def describe_python():
    """What packages depend on: another kind of Python or machine needs other ones."""
    return "%s %s %s" % (sys.implementation.cache_tag, sys.platform, os.uname()[4])


def digest(name):
    """The line that stands in the stamp for this requirement file."""
    from hashlib import sha256

    with open(name, "rb") as requirements:
        return "%s %s" % (name, sha256(requirements.read()).hexdigest())


def install(files):
    """Wait for the lock, then set up what is still missing."""
    import fcntl

    lock = os.open(__file__, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        say("waiting for another set-up of .venv to end")
        fcntl.flock(lock, fcntl.LOCK_EX)
    if is_ready(files) and runs():
        return 0
    try:
        return set_up(files, lock)
    except OSError as error:
        return fail("cannot write .venv (%s): remove it, or make this folder writable" % error)


def runs():
    """Whether the Python in .venv starts: it does not when the one it was made with is gone."""
    from subprocess import DEVNULL, call

    try:
        return call([PYTHON, "-I", "-S", "-c", ""], stdout=DEVNULL, stderr=DEVNULL) == 0
    except OSError:
        return False


def set_up(files, lock):
    """Make .venv anew, or add to it where all that it holds is still right."""
    say("setting up .venv for %s (%s)" % (" and ".join(files), SLOW))
    held = read_stamp()
    wanted = [describe_python()] + [digest(name) for name in [BUILD] + files]
    still_right = bool(held) and held[0] == wanted[0] and all_current(held[1:]) and runs()
    remove_stamp()
    if not still_right:
        held = []
        remove_venv()
        os.mkdir(VENV)  # where that fails, the error names the reason better than venv does
        base = getattr(sys, "_base_executable", sys.executable)
        if not run([base, "-I", "-m", "venv", VENV], lock):
            return fail(
                "this Python could not make .venv (see above): name another one with PYTHON=..."
            )
    pip = [PYTHON, "-I", "-m", "pip", "install", "--quiet", "--require-hashes"]
    pip += ["--no-build-isolation"]  # what builds our packages is locked too, in BUILD
    # The files name every package.  Left to resolve them again, pip takes the newest release of
    # one that is asked for with an extra (coverage[toml]), and refuses it for want of a hash.
    pip += ["--no-deps"]
    for name in [BUILD] + files:
        if digest(name) not in held and not run(pip + ["-r", name], lock):
            return fail(PIP_FAILED % name)
    write_stamp(wanted[:1] + sorted(set(wanted[1:] + held[1:])))
    return 0


def all_current(lines):
    """Whether every requirement file that was installed is still the same."""
    names = [line.split(" ")[0] for line in lines]
    return all(os.path.exists(name) for name in names) and lines == [digest(n) for n in names]


def remove_stamp():
    """From here on .venv counts as not set up."""
    if os.path.lexists(STAMP):
        os.remove(STAMP)


def remove_venv():
    """Take away what is there, be it whole, half or a link to elsewhere."""
    from shutil import rmtree

    if os.path.islink(VENV) or os.path.isfile(VENV):
        os.remove(VENV)
    elif os.path.exists(VENV):
        rmtree(VENV)


def write_stamp(lines):
    """All at once: a stamp is there whole or not at all."""
    draft = STAMP + ".new"
    with open(draft, "w") as stamp:
        stamp.write("\n".join(lines) + "\n")
    os.rename(draft, STAMP)


def run(command, lock):
    """Run quietly; show everything it said where it failed.

    The child holds the lock as well: should we be killed, the next set-up waits for it.
    """
    from subprocess import DEVNULL, PIPE, STDOUT, Popen

    child = Popen(command, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, pass_fds=[lock])
    said = child.communicate()[0]
    if child.returncode != 0:
        sys.stderr.write(said.decode("utf-8", "replace"))
    return child.returncode == 0


def say(text):
    """One line to the person who waits."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def fail(text):
    """Say what is wrong and what to do; the exit status for that."""
    say("error: " + text)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
