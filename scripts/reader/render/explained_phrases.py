"""The words that explain problems, on the terminal and on a page: in English, as the problems are told.

Code stands between backticks.
"""

from __future__ import annotations

AND = " and "
PROBLEMS = "Problems explained"
PROBLEMS_TOLD = "What each problem code means, with examples"
PROBLEMS_INTRO = (
    "Whatever is wrong with a source is told as `path:line: CODE message — hint`, all at once, and nothing"
    " is written. This page says what each code means; `annotated-reader explain B04` tells the "
    "same of one code, and `explain` alone lists them all. In a checkout of the engine that is not "
    "installed, `python3 scripts/build.py` stands for `annotated-reader`.",
    "The letter of a code says what it is about. The examples are from a small made-up edition of two texts, "
    "`marsh-1931` and `reed-1950`; each was tried, and gives the problem that it stands under.",
)
MORE = "More on one of them, with examples: annotated-reader explain CODE"
FOUND_BY = "`{verb}` finds it; `build` does not."
DOCUMENTED = "Documented in {place}."
COMES_WITH = "This gives {codes} too."
LABELLED = "{label} {text}"
ARISES = "How it comes about:"
MEND = "What to do:"
WRONG_IN = "{wrong} in {path}:"
WRONG = "Wrong,"
RIGHT = "Right:"
LEAVE_OUT = "{right} leave it out."
