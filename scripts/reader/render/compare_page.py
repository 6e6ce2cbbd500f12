"""The page on which two texts stand side by side: a box for a script to fill, and the texts one by one."""

from __future__ import annotations

from reader.model import Library, addresses
from reader.model.markup import HTML
from reader.render import list_phrases, phrases
from reader.render.languages import title_of
from reader.render.markup import Markdown, document, front_matter, title

BOX = HTML('<div class="compare-page">\n<p>{needs}</p>\n<ul>{rows}</ul>\n</div>')
MANY = HTML('<div class="compare-page">\n<p>{}</p>\n</div>')
ROW = HTML('<li><a href="{href}" data-slug="{slug}">{title}</a></li>')


def compare_page(library: Library) -> Markdown:
    """Return the Markdown of `docs/compare.md`; where the texts are many, they are looked for."""
    few = len(library.pages) <= library.limits.rows
    index = HTML('<a href="{}">{}</a>').format(addresses.TEXTS.seen_from(addresses.COMPARE), phrases.TEXTS)
    rows = [
        ROW.format(
            href=addresses.text(page.slug).seen_from(addresses.COMPARE),
            slug=page.slug,
            title=title_of(page.slug, library, HTML),
        )
        for page in (library.pages if few else ())
    ]
    return document(
        [
            front_matter(
                title=phrases.COMPARE,
                description=phrases.COMPARE_TOLD,
                styles=["compare.css"],
                scripts=["compare.js"],
            ),
            title(phrases.COMPARE),
            BOX.format(needs=phrases.COMPARE_NEEDS, rows=HTML("").join(rows))
            if few
            else MANY.format(HTML.say(list_phrases.COMPARE_MANY, list=index)),
        ]
    )
