"""CommonMark with citations, by markdown-it: tokens that know their lines, and nothing passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

BRACKETED = re.compile(r"\[([^\[\]]*)\]")
CITES = re.compile(r"(?<!\w)@\w")
DEEPEST = 20  # as markdown-it has it for all that nests, but for emphasis


@dataclass(frozen=True, slots=True)
class Parsed:
    """What Markdown holds.

    `definitions` are the lines, from 0, of addresses for links by name, which leave no token; `too_deep`
    those of paragraphs whose emphasis nests beyond reason. `meta["line"]` of an inline token is the number
    of line ends of its paragraph before it. A token `cited` has what stands between its brackets.
    """

    tokens: Sequence[Token]  # as markdown-it makes them
    definitions: tuple[int, ...]
    too_deep: tuple[int, ...]


def parse(markdown: str) -> Parsed:
    """Return the tokens of Markdown."""
    env: dict[str, Any] = {}
    tokens = _parser().parse(markdown, env)
    named = [*env.get("references", {}).values(), *env.get("duplicate_refs", ())]
    deep = [token.map[0] for token in tokens if token.map and _depth(token.children or ()) > DEEPEST]
    return Parsed(tokens, tuple(sorted(one["map"][0] for one in named)), tuple(deep))


def _depth(tokens: Sequence[Token]) -> int:
    return max(accumulate(token.nesting for token in tokens), default=0)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark")
    parser.inline = _Inline()
    parser.configure("commonmark", {"html": True})  # recognised, that it may be refused
    parser.disable("normalize")  # a NUL is shown as a sign, like any other control character
    parser.inline.ruler.before("link", "cited", _cited)
    return parser


def _cited(state: StateInline, silent: bool) -> bool:
    """Take `[@key, p. 5]`, or `[see @key]`, as one token: no sign within it means anything else."""
    match = BRACKETED.match(state.src, state.pos, state.posMax)
    if match is None or not CITES.search(match[1]):
        return False
    if not match[1].startswith("@") and state.src[match.end() : match.end() + 1] == "(":
        return False  # the words of a link
    if not silent:
        state.push("cited", "", 0).content = match[1]
    state.pos = match.end()
    return True


class _State(StateInline):
    """Remembers of each token how many lines of its paragraph stand before it."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        return self._placed(super().push(ttype, tag, nesting))

    def pushPending(self) -> Token:  # noqa: N802 — a name of markdown-it
        return self._placed(super().pushPending())

    def _placed(self, token: Token) -> Token:
        token.meta["line"] = self.src.count("\n", 0, self.pos)
        return token


class _Inline(ParserInline):
    """The parser of inlines, with our state."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Parser(MarkdownIt):
    """CommonMark that passes every address on as it is written: who walks the tokens judges it."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 — a name of markdown-it
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link
