"""D: the generated pages of `docs/`."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

CHECKED = "CONTRIBUTING.md, at “How a change is checked”"

GROUP = Group(
    "D",
    "the generated pages of `docs/`, and how files are written",
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
            arises="A source or a rule was changed, and `build` was not run afterwards.",
            mend="Run `annotated-reader build`, and commit what it writes.",
        ),
        Code(
            id="D02",
            title="a generated file comes from no source",
            meaning="""
            A build once made this file, and no source gives it any more: a text or a term was removed or
            renamed.
            """,
            documented=CHECKED,
            found_by="check",
            arises="A text or a term was removed or renamed, and `build` was not run afterwards.",
            mend="Run `annotated-reader build`, which removes the file, and commit that.",
        ),
        Code(
            id="D03",
            title="a generated file has been changed by hand",
            meaning="""
            The list `docs.lock` holds a fingerprint of every page that a build has written. This page no
            longer has its own, so somebody has edited it, and a build would overwrite their work. Nothing is
            overwritten that nobody has given up.

            Move the change into the source from which the page is made, then give the edited page up with
            `annotated-reader build --discard PATH`.
            """,
            documented=CHECKED,
            examples=(
                Example(
                    path="docs/terms/log.md",
                    given="The definition of the term is in glossary.toml.",
                    wrong="""
                    Some logs were written at sea.
                    """,
                    right="",
                ),
            ),
        ),
        Code(
            id="D04",
            title="a file that no build has made lies where only generated files may",
            meaning="""
            The folders `docs/texts/`, `docs/terms/`, `docs/apparatus/` and `docs/cite/` hold generated pages
            and nothing else, so that a build may remove what no source gives. This file is not on the list of
            what a build has made; it may be your own, and is left alone.

            Move it to another folder of `docs/`, or give it up with
            `annotated-reader build --discard PATH`.
            """,
            documented=CHECKED,
            examples=(
                Example(
                    path="docs/terms/ships.md",
                    wrong="""
                    # The ships of Northport
                    """,
                    right="",
                ),
            ),
        ),
        Code(
            id="D05",
            title="a file or folder that would be written is a symbolic link",
            meaning="""
            Writing through a symbolic link changes a file somewhere else, perhaps outside the project, and
            removing a folder would remove what it points to. So nothing is written through one.
            """,
            documented=CHECKED,
            arises="A folder of the project was moved to another disk and linked, or a link was checked out.",
            mend="""
            Remove the link and put the file or folder itself in its place. To keep the whole project
            elsewhere, link the project and not a part of it, or use `--root DIR`.
            """,
        ),
        Code(
            id="D06",
            title="a file was changed while a command was at work on it",
            meaning="""
            Between reading this file and writing it the command found that it had changed. The newer words
            were kept, and the rest was written or left as the last line says.
            """,
            documented=CHECKED,
            arises="You saved the file, or git changed it, while a command was running.",
            mend="Look at the file, and run the command again.",
        ),
        Code(
            id="D07",
            title="the list of generated files cannot be read",
            meaning="""
            `docs.lock` has a line that is no fingerprint with a path. Without the list nobody could tell
            which pages a build has made and may replace. Most often a merge of two branches has left its
            marks in it.

            After a merge, run `annotated-reader build --discard docs`: it makes the pages and the list
            anew.
            """,
            documented=CHECKED,
            examples=(
                Example(
                    path="docs.lock",
                    wrong="""
                    <<<<<<< HEAD
                    """,
                    right="",
                ),
            ),
        ),
        Code(
            id="D08",
            title="a run was interrupted, and is not finished",
            meaning="""
            A command had begun to put its files in place when it was stopped. What it had made is kept, and
            the next command that writes finishes it first. A command that only reads must not take half of
            the one and half of the other for the project.
            """,
            documented=CHECKED,
            arises="The computer or the process was stopped in the moment of writing.",
            mend="Run `annotated-reader build`, which finishes what was begun.",
        ),
    ),
)
