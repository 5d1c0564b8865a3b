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

# What an environment was made of: content, because times say nothing after a clone.
stamp_of() {
    cat pyproject.toml "$@" | cksum
}

why_pip_failed() {
    if grep -Eqi 'CERTIFICATE_VERIFY_FAILED|SSLError|certificate verify failed' "$log"; then
        stop "This network looks into secure connections, as many offices' do, and Python does not know its certificate. Ask who runs the network for the certificate file, then type: export PIP_CERT=/path/to/that/file   and make again. Or set up at home. ($log has the details.)"
    fi
    if grep -Eqi 'failed: 407|Proxy Authentication Required' "$log"; then
        stop "This network's proxy asks for a name and a password. Type: export HTTPS_PROXY=http://name:password@proxy:port   and make again; who runs the network can tell you the rest. ($log has the details.)"
    fi
    if grep -Eqi 'NewConnectionError|NameResolutionError|name resolution|unreachable|timed out|ConnectionError|ProxyError' "$log"; then
        stop "No connection to the Python package index. Setting up needs the internet once: connect, then make again. ($log has the details.)"
    fi
    stop "pip could not install what $1 lists: $(grep 'ERROR' "$log" | grep -v Ignored | head -n 1 | sed 's/^ *//' | cut -c 1-150) ... ($log has the details.)"
}

install() { # install <requirements file>
    stamp=.venv/$(echo "$1" | tr / -).stamp
    [ "$(cat "$stamp" 2>/dev/null)" = "$(stamp_of "$1")" ] && return
    echo "Installing what $1 lists into .venv (once; some minutes) ..."
    # Not quiet: pip's reasons are among what it says by the way.
    .venv/bin/python -m pip install --disable-pip-version-check --no-input --progress-bar off -r "$1" >"$log" 2>&1 || why_pip_failed "$1"
    stamp_of "$1" >"$stamp"
    rm -f "$log"
}

[ -w . ] || stop "This folder cannot be written to: $(pwd). Copy the course to a folder of your own, then make there."
# An environment remembers where it was made: in a folder that was moved it is of no use.
if [ -d .venv ] && { ! new_enough .venv/bin/python || [ "$(cat .venv/made-in 2>/dev/null)" != "$(pwd)" ]; }; then
    rm -rf .venv
fi
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    find_python
    makes_venvs "$python" || install_venv_package
    rm -rf .venv
    "$python" -m venv .venv >"$log" 2>&1 || stop "$python could not make .venv ($log says why)."
    pwd >.venv/made-in
fi
install requirements.txt
for list in "$@"; do
    install "$list"
done
