"""Where readers report an error, as far as the edition gives an address for it."""

from __future__ import annotations

from urllib.parse import quote

from reader.model import Library

BY_MAIL = "?subject={place}&body={link}"  # what is added to an address of mail that says nothing of the kind


def template(library: Library) -> str:
    """Return the address with `{place}` and `{link}` still in it, or nothing."""
    report = library.report
    return report + BY_MAIL if report.startswith("mailto:") and "?" not in report else report


def address(library: Library, place: str, link: str) -> str:
    """Return the address at which an error in `place` is reported, which `link` leads to, or nothing."""
    filled = template(library).replace("{place}", quote(place, safe=""))
    return filled.replace("{link}", quote(link, safe=""))
