"""Small slips in a module, such as a programmer may make: what `make mutants` tries the tests with.

A slip changes one place in a function, in a method or in the value of a constant. Words that readers see are
left alone, and so is whatever only types read.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import regex

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or,
    ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}  # fmt: skip
INSTEAD = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "list"}
DROPPED = frozenset(
    "strip lstrip rstrip casefold lower upper".split()
)  # methods that a string is left without
UNREAD = frozenset({"annotation", "returns", "decorator_list", "type_params", "ctx"})
IN_A_PATTERN = {r"\b": "", "^": "", "$": "", "+": "*", "*": "+", "?": ""}
SHORT = 3  # longer strings are words that somebody reads


@dataclass(frozen=True, slots=True)
class Slip:
    """One place changed.

    `number` counts the slips of the module from 0, `line` is counted from 1, `what` says what became of the
    place, `scope` is the function, the method (`Class.method`) or the constant that it stands in.
    """

    number: int
    line: int
    what: str
    scope: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node hangs: the field of its parent, and which of it where that is a list."""

    parent: ast.AST
    field: str
    at: int | None


def slips(tree: ast.Module) -> Iterator[Slip]:
    """Yield every slip of a module, scope by scope; while one is looked at, it is in the tree."""
    number = 0
    for scope, top in _scopes(tree):
        for place in list(_places(top)):
            node = _get(place)
            for what, changed in _changes(node, place.field):
                _put(place, changed)
                yield Slip(
                    number, getattr(node, "lineno", getattr(place.parent, "lineno", top.lineno)), what, scope
                )
                _put(place, node)
                number += 1


def with_slip(source: str, slip: Slip) -> ast.Module:
    """Return the module with one of its slips in it."""
    tree = ast.parse(source)
    next(islice(slips(tree), slip.number, None))
    return tree


def _scopes(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Yield functions, methods and constants with their names."""
    for top in tree.body:
        match top:
            case ast.FunctionDef(name=name):
                yield name, top
            case ast.ClassDef(name=name, body=body):
                yield from ((f"{name}.{one.name}", one) for one in body if isinstance(one, ast.FunctionDef))
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name, top


def _places(parent: ast.AST) -> Iterator[_Place]:
    for field, value in ast.iter_fields(parent):
        if field in UNREAD or (isinstance(parent, ast.FunctionDef) and field == "args"):
            continue
        for at, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(node, ast.AST) and not _says(node):
                yield _Place(parent, field, at)
                yield from _places(node)


def _says(node: ast.AST) -> bool:
    """Whether this is a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _get(place: _Place) -> ast.AST:
    value = getattr(place.parent, place.field)
    found = value if place.at is None else value[place.at]
    assert isinstance(found, ast.AST)
    return found


def _put(place: _Place, node: ast.AST) -> None:
    if place.at is None:
        setattr(place.parent, place.field, node)
    else:
        getattr(place.parent, place.field)[place.at] = node


def _changes(node: ast.AST, field: str) -> Iterator[tuple[str, ast.AST]]:  # noqa: PLR0912  # a table
    """Yield what may become of a node, and what is said of that."""
    if type(node) in SWAPPED:
        other = SWAPPED[type(node)]
        yield f"{type(node).__name__} → {other.__name__}", other()
    is_not = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    if field in ("test", "ifs", "guard") and isinstance(node, ast.expr) and not is_not:
        yield f"not ({ast.unparse(node)})", _at(node, ast.UnaryOp(ast.Not(), node))
    if field == "ifs" and isinstance(node, ast.expr):
        yield f"if {ast.unparse(node)} dropped", _at(node, ast.Constant(True))
    match node:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not dropped", operand
        case ast.Constant(value=bool(value)):
            yield f"{value} → {not value}", _at(node, ast.Constant(not value))
        case ast.Constant(value=int(value) | float(value)):
            yield f"{value} → {value + 1}", _at(node, ast.Constant(value + 1))
        case ast.Constant(value=str(value)) if 0 < len(value) <= SHORT:
            yield f"{value!r} → ''", _at(node, ast.Constant(""))
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) != "None":
            yield f"return {ast.unparse(value)} → None", _at(node, ast.Return(ast.Constant(None)))
        case ast.Call(func=ast.Name(id=name), args=[*_, _]) if name in INSTEAD:
            kept = [
                one for one in node.keywords if INSTEAD[name] != "list" or one.arg not in ("key", "reverse")
            ]
            called = ast.Name(INSTEAD[name], ast.Load())
            yield f"{name}() → {INSTEAD[name]}()", _at(node, ast.Call(called, node.args, kept))
        case ast.Call(func=ast.Attribute(value=value, attr=attr)) if attr in DROPPED:
            yield f".{attr}() dropped", value
        case ast.Call(func=ast.Attribute(attr="compile"), args=[ast.Constant(value=str(pattern)), *rest]):
            for at, old in _signs(pattern):
                new = pattern[:at] + IN_A_PATTERN[old] + pattern[at + len(old) :]
                if not _is_pattern(new):
                    continue
                what = f"{old} of the pattern → {IN_A_PATTERN[old] or 'nothing'} at {at}"
                yield what, _at(node, ast.Call(node.func, [ast.Constant(new), *rest], node.keywords))
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break() | ast.Delete():
            if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.YieldFrom | ast.Yield):
                yield f"{ast.unparse(node)} deleted", _at(node, ast.Pass())


def _signs(pattern: str) -> Iterator[tuple[int, str]]:
    """Yield the signs of a pattern that mean something, with their places."""
    at = 0
    while at < len(pattern):
        sign = pattern[at : at + 2] if pattern[at] == "\\" else pattern[at]
        if sign in IN_A_PATTERN and pattern[at - 1 : at] != "(":
            yield at, sign
        at += len(sign)


def _is_pattern(pattern: str) -> bool:
    try:
        regex.compile(pattern)
    except regex.error:
        return False
    return True


def _at(old: ast.AST, new: ast.AST) -> ast.AST:
    return ast.fix_missing_locations(ast.copy_location(new, old))
