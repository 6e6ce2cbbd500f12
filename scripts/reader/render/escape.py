r"""Escapes of Markdown, one for each place that a plain text may stand in. The types of markup call them.

    inline("*a* [b] <c>")   ->  r"\*a\* \[b\] &lt;c&gt;"
    attribute('say "x"')    ->  "say &#34;x&#34;"

Raw text is hostile until it has been through here. What acts on a page unseen is shown as a sign by all of
them. `inline` is for text within a paragraph, `line` for text that may begin one, `heading` for a heading,
`attribute` for a quoted attribute of a tag or of a list of attributes, `destination` for the address of a
link.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from reader.model.markup import entities
from reader.words.signs import visible

SPECIAL = re.compile(r"[\\`*_{}\[\]]|!\Z")  # a link may follow: ![](#n1) would be an image
OPENING = re.compile(r"[#>+\-=|:~!?]|\d+(?=[.)])")
LINE_END = re.compile(r"\s*\n\s*")
IN_ATTRIBUTE = re.compile(r"[&<>\"'\\`*_{}\[\]()!|\n\r]")
IN_ADDRESS = "/#?=&%._~+-:,;@"  # signs of addresses that end no link


def inline(text: str) -> str:
    """Return `text` so that Markdown shows it as it is, within a paragraph."""
    shown = entities(visible(text))
    one_line = LINE_END.sub(" ", shown) if "\n" in shown else shown
    return SPECIAL.sub(r"\\\g<0>", one_line)


def line(text: str) -> str:
    """Return `text` so that Markdown shows it as it is, at the beginning of a block too."""
    escaped = inline(text)
    opening = OPENING.match(escaped)
    if not opening:
        return escaped
    if opening[0].isdigit():
        return opening[0] + f"&#{ord(escaped[opening.end()])};" + escaped[opening.end() + 1 :]
    return f"&#{ord(opening[0])};" + escaped[1:]


def heading(text: str) -> str:
    """Return `text` as the content of a heading, whose own signs are `#`."""
    return inline(text).replace("#", "\\#")


def attribute(text: str) -> str:
    """Return `text` as the value of a quoted attribute."""
    return IN_ATTRIBUTE.sub(lambda match: f"&#{ord(match[0])};", visible(text))


def destination(text: str) -> str:
    """Return an address so that it ends where the link says, and not before."""
    return quote(text, safe=IN_ADDRESS)
