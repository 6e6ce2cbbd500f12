"""What a style sheet says of elements that a site has: rules for classes that nothing bears are left out.

    .admonition, .md-typeset .note {…}   on a site without admonitions   ->   .md-typeset .note {…}

A selector is dead where it asks for a class that no page and no script names. Of everything else that a
selector may ask for nothing is known here, and it stays.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

TOKEN = re.compile(
    r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\.|[(){}\[\];,]|[^"'\\(){}\[\];,/]+|/""", re.DOTALL
)
OPEN, CLOSE = "([{", ")]}"
HOLDING = re.compile(r"@(?:media|supports|layer|container)\b")  # rules that hold others
CLASS = re.compile(r"\.((?:[\w-]|[^\x00-\x7f])+)")
PSEUDO = re.compile(r":[\w-]+$")
ANY = (":is", ":where", ":has", ":-webkit-any", ":-moz-any")
DEFINED = re.compile(r"(?:^|(?<=;))\s*(--[\w-]+)\s*:")
USED = re.compile(r"var\(\s*(--[\w-]+)")


def living(sheet: str, known: Collection[str] | None) -> str:
    """Return a sheet without its comments, and without what asks for classes that are not `known`.

    Where nothing is known, all of it is kept.
    """
    return "".join(_living(sheet, known))


def without_idle(sheet: str, beside: str) -> str:
    """Return a sheet without the properties of one's own (`--x`) that neither it nor `beside` asks for."""
    while True:
        used = set(USED.findall(sheet)) | set(USED.findall(beside))
        kept = "".join(_asked_for(sheet, used))
        if kept == sheet:
            return sheet
        sheet = kept


def _living(sheet: str, known: Collection[str] | None) -> Iterator[str]:
    for head, body in _blocks(sheet):
        if body is None:
            yield f"{head};"
        elif HOLDING.match(head):
            if inner := living(body, known):
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        elif alive := [one for one in _divided(head) if known is None or is_alive(one, known)]:
            yield f"{','.join(alive)}{{{body}}}"


def _asked_for(sheet: str, used: Collection[str]) -> Iterator[str]:
    for head, body in _blocks(sheet):
        if body is None:
            yield f"{head};"
        elif HOLDING.match(head):
            yield f"{head}{{{''.join(_asked_for(body, used))}}}"
        else:
            said = [one for one in _divided(body, ";") if one.strip()]
            kept = [one for one in said if not (found := DEFINED.match(one)) or found[1] in used]
            if kept or not said:
                yield f"{head}{{{body if len(kept) == len(said) else ';'.join(kept)}}}"


def is_alive(selector: str, known: Collection[str]) -> bool:
    """Whether a selector may fit: what `:not(…)` asks for may be missing, one of `:is(…)` is enough."""
    outside, groups = _groups(selector)
    if not all(name in known for name in CLASS.findall(outside)):
        return False
    asked = [inner for pseudo, inner in groups if pseudo in ANY]
    return all(any(is_alive(one, known) for one in _divided(inner)) for inner in asked)


def _groups(selector: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands outside of all brackets, and what in the outermost ones, with the pseudo-class of each."""
    outside, inner, groups, depth, pseudo = "", "", list[tuple[str, str]](), 0, ""
    for token in TOKEN.findall(selector):
        if token in OPEN:
            if depth == 0:
                found = PSEUDO.search(outside)
                pseudo, inner = (found[0] if found and token == "(" else ""), ""
            else:
                inner += token
            depth += 1
        elif token in CLOSE:
            depth -= 1
            if depth == 0:
                groups.append((pseudo, inner))
            else:
                inner += token
        elif depth:
            inner += token
        else:
            outside += token
    return outside, groups


def _blocks(sheet: str) -> Iterator[tuple[str, str | None]]:
    """The rules of a sheet, each with what stands in its braces; a statement, which has none, by itself."""
    head, body, depth, braces = "", "", 0, 0
    for token in TOKEN.findall(sheet):
        if token.startswith("/*"):
            continue
        if token == "{":
            braces += 1
            if braces == 1:
                continue
        elif token == "}":
            braces -= 1
            if braces == 0:
                yield head.strip(), body.strip()
                head = body = ""
                continue
        elif not braces and token in OPEN + CLOSE:
            depth += 1 if token in OPEN else -1
        elif token == ";" and not (braces or depth):
            yield head.strip(), None
            head = ""
            continue
        if braces:
            body += token
        else:
            head += token


def _divided(text: str, sign: str = ",") -> Iterator[str]:
    """What stands between the signs that are in no brackets."""
    part, depth = "", 0
    for token in TOKEN.findall(text):
        if token == sign and depth == 0:
            yield part.strip()
            part = ""
            continue
        depth += (token in OPEN) - (token in CLOSE)
        part += token
    if part.strip():
        yield part.strip()
