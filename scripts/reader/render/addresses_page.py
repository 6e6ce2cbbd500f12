"""How many addresses were published, and what became of those that have left: `docs/about/addresses.md`.

What this build publishes counts as well, whether it is recorded already or not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reader.model import Library, addresses
from reader.model.published import Left
from reader.render.escape import front_matter, inline
from reader.render.left_pages import title

HERE = addresses.ADDRESSES
KINDS = {  # by the beginning of an address, and whether it is that of a place on a page
    ("texts", False): ("text", "texts"),
    ("texts", True): ("passage, heading or note", "passages, headings and notes"),
    ("terms", False): ("term", "terms"),
    ("bibliography", True): ("reference", "references"),
}
INTRO = """\
What has been published keeps its address: it still stands there, or the address leads on to where it is \
now, or a page says what was there and why it is gone. The register of all addresses is `addresses.lock`; \
a build that would lose one of them stops."""


def addresses_page(library: Library) -> str:
    """Return the Markdown of the page of addresses."""
    description = "How many addresses were published, and what has moved"
    head = front_matter(title="Addresses", description=description).rstrip()
    declared = [one for one in library.published.left if not one.follows]
    return "\n\n".join([head, "# Addresses", INTRO, _counted(library), *_left(declared, library)]) + "\n"


def _counted(library: Library) -> str:
    """One sentence, of what readers link to; the pages that come with these go without saying."""
    published = (*library.published.editions, *library.published.unrecorded)
    kinds = Counter(map(_kind, published))
    parts = [f"{kinds[kind]:,} {kind[kinds[kind] != 1]}" for kind in KINDS.values() if kinds[kind]]
    return f"Published so far, each with an address of its own: {', '.join(parts)}."


def _kind(written: str) -> tuple[str, str] | None:
    address = addresses.parse(written)
    if address is None or address == addresses.NAMES:
        return None
    folder, _, rest = address.path.partition("/")
    return KINDS.get((folder, bool(address.fragment))) if rest or address.fragment else None


def _left(declared: list[Left], library: Library) -> Iterator[str]:
    if not declared:
        yield "None of them has moved, and none is gone."
        return
    moved = [one for one in declared if one.leads]
    gone = [one for one in declared if not one.leads]
    if moved:
        yield "## Moved {#moved}"
        yield "\n".join(
            f"- `{one.address.written}` to [{inline(title(one.leads, library))}]({one.leads.in_docs(HERE)}): "
            f"{inline(one.reason)}"
            for one in moved
            if one.leads
        )
    if gone:
        yield "## Gone {#gone}"
        yield "\n".join(f"- `{one.address.written}`: {inline(one.was)}. {inline(one.reason)}" for one in gone)
