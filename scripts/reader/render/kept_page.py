"""The page of the passages that a reader keeps: a box for a script to fill, and what it says of itself."""

from __future__ import annotations

from reader.model.markup import HTML
from reader.render import phrases
from reader.render.markup import Markdown, document, front_matter, title

BOX = HTML('<div class="kept-page"><p>{}</p></div>')


def kept_page() -> Markdown:
    """Return the Markdown of `docs/kept.md`; what is in the box stays where no script runs."""
    return document(
        [
            front_matter(
                title=phrases.KEPT,
                description=phrases.KEPT_TOLD,
                styles=["kept.css"],
                scripts=["kept-export.js", "kept-page.js"],
            ),
            title(phrases.KEPT),
            Markdown.say(phrases.KEPT_WHERE),
            BOX.format(phrases.KEPT_NEEDS),
        ]
    )
