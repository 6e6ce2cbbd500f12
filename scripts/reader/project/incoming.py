"""Files that come in: read from anywhere on the disk, and written into a project as a text of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from reader.model.generated import DEVICES
from reader.project import files, journal
from reader.project.journal import Change
from reader.project.load import SLUG, TAKEN

BIBLIOGRAPHY = "references.bib"
ENTRY = re.compile(r"^\s*@\w+\s*[{(]\s*([^\s,]+)\s*,", re.MULTILINE)
LARGEST = 500_000_000  # bytes: no text is as large


class Unreadable(Exception):
    """A file that cannot be taken in: the message says why."""


def read(path: Path) -> bytes:
    """Return the bytes of a file, or raise `Unreadable`."""
    try:
        if path.is_dir():
            raise Unreadable("is a folder: name a file, or take all in with new --batch")
        if path.stat().st_size > LARGEST:
            raise Unreadable("is larger than any text")
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable("is not there") from None
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror or error}") from None
    except ValueError:
        raise Unreadable("is no name of a file") from None


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder and of those in it, in order, without hidden ones."""
    return [folder / name for name in files.files_below(folder, ".")]


def slug_of(path: Path, taken: set[str]) -> str:
    """Return a name for a text from the name of its file, which no other has."""
    plain = unicodedata.normalize("NFKD", path.stem).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall(r"[a-z0-9]+", plain)) or "text"
    base = f"{base}-text" if base in TAKEN | DEVICES else base
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def is_slug(slug: str) -> bool:
    """Whether a text can have a name."""
    return bool(SLUG.fullmatch(slug)) and slug not in TAKEN | DEVICES


def slugs(root: Path) -> set[str]:
    """Return the names of the texts of a project, in small letters, since some disks know no others."""
    folder = root / "sources"
    return {path.name.lower() for path in folder.iterdir()} if folder.is_dir() else set()


def bibliography(root: Path) -> str:
    """Return the text of the bibliography, empty where there is none."""
    file = root / BIBLIOGRAPHY
    return file.read_bytes().decode("utf-8", "surrogateescape") if file.is_file() else ""


def text(root: Path, path: str) -> str:
    """Return the text of a file of a project, empty where there is none."""
    file = root / path
    return files.decoded(file.read_bytes()) if file.is_file() else ""


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder."""
    return path.is_dir()


def keys(bibtex: str) -> set[str]:
    """Return the keys of the entries of a bibliography, however they are written."""
    return set(ENTRY.findall(bibtex))


def write(root: Path, made: Mapping[str, bytes]) -> None:
    """Write new files, and the bibliography anew, all of them or none."""
    changes = [
        Change(path, files.standing(root / path), files.fingerprint(data)) for path, data in made.items()
    ]
    journal.refuse_links(root, list(made))
    journal.begin(root)
    for path, data in made.items():
        journal.stage(root, path, data)
    journal.commit(root, changes)
