"""How `pip` makes a wheel of the engine: the package `scripts/reader/`, under the name `annotated_reader`.

`reader` is the name of another project on PyPI, so what is installed is called `annotated_reader`; nothing
but the beginnings of imports is changed for it. pip asks this module (PEP 517); it needs no tool to build
with, and the same files give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import re
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "scripts" / "reader"
PACKAGE = "annotated_reader"
COMMAND = "annotated-reader"
IMPORT = re.compile(r"^(\s*(?:from|import) )reader(?=[. ])", re.MULTILINE)
DATE = (2020, 1, 1, 0, 0, 0)  # of every file in the archive
ENTRY = f"[console_scripts]\n{COMMAND} = {PACKAGE}.command_line:main\n"
WHEEL = """\
Wheel-Version: 1.0
Generator: annotated-reader
Root-Is-Purelib: true
Tag: py3-none-any
"""


def build_wheel(
    wheel_directory: str,
    config_settings: Mapping[str, Any] | None = None,  # noqa: ARG001
    metadata_directory: str | None = None,  # noqa: ARG001
) -> str:
    """Write the wheel into a folder and return its name."""
    project = _project()
    called = f"{PACKAGE}-{project['version']}"
    folder = f"{called}.dist-info"
    files = dict(_package()) | {
        f"{PACKAGE}/CHANGELOG.md": (ROOT / "CHANGELOG.md").read_bytes(),
        f"{folder}/METADATA": _metadata(project).encode(),
        f"{folder}/WHEEL": WHEEL.encode(),
        f"{folder}/entry_points.txt": ENTRY.encode(),
        f"{folder}/licenses/LICENSE": (ROOT / "LICENSE").read_bytes(),
    }
    record = f"{folder}/RECORD"
    rows = [f"{path},{_digest(data)},{len(data)}" for path, data in files.items()] + [f"{record},,"]
    name = f"{called}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory, name), "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, data in {**files, record: ("\n".join(rows) + "\n").encode()}.items():
            entry = zipfile.ZipInfo(path, DATE)
            entry.external_attr = 0o644 << 16
            wheel.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return name


def build_sdist(sdist_directory: str, config_settings: Mapping[str, Any] | None = None) -> str:
    """Refuse: the repository is the source."""
    raise NotImplementedError("the repository is the source: make a wheel")


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def _package() -> Iterator[tuple[str, bytes]]:
    """The files of the package, by their paths in the wheel."""
    for file in sorted(SOURCE.rglob("*")):
        path = file.relative_to(SOURCE).as_posix()
        if file.is_dir() or "__pycache__" in file.parts:
            continue
        data = file.read_bytes()
        if file.suffix == ".py":
            data = IMPORT.sub(rf"\1{PACKAGE}", data.decode()).encode()
        yield f"{PACKAGE}/{path}", data


def _metadata(project: Mapping[str, Any]) -> str:
    rows = [
        "Metadata-Version: 2.4",
        f"Name: {project['name']}",
        f"Version: {project['version']}",
        f"Summary: {project['description']}",
        f"License-Expression: {project['license']}",
        "License-File: LICENSE",
        f"Requires-Python: {project['requires-python']}",
        *(f"Requires-Dist: {one}" for one in project["dependencies"]),
        "Description-Content-Type: text/markdown",
        "",
        (ROOT / "README.md").read_text("utf-8"),
    ]
    return "\n".join(rows)


def _digest(data: bytes) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
