"""K: the kinds of blocks, and where they begin."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

PATH = "sources/marsh-1931/source.toml"
KIND = "CONTRIBUTING.md, at “another kind of block”"
PARAGRAPH = "CONTRIBUTING.md, at “a paragraph that no blank line sets apart”"
JOIN = "CONTRIBUTING.md, at “a paragraph that a page turn breaks”"
TABLE = "CONTRIBUTING.md, at “a table”"
FIGURE = "CONTRIBUTING.md, at “a picture”"
NUMBERS = "CONTRIBUTING.md, at “the source’s own numbers”"

GROUP = Group(
    "K",
    "what kind of block a passage is, and where it begins, in `source.toml`",
    (
        Code(
            id="K01",
            title="two parts cross each other, or lie too deep",
            meaning="""
            A part may hold another, with all of its lines: items within items, verse within a quotation. Here
            one begins within another and ends after it, so that nobody can say which holds which; or parts
            lie within each other twelve deep, which no text needs and no page can show.
            """,
            documented=KIND,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    [[part]]
                    lines = "5-9"
                    kind = "quotation"

                    [[part]]
                    lines = "9-11"
                    kind = "item"
                    """,
                    right="""
                    [[part]]
                    lines = "5-11"
                    kind = "quotation"

                    [[part]]
                    lines = "9-11"
                    kind = "item"
                    """,
                ),
            ),
        ),
        Code(
            id="K02",
            title="a part lies in one that cannot hold it",
            meaning="""
            A quotation, an item, a turn of a speaker, a letter, an abstract and a standfirst can hold other
            parts. A stanza, a table or a signature can hold none: its lines are all that it has. The message
            says which kinds can hold the inner part.
            """,
            documented=KIND,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    [[part]]
                    lines = "5-11"
                    kind = "verse"

                    [[part]]
                    lines = "11"
                    kind = "item"
                    """,
                    right="""
                    [[part]]
                    lines = "5-11"
                    kind = "item"

                    [[part]]
                    lines = "11"
                    kind = "verse"
                    """,
                ),
            ),
        ),
        Code(
            id="K03",
            title="the guard of a part, a table or a paragraph fails",
            meaning="""
            `begins` guards an entry that names lines, as it guards a cut: the first of the lines must begin
            with these words. A `[[paragraph]]` that begins amid a line is found by its first words, so they
            must stand there once.
            """,
            documented=PARAGRAPH,
            examples=(
                Example(
                    path=PATH,
                    given="Line 11 of raw.txt begins “The lamp was put out in 1931”.",
                    wrong="""
                    [[part]]
                    lines = "11"
                    begins = "The lamp was lit"
                    kind = "quotation"
                    """,
                    right="""
                    [[part]]
                    lines = "11"
                    begins = "The lamp was put out"
                    kind = "quotation"
                    """,
                ),
            ),
        ),
        Code(
            id="K04",
            title="no paragraph can begin there",
            meaning="""
            A `[[paragraph]]` names the line on which a paragraph begins, and its first words where it begins
            amid the line. There a line is blank or cut, or a heading stands; or a word would be divided, or a
            table, which is one passage.
            """,
            documented=PARAGRAPH,
            examples=(
                Example(
                    path=PATH,
                    given="Line 9 of raw.txt has “He wrote the logge of every ship”; line 10 is blank.",
                    wrong="""
                    [[paragraph]]
                    line = 10
                    """,
                    right="""
                    [[paragraph]]
                    line = 9
                    begins = "He wrote"
                    """,
                ),
            ),
        ),
        Code(
            id="K05",
            title="the rows of a table differ",
            meaning="""
            Each row of a table has as many cells as the first. Cells stand `apart` (by tabs, or by two spaces
            at least); or they are divided by `bars`; or every word is one (`words`), or every line (`lines`),
            and then `columns` says how many are a row. Something else divides these cells, an empty cell has
            left no trace, or the table has fewer rows than its `header`.

            A cell of several words in a table of `words` cannot be told from several cells: set it apart with
            a correction, or leave the table as `preformatted` text.
            """,
            documented=TABLE,
            examples=(
                Example(
                    path=PATH,
                    given="Line 11 of raw.txt is “The lamp was put out in 1931; nobody knows why.”",
                    wrong="""
                    [[table]]
                    lines = "11"
                    """,
                    right="""
                    [[table]]
                    lines = "11"
                    cells = "words"
                    columns = 5
                    """,
                ),
            ),
        ),
        Code(
            id="K06",
            title="a picture, its caption or its alternative text is missing",
            meaning="""
            A `[[figure]]` shows a picture that lies beside `raw.txt`: a PNG, JPEG, GIF or WebP file whose
            name ends so. An SVG may hold a program and is refused, and so is a picture of another folder or
            another site. `alt` says what it shows, for those who cannot see it. Its caption are `lines` of
            the raw text, of one paragraph; or `caption` supplies one `before` a line, with a `reason`.
            """,
            documented=FIGURE,
            examples=(
                Example(
                    path=PATH,
                    given="lamp.png lies beside raw.txt.",
                    wrong="""
                    [[figure]]
                    file = "lamp.jpg"
                    alt = "A lamp"
                    lines = "11"
                    """,
                    right="""
                    [[figure]]
                    file = "lamp.png"
                    alt = "A lamp"
                    lines = "11"
                    """,
                ),
            ),
        ),
        Code(
            id="K07",
            title="a number of the source is not there",
            meaning="""
            `unit` says by what the source counts itself: article, section, verse. Then the heading or the
            paragraph begins with a number (“Article 1”, “§ 3.”, “IV.”), which is what citations name. None
            was found; `label` says which words it is. `first_line` counts the lines of verse.
            """,
            documented=NUMBERS,
            examples=(
                Example(
                    path=PATH,
                    given="Line 13 of raw.txt begins “§ 2. Whoever puts the lamp out”.",
                    wrong="""
                    [[part]]
                    lines = "11"
                    kind = "paragraph"
                    unit = "section"
                    """,
                    right="""
                    [[part]]
                    lines = "13"
                    kind = "paragraph"
                    unit = "section"
                    """,
                ),
            ),
        ),
        Code(
            id="K08",
            title="a turn has no speaker",
            meaning="""
            In a part of kind `speech` each paragraph that begins with one of the `speakers` and a colon, a
            point or a dash opens a turn; a paragraph without goes on with the turn before. Nobody opens the
            first one, one of the names opens none, or a part of another kind has speakers. Where the text
            does not name the speaker, `speaker` does.
            """,
            documented=KIND,
            examples=(
                Example(
                    path=PATH,
                    given="Line 15 of raw.txt is “Q: Who lit it?”, line 17 is “A: Nobody knows.”",
                    wrong="""
                    [[part]]
                    lines = "15-17"
                    kind = "speech"
                    speakers = ["Marsh"]
                    """,
                    right="""
                    [[part]]
                    lines = "15-17"
                    kind = "speech"
                    speakers = ["Q", "A"]
                    """,
                ),
            ),
        ),
        Code(
            id="K09",
            title="a heading is shown in other words, or has a level that there is not",
            meaning="""
            `shown` gives a heading in other capitals and signs, and with the same letters: a heading in
            capitals with a colon as a heading should be. Words are changed in `corrections.toml` alone.
            `level` is 1, for the headings right below the title, to 6.
            """,
            documented="CONTRIBUTING.md, at “a heading”",
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    text = "THE KEEPERS:"
                    shown = "The keeper"
                    """,
                    right="""
                    text = "THE KEEPERS:"
                    """,
                ),
            ),
        ),
        Code(
            id="K10",
            title="no paragraph can go on there",
            meaning="""
            A `[[join]]` names the line with which a paragraph goes on that the raw text breaks. Here the line
            is blank, cut or a heading, goes on there anyhow, or stands behind a heading or another part.
            """,
            documented=JOIN,
            examples=(
                Example(
                    path=PATH,
                    given="Line 12 of raw.txt is blank.",
                    wrong="""
                    [[join]]
                    line = 12
                    """,
                    right="""
                    [[join]]
                    line = 13
                    """,
                ),
            ),
        ),
    ),
)
