"""What of the bibliography would be wrong, or lost, in print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reader.model import Reference
from reader.model.keys import address
from reader.model.problems import Problem, near
from reader.project.bibtex_fields import (
    DATES,
    FIELD_ALIASES,
    KNOWN,
    NAMES,
    PRINTED,
    REQUIRED,
    TYPE_ALIASES,
    TYPES,
)
from reader.project.bibtex_syntax import RawEntry

FORBIDDEN = re.compile(r"[\"#'%(),={}~\\<>&]")
CUSTOM = re.compile(r"custom[a-f]|user[a-f]|list[a-f]|name[a-c](?:type)?|verb[a-c]")
DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
ISSN = re.compile(r"\d{4}-\d{3}[\dX]")
SWALLOWED = re.compile(
    r"[}\",]\s*\b(FIELD)\s*=\s*[{\"]".replace("FIELD", "|".join(sorted(PRINTED | NAMES | DATES))),
    re.IGNORECASE,
)
ARCHIVES = frozenset({"eprinttype", "eprintclass"})  # often written under both of their names
IN_PRINT = PRINTED | NAMES | DATES | {"doi", "url"}


def entry_problems(path: str, entry: RawEntry) -> Iterator[Problem]:
    """Yield what is wrong with an entry as it is written: its key, its type, fields written or misspelt."""
    name, type_ = f"“{entry.key}”", entry.type.lower()
    if not address(entry.key):
        message = f"the entry {name} has no key" if not entry.key else f"the key {name} has no letter"
        yield Problem(path, entry.line, "B02", message, "begin it with a key: @book{name-2020,")
    elif found := FORBIDDEN.search(entry.key):
        message, hint = (
            f"the key {name} has “{found[0]}” in it",
            "letters, digits and - _ : . / + are allowed",
        )
        yield Problem(path, entry.line, "B02", message, hint)
    if type_ == "set":
        message, hint = f"{name} is a @set, which no style prints as one", "cite its members one by one"
        yield Problem(path, entry.line, "B05", message, hint)
    elif type_ not in TYPES and type_ not in TYPE_ALIASES and not CUSTOM.fullmatch(type_):
        hint = f"{near(type_, TYPES | TYPE_ALIASES.keys())}; @misc takes anything"
        yield Problem(path, entry.line, "B05", f"{name} has the unknown type @{type_}", hint)
    seen: dict[str, tuple[str, str]] = {}
    written: set[str] = set()
    for one in entry.fields:
        low = one.name.lower()
        field = FIELD_ALIASES.get(low, low)
        value = " ".join(one.value.split())
        first = seen.setdefault(field, (low, value))
        differs = first[0] != low and first[1] != value and field not in ARCHIVES
        if field in IN_PRINT and (differs or low in written):
            message = f"{name} has the field “{low}” twice"
            yield Problem(path, one.line, "B02", message, "leave one of the two out")
        written.add(low)
        if field in IN_PRINT and (found := SWALLOWED.search(value)):
            message = f"“{low}” of {name} has swallowed “{found[1]}”"
            yield Problem(path, one.line, "B01", message, "a comma or a brace is missing between the two")
        if meant := _misspelt(low):
            message = f"{name} has the unknown field “{low}”, which is not printed"
            yield Problem(path, one.line, "B05", message, f"perhaps “{meant}”")


def _misspelt(field: str) -> str:
    """The field that a name of no field stands for, if it is one letter away from it."""
    if field in KNOWN or len(field) < 4:
        return ""
    meant = sorted(IN_PRINT | FIELD_ALIASES.keys())
    return next((one for one in meant if len(one) > 4 and _one_letter_apart(field, one)), "")


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter is missing, added, changed, or changed places with its neighbour."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    a, b = one[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def reference_problems(reference: Reference, lines: Mapping[str, int]) -> Iterator[Problem]:
    """Yield what a reference lacks, and values that make a wrong citation or a dead link."""
    path, line, name = reference.at.path, reference.at.line, f"“{reference.key}”"
    title = reference.title
    if not title and not (reference.get("author") or reference.get("editor")):
        yield Problem(path, line, "B02", f"{name} has neither author nor title", "add title = {…}")
    elif not title and reference.type not in UNTITLED:
        yield Problem(path, line, "B02", f"{name} has no title", "add title = {…}")
    for choice in REQUIRED.get(reference.type, ()):
        lacks = not any(reference.get(one) for one in choice.split("|"))
        if lacks and not (choice == "date" and ("year" in lines or reference.get("pubstate"))):
            message = f"{name} has no {choice.replace('|', ' or ')}"
            yield Problem(path, line, "B02", message, f"an @{reference.type} needs one")
    for field, message, hint in _values(reference):
        text = f"“{field}” of {name} is “{reference.get(field)}”"
        yield Problem(path, lines.get(field, line), "B02", text + message, hint)


UNTITLED = frozenset({"letter", "review", "periodical"})


def _values(reference: Reference) -> Iterator[tuple[str, str, str]]:
    doi, url, issn = (reference.get(name) for name in ("doi", "url", "issn"))
    if doi and not DOI.fullmatch(doi):
        yield "doi", "", f"write it like {_doi(doi)}, without https://doi.org/"
    elif "\\" in doi:
        yield "doi", ", with a backslash in it", f"write {doi.replace(chr(92), '')}"
    if url and (wrong := _wrong_address(url)):
        yield "url", *wrong
    if issn and not all(ISSN.fullmatch(one) for one in re.split(r"[,;]?\s+", issn)):
        digits = re.sub(r"[^\dXx]", "", issn).upper()
        like = f"{digits[:4]}-{digits[4:]}" if len(digits) == 8 else "1302-177X"
        yield "issn", "", f"write it like {like}"


def _doi(doi: str) -> str:
    found = DOI.search(doi.replace("\\", ""))
    return found[0] if found else "10.1080/…"


def _wrong_address(url: str) -> tuple[str, str] | None:
    """What is wrong with an address, and what to write."""
    if "\\" in url or "{" in url or "}" in url:
        return ", with a backslash or a brace in it", f"write {re.sub(r'[{}]|%5C|' + chr(92) * 2, '', url)}"
    if not re.fullmatch(r"(?:https?|ftp)://[^\s/]\S*", url):
        return "", "write it like https://example.org/a%20b"
    path = url.partition("//")[2].partition("/")[2]
    if "[" in path or "]" in path:
        return ", with a bracket in it", f"write {url.replace('[', '%5B').replace(']', '%5D')}"
    return None
