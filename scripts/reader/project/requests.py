"""What a page of an editor would fetch from another host: pictures, scripts, frames, style sheets.

The browser of a reader asks nobody but the site. A link may lead anywhere: who follows it does so knowingly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model.problems import Problem

HOST = r"(?:https?:)?//[^\s\"'<>)]+"
FETCHED = re.compile(
    rf"""!\[[^\]]*\]\(\s*<?({HOST})"""  # a picture of Markdown
    rf"""|<(?:img|script|iframe|frame|embed|source|audio|video|track|input)\b[^>]*?\ssrc(?:set)?\s*=\s*["']?({HOST})"""
    rf"""|<(?:link|use|image)\b[^>]*?\s(?:xlink:)?href\s*=\s*["']?({HOST})"""
    rf"""|<object\b[^>]*?\sdata\s*=\s*["']?({HOST})"""
    rf"""|(?:@import\s+(?:url\()?|\burl\()\s*["']?({HOST})""",
    re.IGNORECASE,
)
LISTED = re.compile(rf"""^\s*-\s+(?:path:\s*)?["']?({HOST}\.(?:css|m?js)\b)""", re.MULTILINE)
# What is shown as it stands, and the front matter of a page
CODE = re.compile(r"\A---\n.*?^---$|^(`{3,}|~{3,}).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def fetched(path: str, text: str) -> Iterator[Problem]:
    """Yield what a page at `path` would fetch from elsewhere (H04); code and its front matter are words."""
    shown = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    yield from _found(FETCHED, path, shown)


def configured(path: str, text: str) -> Iterator[Problem]:
    """Yield the sheets and scripts that a mkdocs.yml would have each page fetch from elsewhere (H04)."""
    yield from _found(LISTED, path, text)


def _found(pattern: re.Pattern[str], path: str, text: str) -> Iterator[Problem]:
    for found in pattern.finditer(text):
        address = next(filter(None, found.groups()))
        line = text.count("\n", 0, found.start(found.lastindex or 0)) + 1
        message = f"a browser would ask another host for “{address[:60]}”"
        hint = "put the file into docs/, if its rights allow it, or write a link"
        yield Problem(path, line, "H04", message, hint)
