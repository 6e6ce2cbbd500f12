"""Read a project from the disk: the only module that reads what an editor writes.

sources/<slug>/{raw.txt, source.toml, corrections.toml, citations.toml, notes.md, anchors.lock}
glossary.toml   references.bib   pyproject.toml (the edition)   mkdocs.yml (the address of the site)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeVar, get_args

import yaml

from reader.model import (
    Anchor,
    At,
    CitationsFile,
    CorrectionsFile,
    GlossaryFile,
    Note,
    NoteKind,
    Source,
    SourceFile,
)
from reader.model.problems import Problem
from reader.project.tables import parse

T = TypeVar("T")

GENERATED = frozenset({"texts", "terms", "apparatus", "cite", "bibliography.md"})
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TAKEN = frozenset({"index", "list", "changes", "schema"})  # pages beside those of the texts
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HEAD = re.compile(r"##(?!#)")
NOTE = re.compile(r"##\s+(\S+)\s+[“\"](.+)[”\"]\s*")
KIND = re.compile(r"kind:\s*(\S+)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What stands in the table `[tool.reader]` of pyproject.toml."""

    edition: str = "1"
    style: str = "chicago-author-date"
    at: At


@dataclass(frozen=True, slots=True)
class Project:
    """All that lies on the disk, decoded.

    `bibtex` is the text of `references.bib`, `documents` are the hand-written pages that quote passages.
    """

    root: Path
    sources: tuple[Source, ...]
    glossary: GlossaryFile
    bibtex: str
    settings: Settings
    documents: Mapping[str, str]
    site_url: str
    site_name: str

    @property
    def edition(self) -> str:
        """The edition that a new or reworded passage is said to appear in."""
        return self.settings.edition


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
    settings = _settings(root, problems)
    documents = _documents(root, problems)
    return Project(
        root, tuple(sources), glossary, bibtex, settings, documents=documents, **_site(root)
    ), problems


def _source(root: Path, folder: Path, problems: list[Problem]) -> Source | None:
    path = f"sources/{folder.name}"
    if not SLUG.fullmatch(folder.name) or folder.name in TAKEN:
        message = f"“{folder.name}” is no name for a text"
        hint = "lower-case letters, digits and hyphens, and not “index” or “list”"
        problems.append(Problem(path, 1, "S11", message, hint))
        return None
    raw = folder / "raw.txt"
    if not raw.is_file():
        problems.append(
            Problem(f"{path}/raw.txt", 1, "S11", "there is no raw text", "put the text as received here")
        )
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
            hint = "CONTRIBUTING.md says what it holds"
            problems.append(Problem(path, 1, "S11", "the file is missing", hint))
        return ""
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        problems.append(Problem(path, line, "S02", message, "save the file as UTF-8"))
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
    rows = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text).split("\n")
    heads = [number for number, row in enumerate(rows) if HEAD.match(row)]
    stray = next((number for number, row in enumerate(rows[: min(heads, default=None)]) if row.strip()), None)
    if stray is not None:
        hint = "write ## p12 “words of the passage” above it"
        problems.append(Problem(path, stray + 1, "N01", f"“{rows[stray][:40]}” belongs to no note", hint))
    for head, end in pairwise([*heads, len(rows)]):
        at = At(path, head + 1)
        match = NOTE.fullmatch(rows[head])
        passage = Anchor.parse(match[1]) if match else None
        if not match or passage is None:
            hint = "write ## p12 “words of the passage”"
            problems.append(Problem(path, at.line, "N01", f"“{rows[head]}” is no heading of a note", hint))
            continue
        body = rows[head + 1 : end]
        while body and not body[0].strip():
            body.pop(0)
        kind = KIND.fullmatch(body[0]) if body else None
        if not kind or kind[1] not in get_args(NoteKind):
            hint = f"write kind: and one of {', '.join(get_args(NoteKind))} under the heading"
            problems.append(
                Problem(path, at.line, "N01", f"the note on “{match[2]}” has no known kind", hint)
            )
            continue
        words = "\n".join(body[1:]).strip()
        if not words:
            message, hint = f"the note on “{match[2]}” says nothing", "write it below its kind, or drop it"
            problems.append(Problem(path, at.line, "N01", message, hint))
            continue
        notes.append(Note(passage, match[2], kind[1], words, at))  # type: ignore[arg-type]
    return tuple(notes)


def _documents(root: Path, problems: list[Problem]) -> dict[str, str]:
    """The hand-written pages that quote passages, by their paths below `docs/`."""
    docs = root / "docs"
    found: dict[str, str] = {}
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        if path.split("/")[0] not in GENERATED:
            text = _text(root, f"docs/{path}", problems)
            if "<!-- quote " in text:
                found[path] = text
    return found


def _settings(root: Path, problems: list[Problem]) -> Settings:
    """The `[tool.reader]` table of pyproject.toml, if there is one."""
    path = "pyproject.toml"
    settings, found = parse(Settings, path, _text(root, path, problems, optional=True), "tool.reader")
    problems += found
    return settings or Settings(at=At(path, 1))


def _site(root: Path) -> dict[str, str]:
    """`site_url`, with a slash at its end, and `site_name` of mkdocs.yml, whose tags are not read."""
    file = root / "mkdocs.yml"
    text = file.read_text("utf-8") if file.is_file() else ""
    found = dict(re.findall(r"^(site_\w+):[ \t]*(.+)$", text, re.MULTILINE))
    read = {name: str(yaml.safe_load(found[name])) for name in ("site_url", "site_name") if name in found}
    url = read.get("site_url", "/")
    return {"site_url": url if url.endswith("/") else url + "/", "site_name": read.get("site_name", "Reader")}
