"""Which pictures a page sets beside its words: each `<figure>` with an image, and its caption.

    <figure><img src="lamp.png" alt="A lamp"><figcaption>The lamp of 1901</figcaption></figure><p>…
    ->  Picture(before=7, address="https://…/lamp.png", alt="A lamp", caption="The lamp of 1901")

Images outside a figure are mostly signs, portraits and advertisements, and are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from lxml.html import HtmlElement

from reader.intake.received.html.boxes import Block
from reader.intake.received.html.tree import is_unseen, name
from reader.intake.sheet import Picture

SOURCES = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "src",
)  # where a page that loads late keeps an address
LONGEST = 2000


def pictures(root: HtmlElement, found: Sequence[Block], base: str) -> Iterator[Picture]:
    """Yield the pictures of a page that some of its blocks follow; `base` is the address of the page."""
    place = {element: at for at, element in enumerate(root.iter())}
    for figure in root.iter("figure"):
        image = next((one for one in figure.iter("img") if not is_unseen(one)), None)
        address = _address(image, base) if image is not None else ""
        if image is None or not address or any(name(one) == "figure" for one in figure.iterancestors()):
            continue
        within = set(figure.iter())
        caption = " ".join(one.text for one in found if one.element in within)
        after = (
            row
            for row, one in enumerate(found, 1)
            if one.element not in within and place.get(one.element, 0) > place[figure]
        )
        if before := next(after, 0):
            alt = " ".join((image.get("alt") or "").split())
            yield Picture(before, address, alt, " ".join(caption.split()))


def _address(image: HtmlElement, base: str) -> str:
    """The address of an image, without the small one that stands in until it is loaded."""
    for given in ((image.get(source) or "").strip() for source in SOURCES):
        if given and len(given) <= LONGEST and not given.casefold().startswith(("data:", "javascript:")):
            try:
                return str(urljoin(base, given))
            except ValueError:
                return str(given)
    return ""
