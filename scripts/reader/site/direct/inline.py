r"""The words of a paragraph: escapes, entities, tags, links with attributes, emphasis; nothing else.

"[Iran](../terms/iran.md){.term}’s \*"   ->   '<a class="term" href="../../terms/iran/">Iran</a>’s *'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

ENTITY = r"&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z0-9]+);"
TOKEN = re.compile(
    rf"""
      (?P<words>[^\\`*_{{}}\[\]&<>!]+)
    | \\(?P<escaped>[\\`*_{{}}\[\]\#!])
    | (?P<entity>{ENTITY})
    | (?P<tag><(?:/[a-zA-Z][\w-]*|[a-zA-Z][\w-]*(?:\ [a-zA-Z][\w-]*(?:="[^"<>\\`\[\n]*")?)*\ ?/?)>)
    | \[(?P<name>(?:[^\\`\[\]<>]|\\[\\`*_{{}}\[\]\#!]|<[^<>\\`\[]*>)*)\]\((?P<to>[^()\s<>"'\\`\[\]*{{}}]*)\)
      (?:\{{(?P<given>[^{{}}\n]*)\}})?(?!\s?\[[^\]]*\][^(])
    | \[(?P<bracketed>[^\[\]\\`]*)\](?![(\[:]|\s\[)
    | (?P<strong>\*\*(?=[\[\w])(?P<strongly>[^*\n]*[\w).\]}}])\*\*(?![\w*]))
    | (?P<em>(?<![\w*])\*(?=[\[\w])(?P<emphasis>[^*\n]*[\w).\]}}])\*(?![\w*]))
    | (?P<plain>!(?!\[))
    """,
    re.VERBOSE,
)
AROUND = {"bracketed": ("[", "]"), "strongly": ("<strong>", "</strong>"), "emphasis": ("<em>", "</em>")}
GIVEN = re.compile(
    r'(?:([^ ="\'&}]+)="([^"]*)"|([^ ="\'&}]+)=([^ ="\'}]+)|\.([^ ="\'&}]+)|\#([^ ="\'&}]+))(?: |\Z)'
)
AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-fA-F]+|[0-9a-zA-Z]+);)", re.IGNORECASE)
# Block-level tags within a line are no words of a paragraph
BLOCKS = re.compile(
    r"</?(?:address|article|aside|blockquote|body|canvas|center|colgroup|dd|details|dialog|div|dl|dt|fieldset|"
    r"figcaption|figure|footer|form|frameset|h[1-6]|head|header|hgroup|hr|html|iframe|legend|li|main|map|math|"
    r"menu|nav|noscript|object|ol|optgroup|option|output|p|pre|script|search|section|select|style|summary|"
    r"table|tbody|td|template|textarea|tfoot|th|thead|title|tr|ul|video|audio)\b",
    re.IGNORECASE,
)


class Unknown(Exception):
    """Something that may mean more than is known here."""


@dataclass(frozen=True, slots=True)
class Inline:
    """Converts the words of the paragraphs of one page."""

    address_of: Callable[[str], str | None]  # the address for the target of a link, or nothing for none
    ids: set[str] = field(default_factory=set)  # those that links have been given

    def convert(self, text: str) -> str:
        """Return the words as HTML; `Unknown` where they may mean more than is known."""
        made: list[str] = []
        at = 0
        while at < len(text):
            found = TOKEN.match(text, at)
            if found is None:
                raise Unknown(text[at : at + 40])
            made.append(self._token(found))
            at = found.end()
        return "".join(made)

    def _token(self, found: re.Match[str]) -> str:
        if found["to"] is not None:
            return self._link(found)
        for name, (before, after) in AROUND.items():
            if found[name] is not None:
                return f"{before}{self.convert(found[name])}{after}"
        if found["tag"] and BLOCKS.match(found["tag"]):
            raise Unknown(found["tag"])
        return found["escaped"] or found[0]

    def _link(self, found: re.Match[str]) -> str:
        to = self.address_of(found["to"])
        if to is None:
            raise Unknown(found[0])
        given = attributes(found["given"]) if found["given"] is not None else ()
        self.ids.update(value for name, value in given if name == "id")
        return f"<a{written([('href', to), *given])}>{self.convert(found['name'])}</a>"


def attributes(text: str) -> list[tuple[str, str]]:
    """Return the attributes of a list of them, as Markdown has it between braces."""
    found, at = list[tuple[str, str]](), 0
    text = text.strip(" ")
    while at < len(text):
        one = GIVEN.match(text, at)
        if one is None or any(sign in one[0] for sign in "\\`*_[]<>"):
            raise Unknown(text)
        name, quoted, bare_name, bare, class_, id_ = one.groups()
        if class_ is not None:
            found.append(("class", class_))
        elif id_ is not None:
            found.append(("id", id_))
        else:
            found.append((name, quoted) if name is not None else (bare_name, bare))
        at = one.end()
    return found


def written(given: Iterable[tuple[str, str]]) -> str:
    """Return attributes as they stand in a tag: in the order of their names, classes put together."""
    values: dict[str, str] = {}
    for name, value in given:
        values[name] = f"{values[name]} {value}" if name == "class" and name in values else value
    return "".join(f' {name}="{AMPERSAND.sub("&amp;", values[name])}"' for name in sorted(values))
