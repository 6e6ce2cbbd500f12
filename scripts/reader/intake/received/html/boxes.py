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

    text: str
    element: HtmlElement
    spans: tuple[Span, ...] = ()
    linked: int = 0
    begins: bool = True
    kind: str = ""  # verse, td or th, where the box alone does not say so
    marker: str = ""
    depth: int = 0
