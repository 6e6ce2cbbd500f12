"""T: files in TOML, whatever they are about."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

ABOUT = "sources/marsh-1931/source.toml"
CITATIONS = "sources/marsh-1931/citations.toml"
TABLE = "CONTRIBUTING.md, at “I want to add …”"

GROUP = Group(
    "T",
    "the form of all files in TOML",
    (
        Code(
            id="T01",
            title="not valid TOML",
            meaning="""
            The file cannot be read as TOML, so nothing of it is known, and problems that hang on it are not
            reported yet. The message is that of the parser, and the hint shows the line at which it gave up:
            the slip is there or just above it. Common ones are a quotation mark that is not closed, a field
            that is given twice, and a text without quotation marks.

            A quotation mark within a text is written `\\"`; curly ones need nothing. https://toml.io tells
            the rest.
            """,
            documented=TABLE,
            examples=(
                Example(
                    path=ABOUT,
                    wrong="""
                    reason = "a button
                    """,
                    right="""
                    reason = "a button"
                    """,
                ),
            ),
        ),
        Code(
            id="T02",
            title="a field is not known",
            meaning="""
            A table has a field that it cannot have. Many programs ignore such a field; then a misspelt one
            counts as left out, and something else is used than what you wrote. Here it stops the build.

            A field that stands below a header such as `[rights]` or `[[cut]]` belongs to that table, so a
            field of the whole file must stand above the first header.
            """,
            documented=TABLE,
            examples=(
                Example(
                    path=CITATIONS,
                    wrong="""
                    locater = "p. 12"
                    """,
                    right="""
                    locator = "p. 12"
                    """,
                ),
            ),
        ),
        Code(
            id="T03",
            title="a field is missing",
            meaning="""
            A table lacks a field that it must have. The line is that of the header of the table. If the field
            seems to be there, look at its spelling, and whether it stands below another header.
            """,
            documented=TABLE,
            examples=(
                Example(
                    path=CITATIONS,
                    wrong="""
                    [[citation]]
                    passage = "p1"
                    quote = "in 1804"
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
            id="T04",
            title="a field has the wrong type",
            meaning="""
            The value is of another kind than the field holds. A text stands in quotation marks, a number and
            `true` or `false` do not, a list stands in square brackets. The hint says what is wanted here.
            """,
            documented=TABLE,
            examples=(
                Example(
                    path=ABOUT,
                    wrong="""
                    [[heading]]
                    line = "9"
                    """,
                    right="""
                    [[heading]]
                    line = 9
                    """,
                ),
                Example(
                    path="glossary.toml",
                    wrong="""
                    see = "keeper"
                    """,
                    right="""
                    see = ["keeper"]
                    """,
                ),
            ),
        ),
        Code(
            id="T05",
            title="a field has a value that is not allowed",
            meaning="""
            The field takes one of a few words, and this is not one of them: the hint names the nearest, or
            lists them all. Or the field is one that readers see, such as a reason, and it is empty.
            """,
            documented=TABLE,
            examples=(
                Example(
                    path=ABOUT,
                    wrong="""
                    kind = "button"
                    """,
                    right="""
                    kind = "furniture"
                    """,
                ),
            ),
        ),
        Code(
            id="T06",
            title="the same entry stands twice",
            meaning="""
            A heading, a mistake that is kept, a picture or a pause is declared once. The same entry stands in
            the file a second time, perhaps with another reason, so one of the two does nothing.
            """,
            documented=TABLE,
            examples=(
                Example(
                    path="sources/marsh-1931/corrections.toml",
                    given="The spelling “logge” in line 9 is kept already.",
                    wrong="""
                    [[sic]]
                    line = 9
                    find = "logge"
                    reason = "an old spelling"
                    """,
                    right="",
                ),
            ),
        ),
    ),
)
