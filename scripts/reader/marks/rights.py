"""Show no more of a text than its rights allow: all, an excerpt of named passages, or the record alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.model import Anchor, Page
from reader.model.problems import Problem, near

ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}]+")


def published(page: Page) -> Page:
    """Return the page with the passages that may be shown; the others are named in `withheld`."""
    rights = page.source.about.rights
    if rights.publication == "full":
        return page
    shown: set[Anchor] = set(rights.passages) if rights.publication == "excerpt" else set()
    return replace(
        page,
        passages=tuple(passage for passage in page.passages if passage.id in shown),
        notes=tuple(numbered for numbered in page.notes if numbered.note.passage in shown),
        emendations=tuple(one for one in page.emendations if one.passage in shown),
        withheld=tuple(passage.id for passage in page.passages if passage.id not in shown),
        footnotes=tuple(one for one in page.footnotes if one.id in shown),
        withheld_notes=tuple(one.id for one in page.notes if one.note.passage not in shown),
    )


def check_rights(page: Page) -> Iterator[Problem]:
    """Yield what is wrong with the passages that an excerpt names."""
    rights, known = page.source.about.rights, page.by_anchor
    at = rights.at
    if (rights.publication == "excerpt") != bool(rights.passages):
        hint = "an excerpt names its passages, and nothing else does"
        yield Problem(at.path, at.line, "S09", f"publication is “{rights.publication}”", hint)
    if rights.licence and not ADDRESS.fullmatch(rights.licence):
        hint = "write its whole address, like https://creativecommons.org/licenses/by/4.0/"
        yield Problem(at.path, at.line, "S09", f"“{rights.licence:.60}” is no address of a licence", hint)
    for id_ in rights.passages:
        if id_ not in known:
            yield Problem(
                at.path, at.line, "S09", f"there is no passage {id_}", near(str(id_), map(str, known))
            )
