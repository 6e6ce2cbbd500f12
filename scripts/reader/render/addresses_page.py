"""How many addresses were published, and what became of those that have left: `docs/about/addresses.md`."""

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
    ("apparatus", False): ("page of an apparatus", "pages of apparatus"),
    ("cite", False): ("page of citations", "pages of citations"),
    ("data", False): ("data file", "data files"),
}
OTHER = ("page", "other pages")
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
    """One sentence, since the numbers are all that there is to say."""
    editions = library.published.editions
    if not editions:
        return "No address has been recorded yet."
    kinds = Counter(_kind(written) for written in editions)
    ordered = [kind for kind in (*KINDS.values(), OTHER) if kinds[kind]]
    parts = [f"{kinds[kind]:,} {kind[0] if kinds[kind] == 1 else kind[1]}" for kind in ordered]
    return f"{len(editions):,} addresses have been published: {', '.join(parts)}."


def _kind(written: str) -> tuple[str, str]:
    address = addresses.parse(written) or HERE
    folder, _, rest = address.path.partition("/")
    named = rest or address.fragment
    if not named or address in (addresses.NAMES, addresses.CHANGES):
        return OTHER
    return KINDS.get((folder, bool(address.fragment)), OTHER)


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
