"""The frame of the theme made safe: its templates print every value as it comes, so values are escaped here.

Titles, descriptions, bylines and names are words. What is HTML already (the content of a page, the titles of
its headings) is marked as such; everything else that a template prints is escaped where it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from html import unescape
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

# Templates that print nothing but what the theme itself holds: its translations, which other templates put
# into JSON, and a style sheet of its icons.
OF_THE_THEME = ("partials/language", "partials/icons.html")
# The boxes to tick that each page of the theme begins with, of which `autocomplete` says nothing.
SWITCH = re.compile(r'<input class="md-toggle"[^>]*>')
AUTOCOMPLETE = ' autocomplete="off"'
# How tables of Markdown are aligned, which the policy forbids.
ALIGNED = re.compile(r' style="text-align: (left|right|center);"')
# Links without words, which the style sheet fills. Reader modes take a link out only with what is round it,
# and that only by its name.
EMPTY_LINK = re.compile(r"(?<!<span class=\"extra\">)<a\b[^<>]*\bhref=[^<>]*></a>")
APART = r'<span class="extra">\g<0></span>'
# Features of the theme that read words back from the page and insert them as HTML.
UNSAFE_FEATURES = frozenset({"content.tooltips"})


class Frame(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """What MkDocs is told about safe values; it is made in `publish`, and no mkdocs.yml names it.

    `outside` are the files of pages that stand for those which have left: no navigation names them.
    """

    def __init__(self, outside: Collection[str] = ()) -> None:
        self.outside = frozenset(outside)
        self.direction: str | None = None

    def on_files(self, files: Files, /, **_rest: Any) -> Files:
        """Leave the pages of what has left out of the navigation."""
        for file in files.documentation_pages():
            if file.src_uri in self.outside:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        return files

    def on_config(self, config: MkDocsConfig) -> None:
        """Leave out the features of the theme that would undo the escaping."""
        features = config.theme.get("features") or []
        config.theme["features"] = [name for name in features if name not in UNSAFE_FEATURES]
        self.direction = config.theme.get("direction")

    def on_env(self, env: Environment, /, **_rest: Any) -> Environment:
        """Let every template escape what it prints."""
        env.autoescape = lambda name: not (name or "").startswith(OF_THE_THEME)
        return env

    def on_page_content(self, html: str, /, *, page: Page, **_rest: Any) -> str:
        """Hand on the titles of a page as words that are escaped already: the search takes them so, too."""
        if "title" in page.meta:  # a title of front matter is words
            page.meta["title"] = _words(page.meta["title"])
        elif "title" in vars(page):  # so is one of the navigation
            page.title = _words(page.title)
        else:  # one of a heading is HTML
            page.title = _words(unescape(page.title or ""))
        if isinstance(tags := page.meta.get("tags"), list):  # the theme shows them in search results
            page.meta["tags"] = [_words(tag) for tag in tags]
        _mark_titles(page.toc, page.meta.get("languages") or {})
        return html

    @event_priority(-100)
    def on_page_context(self, context: TemplateContext, /, *, page: Page, **_rest: Any) -> TemplateContext:
        """Mark the HTML of a page as HTML, after all that works on it; a page may have its own direction."""
        page.content = Markup(page.content or "")
        context["config"].theme["direction"] = page.meta.get("direction") or self.direction
        return context

    def on_post_page(self, output: str, /, **_rest: Any) -> str:
        """Leave out what the templates of the theme have against the standard."""
        return finished(output)

    def on_post_template(self, output: str, /, **_rest: Any) -> str:
        """The same for pages that have no file of Markdown: the one for what is missing."""
        return finished(output)


def set_apart(page: str) -> str:
    """Return a page whose empty links stand apart from its words."""
    return EMPTY_LINK.sub(APART, page)


def finished(page: str) -> str:
    """Return a page without what the theme has against the standard, and with empty links set apart."""
    page = set_apart(page)
    page = SWITCH.sub(lambda found: found[0].replace(AUTOCOMPLETE, ""), page)
    return ALIGNED.sub(r' class="aligned-\1"', page)


def _words(value: Any) -> Markup:
    return escape(str(value))


def _mark_titles(links: Iterable[AnchorLink], languages: Mapping[str, tuple[str, str]]) -> None:
    """The titles of a table of contents are HTML without tags; some are in a language of their own."""
    for link in links:
        words = _words(unescape(link.title))
        tag, direction = languages.get(link.id, ("", ""))
        written = Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(tag, direction, words)
        link.title = written if tag else words
        _mark_titles(link.children, languages)
