"""N: the editor's notes."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

PATH = "sources/marsh-1931/notes.md"
ROW = "CONTRIBUTING.md, at “an editor's note”"
P3 = "Passage p3 reads “The lamp was put out in 1931; nobody knows why.”"

GROUP = Group(
    "N",
    "the editor's notes on a text, `notes.md`",
    (
        Code(
            id="N01",
            title="a note cannot be read",
            meaning="""
            A note has three parts: a heading `## p3 “words of the passage”`, a line `kind:` with one of
            `context`, `since`, `correction`, `sic` and `source`, and the note itself in Markdown. One of them
            is missing or written otherwise, or words stand above the first heading and belong to no note.

            Comments in `<!-- … -->` are left out and may stand anywhere.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    ## p3 “in 1931”

                    The lamp was lit again in 1950 [@reed-1950, p. 3].
                    """,
                    right="""
                    ## p3 “in 1931”
                    kind: since

                    The lamp was lit again in 1950 [@reed-1950, p. 3].
                    """,
                    given="The note says that something has happened since the text was written.",
                    also=("A01",),
                ),
                Example(
                    path=PATH,
                    wrong="""
                    ## p3, in 1931
                    kind: since
                    """,
                    right="""
                    ## p3 “in 1931”
                    kind: since
                    """,
                    also=("A01",),
                ),
            ),
        ),
        Code(
            id="N02",
            title="a lemma is not in its passage",
            meaning="""
            The words in the heading of a note, its lemma, are the words of the passage that the note is on,
            and the reader finds the note there. The passage does not have them. They are compared letter by
            letter with what the page shows; the hint names words that differ only in capitals, spaces or
            quotation marks.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given=P3,
                    wrong="""
                    ## p3 “in the year 1931”
                    """,
                    right="""
                    ## p3 “in 1931”
                    """,
                    also=("A01",),
                ),
            ),
        ),
        Code(
            id="N03",
            title="a lemma is in its passage more than once",
            meaning="""
            The words in the heading of a note stand in the passage more than once, so it cannot be told which
            of them the note is on. Parts of words count. Lengthen the lemma until it is there once.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given="""
                    Passage p1 reads “The lamp at Northport was first lit in 1804, as Brown tells us, and the
                    lamp were seen from ten miles away.”
                    """,
                    wrong="""
                    ## p1 “lamp”
                    kind: context

                    It burned whale oil.
                    """,
                    right="""
                    ## p1 “The lamp at Northport”
                    kind: context

                    It burned whale oil.
                    """,
                    also=("A01",),
                ),
            ),
        ),
        Code(
            id="N04",
            title="there is no such passage",
            meaning="""
            The heading of a note names a passage that the text does not have. The numbers are those beside
            the passages on the page. A number that is retired lands on another passage, which the hint names:
            if the words of the note are there, move the note to it.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given="The text has three passages, p1 to p3.",
                    wrong="""
                    ## p33 “in 1931”
                    """,
                    right="""
                    ## p3 “in 1931”
                    """,
                ),
            ),
        ),
        Code(
            id="N05",
            title="a note holds what no note may hold",
            meaning="""
            A note is paragraphs of words, with emphasis, links, citations in square brackets and the numbers
            of other passages. Raw HTML, pictures, headings, lists, quotation blocks, code and forced line
            breaks are refused: a note is shown in the margin, in a card and in other formats, where they have
            no place, and markup from a text file never reaches a page.

            Where you mean the sign itself, write a backslash before it, as the hint shows.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    The lamp was <b>lit again</b> in 1950 [@reed-1950, p. 3].
                    """,
                    right="""
                    The lamp was lit again in 1950 [@reed-1950, p. 3].
                    """,
                ),
            ),
        ),
        Code(
            id="N06",
            title="a citation of a note cannot be read",
            meaning="""
            Square brackets with an `@` in them cite works: `[@key]`, with a locator after a comma
            `[@key, p. 5]`, with words before it `[see @key]`, and several divided by semicolons. These
            brackets are written otherwise, so it cannot be told which work is meant, and where in it; or the
            key of a work stands without brackets, and would be shown as it stands.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given="The comma before the page is missing.",
                    wrong="""
                    The lamp was lit again in 1950 [@reed-1950 p. 3].
                    """,
                    right="""
                    The lamp was lit again in 1950 [@reed-1950, p. 3].
                    """,
                ),
            ),
        ),
    ),
)
