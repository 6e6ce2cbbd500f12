"""What no file of an editor may hold: control characters, and addresses that no program can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from reader.model.problems import Problem

CONTROL = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
ADDRESS = re.compile(r"https?://(?:\[[^\s<>\"'(){}|\\^`]*|[^\s<>\"'(){}|\\^`\[\]]*)")


def unfit(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for each line with a control character or an address that cannot be taken apart."""
    for number, row in enumerate(text.split("\n"), 1):
        if found := CONTROL.search(row):
            message = f"there is a control character, U+{ord(found[0]):04X}"
            yield Problem(
                path, number, "S12", message, f"take it out; it stands after “{row[: found.start()][-30:]}”"
            )
        for match in ADDRESS.finditer(row):
            try:
                urlsplit(match[0])
            except ValueError as error:
                hint = f"{error}; write it like https://example.org/"
                yield Problem(path, number, "S13", f"“{match[0]}” is no address", hint)
