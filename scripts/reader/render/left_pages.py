"""What stands where something was published once: where it is now, or what it was and why it is gone.

The front matter of such a page says `published: "moved"` or `"gone"`, by which the next build knows it as its
own wherever it lies, and `leads`, from which its redirect is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Anchor, Library, addresses
from reader.model.addresses import Address
from reader.model.published import Left
from reader.render.escape import front_matter, heading, html


def left_page(left: Left, library: Library) -> str:
    """Return the Markdown of the page at an address that has left."""
    return "\n\n".join(_moved(left, left.leads, library) if left.leads else _gone(left, library)) + "\n"


def of_references(library: Library) -> Iterator[str]:
    """Yield the places of entries that have left the bibliography, seen only by those who follow a link."""
    for left in library.published.left:
        if not left.address.fragment:
            continue
        if left.leads:
            says = f"This entry has moved to {_whither(left.leads, library, addresses.BIBLIOGRAPHY)}"
        else:
            says = f"Here stood, from edition {html(left.edition)} on: {html(left.was)}. It is gone"
        reason = _sentence(left.reason)
        yield f'<p class="retired" id="{html(left.address.fragment)}">{says}: {reason}</p>'


def title(address: Address, library: Library) -> str:
    """Return what readers call the thing at an address: a title, a name, or the address itself."""
    written = address.written
    named = {addresses.text(page.slug).written: library.references[page.slug].title for page in library.pages}
    named |= {addresses.term(term.id).written: term.name for term in library.terms}
    named |= {addresses.reference(key).written: one.label for key, one in library.formatted.items()}
    named |= {one.address.written: one.was for one in library.published.left if one.was and not one.leads}
    return named.get(written, written)


def _moved(left: Left, leads: Address, library: Library) -> Iterator[str]:
    here = left.address
    head = front_matter(
        title="Moved",
        description=f"What was published here is at {leads.written} now",
        published="moved",
        leads=leads.written,
    )
    yield head.rstrip()
    yield "# This page has moved"
    says = "It belonged to" if left.follows and _is_gone(leads, library) else "It has moved to"
    reason = "" if left.follows else f" {_sentence(left.reason)}"
    yield f'<p class="moved">{says} {_whither(leads, library, here)}.{reason}</p>'
    for id_ in left.anchors:
        place = f'<a href="{leads.at(id_).seen_from(here)}">{id_.name}</a>'
        yield _place(id_, f"{id_.name.capitalize()} of this text is {place} there.")


def _gone(left: Left, library: Library) -> Iterator[str]:
    head = front_matter(
        title=left.was, description="What was published here, and why it is gone", published="gone"
    )
    yield head.rstrip()
    yield f"# {heading(left.was)}"
    since = (
        f"This was published here from edition {html(left.edition)} on, and is no longer part of this reader."
    )
    yield f'<p class="gone">{since} {_sentence(left.reason)}</p>'
    key = next((key for key in library.references if addresses.text(key) == left.address), None)
    if key:
        record = addresses.reference(key).seen_from(left.address)
        yield f'<p>Its record is still in the <a href="{record}">bibliography</a>.</p>'
    for id_ in left.anchors:
        yield _place(id_, f"{id_.name.capitalize()} was a part of this text, which is no longer here.")


def _place(id_: Anchor, says: str) -> str:
    return f'<p class="retired" id="{id_}">{says}</p>'


def _whither(leads: Address, library: Library, here: Address) -> str:
    gone = ", which is no longer part of this reader" if _is_gone(leads, library) else ""
    return f"{_link(leads, library, here)}{gone}"


def _is_gone(address: Address, library: Library) -> bool:
    return any(one.address == address for one in library.published.left)


def _link(address: Address, library: Library, here: Address) -> str:
    return f'<a href="{html(address.seen_from(here))}">{html(title(address, library))}</a>'


def _sentence(reason: str) -> str:
    words = html(" ".join(reason.split()))
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
