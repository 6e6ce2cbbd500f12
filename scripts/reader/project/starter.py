"""A new edition: the files of `starter/`, with what its editor has said of it filled in.

What editors and readers read stands there once for each language, in a folder of its name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from reader.model.version import VERSION
from reader.project import children, files
from reader.project.catalogues import offered

STARTER = Path(__file__).parents[1] / "starter"
FIELD = re.compile(r"\{\{(\w+)\}\}")
HIDDEN = ("gitignore", "gitattributes", "gitlab-ci.yml", "github/")  # as git and its hosts find them
HERE = "local.mk"  # what git does not keep: where the program is on this machine
LIMIT = 60  # seconds that git may take


def is_free(folder: Path) -> bool:
    """Whether a new edition can be written into a folder: it is not there yet, or empty."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def write(folder: Path, name: str, url: str, language: str, program: str) -> None:
    """Write the files of a language; `program` is what runs the command line on this machine."""
    for path, file in _files(language).items():
        raw = file.parent / "raw.txt"
        said = {
            "name": json.dumps(name, ensure_ascii=False)[1:-1] if file.suffix != ".md" else name,
            "site_url": f"site_url: {url}" if url else NO_URL,
            "engine": VERSION,
            "sha256": files.fingerprint(raw.read_bytes()) if raw.is_file() else "",
        }
        hidden = "." if path.startswith(HIDDEN) else ""
        files.write(folder / f"{hidden}{path}", _filled(file.read_text("utf-8"), said).encode())
    files.write(folder / HERE, f"READER := {program}\n".encode())


def _files(language: str) -> dict[str, Path]:
    """The files of a language and those that are the same for all, by where they come to stand."""
    found: dict[str, Path] = {}
    for file in sorted(path for path in STARTER.rglob("*") if path.is_file()):
        path = file.relative_to(STARTER)
        if path.parts[0] == language:
            found[path.relative_to(language).as_posix()] = file
        elif path.parts[0] not in offered():
            found[path.as_posix()] = file
    return found


NO_URL = "# site_url: https://bees.example/   # where the site will stand: links in citations begin with it"


def begin_history(folder: Path) -> str:
    """Let git keep the folder from now on; return what went wrong, or nothing."""
    return children.ended_well(["git", "init", "--quiet", str(folder)], LIMIT)


def _filled(text: str, said: Mapping[str, str]) -> str:
    return FIELD.sub(lambda found: said[found[1]], text)
