"""What a newcomer reads first: each public thing says what it is, and each field what it holds."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

READER = Path(__file__).parents[2] / "scripts" / "reader"
FILES = sorted(READER.rglob("*.py"))
RECORDS = {"NamedTuple", "TypedDict"}


def classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    """Yield the public classes of a module."""
    yield from (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_")


def is_record(one: ast.ClassDef) -> bool:
    """Whether a class is made of fields."""
    decorated = any("dataclass" in ast.unparse(decorator) for decorator in one.decorator_list)
    return decorated or any(ast.unparse(base).split(".")[-1] in RECORDS for base in one.bases)


def undocumented(source: str) -> Iterator[str]:
    """Yield the fields that neither the docstring of their class nor a comment speaks of.

    A comment stands behind the field or on the line above; a docstring names the field in backticks.
    """
    lines = source.split("\n")
    for one in filter(is_record, classes(ast.parse(source))):
        said = ast.get_docstring(one) or ""
        for node in one.body:
            if not (isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)):
                continue
            name, rows = node.target.id, lines[node.lineno - 1 : node.end_lineno]
            above = lines[node.lineno - 2].strip().startswith("#")
            if (
                name[0] != "_"
                and f"`{name}`" not in said
                and not above
                and not any("  #" in row for row in rows)
            ):
                yield f"{one.name}.{name}"


def unexplained(source: str) -> Iterator[str]:
    """Yield the public functions, classes and methods without a docstring; a protocol only lists."""
    tree = ast.parse(source)
    nodes = [*tree.body, *(node for one in classes(tree) for node in one.body)]
    for one in nodes:
        if isinstance(one, ast.ClassDef | ast.FunctionDef) and one.name[0] != "_":
            is_listed = ast.unparse(one.body[-1]) == "..."
            if not is_listed and not ast.get_docstring(one):
                yield one.name


def test_the_judges_see_what_is_not_told() -> None:
    source = '@dataclass\nclass A:\n    """`a`."""\n    a: int\n    b: int  # the second\n    c: str = "#"\n'
    assert list(undocumented(source)) == ["A.c"]
    assert list(unexplained(f"{source}    def f(self): pass\ndef g(): pass\ndef _h(): pass")) == ["g", "f"]


@pytest.mark.parametrize("judge", [undocumented, unexplained])
def test_everything_public_is_told(judge: Callable[[str], Iterator[str]]) -> None:
    """A function says what it returns, a class what it is, and a field what it holds."""
    found = {path.relative_to(READER).as_posix(): list(judge(path.read_text("utf-8"))) for path in FILES}
    assert {path: names for path, names in found.items() if names} == {}
