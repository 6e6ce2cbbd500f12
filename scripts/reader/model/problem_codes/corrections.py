"""C: corrections of words."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

PATH = "sources/marsh-1931/corrections.toml"
ROW = "CONTRIBUTING.md, at “a correction of words”"

GROUP = Group(
    "C",
    "corrections of words, `corrections.toml`",
    (
        Code(
            id="C01",
            title="a correction does not find its words",
            meaning="""
            A `[[correction]]` or `[[sic]]` names a line of `raw.txt` and, in `find`, words that begin in that
            line. They must stand there exactly so: capitals, accents and punctuation count. Only a plain
            space stands for any kind of space, since one cannot see which of them the file has.

            Copy the words from `raw.txt`, not from the page: the page shows the text after quotation marks,
            spaces and dashes have been made regular. Lines are counted from 1.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given="Line 9 of raw.txt has “A keeper served for sevenyears.”",
                    wrong="""
                    [[correction]]
                    line = 9
                    find = "seven years"
                    replace = "seven years"
                    reason = "a space is missing"
                    """,
                    right="""
                    [[correction]]
                    line = 9
                    find = "sevenyears"
                    replace = "seven years"
                    reason = "a space is missing"
                    """,
                ),
            ),
        ),
        Code(
            id="C02",
            title="a correction finds its words more than once",
            meaning="""
            The words of `find` begin in the line more than once, so it cannot be told which of the places is
            meant. Parts of words count: `lamp` is found in `lamps` too.

            Quote more of the line, until the words stand there once.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    given="""
                    Line 5 of raw.txt has “The lamp at Northport” and, later, “the lamp were seen from ten
                    miles away”.
                    """,
                    wrong="""
                    [[correction]]
                    line = 5
                    find = "lamp"
                    replace = "lamps"
                    reason = "a letter is missing: “were seen”"
                    """,
                    right="""
                    [[correction]]
                    line = 5
                    find = "lamp were"
                    replace = "lamps were"
                    reason = "a letter is missing: “were seen”"
                    """,
                ),
            ),
        ),
        Code(
            id="C03",
            title="a correction changes nothing, or lies in a cut",
            meaning="""
            An entry of `corrections.toml` has no effect: `find` and `replace` are the same, the words are in
            lines that are cut, another entry has changed them already, or the text that is to be supplied is
            empty. Readers are told of every correction, so one that does nothing would tell them something
            untrue.

            Drop the entry, or mend the line number. Words that look wrong and are kept are not a correction
            but a `[[sic]]`.
            """,
            documented=ROW,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    [[correction]]
                    line = 9
                    find = "wrote"
                    replace = "wrote"
                    reason = "as it stands in the source"
                    """,
                    right="""
                    [[sic]]
                    line = 9
                    find = "wrote"
                    reason = "as it stands in the source"
                    """,
                ),
                Example(
                    path=PATH,
                    given="Line 7 of raw.txt, “Share this page”, is cut in source.toml.",
                    wrong="""
                    [[correction]]
                    line = 7
                    find = "Share"
                    replace = "Send"
                    reason = "a better word"
                    """,
                    right="",
                ),
            ),
        ),
    ),
)
