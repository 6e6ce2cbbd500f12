"""The Content-Security-Policy of the site: on every page as `<meta>`, and for servers in `site/_headers`.

A page may load what lies beside it and nothing else. Scripts that stand on a page itself run only if they
are the theme's own, which the policy names by their hashes; any other is a problem.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemLoader
from lxml import html

from reader.model.problems import Problem

SCRIPTS_OF_THE_THEME = "partials/javascripts/"
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
PRINTED = re.compile(r"\{\{.*?\}\}")
ADDRESS = r"[^\"'\\<>\s]*"  # what the theme prints into its scripts: the way to the front page
DATA = frozenset({"application/json", "application/ld+json"})  # types of scripts that no browser runs
HEAD = re.compile(r'<head>\s*<meta charset="utf-8">', re.IGNORECASE)

HEADERS = """\
/*
  Content-Security-Policy: {policy}; frame-ancestors 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
"""


def apply_policy(site: Path, theme: Sequence[str]) -> list[Problem]:
    """Write the policy into every page of `site`, and into `_headers`.

    Returns a problem (L04) for each script that stands on a page and is not the theme's own. `theme`
    lists the folders of the theme's templates, the first of a name being used. One policy serves
    all pages, so that a server can send it for all of them.
    """
    known = list(_known_scripts(FileSystemLoader(theme)))
    problems: list[Problem] = []
    allowed: set[str] = set()
    pages = sorted(site.rglob("*.html"))
    for file in pages:
        for line, words in _inline(file.read_bytes()):
            if any(one.fullmatch(words) for one in known):
                allowed.add(words)
            else:
                path = f"site/{file.relative_to(site).as_posix()}"
                shown = " ".join(words.split())[:40]
                hint = "put it into a file, and that into extra_javascript of mkdocs.yml"
                problems.append(Problem(path, line, "L04", f"a script stands on the page: “{shown}”", hint))
    written = policy(allowed)
    meta = f'\\g<0>\n      <meta http-equiv="Content-Security-Policy" content="{written}">'
    for file in pages:
        file.write_text(HEAD.sub(meta, file.read_text("utf-8"), count=1), "utf-8", newline="\n")
    (site / "_headers").write_text(HEADERS.format(policy=written), "utf-8", newline="\n")
    return problems


def policy(scripts: set[str]) -> str:
    """Return the policy that lets these scripts run where they stand on a page, and files of the site."""
    hashes = sorted(base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in scripts)
    rules = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *(f"'sha256-{one}'" for one in hashes)],
        "img-src": ["'self'", "data:"],  # the style sheet of the theme holds its icons
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(" ".join([name, *sources]) for name, sources in rules.items())


def _known_scripts(loader: BaseLoader) -> Iterator[re.Pattern[str]]:
    """The scripts in the templates of the theme, as patterns in which an address may stand."""
    for name in loader.list_templates():
        if name.startswith(SCRIPTS_OF_THE_THEME):
            source, _file, _current = loader.get_source(Environment(), name)
            for script in SCRIPT.findall(source):
                yield re.compile(ADDRESS.join(re.escape(part) for part in PRINTED.split(script)))


def _inline(page: bytes) -> Iterator[tuple[int, str]]:
    """The scripts that stand on a page itself, with their lines."""
    tree = html.document_fromstring(page, html.HTMLParser(encoding="utf-8"))
    for script in tree.iter("script"):
        if not script.get("src") and script.get("type") not in DATA:
            line = script.sourceline
            yield line if isinstance(line, int) else 1, script.text or ""
