"""B: the bibliography."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

BIB = "references.bib"
ROW = "CONTRIBUTING.md, at “a reference”"

GROUP = Group(
    "B",
    "the bibliography, `references.bib`, and whatever names a record of it",
    (
        Code(
            id="B01",
            title="a BibTeX block cannot be read",
            meaning="""
            A brace, a comma, a quotation mark or an `@` is missing, so that the record does not end where it
            should, or a field has swallowed the next one. Most programs drop such a field or record without a
            word; here it stops the build.

            Look at the line before the one that is named as well: a comma is missed only where the next field
            begins.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=BIB,
                    wrong="""
                    @book{brown-1900,
                      author = {Brown, Cy},
                      title = {The Lamps of the Coast}
                      publisher = {Quay Press},
                      date = {1900-06-12},
                    }
                    """,
                    right="""
                    @book{brown-1900,
                      author = {Brown, Cy},
                      title = {The Lamps of the Coast},
                      publisher = {Quay Press},
                      date = {1900-06-12},
                    }
                    """,
                ),
            ),
        ),
        Code(
            id="B02",
            title="a field is missing or malformed",
            meaning="""
            A record lacks a field that its type needs, has a field twice, or has a value that citation styles
            and reference managers would misread: a date in words or one that the calendar does not have, a
            name with too many commas, a DOI with its address, an address without `https://` or with a
            backslash, a key with a sign that BibLaTeX does not allow.

            Dates are those of BibLaTeX: a day, a month, a season (`2020-21` is spring), a year, a span
            (`2019/2021`), with `?` where it is uncertain and `~` where it is about right.

            The hint shows the form that is wanted. What is not established is left out: a record without a
            date is good, a guessed date is not.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=BIB,
                    wrong="""
                    date = {12 June 1900},
                    """,
                    right="""
                    date = {1900-06-12},
                    """,
                ),
                Example(
                    path=BIB,
                    given="A DOI stands without the address of the service that resolves it.",
                    wrong="""
                    @report{ports-1960,
                      title = {Lights and Buoys},
                      institution = {Harbour Office},
                      date = {1960},
                      doi = {https://doi.org/10.1234/lights},
                    }
                    """,
                    right="""
                    @report{ports-1960,
                      title = {Lights and Buoys},
                      institution = {Harbour Office},
                      date = {1960},
                      doi = {10.1234/lights},
                    }
                    """,
                ),
            ),
        ),
        Code(
            id="B03",
            title="two keys that differ only in case, or not at all",
            meaning="""
            The key of a record gives its address on the page of the bibliography, so each key stands for one
            record. An address is in small letters, with a hyphen for each row of other signs than letters and
            digits: two keys that differ only in these would share one address.

            If both records are the same work, delete one of them; if not, give one another key, of the form
            `name-year`.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=BIB,
                    given="The file has a record “brown-1900” already.",
                    wrong="""
                    @misc{Brown-1900,
                      title = {A Letter on Lamps},
                    }
                    """,
                    right="""
                    @misc{brown-1900a,
                      title = {A Letter on Lamps},
                    }
                    """,
                ),
            ),
        ),
        Code(
            id="B04",
            title="the bibliography has no such key",
            meaning="""
            A citation, a note, a term or a text names a record by its key, and `references.bib` has none with
            that key. Most often it is a slip of the pen, and the hint names the keys that are like it;
            otherwise the record has yet to be added.

            A text needs a record too: the name of its folder in `sources/` is the key, and its title, author
            and date are taken from there.
            """,
            documented=ROW,
            examples=(
                Example(
                    path="sources/marsh-1931/citations.toml",
                    wrong="""
                    quote = "as Brown tells us"
                    key = "browne-1900"
                    """,
                    right="""
                    quote = "as Brown tells us"
                    key = "brown-1900"
                    """,
                ),
            ),
        ),
        Code(
            id="B05",
            title="a type or field is not known",
            meaning="""
            The type of a record (`@book`, `@article`, …) is not one of BibLaTeX or BibTeX, or the name of a
            field is one letter away from one that is printed. Citation styles ignore a field that they do not
            know, so a misspelt one would be missing from every citation, and nobody would be told.

            Fields of your own, and those of other programs, are passed on as they are. For a remark that the
            page shows there is `annotation`.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=BIB,
                    wrong="""
                    publsher = {Quay Press},
                    """,
                    right="""
                    publisher = {Quay Press},
                    """,
                ),
            ),
        ),
        Code(
            id="B06",
            title="there is no such citation style",
            meaning="""
            The bibliography is formatted in the style that `style` names in the table `[tool.reader]` of
            `pyproject.toml`. It must be the name of a style of the Citation Style Language, as
            https://www.zotero.org/styles lists them. Without the field it is `chicago-author-date`.
            """,
            documented="CONTRIBUTING.md, at “another citation style”",
            examples=(
                Example(
                    path="pyproject.toml",
                    wrong="""
                    style = "chicago"
                    """,
                    right="""
                    style = "chicago-author-date"
                    """,
                ),
            ),
        ),
        Code(
            id="B07",
            title="a macro that no @string defines",
            meaning="""
            A value without braces or quotation marks is the name of a macro, which `@string` must define
            above it; only the months (`jan` to `dec`) and numbers need none. BibTeX prints nothing for one
            that is not defined.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=BIB,
                    wrong="""
                    publisher = quaypress,
                    """,
                    right="""
                    publisher = {Quay Press},
                    """,
                ),
            ),
        ),
        Code(
            id="B08",
            title="a TeX command that is not read",
            meaning="""
            Fields that are printed may hold accents, letters and signs of TeX, quotation marks, dashes,
            emphasis, sub- and superscript. Every other command would be lost in print, or could bring a link,
            a picture or a file into the page, so it stops the build.

            Fields that are not printed (`abstract`, `file`, `keywords` and the like) may hold any TeX.
            """,
            documented="CONTRIBUTING.md, at “TeX is a small subset”",
            examples=(
                Example(
                    path=BIB,
                    wrong="""
                    title = {The \\href{https://example.org/lamps}{Lamps} of the Coast},
                    """,
                    right="""
                    title = {The Lamps of the Coast},
                    """,
                ),
            ),
        ),
        Code(
            id="B09",
            title="a record of CSL-JSON or RIS cannot be read",
            meaning="""
            Beside `references.bib` a project may have `references.json` (CSL-JSON) and `references.ris`, as
            reference managers write them. Something in one of them is broken: a comma or a bracket of JSON is
            missing, a record of RIS has no end, a line stands outside of any record, or a value is not of the
            kind that the field has.

            Export the file anew, or mend the line that is named. What can be read is held to the same rules
            as `references.bib`, and told in the names that its file has for the fields.
            """,
            documented=ROW,
            examples=(
                Example(
                    path="references.json",
                    wrong="""
                    [{"id": "lamps-1950", "type": "book", "title": "Lamps", "publisher": "Quay Press",
                      "author": "Doe, Jo"}]
                    """,
                    right="""
                    [{"id": "lamps-1950", "type": "book", "title": "Lamps", "publisher": "Quay Press",
                      "author": [{"family": "Doe", "given": "Jo"}]}]
                    """,
                ),
            ),
        ),
    ),
)
