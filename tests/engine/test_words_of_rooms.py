"""The rooms that write for readers: markup is of a type, and English stands in one table a room.

What is looked for stands in string literals. Words may be built up in ways that no reading of the source
finds; these tests find how they are written in this house.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import pytest

READER = Path(__file__).parents[2] / "scripts" / "reader"
ROOMS = ("render", "exports", "references", "site")
FILES = {
    path.relative_to(READER).as_posix(): path
    for room in ROOMS
    for path in sorted((READER / room).rglob("*.py"))
}
TABLES = [name for name in FILES if name.endswith("phrases.py")]
FRAMES = {  # what stands around a page, as the theme escapes it, and what other publishers are given
    "site/frame.py",
    "site/direct/frames.py",
    "site/elsewhere/__init__.py",
    "site/elsewhere/settings.py",
    "site/elsewhere/written.py",
}
MAKERS = {"render/markup.py", "render/escape.py"}  # where markup is made out of plain text
TRUSTED = {"references/citeproc.py"}  # HTML that pandoc has made
OF_MARKUP = {"HTML", "Markdown", "kind"}  # what makes a literal a template; `kind` is either of the types
# Told to editors and programmers
MESSAGES = {"Problem", "ProblemsFound", "UnknownPlace", "UnknownStyle", "NoPort", "print", "__init__"}
MESSAGE_NAMES = {"message", "hint", "said"}
# Names, and what programs read: languages and types of files, parts of a schema, patterns, style sheets
FORMAL = {
    "exports/json_schema.py",
    "render/review/look.py",
    "exports/opensearch.py",
    "exports/signposting.py",
    "references/schema_org.py",
    "render/data_page/code.py",
    "references/capitals.py",
    "references/item.py",
    "site/shipped.py",
    "site/epub.py",
    "site/warc.py",
    "site/policy.py",
}
# Nodes of pandoc and of W3C
NODES = set(
    "Emph Image Plain Strong Superscript Table Subscript Span Link Note Para Plain Header Div Str Text "
    "Annotation".split()
)
THINGS = set("Report Book Chapter Thesis Periodical Article Organization Person".split())  # of schema.org
NAMES = (
    {
        "alternate feed",
        "<!doctype html>",
        "Kind",
        "Template",
        "Chicago",
        "web page",
        "Doc file",
        "Bad Request",
        "Not Found",
        "line-number counted",
        "area base br col embed hr img input link meta source track wbr",
    }
    | NODES
    | THINGS
)

MARKUP = re.compile(r"<[A-Za-z/!]|\]\(|\*\*|`|\{\{?[:#.]|(?:\A|\n)(?:#+|[-*+>]|\d+\.) ")
TAG = re.compile(r"</?[A-Za-z][^<>]*>?")
SPOKEN = re.compile(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"')
ATTRIBUTES = re.compile(r'\{\{.*?\}\}|[\w-]+="[^"]*"|\]\([^()]*\)')
FIELD = re.compile(r"\{[^{}]*\}|⟦\w+⟧")
LETTERS = re.compile(r"[^\W\d_]{2}")
PHRASE = re.compile(
    r"[A-Za-z’]{2,}[,.:]? (?:a |[a-z]{2,})|\b[A-Z][a-z]+ [A-Z]?[a-z]+|\A[A-Z][a-z]{2,}[.:]?\s*\Z"
)

Role = Literal["plain", "template", "message"]


@dataclass(frozen=True)
class Written:
    """A string literal, its line, and what it is there for."""

    text: str
    line: int
    role: Role


def literals(node: ast.AST, role: Role = "plain") -> Iterator[Written]:
    """Yield the string literals below a node but for docstrings."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield Written(node.value, node.lineno, role)
        return
    if isinstance(node, ast.Raise) or (isinstance(node, ast.Assign) and names(node.targets) & MESSAGE_NAMES):
        role = "message"
    if isinstance(node, ast.Call):
        role = {True: "template"}.get(called(node) in OF_MARKUP, role)  # type: ignore[assignment]
        role = "message" if called(node) in MESSAGES else role
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):  # a docstring
            within: Role = "plain" if role == "template" and not isinstance(child, ast.Constant) else role
            yield from literals(child, within)


