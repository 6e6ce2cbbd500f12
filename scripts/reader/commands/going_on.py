"""What a build is made of; with `--keep-going` texts in which something is wrong are left out of it.

A text that is left out and was published before says at its addresses that it is missing for the time being,
as one does that is gone; so no link to it is dead, and none leads to other words. Hand-written pages that
quote it stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from reader import pipeline
from reader.anchors import register
from reader.marks.quotations import OPEN
from reader.model import At, Library, Term, addresses
from reader.model.problems import Problem, ProblemsFound
from reader.model.published import Gone
from reader.project import bibliography
from reader.project.load import Project, load
from reader.project.workers import Workers
from reader.render.left_pages import for_now

Loaded = tuple[Project, list[Problem]]


@dataclass(frozen=True, slots=True)
class Made:
    """What is built, and what is not."""

    loaded: Loaded  # what it was made of: the project as it was read, with the problems of that
    library: Library  # all that is rendered of it
    left: tuple[Problem, ...] = ()  # what is wrong with the texts that were left out

    def tell(self) -> None:
        """Raise `ProblemsFound` with what is wrong with the texts that were left out, if there are any."""
        if self.left:
            names = ", ".join(sorted({slug for one in self.left if (slug := _text_of(one))}))
            raise ProblemsFound(self.left, f"all but {names} was built")


def gathered(root: Path, workers: Workers | None = None, *, keep_going: bool = False) -> Made:
    """Return all that is built, or raise `ProblemsFound` with all that is wrong.

    To `keep_going`, there must be nothing wrong but with single texts.
    """
    loaded = load(root)
    left: list[Problem] = []
    while True:
        try:
            return Made(loaded, pipeline.made_of(*loaded, workers=workers), tuple(left))
        except ProblemsFound as found:
            broken = set(filter(None, map(_text_of, found.problems)))
            sound = [one.slug for one in loaded[0].sources if one.slug not in broken]
            if not keep_going or not broken or not sound:
                raise ProblemsFound([*left, *found.problems]) from found
            left += (one for one in found.problems if _text_of(one) in broken)
            loaded = _without(loaded, broken)


def _text_of(problem: Problem) -> str:
    """The text that a problem is one of, or nothing."""
    folder, *rest = PurePosixPath(problem.path).parts
    return rest[0] if folder == "sources" and len(rest) > 1 else ""


def _without(loaded: Loaded, broken: Collection[str]) -> Loaded:
    """A project as if some texts were not there, but for what was published of them."""
    project, problems = loaded
    known, _problems = register.parse(project.register)
    gone = [_gone(slug, project) for slug in sorted(broken) if addresses.text(slug).written in known]
    glossary = replace(project.glossary, term=tuple(_whole(term, broken) for term in project.glossary.term))
    rest = [one for one in problems if _text_of(one) not in broken]
    return replace(
        project,
        sources=tuple(one for one in project.sources if one.slug not in broken),
        glossary=glossary,
        documents={path: text for path, text in project.documents.items() if not _quotes(text, broken)},
        moved=replace(project.moved, gone=(*project.moved.gone, *gone)),
        whole=not rest,
    ), rest


def _gone(slug: str, project: Project) -> Gone:
    references, _problems = bibliography.parse(project.references)
    was = references[slug].title if slug in references else slug
    with project.speech.spoken():
        return Gone(
            address=addresses.text(slug).written, was=was, reason=for_now(), at=At(f"sources/{slug}", 1)
        )


def _whole(term: Term, broken: Collection[str]) -> Term:
    """A term without its exceptions in texts that are left out; it may be that no other text uses it."""
    places = tuple(one for one in term.unlinked if one.text not in broken)
    return replace(term, unlinked=places, background=True)


def _quotes(text: str, broken: Collection[str]) -> bool:
    return any(match["slug"] in broken for match in OPEN.finditer(text))
