"""S14 to S16: what one text has in place of the usual rules, its languages, and its translations."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example

PATH = "sources/marsh-1931/source.toml"

RULES = (
    Code(
        id="S14",
        title="the rules of a text cannot be what is asked",
        meaning="""
        `[regularise]` says which rules are `off` for one text, and which `marks` it has where the quotation
        marks of its language would be wrong: two signs that open and close a quotation, or four with those of
        a quotation in it. It gives a reason, which readers see in the apparatus.

        Here it asks for nothing, the marks are no pairs, or marks are given while `quotes` are off. A rule
        that cannot be off (spaces, line ends) is told as a value that is not allowed.
        """,
        documented="CONTRIBUTING.md, at “a rule that is off for one text”",
        examples=(
            Example(
                path=PATH,
                wrong="""
                [regularise]
                marks = ["»"]
                reason = "the marks of the first edition"
                """,
                right="""
                [regularise]
                marks = ["»", "«"]
                reason = "the marks of the first edition"
                """,
            ),
        ),
    ),
    Code(
        id="S15",
        title="a language that is none",
        meaning="""
        A language is a tag of BCP 47, as in web pages: `en`, `fa`, `zh-Hant`, `de-CH`. Quotation marks, the
        direction of the page, hyphenation, sorting and what a screen reader says all follow it, and none of
        them knows `English` or `en_US`. It may stand in `source.toml`, for the text, a `[[heading]]` or a
        `[[part]]`, in the glossary for a term, and as `langid` in the bibliography.
        """,
        documented="CONTRIBUTING.md, at “a language”",
        examples=(
            Example(
                path=PATH,
                wrong="""
                language = "English"
                """,
                right="""
                language = "en"
                """,
            ),
        ),
    ),
    Code(
        id="S16",
        title="an original and its translation do not go together",
        meaning="""
        `[[parallel]]` names the raw lines of an `original` and those of its `translation`, in one text. Their
        passages are shown beside each other, the first beside the first, so both must have as many; or one of
        them has a single passage, and all of the other stand beside it. Where they go together only for a
        while, write a `[[parallel]]` for each run.
        """,
        documented="CONTRIBUTING.md, at “a translation beside its original”",
        examples=(
            Example(
                path=PATH,
                given="Passages begin on lines 5, 9 and 11 of raw.txt, and on line 9 a heading too.",
                wrong="""
                [[parallel]]
                original = "5"
                translation = "9-11"
                """,
                right="""
                [[parallel]]
                original = "5"
                translation = "11"
                """,
            ),
        ),
    ),
    Code(
        id="S17",
        title="a file of a name that nothing reads",
        meaning="""
        The file is called nearly as one that an edition is made of, `Notes.md` for `notes.md` or
        `correction.toml` for `corrections.toml`, and is none. What stands in it would do nothing. Files of
        other names may lie beside those of the edition.
        """,
        documented="README.md, at “everything that belongs to one text”",
        examples=(
            Example(
                path="sources/marsh-1931/correction.toml",
                wrong="""
                [[correction]]
                """,
                right="",
            ),
        ),
    ),
)
