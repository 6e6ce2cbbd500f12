r"""Read the editor's Markdown into a tree: CommonMark without what would let markup into a page.

    So *he* says [see @waltz-1979, p. 5; @snyder-1991], and p9 [agrees](https://example.org/).

Raw HTML, pictures, headings, lists, quotations, code and line breaks are recognised in order to be refused:
shown as words they would surprise the editor, and passed on they would be markup from a text file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.tree import SyntaxTreeNode

from reader.model import Anchor
from reader.model.problems import Problem
from reader.model.prose import (
    CitedWork,
    Emphasis,
    Inline,
    Link,
    PassageReference,
    Prose,
    ProseCitation,
    Strong,
    Text,
)
from reader.project import commonmark

REFUSED = {  # what CommonMark has and a note may not hold: its name, and what to write instead
    "blockquote": ("a quotation block", "quote within the line; the sign itself is \\>"),
    "bullet_list": ("a list", "write it as a sentence; the sign itself is \\-, \\+ or \\*"),
    "code_block": ("a block of code", "begin its lines at the margin"),
    "code_inline": ("code", "write the words alone; the sign itself is \\`"),
    "fence": ("a block of code", "write the words alone; the signs themselves are \\` and \\~"),
    "hardbreak": ("a line break", "drop the spaces or the \\ at the line’s end, or leave a blank line"),
    "heading": ("a heading", "write it as a paragraph; the signs themselves are \\#, \\= and \\-"),
    "hr": ("a rule", "leave a blank line; the signs themselves are \\-, \\* and \\_"),
    "html_block": ("raw HTML", "write the words alone; the sign itself is \\<"),
    "html_inline": ("raw HTML", "write the words alone; the sign itself is \\<"),
    "image": ("a picture", "say in words what it shows; the sign itself is \\!"),
    "ordered_list": ("a list", "write it as a sentence; the sign itself is 1\\. or 1\\)"),
}
WORK = re.compile(r"(?:([^@]*[^@\s])\s+)?@([\w-]+)(?:\s*,\s*([^@]+))?")
OTHER = re.compile(r"(?<![\w#/.-])(p(?:0|[1-9]\d{0,8})[a-z]*)\b")  # “p9” is another passage of the text
FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\]")  # programs differ on what an address with these means
MAILTO = re.compile(r"mailto:[^@?\s]+@[^@?\s]+")
ON_SITE = re.compile(r"/(?!/)")
HOST = re.compile(r"[\w.-]+|[\da-f:.]+")
SPACES = re.compile(r"[ \t\n\r\f\v]+")
TEXTUAL = frozenset({"text", "softbreak"})


def parse(path: str, line: int, markdown: str) -> tuple[Prose, list[Problem]]:
    """Return Markdown whose first line is `line` of the file `path` as a tree, and what is wrong with it.

    Problems: N05 what no note may hold, N06 a citation that cannot be read.
    """
    reader = _Reader(path, line)
    parsed = commonmark.parse(markdown)
    for at in parsed.definitions:
        hint = "write the address where it is used: [words](https://…)"
        reader.refuse(line + at, "the definition of a link", hint)
    for at in parsed.too_deep:
        reader.refuse(line + at, "emphasis within emphasis without end", "write the signs as \\* and \\_")
    paragraphs = [] if parsed.too_deep else map(reader.paragraph, SyntaxTreeNode(parsed.tokens).children)
    return Prose(tuple(filter(None, paragraphs)), markdown.strip()), reader.problems


class _Reader:
    """Walks what was parsed; lines are those of the file."""

    def __init__(self, path: str, line: int) -> None:
        self.path = path
        self.first = line
        self.problems: list[Problem] = []

    def refuse(self, line: int, what: str, hint: str, code: str = "N05") -> None:
        """Record that the prose holds something that it may not."""
        self.problems.append(Problem(self.path, line, code, f"a note cannot hold {what}", hint))

    def paragraph(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        """Return the inlines of a paragraph; of any other block nothing, since it is refused."""
        line = self.first + (node.map[0] if node.map else 0)
        if node.type != "paragraph":
            self._refuse_node(node, line)
            return ()
        return _trimmed(self._inlines(node.children[0].children, line))

    def _inlines(self, nodes: Iterable[SyntaxTreeNode], line: int, *, in_link: bool = False) -> list[Inline]:
        """Return nodes as inlines; `line` is that of their paragraph."""
        found: list[Inline] = []
        for textual, group in groupby(nodes, key=lambda node: node.type in TEXTUAL):
            several = list(group)
            if textual:
                at = line + several[0].meta["line"]
                found += _text("".join(map(_words, several)), at, in_link=in_link)
            else:
                found += (one for node in several if (one := self._inline(node, line, in_link=in_link)))
        return found

    def _inline(self, node: SyntaxTreeNode, line: int, *, in_link: bool) -> Inline | None:
        at = line + node.meta["line"]
        match node.type:
            case "em":
                return Emphasis(tuple(self._inlines(node.children, line, in_link=in_link)))
            case "strong":
                return Strong(tuple(self._inlines(node.children, line, in_link=in_link)))
            case "link":
                return self._link(node, line, at)
            case "cited":
                return self._citation(node.content, at)
            case _:
                self._refuse_node(node, at)
        return None

    def _link(self, node: SyntaxTreeNode, line: int, at: int) -> Link | None:
        target = str(node.attrs.get("href", ""))
        inner = tuple(self._inlines(node.children, line, in_link=True))
        if not _is_allowed(target):
            hint = "write https://…, http://…, mailto:… or a path of the site, /terms/…"
            self.refuse(at, f"a link to “{target}”", hint)
        elif "title" in node.attrs:
            title = _excerpt(str(node.attrs["title"]))
            self.refuse(at, f"a title of a link, “{title}”", "say it in the words")
        elif not inner:
            self.refuse(at, "a link without words", "write [words](https://…)")
        else:
            return Link(normalizeLink(target), inner)
        return None

    def _citation(self, written: str, line: int) -> ProseCitation | None:
        works = []
        for part in written.split(";"):
            match = WORK.fullmatch(SPACES.sub(" ", part).strip())
            if match is None:
                message = f"the citation “[{_excerpt(written)}]” cannot be read"
                hint = "write it like [@key, p. 5; see @other]"
                self.problems.append(Problem(self.path, line, "N06", message, hint))
                return None
            works.append(CitedWork(match[2], match[3] or "", match[1] or ""))
        return ProseCitation(tuple(works), line)

    def _refuse_node(self, node: SyntaxTreeNode, line: int) -> None:
        what, hint = REFUSED[node.type]
        words = "" if node.is_nested else _excerpt(node.content)
        self.refuse(line, f"{what}, “{words}”" if words else what, hint)


def _words(node: SyntaxTreeNode) -> str:
    """The words of a node of text: a line end stands for a line end of the file and nothing else."""
    return "\n" if node.type == "softbreak" else SPACES.sub(" ", node.content)


def _text(words: str, line: int, *, in_link: bool) -> list[Inline]:
    """Words, and the passages that they name; `line` is that of the first of them."""
    found: list[Inline] = []
    pieces = [words] if in_link else OTHER.split(words)
    at = line
    for number, piece in enumerate(pieces):
        if number % 2:
            found.append(PassageReference(Anchor.of(piece), at))
        elif piece:
            found.append(Text(SPACES.sub(" ", piece)))
        at += piece.count("\n")
    return found


def _trimmed(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Inlines without the spaces that an entity has left at either end of a paragraph."""
    found = list(inlines)
    if found and isinstance(first := found[0], Text):
        found[0] = Text(first.words.lstrip(" "))
    if found and isinstance(last := found[-1], Text):
        found[-1] = Text(last.words.rstrip(" "))
    return tuple(one for one in found if one != Text(""))


def _is_allowed(target: str) -> bool:
    """Whether a link may lead there: a script, a data address or a file may not be reached from a note."""
    if FORBIDDEN.search(target):
        return False
    if MAILTO.match(target) or ON_SITE.match(target):
        return True
    try:
        parts = urlsplit(target)
        _ = parts.port  # not a number, or too high a one
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and HOST.fullmatch(parts.hostname or "") is not None


def _excerpt(words: str) -> str:
    """The beginning of some words, on one line of a message."""
    return " ".join(words.split())[:40]
