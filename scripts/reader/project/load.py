"""Read a project from the disk: the only module that reads what an editor writes.

sources/<slug>/{raw.txt, source.toml, corrections.toml, citations.toml, notes.md, anchors.lock}
glossary.toml   references.{bib,json,ris}   pyproject.toml (the edition)
mkdocs.yml (the address of the site)   moved.toml   addresses.lock   words.po
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from reader.model import At, CitationsFile, CorrectionsFile, GlossaryFile, Source, SourceFile, addresses
from reader.model.generated import DEVICES, FILES, FOLDERS, LEFT
from reader.model.problems import Problem
from reader.model.published import MovedFile
from reader.project import bibliography, catalogues, files, mkdocs_yml, notes, requests
from reader.project.files import decoded
from reader.project.pictures import pictures
from reader.project.plain import unfit
from reader.project.settings import PATH as PYPROJECT
from reader.project.settings import Settings, settings_of
from reader.project.strays import strays
from reader.project.tables import parse
from reader.words.speech import Catalogue

T = TypeVar("T")

MOVED = "moved.toml"
GENERATED = frozenset({*FOLDERS, *FILES})
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FILLED_IN = re.compile("<!-- (?:quote|count) ")  # what the build writes into a hand-written page
EMPTIED = "\n"  # what a ledger reads that has been emptied, as against one that there has never been
OF_A_TEXT = ("raw.txt", "source.toml", "corrections.toml", "citations.toml", "notes.md", "anchors.lock")
TAKEN = frozenset({"index", "list", "changes", "schema"})  # pages beside those of the texts


@dataclass(frozen=True, slots=True)
class Project:
    """All that lies on the disk, decoded.

    `documents` are the hand-written pages that quote passages and `own_pages` the paths of all of them below
    `docs/`; `register` is the text of `addresses.lock`. `whole` says that no text, and no term, is missing
    since its file could not be read.
    """

    root: Path  # the folder of the project
    sources: tuple[Source, ...]  # the texts, by their slugs
    glossary: GlossaryFile  # what `glossary.toml` says
    references: Mapping[str, str]  # `references.bib`, and what stands beside it, by their paths
    settings: Settings  # what pyproject.toml says
    documents: Mapping[str, str]
    own_pages: tuple[str, ...]
    register: str
    moved: MovedFile  # what `moved.toml` says
    site_url: str  # from mkdocs.yml, or nothing
    site_name: str  # from mkdocs.yml
    speech: Catalogue  # what the engine says, by mkdocs.yml and `words.po`
    whole: bool

    @property
    def edition(self) -> str:
        """The edition that a new or reworded passage is said to appear in."""
        return self.settings.edition

    @property
    def leaving(self) -> list[str]:
        """The files of `docs/` that stand for pages which are said to have left."""
        said = [*(one.source for one in self.moved.moved), *(one.address for one in self.moved.gone)]
        return [f"docs/{one.file}" for one in map(addresses.parse, said) if one and not one.fragment]


def load(root: Path) -> tuple[Project, list[Problem]]:
    """Return the project at `root` and the problems of its files."""
    problems: list[Problem] = []
    settings, found = settings_of(_text(root, PYPROJECT, problems, optional=True))
    problems += found
    glossary = _glossary(root, settings, problems)
    beside = {
        path: _text(root, path, problems, optional=True) for path in (bibliography.JSON, bibliography.RIS)
    }
    beside = {path: text for path, text in beside.items() if text}
    references = {bibliography.BIB: _text(root, bibliography.BIB, problems, optional=bool(beside)), **beside}
    sources: list[Source] = []
    folders = sorted(path for path in (root / "sources").glob("*") if path.is_dir())
    if not folders:
        hint = "a text is a folder of sources/ with raw.txt and source.toml"
        problems.append(Problem("sources", 1, "S11", "there is no text", hint))
    for folder in folders:
        source = _source(root, folder, settings, problems)
        if source:
            sources.append(source)
    problems += strays(root, folders)
    mkdocs = _text(root, mkdocs_yml.PATH, problems, optional=True)
    problems += requests.configured(mkdocs_yml.PATH, mkdocs)
    documents, own_pages = _documents(root, mkdocs_yml.left_out(mkdocs), problems)
    moved = _toml(MovedFile, root, MOVED, problems, optional=True)
    site, in_site = mkdocs_yml.settings(mkdocs)
    problems += in_site
    own_words = _text(root, catalogues.OWN, problems, optional=True)
    speech, in_words = catalogues.with_own(site["language"], own_words)
    problems += in_words
    project = Project(
        root,
        tuple(_with_rights(one, settings) for one in sources),
        _spoken(glossary or GlossaryFile(at=At("glossary.toml", 1)), speech.language),
        references,
        settings,
        documents=documents,
        own_pages=own_pages,
        register=_text(root, "addresses.lock", problems, optional=True),
        moved=moved or MovedFile(at=At(MOVED, 1)),
        whole=glossary is not None and len(sources) == len(folders) and not _is_unread(MOVED, problems),
        site_url=site["site_url"],
        site_name=site["site_name"],
        speech=speech,
    )
    return project, problems


def _glossary(root: Path, settings: Settings, problems: list[Problem]) -> GlossaryFile | None:
    path, known = "glossary.toml", len(problems)
    text = _text(root, path, problems)
    if len(problems) > known:
        return None
    value, found = parse(GlossaryFile, path, text, kinds=settings.term_kinds)
    problems += found
    return value


def _spoken(glossary: GlossaryFile, language: str) -> GlossaryFile:
    """The glossary with the language of the site for terms that say none."""
    terms = (one if one.language else replace(one, language=language) for one in glossary.term)
    return replace(glossary, term=tuple(terms))


def _source(root: Path, folder: Path, settings: Settings, problems: list[Problem]) -> Source | None:
    path = f"sources/{folder.name}"
    if not SLUG.fullmatch(folder.name) or folder.name in TAKEN | DEVICES:
        message = f"“{folder.name}” is no name for a text"
        hint = "lower-case letters, digits and hyphens, and not “index” or “list”"
        if folder.name in DEVICES:
            hint = f"Windows can make no file of this name; call it “{folder.name}-text”"
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
    markdown = _text(root, f"{path}/notes.md", problems, optional=True)
    noted, in_notes = notes.parse(f"{path}/notes.md", markdown, settings.note_kinds)
    problems += in_notes
    known = len(problems)
    ledger = _text(root, f"{path}/anchors.lock", problems, optional=True)
    if not ledger and len(problems) == known and (folder / "anchors.lock").is_file():
        ledger = EMPTIED
    if about is None or not raw.is_file():
        return None
    return Source(
        folder.name,
        raw.read_bytes(),
        about,
        corrections or CorrectionsFile(at=At(f"{path}/corrections.toml", 1)),
        citations.citation if citations else (),
        noted,
        ledger,
        pictures(folder, about.figure),
        files.fingerprint("".join(files.standing(folder / name) or "-" for name in OF_A_TEXT).encode()),
    )


def _with_rights(source: Source, settings: Settings) -> Source:
    """The text with what is shown of it, where its own file leaves that to the edition."""
    rights = source.about.rights
    if rights.publication:
        return source
    shown = replace(rights, publication="full" if rights.licence else settings.without_licence)
    return replace(source, about=replace(source.about, rights=shown))


def _text(root: Path, path: str, problems: list[Problem], *, optional: bool = False) -> str:
    file = root / path
    if not file.is_file():
        if not optional:
            hint = "CONTRIBUTING.md says what it holds"
            problems.append(Problem(path, 1, "S11", "the file is missing", hint))
        return ""
    data = file.read_bytes()
    try:
        text = decoded(data)
        problems += () if path.endswith(".lock") else unfit(path, text)
        return text
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        problems.append(Problem(path, line, "S02", message, "save the file as UTF-8"))
        return ""


def _references(root: Path, problems: list[Problem]) -> dict[str, str]:
    """The files of the bibliography; one of them is enough."""
    beside = [path for path in bibliography.BESIDE if (root / path).is_file()]
    found = {bibliography.BIB: _text(root, bibliography.BIB, problems, optional=bool(beside))}
    return found | {path: _text(root, path, problems) for path in beside}


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


def _documents(
    root: Path, left_out: Callable[[str], bool], problems: list[Problem]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The hand-written pages that quote passages, and the paths of all that are published, below `docs/`."""
    docs = root / "docs"
    quoting: dict[str, str] = {}
    own: list[str] = []
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        if {path, path.split("/")[0]} & GENERATED:
            continue
        text = _text(root, f"docs/{path}", problems)
        if LEFT.match(text):  # what the build has put in the place of a page that is no longer there
            continue
        problems += requests.fetched(f"docs/{path}", text)
        if FILLED_IN.search(text):
            quoting[path] = text
        if not left_out(path):
            own.append(path)
    return quoting, tuple(own)


def _is_unread(path: str, problems: list[Problem]) -> bool:
    return any(problem.path == path for problem in problems)
