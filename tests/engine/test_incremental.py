"""What is made again only where something has changed is what a build from nothing makes, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import exports, pipeline
from reader.exports import page_data
from reader.exports.book import book
from reader.making.make import Kept, Maker, Nothing
from reader.model import Library
from reader.model.pieces import Piece
from reader.model.problems import ProblemsFound
from reader.project.memory import Memory
from reader.project.workers import Alone, Workers
from reader.render import docs
from reader.site.direct.plan import sheets
from small_project import ABOUT, SmallProject, copy_of_sound

NEW = """\
[[term]]
id = "brown"
name = "Brown"
kind = "person"
definition = "Who wrote on the League."
forms = ["Brown"]
references = ["brown-2000"]
"""
UNUSED = """\
[[term]]
id = "march"
name = "March 2003"
kind = "concept"
forms = ["March 2003"]
definition = "A month of which a text to come speaks."
background = true
references = ["brown-2000"]
"""
WORK = "@book{green-1999, author = {Ada Green}, title = {A Book}, year = {1999}, publisher = {A Press}}\n"
Change = Callable[[SmallProject], object]


def edit(path: str, old: str, new: str) -> Change:
    """A change of some words, where they stand."""

    def change(project: SmallProject) -> None:
        if (project.root / path).exists():
            text = (project.root / path).read_bytes().decode()
            project.write(path, text.replace(old, new, 1))

    return change


def append(path: str, more: str) -> Change:
    """A change that adds words at the end of a file."""

    def change(project: SmallProject) -> None:
        text = (project.root / path).read_bytes().decode()
        if more not in text:
            project.write(path, text + more)

    return change


GAMMA = (
    "The League was seen again in March 2003.\n\nThe Beta-Gamma group was not there; in 2001 it had left.\n"
)


def another(project: SmallProject) -> None:
    """A text is added, which uses terms of others."""
    if not (project.root / "sources/gamma-2022").exists():
        project.text("gamma-2022", GAMMA, ABOUT, "" if "gamma-2022" in _works(project) else "Gamma")


def one_less(project: SmallProject) -> None:
    """It is taken away again."""
    shutil.rmtree(project.root / "sources/gamma-2022", ignore_errors=True)


def _works(project: SmallProject) -> str:
    return (project.root / "references.bib").read_text("utf-8")


CHANGES: dict[str, Change] = {
    "words": edit("sources/alpha-2020/corrections.toml", "knows how", "says how"),
    "other words": edit("sources/alpha-2020/corrections.toml", 'replace = "', 'replace = "League, '),
    "a form": edit("glossary.toml", '"League"', '"The League"'),
    "a definition": edit("glossary.toml", "definition = ", 'variants = "Known by others."\ndefinition = '),
    "a name": edit("glossary.toml", 'name = "', 'name = "The '),
    "a policy": edit("glossary.toml", "[[term]]", '[[term]]\nlink = "page"'),
    "a term": append("glossary.toml", NEW),
    "a term less": edit("glossary.toml", NEW, ""),
    "a note": edit("sources/alpha-2020/notes.md", "kind: since", "kind: context"),
    "words of a note": edit("sources/alpha-2020/notes.md", "Nothing has", "Little has, by [[group]],"),
    "a note that refers": edit(
        "sources/alpha-2020/notes.md", "since [@", "since, says [another](/texts/beta-2021/#p1) [@"
    ),
    "a mistake": edit("sources/alpha-2020/notes.md", "in 2001", "in 2010"),
    "a citation": edit("sources/alpha-2020/citations.toml", "brown-2000", "alpha-2020"),
    "an exception": edit("glossary.toml", '"any group"', '"another group"'),
    "a reason": edit("sources/alpha-2020/corrections.toml", 'reason = "', 'reason = "As we think, '),
    "rights": edit("sources/alpha-2020/source.toml", "Made for a test.", "Made for a test, and kept."),
    "the edition": edit("pyproject.toml", "[tool.reader]", '[tool.reader]\nedition = "2"'),
    "a style": edit("pyproject.toml", "[tool.reader]", '[tool.reader]\nstyles = ["apa"]'),
    "the name of the site": edit("mkdocs.yml", "site_name: ", "site_name: Our "),
    "a work": append("references.bib", WORK),
    "a work less": edit("references.bib", WORK, ""),
    "a title": edit("references.bib", "title = {", "title = {On "),
    "a year": edit("references.bib", "{2000}", "{2001}"),
    "a text": another,
    "a text less": one_less,
    "a page that quotes": append("docs/about.md", "# About\n\n<!-- count texts --><!-- end count -->\n"),
}
OF_ALL = (
    "sources",
    "docs",
    "addresses.lock",
    "glossary.toml",
    "pyproject.toml",
    "mkdocs.yml",
    "references.bib",
)


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A project whose caches no other test relies on."""
    project = copy_of_sound(tmp_path_factory.mktemp("changing") / "project")
    project.write("pyproject.toml", "[tool.reader]\n")
    project.write("mkdocs.yml", "site_name: Reader\nsite_url: https://reader.example.org/\n")
    project.write("docs/about.md", "")
    project.append("glossary.toml", UNUSED)
    pipeline.read(project.root)  # which is without a fault
    return project


