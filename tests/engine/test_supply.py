"""What is installed is what is locked: wheels alone, each with its hash, from the public registry.

The installer is locked like the rest: the pip that Python brings installs nothing but the pip named here.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[2]
APART = "requirements-zensical.txt"  # of an environment of its own, which shares no version with the others
FILES = sorted(path.name for path in ROOT.glob("requirements*.txt") if path.name != APART)
TEI = "tests/engine/schemas/tei-build.txt"
LOCKED: list[dict[str, Any]] = [
    package
    for package in tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    if "registry" in package["source"]
]


def addresses(value: object) -> Iterator[str]:
    """Every address that stands anywhere in the lock."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from addresses(inner)
    elif isinstance(value, str) and "://" in value:
        yield value


def requirements(name: str) -> dict[str, set[str]]:
    """The lines of a file of requirements, `name==version` → its hashes; nothing else may stand there."""
    found: dict[str, set[str]] = {}
    text = re.sub(r"(?m)^ *#.*\n", "", (ROOT / name).read_text("utf-8")).replace("\\\n", " ")
    for line in text.splitlines():
        pinned = re.fullmatch(
            r"([a-z0-9-]+==[^\s;]+)(?: ; [^\\]+?)?((?:\s+--hash=sha256:[0-9a-f]{64})+)\s*", line
        )
        assert pinned, f"{name}: {line}"
        found[pinned[1]] = set(re.findall(r"sha256:[0-9a-f]+", pinned[2]))
    return found


def test_the_lock_names_no_host_but_the_public_registry() -> None:
    """A mirror of the machine that locked would be asked by everybody."""
    hosts = {urlsplit(address).netloc for address in addresses(LOCKED)}
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


def test_the_lock_of_npm_has_hashes_and_names_no_other_host() -> None:
    locked = json.loads((ROOT / "tests/js/package-lock.json").read_text("utf-8"))["packages"]
    packages = [package for path, package in locked.items() if path]
    assert packages
    for package in packages:
        assert package.get("resolved", "https://registry.npmjs.org/").startswith(
            "https://registry.npmjs.org/"
        )
        assert package["integrity"].startswith("sha512-"), package


def test_every_package_has_a_wheel() -> None:
    """One that must be built would bring build tools that nobody has locked."""
    built = [package["name"] for package in LOCKED if not package.get("wheels")]
    assert built == [], "make installs with --only-binary :all:"


@pytest.mark.parametrize("name", [*FILES, TEI])
def test_what_is_installed_is_locked(name: str) -> None:
    """The exported files hold versions of the lock, with hashes of the lock."""
    locked = {
        f"{package['name']}=={package['version']}": {
            file["hash"] for file in [*package["wheels"], *([package["sdist"]] if "sdist" in package else [])]
        }
        for package in LOCKED
    }
    for pinned, hashes in requirements(name).items():
        assert hashes == locked[pinned], pinned


def test_another_publisher_is_locked_by_itself() -> None:
    """Each line has its hashes, and what is asked for is there."""
    held = requirements(APART)
    assert all(held.values())
    assert (ROOT / APART).with_suffix(".in").read_text("utf-8").strip() in held


def test_the_files_hold_all_that_is_locked_each_in_its_place() -> None:
    """The installer and the locker are no part of the reader, and the tests no part of the site."""
    held = {name: set(requirements(name)) for name in [*FILES, TEI]}
    assert {pinned.split("==")[0] for pinned in held["requirements-pip.txt"]} == {"pip"}
    assert {pinned.split("==")[0] for pinned in held["requirements-lock.txt"]} == {"uv"}
    assert {pinned.split("==")[0] for pinned in held[TEI]} == {"setuptools"}
    assert held["requirements.txt"] < held["requirements-dev.txt"]
    assert set().union(*held.values()) == {f"{one['name']}=={one['version']}" for one in LOCKED}


def test_everything_that_the_makefile_installs_goes_one_way() -> None:
    """With hashes and without building: a second way would be found by a fault some day."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    ways = [line for line in makefile.splitlines() if re.search(r"\b(pip|uv)\S* (-\S+ )*install\b", line)]
    assert len(ways) == 1
    assert ways[0].startswith("INSTALL := ")
    assert "--require-hashes --only-binary :all:" in ways[0]
    assert set(re.findall(r"\$\(INSTALL\) -r (\S+)", makefile)) == set(FILES)


def test_what_pip_runs_apart_is_locked_too() -> None:
    """To read a source archive pip fetches setuptools and runs it, the newest if nobody says which."""
    assert '"--build-constraint", str(BUILD)' in (ROOT / "tests/engine/tei_schema.py").read_text("utf-8")


def test_this_environment_was_made_by_the_locked_pip() -> None:
    """Neither the pip nor the setuptools that Python brings is left in it."""
    [pip] = requirements("requirements-pip.txt")
    assert f"pip=={version('pip')}" == pip
    with pytest.raises(PackageNotFoundError):
        version("setuptools")
