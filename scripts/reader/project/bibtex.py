"""The bibliography: read with bibtexparser, and linted hard, since a slip there swallows fields silently."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateFieldKeyBlock, Entry, ImplicitComment

from reader.model import At, Reference
from reader.model.problems import Problem, near

FIELDS = frozenset(
    """abstract addendum address annotation author booktitle chapter date doi edition editor entrysubtype
    eprint eventtitle howpublished institution isbn issn issue journal journaltitle keywords langid language
    location maintitle month note number organization origdate pages publisher pubstate school series
    shorttitle subtitle title titleaddon translator type url urldate venue version volume volumes
    year""".split()
)
REQUIRED = {
    "article": ("journaltitle|journal", "date|year"),
    "book": ("publisher|location|date|year",),
    "incollection": ("booktitle", "date|year"),
    "report": ("institution|organization", "date|year"),
    "thesis": ("institution|school", "date|year"),
}
TYPES = frozenset({*REQUIRED, "online", "misc", "collection", "inproceedings", "periodical"})
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")
DOI = re.compile(r"10\.\d{4,9}/\S+")
PAGES = re.compile(r"[\w.]+(?:--[\w.]+)?(?:, ?[\w.]+(?:--[\w.]+)?)*")
STRAY = re.compile(r"@|\w\s*\{|=\s*[{\"]")  # an entry, or part of one, between the blocks
SWALLOWED = re.compile(
    r"\b(?P<field>FIELD)\s*=\s*[{\"]|(?:[}\"]|^\w+)\s*\b(?P<bare>FIELD)\s*=".replace(
        "FIELD", "|".join(sorted(FIELDS))
    ),
    re.IGNORECASE,
)


def parse(path: str, text: str) -> tuple[dict[str, Reference], list[Problem]]:
    """Return the references by key, in the order of the file, and all that is wrong with them."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # failed blocks are reported below
    library = parse_string(text)
    problems: list[Problem] = []
    references: dict[str, Reference] = {}
    for block in library.failed_blocks:
        line = (block.start_line or 0) + 1
        inner = getattr(block, "ignore_error_block", None)
        key = getattr(inner, "key", "") or _opening(block.raw or "")
        if isinstance(block, DuplicateFieldKeyBlock):
            message, code, hint = f"“{key}” has a field twice", "B02", "leave one of the two out"
        elif "Duplicate" in type(block).__name__:
            message, code = f"the key “{key}” stands in the file already", "B03"
            hint = "give it another name"
        else:
            message, code = f"the block “{key}” cannot be read", "B01"
            hint = "look for a missing brace, comma or quotation mark"
        problems.append(Problem(path, line, code, message, hint))
    folded: dict[str, str] = {}
    for entry in library.entries:
        line = (entry.start_line or 0) + 1
        if entry.key.casefold() in folded:
            message = f"the key “{entry.key}” differs only in case from “{folded[entry.key.casefold()]}”"
            problems.append(Problem(path, line, "B03", message, "give it another name"))
            continue
        folded[entry.key.casefold()] = entry.key
        reference = _reference(path, line, entry)
        problems += _lint(reference, entry)
        references[entry.key] = reference
    for comment in library.comments:
        if isinstance(comment, ImplicitComment) and STRAY.search(comment.comment):
            message, hint = "an entry is outside the braces of any block", "look for a missing “@” or “{”"
            problems.append(Problem(path, (comment.start_line or 0) + 1, "B01", message, hint))
    return references, problems


def _reference(path: str, line: int, entry: Entry) -> Reference:
    type_ = entry.entry_type.lower()
    values = {field.key.lower(): " ".join(str(field.value).split()) for field in entry.fields}
    rows = [f"  {name} = {{{value}}}," for name, value in values.items()]
    bibtex = "\n".join([f"@{type_}{{{entry.key},", *rows, "}"])
    return Reference(
        entry.key, type_, {name: _plain(value) for name, value in values.items()}, bibtex, At(path, line)
    )


