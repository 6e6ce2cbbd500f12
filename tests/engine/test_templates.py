"""The templates keep to what Jinja and MiniJinja both know, so that another publisher can use them."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, nodes

THEME = Path(__file__).parents[2] / "scripts/reader/theme"
OF_THE_THEME = {"lang.t"}  # macros that templates import
ARGUMENTS = {"replace": 2}  # at most, where MiniJinja takes fewer than Jinja


def test_no_method_of_python_is_called() -> None:
    """Strings of MiniJinja have no methods, and some of its filters take fewer arguments."""
    for file in sorted(THEME.rglob("*.html")):
        tree = Environment(autoescape=True).parse(file.read_text("utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Getattr) and isinstance(call.node.node, nodes.Name):
                assert f"{call.node.node.name}.{call.node.attr}" in OF_THE_THEME, f"{file.name}:{call.lineno}"
            else:
                assert isinstance(call.node, nodes.Name), f"{file.name}:{call.lineno}"
        for one in tree.find_all(nodes.Filter):
            assert len(one.args) <= ARGUMENTS.get(one.name, len(one.args)), f"{file.name}:{one.lineno}"


def test_what_is_used_is_imported() -> None:
    """A template that another includes has in MiniJinja only what it imports itself."""
    for file in sorted((THEME / "partials").rglob("*.html")):
        text = file.read_text("utf-8")
        if re.search(r"\blang\.t\(", text):
            assert '{%- import "partials/language.html" as lang' in text, file.name
