r"""Escapes: raw text is hostile until it has been through here.

    inline("*a* [b] <c>")   ->  r"\*a\* \[b\] &lt;c&gt;"
    attribute('say "x"')    ->  "say &quot;x&quot;"

What acts on a page unseen is shown as a sign by all of them. `inline` is for text within a paragraph of
Markdown, `attribute` for a quoted attribute of an HTML tag that stands in Markdown, `html` for text within
a block of HTML, where Markdown is not read.
"""

from __future__ import annotations

import json
import re

from reader.words.signs import visible

SPECIAL = re.compile(r"[\\`*_{}\[\]]|!\Z")  # a link may follow: ![](#n1) would be an image
OPENING = re.compile(r"[#>+\-=|:~!?]|\d+(?=[.)])")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
IN_ATTRIBUTE = re.compile(r"[&<>\"'\\`*_{}\[\]()!|\n\r]")


def inline(text: str) -> str:
    """Return `text` so that Markdown shows it as it is, within a paragraph."""
    one_line = re.sub(r"\s*\n\s*", " ", visible(text))
    entities = re.sub(r"[&<>]", lambda match: ENTITIES[match[0]], one_line)
    return SPECIAL.sub(lambda match: "\\" + match[0], entities)


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
    """Return `text` as the content of a quoted attribute of an HTML tag."""
    return IN_ATTRIBUTE.sub(lambda match: f"&#{ord(match[0])};", visible(text))


def html(text: str) -> str:
    """Return `text` as the content of an HTML element that Markdown passes on untouched."""
    entities = re.sub(r"[&<>]", lambda match: ENTITIES[match[0]], visible(text))
    return entities.replace('"', "&quot;")


def boxed(name: str, markdown: str) -> str:
    """Return `markdown` in a box of class `name`."""
    return f'<div class="{name}" markdown="1">\n\n{markdown}\n\n</div>'


def front_matter(**values: object) -> str:
    """Return the front matter of a generated page; JSON is YAML, and quotes what needs it.

    The theme need not index such a page: its search entries are written from the library.
    """
    values["search"] = {"exclude": True}
    rows = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return f"---\n{rows}---\n"
