"""S: a text and the decisions on it."""

from __future__ import annotations

from reader.model.problem_codes.lines import LINES
from reader.model.problem_codes.rules import RULES
from reader.model.problem_codes.shape import Code, Example, Group

TEXT = "README.md, at “Add a text”"
ABOUT = "sources/marsh-1931/source.toml"

GROUP = Group(
    "S",
    "a text: `raw.txt`, the decisions on it in `source.toml`, and missing files",
    (
        Code(
            id="S01",
            title="the raw text is empty",
            meaning="""
            `raw.txt` holds nothing but blank lines, or nothing at all. An empty page would be published under
            the name of a text.
            """,
            documented=TEXT,
            arises="A download failed, or the file was made and the text was never put into it.",
            mend="Put the text into `raw.txt` as you received it, or remove its folder from `sources/`.",
        ),
        Code(
            id="S02",
            title="the raw text is not UTF-8",
            meaning="""
            A file has bytes that are no letters in UTF-8, the encoding in which all files of a project are
            written. The message names the first such byte and its line. An encoding is never guessed: a wrong
            guess turns `é` into `Ã©` without anybody noticing. The same is asked of every file that an editor
            writes.
            """,
            documented=TEXT,
            arises="""
            The file was saved as Latin-1, Windows-1252 or UTF-16, as older programs do; or it is not a text
            at all but, for instance, a PDF.
            """,
            mend="""
            Open the file in an editor that knows its encoding and save it as UTF-8. If it is `raw.txt`, put
            the new checksum into `source.toml`: it is a new file, taken in anew.
            """,
        ),
        Code(
            id="S03",
            title="the raw text is not the one that was taken in",
            meaning="""
            `sha256` in `source.toml` is the checksum of `raw.txt` as it was received, and the file now has
            another. The raw text is evidence: not even a space in it is edited, and every change to the words
            is made in `corrections.toml`, where readers can see it.

            Restore the file, for example with `git checkout`. If you mean to replace it by a better copy,
            write the checksum that the message names into `source.toml`.
            """,
            documented=TEXT,
            examples=(
                Example(
                    path="sources/marsh-1931/raw.txt",
                    given="The file was received with the line “Share this page”.",
                    wrong="""
                    Share this page with your friends
                    """,
                    right="""
                    Share this page
                    """,
                ),
            ),
        ),
        *LINES,
        Code(
            id="S09",
            title="what is said to be published does not fit",
            meaning="""
            `publication` in `[rights]` says how much of a text is shown: `full`, `excerpt` or `record` (no
            words of it at all); where it says nothing, a text with a `licence` is shown whole, and of any
            other the edition decides (`without_licence` in pyproject.toml). An excerpt lists its `passages`,
            and nothing else does. Here the list is missing, stands where none should, or names a passage that
            the text does not have: too much or too little would be shown. The same is said of a `licence`
            that is not the address of one.
            """,
            documented="CONTRIBUTING.md, at “a limit on what is shown”",
            examples=(
                Example(
                    path="sources/reed-1950/source.toml",
                    wrong="""
                    publication = "full"
                    passages = ["p1"]
                    """,
                    right="""
                    publication = "excerpt"
                    passages = ["p1"]
                    """,
                ),
                Example(
                    path="sources/marsh-1931/source.toml",
                    wrong="""
                    licence = "CC BY 4.0"
                    """,
                    right="""
                    licence = "https://creativecommons.org/licenses/by/4.0/"
                    """,
                ),
            ),
        ),
        Code(
            id="S10",
            title="the title is not that of the record",
            meaning="""
            The title of a text is taken from its record in `references.bib`. `source.toml` need not give it;
            if it does, both must have the same letters, so that no page contradicts another.
            """,
            documented=TEXT,
            examples=(
                Example(
                    path=ABOUT,
                    given="The record says title = {“The Lamp at Northport”}.",
                    wrong="""
                    title = "The Lamp of Northport"
                    """,
                    right="""
                    title = "The Lamp at Northport"
                    """,
                ),
            ),
        ),
        Code(
            id="S11",
            title="a file or folder is missing",
            meaning="""
            A project has `glossary.toml`, `references.bib` and at least one folder in `sources/`; each of
            these folders has `raw.txt` and `source.toml`. One of them is missing, or a folder has a name that
            cannot be an address: lower-case letters, digits and single hyphens are allowed, and a few names
            such as `index` and `list` are taken.
            """,
            documented=TEXT,
            arises="""
            A file was never made, was renamed or has not been committed; or the command was run in another
            folder than that of the project.
            """,
            mend="""
            Make or restore the file, or rename the folder. To work on a project elsewhere, say where it is:
            `--root DIR`.
            """,
        ),
        Code(
            id="S12",
            title="a control character stands in a file",
            meaning="""
            A file that an editor writes holds a character that no one can see and that acts on the terminal
            or breaks other programs: a NUL, a backspace, an escape. The message names it by its number in
            Unicode, and the hint shows the words before it. Raw texts may hold them, since they are kept as
            received; the reading text is made without.
            """,
            documented=TEXT,
            arises="Words were pasted from a PDF, a terminal or a word processor.",
            mend="Delete the character: it stands right after the words of the hint.",
        ),
        Code(
            id="S13",
            title="an address cannot be read",
            meaning="""
            A web address has a form that no program can take apart: most often a square bracket in it is not
            closed. It would be a dead link, or stop a program that reads it.
            """,
            documented=TEXT,
            examples=(
                Example(
                    path="references.bib",
                    wrong="""
                    @misc{harbour-1960,
                      title = {The Harbour Book},
                      url = {https://[harbour.example/book},
                    }
                    """,
                    right="""
                    @misc{harbour-1960,
                      title = {The Harbour Book},
                      url = {https://harbour.example/book},
                    }
                    """,
                ),
            ),
        ),
        *RULES,
    ),
)