def made(library: Library, kept: Kept | None = None, workers: Workers | None = None) -> dict[str, object]:
    """All that is made in pieces, and of each of its pages."""
    maker = Maker(library, kept or Nothing(), workers or Alone())
    pages = dict(maker.made("docs", docs.pieces))
    data = dict(maker.made("data", exports.pieces))
    joined = {path: "".join(parts) for path, parts in exports.joined(library, data.__getitem__)}
    whole = dict(maker.made("book", lambda _library: iter([Piece("", lambda one: {"book": book(one)})])))
    with TemporaryDirectory() as folder:
        found, words = sheets(pages, pages, frozenset(pages), maker, Path(folder))
        html = found, dict(words)
    return {**pages, **data, **joined, **dict(maker.made("citing", page_data.pieces)), **whole, "html": html}


def told(project: SmallProject, kept: Kept) -> object:
    """What comes of a project, or its problems."""
    try:
        return made(pipeline.read(project.root), kept)
    except ProblemsFound as error:
        return error.report


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_there_and_back_all_is_as_from_nothing(changing: SmallProject, name: str) -> None:
    """Each change by itself, and that it is taken back."""
    told(changing, Memory(changing.root))
    with _taken_back(changing):
        CHANGES[name](changing)
        assert _compare(changing) == (name != "a mistake")
    assert _compare(changing)


@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=4))
@settings(max_examples=20)
def test_after_any_changes_all_is_as_from_nothing(changing: SmallProject, names: list[str]) -> None:
    """Whatever an editor changes, one thing after the other, what comes of it owes nothing to before."""
    with _taken_back(changing):
        for name in names:
            CHANGES[name](changing)
            _compare(changing)


class Watched(Alone):
    """Remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def map(self, work: Any, shared: Any, items: Sequence[Any]) -> Iterator[Any]:
        """Do the work."""
        self.asked += (f"{shared.name[0]}/{item}" for item in items)
        return super().map(work, shared, items)


def test_a_note_touches_nothing_of_other_texts(tmp_path: Path) -> None:
    """What has nothing to do with a note is not made again for its sake, even before it is accepted."""
    project = copy_of_sound(tmp_path / "project")
    made(pipeline.read(project.root), Memory(project.root))
    project.edit("sources/alpha-2020/notes.md", "Nothing has", "Little has")
    watched = Watched()
    made(pipeline.read(project.root), Memory(project.root), watched)
    assert "docs/texts/alpha-2020" in watched.asked
    others = [one for one in watched.asked if "beta" in one or "/work/" in one]
    assert others == []


@contextmanager
def _taken_back(project: SmallProject) -> Iterator[None]:
    before = {path: (project.root / path).read_bytes() for path in _files(project)}
    try:
        yield
    finally:
        for path in set(_files(project)) - before.keys():
            (project.root / path).unlink()
        one_less(project)
        for path, data in before.items():
            project.write(path, data)


def _compare(project: SmallProject) -> bool:
    """Compare what comes of a project with what was kept and without it; say whether there is no problem."""
    project.run("accept", "--yes")
    warmly = told(project, Memory(project.root))
    shutil.rmtree(project.root / ".cache/texts", ignore_errors=True)
    assert warmly == told(project, Nothing())
    return not isinstance(warmly, str)


def _files(project: SmallProject) -> Iterator[str]:
    for one in OF_ALL:
        for path in [project.root / one, *(project.root / one).rglob("*")]:
            if path.is_file():
                yield path.relative_to(project.root).as_posix()
