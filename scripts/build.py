#!/usr/bin/env python3
"""The command line in a checkout: any Python starts it, and it finds the one that has the packages."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
PLACES = (".venv/bin/python", ".venv/Scripts/python.exe")
NOT_YET = """\
build.py: the packages that it needs are not here yet, and there is no .venv with them — type:
  make -C {checkout} site
or, where there is no make:
  python3 -m venv {checkout}/.venv
  {checkout}/.venv/bin/python -m pip install --require-hashes -r {checkout}/requirements.txt
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one verb and return its exit code."""
    from reader import command_line  # noqa: PLC0415  # it is written for newer Pythons than may start this

    return command_line.main(arguments, called())


def called() -> str:
    """Return what can be typed to call the command line again from here."""
    here = os.path.relpath(__file__)  # a path upwards, too
    return f"{'py' if os.name == 'nt' else 'python3'} {here}"


def packages() -> bool:
    """Return whether this Python has the packages of the reader."""
    return (
        sys.version_info >= (3, 11) and find_spec("material") is not None and find_spec("regex") is not None
    )


def elsewhere() -> Path | None:
    """Return the Python of the environment that `make` has set up, if there is one and this is not it."""
    found = [CHECKOUT / place for place in PLACES if (CHECKOUT / place).exists()]
    return next((one for one in found if Path(sys.prefix) != one.parents[1]), None)


def started() -> int:
    """Run the command line here if the packages are, and else in the environment that has them."""
    if packages():
        return main()
    python = elsewhere()
    if python is None:
        print(NOT_YET.format(checkout=os.path.relpath(CHECKOUT)), file=sys.stderr, end="")
        return 2
    command = [str(python), __file__, *sys.argv[1:]]
    if os.name == "nt":
        return subprocess.call(command)
    os.execv(command[0], command)  # never returns: it is this program, in another Python
    return 2


if __name__ == "__main__":
    sys.exit(started())