def _plain(value: str) -> str:
    """The value without the braces that protect capitals, and without the few escapes that BibTeX needs."""
    unescaped = re.sub(r"\\([&%$#_])", r"\1", value)
    return " ".join(re.sub(r"(?<!\\)[{}]", "", unescaped).split())


def _lint(reference: Reference, entry: Entry) -> Iterator[Problem]:
    path, line, name = reference.at.path, reference.at.line, f"“{reference.key}”"

    def report(code: str, message: str, hint: str = "", field: str = "") -> Problem:
        return Problem(path, _line_of(entry, field) if field else line, code, message, hint)

    if not KEY.fullmatch(reference.key):
        yield report("B02", f"the key {name} is not of the form name-year", "lower case, digits and hyphens")
    if reference.type not in TYPES:
        yield report(
            "B05", f"{name} has the unknown type @{reference.type}", f"one of {', '.join(sorted(TYPES))}"
        )
    for field in entry.fields:
        low, value = field.key.lower(), str(field.value)
        if low not in FIELDS:
            yield report("B05", f"{name} has the unknown field “{field.key}”", near(low, FIELDS), field.key)
        if field.key != low:
            yield report("B02", f"{name} writes “{field.key}” in capitals", f"write {low}", field.key)
        if not value.strip():
            yield report("B02", f"{name} has an empty “{low}”", "leave the field out", field.key)
        if found := SWALLOWED.search(value):
            message = f"“{low}” of {name} has swallowed “{found['field'] or found['bare']}”"
            yield report("B01", message, "a comma is missing between the two", field.key)
    title = reference.get("title")
    if not title and not (reference.get("author") or reference.get("editor")):
        yield report("B02", f"{name} has neither author nor title", "add title = {…}")
    elif not title:
        yield report("B02", f"{name} has no title", "add title = {…}")
    for choice in REQUIRED.get(reference.type, ()):
        if not any(reference.get(one) for one in choice.split("|")):
            yield report(
                "B02", f"{name} has no {choice.replace('|', ' or ')}", f"an @{reference.type} needs one"
            )
    yield from _lint_lists(reference, entry)
    yield from _lint_values(reference, entry)


def _lint_lists(reference: Reference, entry: Entry) -> Iterator[Problem]:
    """A body with “and” in its name is read as two bodies, unless its name is in braces."""
    for name in ("institution", "organization", "school"):
        value = str(entry.fields_dict[name].value) if name in entry.fields_dict else ""
        if re.search(r"\sand\s", _unbraced(value)):
            message = f"“{name}” of “{reference.key}” would be read as two, divided at “and”"
            hint = f"write {name} = {{{{{value}}}}}"
            yield Problem(reference.at.path, _line_of(entry, name), "B02", message, hint)


def _lint_values(reference: Reference, entry: Entry) -> Iterator[Problem]:
    forms = {
        "date": (DATE, "2023, 2023-06 or 2023-06-15"),
        "urldate": (DATE, "2020-11-06"),
        "year": (DATE, "2023"),
        "doi": (DOI, "10.1080/…, without https://doi.org/"),
        "url": (re.compile(r"https?://\S+"), "https://…"),
        "pages": (PAGES, "113--143"),
        "issn": (re.compile(r"\d{4}-\d{3}[\dX]"), "1302-177X"),
    }
    for name, (pattern, example) in forms.items():
        value = reference.get(name)
        if value and not pattern.fullmatch(value):
            message = f"“{name}” of “{reference.key}” is “{value}”"
            path, line = reference.at.path, _line_of(entry, name)
            yield Problem(path, line, "B02", message, f"write it like {example}")


def _unbraced(value: str) -> str:
    """What stands outside all braces of a value."""
    depth, outside = 0, []
    for sign in value:
        depth += (sign == "{") - (sign == "}")
        outside.append(sign if depth == 0 else "")
    return "".join(outside)


def _line_of(entry: Entry, name: str) -> int:
    """The 1-based line of a field in the file."""
    field = entry.fields_dict.get(name) or entry.fields_dict.get(name.lower())
    line = field.start_line if field is not None else entry.start_line
    return (line or entry.start_line or 0) + 1


def _opening(raw: str) -> str:
    return " ".join(raw.split())[:40]
