"""What a page of the site says on paper, and what of it is lost there."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
from lxml import html

FOOT = 40  # points: what stands lower is the number of the page


def letters(text: str) -> str:
    """What is left of a text when lines are broken otherwise."""
    return re.sub(r"[\s\u00ad\ufffe\x02-]+", "", text)


def runs(page: Path) -> list[str]:
    """The runs of words of passages and notes between the short signs in them, in their order."""
    tree = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
    found = tree.xpath(
        '//*[contains(@class, "passage")]//text() | //*[contains(@class, "editor-note")]/p//text()'
    )
    return [run for one in found if len(run := letters(one)) > 3]


def lost(words: list[str], printed: str) -> list[str]:
    """The runs that are not printed after those before them."""
    at, missing = 0, []
    for run in words:
        found = printed.find(run, at)
        if found < 0:
            missing.append(run)
        else:
            at = found + len(run)
    return missing


def printed(file: Path) -> list[str]:
    """What each sheet of a PDF says."""
    sheets = pypdfium2.PdfDocument(file)
    return [letters(sheet.get_textpage().get_text_bounded(bottom=FOOT)) for sheet in sheets]
