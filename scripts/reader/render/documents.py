"""Hand-written pages with their quotations filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.marks.quotations import pieces
from reader.model import Library, Quotation, addresses
from reader.references import description
from reader.render.escape import inline, line


def filled(path: str, text: str, quoted: Sequence[Quotation], library: Library) -> str:
    """Return a page of `docs/` with each quotation between its two comments; `path` is below `docs/`."""
    rest = iter(quoted)
    rows: list[str] = []
    for row, opens in pieces(text):
        rows.append(row)
        if opens:
            rows += _block(path, next(rest), library)
    return "\n".join(rows)


def _block(path: str, quotation: Quotation, library: Library) -> Iterator[str]:
    label = f"{description.label(library.references[quotation.slug])}, {quotation.passage.label}"
    yield ""
    yield f"> {line(quotation.text)}"
    yield ">"
    address = addresses.passage(quotation.slug, quotation.passage).in_docs(addresses.of_docs(path))
    yield f"> [{inline(label)}]({address}){{.quoted}}"
    yield ""
