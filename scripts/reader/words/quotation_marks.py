"""The quotation marks of each language: those of a quotation, and of a quotation in it.

They are the ones that CLDR gives (quotationStart, alternateQuotationStart and so on), but where books of
the language are printed otherwise: French has “ ” within « », Arabic has « ».
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.words.languages import primary, region

NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Marks:
    """What opens and closes a quotation, and one in it; `space` stands within the first two."""

    outer: tuple[str, str]  # what opens a quotation, and what closes it
    inner: tuple[str, str]  # the same of a quotation in a quotation
    space: str = ""


def of(marks: str, space: str = "") -> Marks:
    """Return the marks that four characters are."""
    return Marks((marks[0], marks[1]), (marks[2], marks[3]), space)


DEFAULT = of("“”‘’")
GROUPS = {
    "„“‚‘": "de bg cs sk sl hr mk lt is dsb hsb",
    "„”‚’": "bs",
    "„”«»": "pl ro",
    "„”»«": "hu",
    "„“«»": "ka et",
    "„“‘’": "sr sq",
    "«»‹›": "fa ps ku ckb de-CH de-LI it-CH fr-CH rm",
    "«»„“": "ru be uk ky tt ba cv os ab ce tg",
    "«»“”": "it es ca gl eu el hy ar pt-PT",
    "«»‘’": "nb nn no",
    "””’’": "sv fi se fo he yi",
}
TABLE = {tag: of(marks) for marks, tags in GROUPS.items() for tag in tags.split()}
TABLE["fr"] = of("«»“”", NO_BREAK)
AS_IN_THE_SOURCE = frozenset("zh yue wuu lzh ja".split())


def marks_of(tag: str) -> Marks | None:
    """Return the marks of a language, or None where those of the source stay as they are."""
    base = primary(tag)
    if base in AS_IN_THE_SOURCE:
        return None
    return TABLE.get(f"{base}-{region(tag)}") or TABLE.get(base) or DEFAULT
