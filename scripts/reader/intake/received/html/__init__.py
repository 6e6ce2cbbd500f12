"""HTML, and what pandoc makes HTML of: its blocks as rows, and what each of them is for.

    tree     bytes → tree; what a browser does not show
    boxes    what a block is
    blocks   tree → blocks of text with the element that they stand in; emphasis and links
    tables   tables of data, row by row
    items    what a browser puts before list items
    areas    which elements hold the text, and which stand round it
    labels   words by which boxes and headings are known: “share”, “related”, “comments”
    meta     what the page says of itself: title, author, date, language
    pictures figures, which are not taken in with the words

A page is never guessed to be shorter than it is: all that a browser shows is a row, and what stands round
the text keeps its place and is told by its tag.
"""

from __future__ import annotations

from reader.intake.received.html.reader import read

__all__ = ["read"]
