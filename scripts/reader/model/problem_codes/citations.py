"""Q: the citations that a text makes."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

PATH = "sources/marsh-1931/citations.toml"
ROW = "CONTRIBUTING.md, at “a citation that the text makes”"
P1 = """
Passage p1 reads “The lamp at Northport was first lit in 1804, as Brown tells us, and the lamp were seen from
ten miles away.”
"""

GROUP = Group(
    "Q",
    "the citations that a text makes, `citations.toml`",
    (
        Code(
            id="Q01",
            title="a quoted citation is not in its passage",
            meaning="""
            `quote` are the words by which the text cites a work; they become the link to its record. The
            passage does not have them. They are compared letter by letter with what the page shows; the hint
            names words that differ only in capitals, spaces or quotation marks.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given=P1,
                    wrong="""
                    quote = "As Brown tells us"
                    """,
                    right="""
                    quote = "as Brown tells us"
                    """,
                ),
            ),
        ),
        Code(
            id="Q02",
            title="a quoted citation is in its passage more than once",
            meaning="""
            The words of `quote` stand in the passage more than once, so it cannot be told which of them is
            the citation; or `quote` is empty. Parts of words count. Lengthen the quote until it is there
            once.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given=P1,
                    wrong="""
                    quote = "lamp"
                    """,
                    right="""
                    quote = "as Brown tells us"
                    """,
                ),
            ),
        ),
        Code(
            id="Q03",
            title="there is no such passage",
            meaning="""
            A citation names a passage that the text does not have. The numbers are those beside the passages
            on the page. A number that is retired lands on another passage, which the hint names: if the words
            of the citation are there, name that one.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given="The text has three passages, p1 to p3.",
                    wrong="""
                    passage = "p33"
                    """,
                    right="""
                    passage = "p1"
                    """,
                ),
            ),
        ),
        Code(
            id="Q04",
            title="a citation overlaps another mark",
            meaning="""
            Two citations share words of a passage, and one word cannot link to two records. Let each quote
            only the words that are its own. If one place cites two works, quote the name of each.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given="Another entry quotes “as Brown tells us” already.",
                    wrong="""
                    [[citation]]
                    passage = "p1"
                    quote = "in 1804, as Brown"
                    key = "brown-1900"
                    """,
                    right="""
                    [[citation]]
                    passage = "p1"
                    quote = "in 1804"
                    key = "brown-1900"
                    """,
                ),
            ),
        ),
        Code(
            id="Q05",
            title="a locator has no number",
            meaning="""
            A locator says where in the work: `p. 12`, `pp. 5–7`, `ch. iv`. This one names no place. The same
            is asked of the locators in notes, `[@brown-1900, p. 12]`. If the text cites the whole work, leave
            the locator out.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    locator = "p."
                    """,
                    right="""
                    locator = "p. 12"
                    """,
                ),
            ),
        ),
    ),
)
