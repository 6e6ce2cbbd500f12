"""DOCX, ODT, RTF, EPUB and Markdown: pandoc reads them, and what it makes of them is read as a page."""

from __future__ import annotations

from collections.abc import Mapping

from reader.intake.received.kinds import Kind
from reader.intake.received.refusal import damaged, too_large
from reader.model.problems import ProblemsFound
from reader.project.children import VERSION, pandoc

EXTRACTOR = "pandoc"
FORMATS: Mapping[Kind, str] = {
    "docx": "docx",
    "odt": "odt",
    "epub": "epub",
    "rtf": "rtf",
    # as it stands: no dollar sign begins a formula, no quotation mark turns, no “(1)” is counted anew
    "markdown": "markdown-smart-tex_math_dollars-citations-fancy_lists-example_lists-latex_macros-raw_tex",
}
MEMORY = "1500M"
FULL = "Heap exhausted"
HEAVY = "the file needs more memory than any text"


NO_TITLE = "-"  # what pandoc calls a page that has no title and came from no file


def page_of(kind: Kind, data: bytes) -> str:
    """Return a manuscript as a page of HTML."""
    arguments = ["+RTS", f"-M{MEMORY}", "-RTS", "--sandbox", "--quiet", "--standalone", "--wrap=none"]
    given = data.replace(rb"{\*\footnote", rb"{\footnote") if kind == "rtf" else data
    try:
        made = pandoc("", [*arguments, "--to=html5", f"--from={FORMATS[kind]}"], given)
    except ProblemsFound as found:
        said = found.problems[0].message
        raise (too_large(HEAVY) if FULL in said else damaged(said)) from None
    return made.decode("utf-8", "replace")


__all__ = ["EXTRACTOR", "NO_TITLE", "VERSION", "page_of"]
