"""D: the generated pages of `docs/`."""

from __future__ import annotations

from reader.model.codes.shape import Code, Group

CHECKED = "CONTRIBUTING.md, at “How a change is checked”"

GROUP = Group(
    "D",
    "the generated pages of `docs/`",
    (
        Code(
            id="D01",
            title="a generated file is not what the sources give",
            meaning="""
            `check` makes every page in memory and compares it with the file in `docs/`. This one is missing
            or differs, so the page that is published would not be what the sources say.
            """,
            documented=CHECKED,
            found_by="check",
            arises="""
            A source or a rule was changed and `build` was not run afterwards, or the page itself was edited
            or deleted by hand.
            """,
            mend="""
            Run `python scripts/build.py build` and commit what it writes. If you edited the page, make the
            change in the source it comes from: a build overwrites the page.
            """,
        ),
        Code(
            id="D02",
            title="a generated file comes from no source",
            meaning="""
            The folders `docs/texts/`, `docs/terms/`, `docs/apparatus/` and `docs/cite/` hold generated pages
            and nothing else. This file is there, and no source gives it.
            """,
            documented=CHECKED,
            found_by="check",
            arises="""
            A text or a term was removed or renamed and `build` was not run afterwards, or a page was put
            there by hand.
            """,
            mend="""
            Run `python scripts/build.py build`, which removes it. If you wrote the page yourself, move it to
            another folder of `docs/` first.
            """,
        ),
    ),
)
