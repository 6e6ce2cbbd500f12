"""What a text was received as, on the page of its apparatus: the file, who read it, what was mended in it."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Page
from reader.model.markup import HTML
from reader.model.received import Mending
from reader.render.markup import Block, Markdown, section
from reader.render.received import phrases

FILE = HTML("<code>{}</code>")
MENDING = HTML('<li><del>{find}</del> <ins>{replace}</ins> <span class="where">{times}</span></li>')


def received(page: Page) -> Iterator[Block]:
    """Yield what is known of the file that the raw text was made of, where it was made of one."""
    said = page.source.about.received
    if said is None:
        return
    yield section(phrases.RECEIVED, "received")
    yield HTML("<p>{}</p>").format(
        HTML.say(
            phrases.RECEIVED_AS,
            file=FILE.format(said.file),
            sha256=FILE.format(said.sha256),
            extractor=said.extractor,
            version=said.version,
        )
    )
    if said.mended and not page.withheld:
        yield Markdown.say(phrases.MENDED)
        yield HTML("\n").join([HTML("<ul>"), *map(_mending, said.mended), HTML("</ul>")])


def _mending(one: Mending) -> HTML:
    return MENDING.format(
        find=one.find,
        replace=one.replace or phrases.NOTHING_IN_ITS_PLACE,
        times=phrases.AT_PLACES.counted(one.times),
    )
