"""Read a project from the disk: the only module that reads what an editor writes.

    sources/<slug>/{raw.txt, source.toml, corrections.toml, citations.toml, notes.md, anchors.lock}
    glossary.toml   references.bib   pyproject.toml (the edition)   mkdocs.yml (the address of the site)
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, get_args

import yaml

from reader.model import At, CitationsFile, CorrectionsFile, GlossaryFile, Note, NoteKind, Source, SourceFile
from reader.problems import Problem
from reader.schema import parse

T = TypeVar("T")

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NOTE = re.compile(r"##\s+(\S+)\s+[“\"](.+)[”\"]\s*")
KIND = re.compile(r"kind:\s*(\S+)\s*")


@dataclass(frozen=True, slots=True)
class Project:
    """All that lies on the disk, decoded; `bibtex` is the text of `references.bib`."""

    root: Path
    sources: tuple[Source, ...]
    glossary: GlossaryFile
    bibtex: str
    edition: str
    site_url: str
    style: str


def load(root: Path) -> tuple[Project, list[Problem]]:
    """Return the project at `root` and the problems of its files."""
    problems: list[Problem] = []
    glossary = _toml(GlossaryFile, root, "glossary.toml", problems) or GlossaryFile(at=At("glossary.toml", 1))
    bibtex = _text(root, "references.bib", problems)
    sources: list[Source] = []
    folders = sorted(path for path in (root / "sources").glob("*") if path.is_dir())
    if not folders:
        hint = "a text is a folder of sources/ with raw.txt and source.toml"
        problems.append(Problem("sources", 1, "S11", "there is no text", hint))
    for folder in folders:
        source = _source(root, folder, problems)
        if source:
            sources.append(source)
    settings = _settings(root)
    project = Project(
        root,
        tuple(sources),
        glossary,
        bibtex,
        str(settings.get("edition", "1")),
        _site_url(root),
        str(settings.get("style", "chicago-author-date")),
    )
    return project, problems


def _source(root: Path, folder: Path, problems: list[Problem]) -> Source | None:
    path = f"sources/{folder.name}"
    if not SLUG.fullmatch(folder.name):
        message = f"“{folder.name}” is no name for a text"
        problems.append(Problem(path, 1, "S11", message, "lower-case letters, digits and hyphens"))
        return None
    raw = folder / "raw.txt"
    if not raw.is_file():
        problems.append(Problem(f"{path}/raw.txt", 1, "S11", "there is no raw text", "put the text as received here"))
    about = _toml(SourceFile, root, f"{path}/source.toml", problems)
    corrections = _toml(CorrectionsFile, root, f"{path}/corrections.toml", problems, optional=True)
    citations = _toml(CitationsFile, root, f"{path}/citations.toml", problems, optional=True)
    notes = _notes(f"{path}/notes.md", _text(root, f"{path}/notes.md", problems, optional=True), problems)
    ledger = _text(root, f"{path}/anchors.lock", problems, optional=True)
    if about is None or not raw.is_file():
        return None
    return Source(
        folder.name,
        raw.read_bytes(),
        about,
        corrections or CorrectionsFile(at=At(f"{path}/corrections.toml", 1)),
        citations.citation if citations else (),
        notes,
        ledger,
    )


def _text(root: Path, path: str, problems: list[Problem], *, optional: bool = False) -> str:
    file = root / path
    if not file.is_file():
        if not optional:
            problems.append(Problem(path, 1, "S11", "the file is missing"))
        return ""
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(Problem(path, line, "S02", f"byte 0x{data[error.start]:02x} is not UTF-8"))
        return ""


def _toml(
    cls: type[T], root: Path, path: str, problems: list[Problem], *, optional: bool = False
) -> T | None:
    known = len(problems)
    text = _text(root, path, problems, optional=optional)
    if len(problems) > known or (optional and not text):
        return None
    value, found = parse(cls, path, text)
    problems += found
    return value


def _notes(path: str, text: str, problems: list[Problem]) -> tuple[Note, ...]:
    """Read `## p12 “lemma”`, `kind: since`, and the Markdown up to the next such heading."""
    notes: list[Note] = []
    rows = text.split("\n")
    heads = [number for number, row in enumerate(rows) if row.startswith("## ")]
    for head, end in zip(heads, [*heads[1:], len(rows)], strict=True):
        at = At(path, head + 1)
        match = NOTE.fullmatch(rows[head])
        if not match:
            hint = "write ## p12 “words of the passage”"
            problems.append(Problem(path, at.line, "N01", f"“{rows[head]}” is no heading of a note", hint))
            continue
        body = [row for row in rows[head + 1 : end] if not row.startswith("<!--")]
        while body and not body[0].strip():
            body.pop(0)
        kind = KIND.fullmatch(body[0]) if body else None
        if not kind or kind[1] not in get_args(NoteKind):
            hint = f"write kind: and one of {', '.join(get_args(NoteKind))} under the heading"
            problems.append(Problem(path, at.line, "N01", f"the note on “{match[2]}” has no known kind", hint))
            continue
        words = "\n".join(body[1:]).strip()
        if not words:
            problems.append(Problem(path, at.line, "N01", f"the note on “{match[2]}” says nothing"))
            continue
        notes.append(Note(match[1], match[2], kind[1], words, at))  # type: ignore[arg-type]
    return tuple(notes)


def _settings(root: Path) -> dict[str, object]:
    """The `[tool.reader]` table of pyproject.toml, if there is one."""
    file = root / "pyproject.toml"
    if not file.is_file():
        return {}
    table = tomllib.loads(file.read_text("utf-8")).get("tool", {}).get("reader", {})
    return dict(table)


def _site_url(root: Path) -> str:
    """The `site_url` of mkdocs.yml, with a slash at its end; tags of MkDocs in that file are not read."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        return "/"
    found = re.search(r"^site_url:\s*(\S+)", file.read_text("utf-8"), re.MULTILINE)
    url = str(yaml.safe_load(found[1])) if found else "/"
    return url if url.endswith("/") else url + "/"
