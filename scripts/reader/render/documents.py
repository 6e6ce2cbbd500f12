"""Hand-written pages with their quotations and counts filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.marks.counts import counted
from reader.marks.quotations import pieces
from reader.model import Library, Quotation, addresses
from reader.references import description
from reader.render import phrases
from reader.render.languages import within
from reader.render.markup import Markdown, handwritten
from reader.words.speech import ENGLISH, language


def filled(path: str, text: str, quoted: Sequence[Quotation], library: Library) -> Markdown:
    """Return a page of `docs/` with what stands between two comments; `path` is below `docs/`."""
    rest = iter(quoted)
    names = phrases.NUMBERS if language() == ENGLISH else ()
    rows: list[Markdown] = []
    for row, opens in pieces(text):
        rows.append(handwritten(counted(row, library, names)))
        if opens:
            rows += _block(path, next(rest), library)
    return Markdown("\n").join(rows)


def _block(path: str, quotation: Quotation, library: Library) -> Iterator[Markdown]:
    label = description.label(library.references[quotation.slug])
    place = phrases.PLACE.format(text=label, place=quotation.passage.label)
    address = addresses.passage(quotation.slug, quotation.passage).in_docs(addresses.of_docs(path))
    yield Markdown()
    passage = library.passages[quotation.slug, quotation.passage]
    yield Markdown("> {}").format(within(quotation.text, passage.language, Markdown))
    yield Markdown(">")
    yield Markdown("> [{}]({}){{.quoted}}").format(place, address)
    yield Markdown()
