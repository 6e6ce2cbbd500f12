"""Why a line is no text, in words: from the telltale words it has and where it stands."""

from __future__ import annotations

from reader.intake.looks import Look
from reader.model import CutKind

SAID: dict[str, tuple[CutKind, str]] = {
    "share": ("furniture", "links to share or follow"),
    "subscribe": ("boilerplate", "invitation to subscribe"),
    "account": ("furniture", "links to sign in"),
    "comments": ("boilerplate", "comments of readers"),
    "legal": ("boilerplate", "legal notice or notice on cookies"),
    "related": ("furniture", "related items"),
    "ad": ("boilerplate", "advertisement"),
    "author": ("metadata", "note on the author"),
    "byline": ("metadata", "author or date"),
    "caption": ("furniture", "caption or credit of a picture"),
    "tags": ("furniture", "tags"),
    "nav": ("furniture", "navigation"),
    "act": ("furniture", "something to click"),
}
ORDER = tuple(SAID)
OF_RECORD = {
    "title": "the title, shown above the text from its record",
    "author": "the author, shown above the text from its record",
    "date": "date, shown above the text from its record",
    "author and date": "author and date, shown above the text from its record",
    "venue": "where it was published, shown above the text from its record",
}
SHORT = 12  # words of a line that its telltale words can name
TELLING = frozenset({"legal", "subscribe", "author", "comments"})  # the same of a longer one


def why(one: Look, place: str, about: str, *, again: bool) -> tuple[CutKind, str]:
    """Return the kind of a cut and the reason for it; `about` is what the line says of the text."""
    if again:
        return "duplicate", "the title again"
    if about:
        return "metadata", OF_RECORD[about]
    names = [name for name in ORDER if name in one.classes]
    names.sort(key=lambda name: (-one.classes[name], ORDER.index(name)))
    if names and (one.size <= SHORT or names[0] in TELLING):
        return SAID[names[0]]
    return _by_place(
        one, {"before": "before the text", "after": "after the text"}.get(place, "amid the text")
    )


def _by_place(one: Look, where: str) -> tuple[CutKind, str]:
    if not one.size:
        return "furniture", "a line without words"
    if one.dated and one.size <= SHORT:
        return "metadata", "a date"
    if one.size <= SHORT:
        return "furniture", f"a short line {where}: a link or a label"
    return "boilerplate", f"lines {where} that do not belong to it"
