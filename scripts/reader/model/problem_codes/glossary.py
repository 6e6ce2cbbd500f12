"""G: the glossary."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

PATH = "glossary.toml"
TERM = "CONTRIBUTING.md, at “a term”"

GROUP = Group(
    "G",
    "the glossary, `glossary.toml`",
    (
        Code(
            id="G01",
            title="two terms claim one form",
            meaning="""
            The forms of a term are the words by which it is found in the texts. Where two terms have the same
            form, one of them would lose all its uses to the other, so each form belongs to one term. Capitals
            count: `Log` and `log` are two forms.
            """,
            documented=TERM,
            examples=(
                Example(
                    path=PATH,
                    given="The term “keeper” has the forms “keeper” and “keepers”.",
                    wrong="""
                    forms = ["log", "logge", "keepers"]
                    """,
                    right="""
                    forms = ["log", "logge"]
                    """,
                ),
            ),
        ),
        Code(
            id="G02",
            title="two terms have one id",
            meaning="""
            The `id` of a term is its address, `/terms/<id>/`, so no two terms may have the same one. Give the
            newer term another id: readers may have linked to the older.
            """,
            documented=TERM,
            examples=(
                Example(
                    path=PATH,
                    given="The glossary has a term “keeper” already.",
                    wrong="""
                    id = "keeper"
                    name = "log"
                    """,
                    right="""
                    id = "log"
                    name = "log"
                    """,
                ),
            ),
        ),
        Code(
            id="G03",
            title="a term that no text uses",
            meaning="""
            None of the forms of this term is found in any text. Forms are matched whole and without stemming:
            `keeper` does not find `keepers`, and capitals count; apostrophes, hyphens and letters with marks
            may be written in any way. Headings and the words of
            citations are not searched.

            Mend the forms; or, if the term is only there for other terms to refer to, say
            `background = true`.
            """,
            documented=TERM,
            examples=(
                Example(
                    path=PATH,
                    given="The texts have “the logge of every ship” and “its log is in the town”.",
                    wrong="""
                    forms = ["logbook", "Log"]
                    """,
                    right="""
                    forms = ["log", "logge"]
                    """,
                    also=("G04",),
                ),
            ),
        ),
        Code(
            id="G04",
            title="an exception that nothing uses",
            meaning="""
            A `[[term.unlinked]]` says that in one passage of one text a form is not the term. Here that
            passage does not have the form, there is no such passage or text, or the form is not one of the
            term's: often the text has changed since the exception was made.

            Mend the exception, or drop it. It belongs to the `[[term]]` that stands above it in the file.
            """,
            documented="CONTRIBUTING.md, at “a place where a form is not the term”",
            examples=(
                Example(
                    path=PATH,
                    given="Passage p2 reads “A log floats in the harbour.”",
                    wrong="""
                    passage = "p3"
                    form = "log"
                    """,
                    right="""
                    passage = "p2"
                    form = "log"
                    """,
                ),
            ),
        ),
        Code(
            id="G05",
            title="a see-also to nothing",
            meaning="""
            `see` lists the ids of other terms, to which the page of this one links. There is no term with
            this id, or it is the term itself. Write the `id` of the term, not its name or a form.
            """,
            documented=TERM,
            examples=(
                Example(
                    path=PATH,
                    given="""The glossary has a term with id = “keeper”.""",
                    wrong="""
                    see = ["Keeper"]
                    """,
                    right="""
                    see = ["keeper"]
                    """,
                ),
            ),
        ),
        Code(
            id="G06",
            title="an id or a form that no term can have",
            meaning="""
            The `id` of a term becomes an address and the name of a file, so it is made of lower-case letters,
            digits and single hyphens; `index` and `names` are taken by other pages. A form is the words to be
            looked for, so it cannot be empty.
            """,
            documented=TERM,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    id = "The Log"
                    """,
                    right="""
                    id = "log"
                    """,
                ),
                Example(
                    path=PATH,
                    wrong="""
                    forms = ["log", "logge", ""]
                    """,
                    right="""
                    forms = ["log", "logge"]
                    """,
                ),
            ),
        ),
        Code(
            id="G07",
            title="a form that can never be found",
            meaning="""
            No text can hold this form as a whole, so the term would lose its uses without a word. A reading
            text has no two spaces together, no characters that nobody can see, and a dash where the source
            has a hyphen between spaces; nothing is looked for in addresses of the web and of mail.
            """,
            documented=TERM,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    forms = ["log", "logge", "log  book"]
                    """,
                    right="""
                    forms = ["log", "logge"]
                    """,
                ),
            ),
        ),
        Code(
            id="G08",
            title="a definition cites in its words",
            meaning="""
            Definitions are plain text, and square brackets with an `@` would be shown to readers as they
            stand. What a definition rests on is named in `references`, and its page leads there.
            """,
            documented=TERM,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    definition = "A harbour on the north coast [@brown-1900]."
                    """,
                    right="""
                    definition = "A harbour on the north coast."
                    """,
                ),
            ),
        ),
    ),
)
