"""F: what a source marks within its lines: emphasis, links, footnotes, the pages of the print."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

PATH = "sources/marsh-1931/source.toml"
MARKUP = "CONTRIBUTING.md, at “words that the source sets apart”"
FOOTNOTE = "CONTRIBUTING.md, at “a footnote or an endnote of the source”"
PAGE = "CONTRIBUTING.md, at “a page of the print”"

GROUP = Group(
    "F",
    "what the source marks within its lines: markup, footnotes and pages in `source.toml`",
    (
        Code(
            id="F01",
            title="words of a line are not in it",
            meaning="""
            An entry names words by the raw line in which they begin: the words of `find`, or the `marker` of
            a footnote or of a page. The line does not have them; or it has them, and not right after the
            words of `after` and right before those of `before`. A space stands for any space, and for the end
            of a line. The words are those of `raw.txt`, before anything is corrected.
            """,
            documented=MARKUP,
            examples=(
                Example(
                    path=PATH,
                    given="Line 5 of raw.txt has “lamp at Northport was first lit”.",
                    wrong="""
                    [[markup]]
                    line = 5
                    find = "Nothport"
                    kind = "emphasis"
                    """,
                    right="""
                    [[markup]]
                    line = 5
                    find = "Northport"
                    kind = "emphasis"
                    """,
                ),
            ),
        ),
        Code(
            id="F02",
            title="words of a line stand in it more than once",
            meaning="""
            The words that an entry names begin more than once in their line, and which of them is meant is
            never guessed. Say what stands right before them, with `after`, or right after them, with
            `before`.
            """,
            documented=MARKUP,
            examples=(
                Example(
                    path=PATH,
                    given="Line 5 of raw.txt has “The lamp” and “the lamp were seen”.",
                    wrong="""
                    [[markup]]
                    line = 5
                    find = "lamp"
                    kind = "strong"
                    """,
                    right="""
                    [[markup]]
                    line = 5
                    find = "lamp"
                    before = "were seen"
                    kind = "strong"
                    """,
                ),
            ),
        ),
        Code(
            id="F03",
            title="markup does not say what its kind needs",
            meaning="""
            A link has a `target`, an address that begins with `https://`, `http://` or `mailto:`; one that
            would run a program on the page, like `javascript:`, is refused. Foreign words have a `language`,
            as a tag of BCP 47: `fr`, `zh-Hant`. No other kind has either of them.
            """,
            documented=MARKUP,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    [[markup]]
                    line = 5
                    find = "Brown"
                    kind = "link"
                    target = "javascript:alert(1)"
                    """,
                    right="""
                    [[markup]]
                    line = 5
                    find = "Brown"
                    kind = "link"
                    target = "https://lamps.example/brown"
                    """,
                ),
            ),
        ),
        Code(
            id="F04",
            title="words are marked that are gone, or marked already",
            meaning="""
            Words that are cut cannot be emphasised or linked, and a marker cannot be taken out twice: each
            marker calls one note, each sign begins one page. Of two entries of one kind that mark the same
            words, one says nothing, and two links on the same words contradict one another.
            """,
            documented=MARKUP,
            examples=(
                Example(
                    path=PATH,
                    given="Line 7 of raw.txt, “Share this page”, is cut.",
                    wrong="""
                    [[markup]]
                    line = 7
                    find = "Share this page"
                    kind = "strong"
                    """,
                    right="",
                ),
            ),
        ),
        Code(
            id="F05",
            title="the lines of a footnote are not its note",
            meaning="""
            `note` names the raw lines of the note that a marker calls. The first of them must begin with the
            marker, or with `number` where the note has its number in another form: the marker is a raised `1`
            and the note begins with `1.`, for example. The number must be that of the marker, the lines
            belong to one footnote and to no heading, and something must be left of them.
            """,
            documented=FOOTNOTE,
            examples=(
                Example(
                    path=PATH,
                    given="Line 19 is “A bell[1] rings in fog.”, line 21 “[1] It was cast in 1790.”",
                    wrong="""
                    [[footnote]]
                    line = 19
                    marker = "[1]"
                    note = "11"
                    """,
                    right="""
                    [[footnote]]
                    line = 19
                    marker = "[1]"
                    note = "21"
                    """,
                ),
            ),
        ),
        Code(
            id="F06",
            title="the number of a page is not right",
            meaning="""
            The number of a page is what citations give and part of its address, `#page-114`. It has a letter
            or a digit; no two pages of a text have the same one; a `marker` in the raw text says it; and it
            follows that of the page before it. Where the print itself has its pages in disorder, say so with
            a `reason`; a reason that nothing asks for is refused too.
            """,
            documented=PAGE,
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    [[page]]
                    line = 5
                    number = "14"

                    [[page]]
                    line = 19
                    number = "13"
                    """,
                    right="""
                    [[page]]
                    line = 5
                    number = "14"

                    [[page]]
                    line = 19
                    number = "15"
                    """,
                ),
            ),
        ),
    ),
)