def called(node: ast.Call) -> str:
    """Return the last part of the name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def names(targets: list[ast.expr]) -> set[str]:
    """Return the names that are assigned to."""
    return {target.id for target in targets if isinstance(target, ast.Name)}


@cache
def tree(name: str) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(FILES[name].read_text("utf-8"))


def said(one: Written) -> str:
    """Return what a literal says to readers: not its tags, addresses and attributes, but what is heard."""
    heard = " ".join(SPOKEN.findall(one.text))
    return FIELD.sub("", f"{TAG.sub(' ', ATTRIBUTES.sub(' ', one.text))} {heard}")


def is_english(one: Written) -> bool:
    """Whether a literal holds words for readers."""
    if one.role == "template":
        return bool(LETTERS.search(said(one)))
    found = PHRASE.search(TAG.sub(" ", FIELD.sub("x", one.text)))
    return bool(found) and one.role == "plain" and one.text.strip("0123456789 ()'[]^+\"") not in NAMES


def test_no_plain_text_holds_markup() -> None:
    """An f-string, a sum or a join of plain text escapes nothing; a template of markup escapes by itself."""
    for name in FILES:
        if name.startswith("render/") and name not in MAKERS:
            found = [
                one for one in literals(tree(name)) if one.role != "template" and MARKUP.search(one.text)
            ]
            assert [one for one in found if not (name in TABLES and one.text.count("`") % 2 == 0)] == [], name


def test_a_template_is_a_literal() -> None:
    """Plain text that is called markup in passing has been escaped by nobody."""
    for name in FILES.keys() - MAKERS - TRUSTED:
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.Call) and called(node) in OF_MARKUP:
                literal = all(isinstance(one, ast.Constant) for one in node.args)
                assert literal and not node.keywords, f"{name}:{node.lineno}: {ast.unparse(node)}"


def test_markup_comes_from_our_types() -> None:
    """`markupsafe.Markup` leaves control characters as they are; the frame hands on what is made."""
    for name in FILES:
        modules = {node.module for node in ast.walk(tree(name)) if isinstance(node, ast.ImportFrom)}
        assert ("markupsafe" in modules) == (name in FRAMES), name
        assert "html" not in modules or name in {*FRAMES, "site/direct/conversion.py"}, name


def test_words_for_readers_stand_in_the_table_of_the_room() -> None:
    """A translation is another table; a sentence elsewhere would stay English."""
    looked_at = FILES.keys() - TABLES - FORMAL
    found = {name: [one for one in literals(tree(name)) if is_english(one)] for name in looked_at}
    assert {name: written for name, written in found.items() if written} == {}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_words_can_be_translated(name: str) -> None:
    """A phrase is plain text that names its fields, so that they may stand in another order."""
    phrases = list(literals(tree(name)))
    assert phrases
    for one in phrases:
        assert not re.search(r"[<>]|\]\(|\*\*|\{\{|\{[:!}\d]", one.text), one


@pytest.mark.parametrize("name", TABLES)
def test_every_phrase_is_used(name: str) -> None:
    """A phrase that nobody says is translated for nothing."""
    defined = [target for node in tree(name).body for target in _targets(node)]
    assert len(defined) == len(set(defined))
    used = "\n".join(path.read_text("utf-8") for other, path in FILES.items() if other != name)
    ways = r"(?:phrases|of_references)\.{0}\b|phrases import {0}\b"
    assert [one for one in defined if not re.search(ways.format(one), used)] == []


def _targets(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.Assign):
        yield from names(node.targets)
    elif isinstance(node, ast.AnnAssign):
        yield from names([node.target])
