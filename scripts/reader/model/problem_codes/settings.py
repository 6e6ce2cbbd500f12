"""M: the settings of the site."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

PATH = "mkdocs.yml"
ROW = "mkdocs.yml, at “site_name”"

GROUP = Group(
    "M",
    "the settings of the site, `mkdocs.yml` and `pyproject.toml`",
    (
        Code(
            id="M01",
            title="mkdocs.yml cannot be read",
            meaning="""
            The file is not valid YAML, or it is not a table of settings. The message is that of the parser,
            and the hint shows the line at which it gave up: the slip is there or above it. Common ones are a
            quotation mark that is not closed, a tab at the beginning of a line, and a colon within a value
            that stands without quotation marks.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    site_name: "Lamps
                    """,
                    right="""
                    site_name: Lamps
                    """,
                ),
            ),
        ),
        Code(
            id="M02",
            title="a setting of mkdocs.yml has a value that is not allowed",
            meaning="""
            `site_name` is a text, and `site_url` the whole address at which the site is published: links in
            citations begin with it. In YAML a word such as `Off` or `Yes` without quotation marks is no text
            but false or true; put quotation marks round it.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    site_url: lamps.example
                    """,
                    right="""
                    site_url: https://lamps.example/
                    """,
                ),
            ),
        ),
        Code(
            id="M03",
            title="an edition has two days",
            meaning="""
            `[[tool.reader.release]]` in pyproject.toml says on which day an edition was published, each in an
            entry of its own. By these days the map of the site and its feed tell programs what has changed
            since they last looked, so an edition has one alone.
            """,
            documented="CONTRIBUTING.md, at “an edition”",
            examples=(
                Example(
                    path="pyproject.toml",
                    wrong="""
                    [[tool.reader.release]]
                    edition = "1"
                    date = "2026-05-01"

                    [[tool.reader.release]]
                    edition = "1"
                    date = "2026-06-01"
                    """,
                    right="""
                    [[tool.reader.release]]
                    edition = "1"
                    date = "2026-05-01"
                    """,
                ),
            ),
        ),
        Code(
            id="M04",
            title="errors cannot be reported at this address",
            meaning="""
            `report` in the table `[tool.reader]` of pyproject.toml is where readers report an error in a
            passage: an address of the web or of mail. `{place}` in it becomes the name of the passage and
            `{link}` the link to it; an address of mail without a question mark gets both of them.
            """,
            documented="CONTRIBUTING.md, at “a way to report errors”",
            examples=(
                Example(
                    path="pyproject.toml",
                    wrong="""
                    report = "editors@lamps.example"
                    """,
                    right="""
                    report = "mailto:editors@lamps.example"
                    """,
                ),
            ),
        ),
        Code(
            id="M05",
            title="the site cannot speak this language",
            meaning="""
            `language` of the `theme` in mkdocs.yml says in which language the site itself speaks: its menus,
            headings and messages, its dates and numbers. It can be one of those for which the engine has a
            catalogue of phrases. Texts, terms and works may be in any language, which they say themselves.
            """,
            documented="CONTRIBUTING.md, at “the language of a site”",
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    theme:
                      language: Persian
                    """,
                    right="""
                    theme:
                      language: fa
                    """,
                ),
            ),
        ),
        Code(
            id="M06",
            title="a kind of terms or of notes that cannot be",
            meaning="""
            `[[tool.reader.term_kind]]` and `[[tool.reader.note_kind]]` in pyproject.toml name the kinds that
            an edition has of its own. The `id` is what stands in `kind` of a term or a note, and a part of
            addresses, so it has lower-case letters, digits and hyphens alone, and no two kinds have the same.
            """,
            documented="CONTRIBUTING.md, at “kinds of terms of one’s own”",
            examples=(
                Example(
                    path="pyproject.toml",
                    wrong="""
                    [[tool.reader.note_kind]]
                    id = "since"
                    name = "Since then"

                    [[tool.reader.note_kind]]
                    id = "Added later"
                    name = "Added later"
                    """,
                    right="""
                    [[tool.reader.note_kind]]
                    id = "since"
                    name = "Since then"

                    [[tool.reader.note_kind]]
                    id = "added-later"
                    name = "Added later"
                    """,
                ),
            ),
        ),
        Code(
            id="M07",
            title="a phrase of words.po that the engine does not say so",
            meaning="""
            `words.po` beside mkdocs.yml says some phrases of the engine otherwise: `msgid` is what it says in
            English, `msgstr` what it shall say, in the language of the site. What is no phrase of the engine,
            or leaves out one of the fields in braces that are filled in, would never be seen as it was meant.
            """,
            documented="CONTRIBUTING.md, at “other words on buttons”",
            examples=(
                Example(
                    path="words.po",
                    wrong="""
                    msgid "Works cited by"
                    msgstr "Literature"
                    """,
                    right="""
                    msgid "Works cited"
                    msgstr "Literature"
                    """,
                ),
            ),
        ),
    ),
)
