"""H: quotations in the pages that are written by hand."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

PATH = "docs/lamps.md"
ROW = "CONTRIBUTING.md, at “a quotation in a hand-written page”"

GROUP = Group(
    "H",
    "hand-written pages of `docs/` that quote passages",
    (
        Code(
            id="H01",
            title="a page quotes a passage that is not there",
            meaning="""
            A comment `<!-- quote SLUG#pN -->` in a hand-written page asks for words of a passage. There is no
            text of that name, or the text has no such passage. A passage that is retired, or that the rights
            in its text keep from being shown, cannot be quoted either.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given="The text “marsh-1931” has three passages, p1 to p3.",
                    wrong="""
                    <!-- quote marsh-1931#p33 -->
                    <!-- end quote -->
                    """,
                    right="""
                    <!-- quote marsh-1931#p3 -->
                    <!-- end quote -->
                    """,
                ),
            ),
        ),
        Code(
            id="H02",
            title="a page quotes words that its passage does not have",
            meaning="""
            The words between “ and ” in the comment are the first and the last words of the quotation, with
            ` … ` between them, or all of it. Each must stand in the passage exactly once, and the first must
            come before the last. This keeps a page from quoting what a passage no longer says.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given="Passage p3 reads “The lamp was put out in 1931; nobody knows why.”",
                    wrong="""
                    <!-- quote marsh-1931#p3 “The lamp went out … in 1931” -->
                    <!-- end quote -->
                    """,
                    right="""
                    <!-- quote marsh-1931#p3 “The lamp … in 1931” -->
                    <!-- end quote -->
                    """,
                ),
            ),
        ),
        Code(
            id="H03",
            title="a quotation in a page is not closed",
            meaning="""
            The build writes the words of the passage between two comments, each on a line of its own. Here
            the second one is missing, so nobody could tell where the quotation ends and your page goes on.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    <!-- quote marsh-1931#p3 -->

                    So much for the lamp.
                    """,
                    right="""
                    <!-- quote marsh-1931#p3 -->
                    <!-- end quote -->

                    So much for the lamp.
                    """,
                ),
            ),
        ),
        Code(
            id="H04",
            title="a page fetches something from another host",
            meaning="""
            Whoever opens a page of the site asks nobody else for anything, so that no one else learns what is
            read. A picture, script, frame or style sheet from elsewhere would be fetched at once, and the
            policy of the site keeps browsers from it. A link is followed knowingly, and may lead anywhere.
            """,
            documented="CONTRIBUTING.md, at “a page of your own”",
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    ![The lamp](https://lamps.example/lamp.png)
                    """,
                    right="""
                    [The lamp](https://lamps.example/lamp.png)
                    """,
                ),
            ),
        ),
        Code(
            id="H05",
            title="a count in a page cannot be filled in",
            meaning="""
            The build writes a number between two comments in one line, so that it stays true when a text is
            added: of texts, passages, notes, words, terms or references. Here the second comment is missing,
            or something else is to be counted.
            """,
            documented="CONTRIBUTING.md, at “a count in a hand-written page”",
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    <!-- count lamps in words -->Two<!-- end count --> lamps
                    """,
                    right="""
                    <!-- count texts in words -->Two<!-- end count --> texts
                    """,
                ),
            ),
        ),
    ),
)
