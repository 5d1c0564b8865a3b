#!/bin/sh
# Make or mend .venv, from whatever this machine has. With requirements files as arguments, install those too.
# Every way in which this can fail ends in one line that says what to do. Run from the course's folder.
set -u
log=.venv-setup.log

stop() {
    echo "$*" >&2
    exit 1
}

new_enough() { # does this Python run, and is it 3.11 or later? (a pyenv shim may be there and not run)
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

makes_venvs() { # Debian's python3 comes without the part that puts pip into a venv
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        new_enough "$PYTHON" || stop "PYTHON is set to '$PYTHON', which is not a Python 3.11 or later that runs. Set it to one that is, or unset it."
        python=$PYTHON
        return
    fi
    python=
    for name in python3.13 python3.12 python3.11 python3; do
        new_enough "$name" || continue
        [ -n "$python" ] || python=$name
        if makes_venvs "$name"; then
            python=$name
            return
        fi
    done
    [ -n "$python" ] || stop "This course needs Python 3.11 or later; $(python3 --version 2>/dev/null || echo 'no python3') was found here. Install a newer one (on Debian 12, Ubuntu 24.04 or later: apt-get install python3 python3-venv), or say PYTHON=/path/to/python3."
}

install_venv_package() {
    package=python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    else
        stop "Python's venv module is not complete here. Type: sudo apt-get install $package   (or ask who looks after this computer), then make again."
    fi
    command -v apt-get >/dev/null || stop "Python's venv module is not complete here, and there is no apt-get to mend it: install ensurepip for $python."
    echo "Installing $package, which Python needs to make an environment ..."
    { $as_root apt-get update -q && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends "$package"; } >"$log" 2>&1 ||
        stop "Could not install $package ($log says why). Connected to the internet? Else type: sudo apt-get install $package"
}

# Path and content, so that a folder that was moved, or a new list, is noticed; times say nothing after a clone.
stamp_of() {
    echo "$(pwd) $(cat pyproject.toml "$@" | cksum)"
}

install() { # install <name of the stamp> <requirements file>
    [ "$(cat ".venv/$1.stamp" 2>/dev/null)" = "$(stamp_of "$2")" ] && return
    echo "Installing what $2 lists into .venv (once; some minutes) ..."
    if ! .venv/bin/python -m pip install --disable-pip-version-check --quiet -r "$2" >"$log" 2>&1; then
        if grep -Eqi 'NewConnectionError|NameResolutionError|name resolution|unreachable|timed out|ConnectionError|ProxyError' "$log"; then
            stop "No connection to the Python package index. Setting up needs the internet once: connect, then make again. ($log has the details.)"
        fi
        stop "pip could not install what $2 lists: $(grep '^ERROR' "$log" | grep -v Ignored | head -n 1 | cut -c 1-150) ... ($log has the details.)"
    fi
    stamp_of "$2" >".venv/$1.stamp"
    rm -f "$log"
}

[ -w . ] || stop "This folder cannot be written to: $(pwd). Copy the course to a folder of your own, then make there."
# An environment remembers where it was made: in a folder that was moved it is of no use.
made_in=$(cut -d' ' -f1 .venv/requirements.stamp 2>/dev/null)
if [ -d .venv ] && { ! new_enough .venv/bin/python || { [ -n "$made_in" ] && [ "$made_in" != "$(pwd)" ]; }; }; then
    rm -rf .venv
fi
if [ -z "$made_in" ] && ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    find_python
    makes_venvs "$python" || install_venv_package
    rm -rf .venv
    "$python" -m venv .venv >"$log" 2>&1 || stop "$python could not make .venv ($log says why)."
fi
install requirements requirements.txt
for list in "$@"; do
    install "$(echo "$list" | tr / -)" "$list"
done
