"""S04 to S08: the decisions on a raw text that name its lines."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example

PATH = "sources/marsh-1931/source.toml"
CUT = "CONTRIBUTING.md, at “a cut”"

LINES = (
    Code(
        id="S04",
        title="the guard of a cut fails",
        meaning="""
        `begins` guards a cut: the first line that is cut must begin with these words. Without `begins`, it
        must be blank. The line begins otherwise, so the cut would take other lines out of the text than those
        that were meant.

        Most often a line number is wrong. Lines are those of `raw.txt`, counted from 1 with the blank ones.
        """,
        documented=CUT,
        examples=(
            Example(
                path=PATH,
                given="Line 7 of raw.txt is “Share this page”.",
                wrong="""
                lines = "7"
                begins = "Share on"
                """,
                right="""
                lines = "7"
                begins = "Share this page"
                """,
            ),
        ),
    ),
    Code(
        id="S05",
        title="two cuts overlap",
        meaning="""
        Two cuts take the same line. Each of them gives a kind and a reason, and readers would be told two
        things of one line. Let each line be cut once.
        """,
        documented=CUT,
        examples=(
            Example(
                path=PATH,
                given="Another cut takes line 1, “The Lamp at Northport”, already.",
                wrong="""
                lines = "1-3"
                begins = "The Lamp at Northport"
                """,
                right="""
                lines = "3"
                begins = "By Ann Marsh"
                """,
            ),
        ),
    ),
    Code(
        id="S06",
        title="a line number is not a line of the raw text",
        meaning="""
        An entry names a line that `raw.txt` does not have, or a range that runs backwards. Lines are counted
        from 1, blank ones too, as text editors count them; a range such as `7-9` includes both of its ends.
        The message says how many lines there are.
        """,
        documented=CUT,
        examples=(
            Example(
                path="sources/marsh-1931/corrections.toml",
                given="Line 9 of raw.txt has “the logge of every ship”; there is no line 90.",
                wrong="""
                [[sic]]
                line = 90
                """,
                right="""
                [[sic]]
                line = 9
                """,
            ),
        ),
    ),
    Code(
        id="S07",
        title="a heading, part or pause does not stand where it is said to",
        meaning="""
        A `[[heading]]` names a line and the words that open it; a `[[part]]` names lines in which a block
        begins; a `[[pause]]` names the line that follows the pause. Nothing of the kind stands there: the
        line begins otherwise, is blank, lies in the middle of a paragraph, or is cut.

        A heading is compared letter by letter. Where it is not a line of its own, a space must follow it, so
        that half a word is never made a heading.
        """,
        documented="CONTRIBUTING.md, at “a heading”",
        examples=(
            Example(
                path=PATH,
                given="Line 9 of raw.txt begins “THE KEEPERS: A keeper served”.",
                wrong="""
                [[heading]]
                line = 9
                text = "The Keepers"
                """,
                right="""
                [[heading]]
                line = 9
                text = "THE KEEPERS:"
                """,
                also=("A01",),
            ),
            Example(
                path=PATH,
                given="Line 10 of raw.txt is blank; line 11 begins “The lamp was put out in 1931”.",
                wrong="""
                [[pause]]
                before = 10
                reason = "three stars in print"
                """,
                right="""
                [[pause]]
                before = 11
                reason = "three stars in print"
                """,
            ),
        ),
    ),
    Code(
        id="S08",
        title="a line ends in a hyphen that nobody has decided on",
        meaning="""
        In a `hard-wrapped` text a hyphen at the end of a line may divide a word (`with-` / `out`) or be a
        part of it (`north-` / `east`). No program can know which, so an editor decides on each:
        `keep = false` joins the halves, `keep = true` joins them and keeps the hyphen. With `space = true` as
        well it stands for the rest of a word (`pre-` / `and post-war`), which a word like “and” after it
        says already. A soft hyphen, which print leaves out within a line, divides a word and asks nothing.

        The other way round, a decision on a line that does not end in such a hyphen is a problem too, and
        must be dropped.
        """,
        documented="CONTRIBUTING.md, at “a decision on a hyphen at a line's end”",
        examples=(
            Example(
                path="sources/reed-1950/source.toml",
                given="Line 1 of raw.txt ends “is now with-”, and line 2 begins “out a keeper”.",
                wrong="""
                [[hyphen]]
                line = 3
                """,
                right="""
                [[hyphen]]
                line = 1
                """,
            ),
        ),
    ),
)
