"""What a block of a page is, and which elements make boxes of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from reader.intake.sheet import Span

BOXES = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol "
    "optgroup option p pre section select summary table tbody td textarea tfoot th thead tr ul".split()
)
SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class Block:
    """Words of one box: `element` is the innermost box; `linked` counts signs within links."""

    text: str  # of a row of a table: with tabs between the cells
    element: HtmlElement
    spans: tuple[Span, ...] = ()  # offsets in `text`, in code points
    linked: int = 0
    begins: bool = True  # False for a line of verse or preformatted text after a single break
    kind: str = ""  # verse, td or th, where the box alone does not say so
    marker: str = ""  # of a list item: “•”, “3.”; empty if none, or not its first block
    depth: int = 0  # in how many lists it stands; 0 for none
