"""Files of an edition whose names nothing reads: most are slips, and what they say would be lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from reader.model.problems import Problem

OF_A_TEXT = ("raw.txt", "source.toml", "corrections.toml", "citations.toml", "notes.md", "anchors.lock")
OF_AN_EDITION = (
    *("glossary.toml", "moved.toml", "references.bib", "references.json", "references.ris"),
    *("mkdocs.yml", "pyproject.toml", "words.po", "addresses.lock", "docs.lock"),
)


def strays(root: Path, folders: Iterable[Path]) -> Iterator[Problem]:
    """Yield the files of the edition and its texts that are called nearly as one that is read (S17)."""
    for folder, known in [(root, OF_AN_EDITION), *((one, OF_A_TEXT) for one in folders)]:
        for file in sorted(folder.iterdir()) if folder.is_dir() else ():
            meant = _meant(file.name, known)
            if meant and file.is_file():
                path = file.relative_to(root).as_posix()
                yield Problem(path, 1, "S17", "nothing reads a file of this name", f"perhaps {meant}")


def _meant(name: str, known: Iterable[str]) -> str:
    """The name that was meant, or nothing where the file may be anything."""
    if name in known:
        return ""
    near = get_close_matches(name.lower(), known, 1, 0.85)
    return near[0] if near else ""
