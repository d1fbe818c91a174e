#!/bin/sh
# Make .venv hold the requirement files named, with the first Python that is good enough.
# PYTHON=... in the environment chooses another one.  Says nothing when there is nothing to do.
set -u
unset CDPATH
cd "${0%/*}/.." || exit 2

# -E and -S: neither the user's settings nor packages matter here, and it starts faster.
bootstrap() {
    python=$1
    shift
    "$python" -E -S tools/bootstrap.py "$@"
}

needs="sitegen needs Python 3.11 or newer with its venv module"
way_out="install one (on Debian or Ubuntu: apt-get install python3 python3-venv) or name one: make PYTHON=/path/to/python3"

if [ -n "${PYTHON:-}" ]; then
    if ! obstacle=$(bootstrap "$PYTHON" probe 2>/dev/null); then
        echo "error: $needs, and PYTHON=$PYTHON ${obstacle:-does not run}: name another one" >&2
        exit 2
    fi
    bootstrap "$PYTHON" install "$@"
    exit
fi

if [ -x .venv/bin/python ]; then
    bootstrap .venv/bin/python check "$@" 2>/dev/null && exit 0
fi

found=
for candidate in .venv/bin/python python3 python3.14 python3.13 python3.12 python3.11; do
    command -v "$candidate" >/dev/null 2>&1 || continue
    if obstacle=$(bootstrap "$candidate" probe 2>/dev/null); then
        bootstrap "$candidate" install "$@"
        exit
    fi
    [ -n "$obstacle" ] && found="${found:+$found, }$candidate $obstacle"
done
echo "error: $needs, and ${found:-there is no python3 here}: $way_out" >&2
exit 2
