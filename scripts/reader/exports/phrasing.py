"""Words for formats that are not pages: without control characters, and notes without Markdown.

legal("a\\0b\\uffff")                    ->  "a␀b\\ufffd"
paragraphs("So *he* says [@waltz-1979].") ->  ["So he says (Waltz 1979)."]
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import html
from lxml.html import HtmlElement
from markdown import Markdown

from reader.model import Library
from reader.render.prose import linked
from reader.words.signs import SIGNS, visible

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML 1.0


def legal(text: str) -> str:
    """Return `text` with its control characters as signs, and nothing that XML forbids."""
    return FORBIDDEN.sub(lambda match: SIGNS.get(match[0], "\ufffd"), visible(text))


def line(text: str) -> str:
    """Return `text` on one line."""
    return " ".join(legal(text).split())


def tree(markdown: str, library: Library) -> HtmlElement:
    """Return our own Markdown as a tree of HTML, its citations links to `bibliography.md#key`."""
    source = legal(linked(markdown, library.formatted, ""))
    return html.fragment_fromstring(_markdown().reset().convert(source), create_parent="div")


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    """The Markdown of notes, made once; `attr_list` reads what our links are marked with."""
    return Markdown(extensions=["attr_list"])


def paragraphs(markdown: str, library: Library) -> list[str]:
    """Return the paragraphs of our own Markdown as they are read, a string each."""
    blocks = tree(markdown, library)
    return [text for block in blocks if (text := line(block.text_content()))] or [line(blocks.text_content())]
