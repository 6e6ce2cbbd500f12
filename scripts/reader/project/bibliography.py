"""The bibliography of a project: `references.bib`, and beside it CSL-JSON and RIS of reference managers.

All become the same records, with the same lint. A key stands in one file only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reader.model import Reference
from reader.model.problems import Problem
from reader.project import bibtex, csl_json, ris
from reader.project.bibtex_syntax import Fault, RawEntry
from reader.project.csl_entries import CslItem, entry

BIB, JSON, RIS = "references.bib", "references.json", "references.ris"
BESIDE = (JSON, RIS)
FILES = (BIB, *BESIDE)
READERS = {JSON: csl_json.items, RIS: ris.items}
OF_BIBLATEX = {  # what is said of fields of BibLaTeX, in the words of who has written others
    JSON: {
        "journaltitle": "container-title", "booktitle": "container-title", "maintitle": "container-title",
        "organization": "container-title", "institution": "publisher", "date": "issued",
        "urldate": "accessed", "location": "publisher-place", "doi": "DOI", "url": "URL", "issn": "ISSN",
    },
    RIS: {
        "journaltitle": "T2", "booktitle": "T2", "maintitle": "T2", "organization": "T2", "institution": "PB",
        "publisher": "PB", "date": "DA", "urldate": "Y2", "location": "CY", "doi": "DO", "url": "UR",
        "issn": "SN", "title": "TI", "author": "AU", "editor": "ED",
    },
}  # fmt: skip


def parse(files: Mapping[str, str]) -> tuple[dict[str, Reference], list[Problem]]:
    """Return the references of all files by key, in the order of `FILES`, and all that is wrong with them.

    Problems: those of `bibtex.parse`, and B09 for what of CSL-JSON or RIS cannot be read.
    """
    reading = bibtex.Bibliography()
    for path in FILES:
        if path in files and path == BIB:
            reading.add(path, files[path])
        elif path in files:
            entries, faults = _entries(*READERS[path](files[path].removeprefix("\ufeff")))
            known = len(reading.problems)
            reading.add_entries(path, entries, faults)
            reading.problems[known:] = [_said(one) for one in reading.problems[known:]]
    return reading.references, reading.problems


def _entries(items: Iterable[CslItem], faults: list[Fault]) -> tuple[list[RawEntry], list[Fault]]:
    read = [entry(item) for item in items]
    return [made for made, _wrong in read], [*faults, *(one for _made, wrong in read for one in wrong)]


def _said(problem: Problem) -> Problem:
    """A problem of a record in the words of the file that it stands in."""
    names = OF_BIBLATEX.get(problem.path, {})
    between = re.compile(rf"(?<=“)({'|'.join(names)})(?=” of )|(?<= has no )[\w ]+$")

    def other(match: re.Match[str]) -> str:
        said = [names.get(name, name) for name in match[0].split(" or ")]
        return " or ".join(dict.fromkeys(said))

    hint = problem.hint.replace("add title = {…}", "add its title")
    return replace(problem, message=between.sub(other, problem.message), hint=hint)
