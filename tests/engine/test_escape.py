"""Plain text, escaped for each place that it may stand in: letter by letter, since a page forgives much."""

from __future__ import annotations

import pytest

from reader.render.escape import attribute, destination, heading, inline, line


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. a", "1&#46; a"),
        ("12) a", "12&#41; a"),
        ("12 a", "12 a"),
        ("# a #", "&#35; a #"),
        ("- a", "&#45; a"),
        ("a - b", "a - b"),
        ("*a* [b] <c>", r"\*a\* \[b\] &lt;c&gt;"),
        ("a\n  b", "a b"),
        ("wait!", r"wait\!"),
        ("wait! a", "wait! a"),
        ("", ""),
    ],
)
def test_text_that_begins_a_block(text: str, escaped: str) -> None:
    """No list, heading or quotation begins with it."""
    assert line(text) == escaped


def test_other_places() -> None:
    """Within a paragraph, in a heading, in an attribute, as an address."""
    assert inline("# 1. `a`_b") == r"# 1. \`a\`\_b"
    assert heading("C# [a]") == r"C\# \[a\]"
    assert attribute('say "x"\n(a)') == "say &#34;x&#34;&#10;&#40;a&#41;"
    assert destination("https://a.example/b (c)?d=é") == "https://a.example/b%20%28c%29?d=%C3%A9"
