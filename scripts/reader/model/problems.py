"""Problems that an editor can mend: where, what, and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

CODES = {
    "A01": "the ledger does not describe the text as it now reads",
    "A02": "the ledger cannot be read",
    "A03": "two places claim one anchor",
    "B01": "a BibTeX block cannot be read",
    "B02": "a field is missing or malformed",
    "B03": "two keys that differ only in case, or not at all",
    "B04": "the bibliography has no such key",
    "B05": "a type or field is not known",
    "B06": "there is no such citation style",
    "C01": "a correction does not find its words",
    "C02": "a correction finds its words more than once",
    "C03": "a correction changes nothing, or lies in a cut",
    "D01": "a generated file is not what the sources give",
    "D02": "a generated file comes from no source",
    "G01": "two terms claim one form",
    "G02": "two terms have one id",
    "G03": "a term that no text uses",
    "G04": "an exception that nothing uses",
    "G05": "a see-also to nothing",
    "G06": "an id or a form that no term can have",
    "H01": "a page quotes a passage that is not there",
    "H02": "a page quotes words that its passage does not have",
    "H03": "a quotation in a page is not closed",
    "L01": "a link of the built site leads nowhere",
    "L02": "MkDocs warns of something",
    "N01": "a note cannot be read",
    "N02": "a lemma is not in its passage",
    "N03": "a lemma is in its passage more than once",
    "N04": "there is no such passage",
    "Q01": "a quoted citation is not in its passage",
    "Q02": "a quoted citation is in its passage more than once",
    "Q03": "there is no such passage",
    "Q04": "a citation overlaps another mark",
    "Q05": "a locator has no number",
    "S01": "the raw text is empty",
    "S02": "the raw text is not UTF-8",
    "S03": "the raw text is not the one that was taken in",
    "S04": "the guard of a cut fails",
    "S05": "two cuts overlap",
    "S06": "a line number is not a line of the raw text",
    "S07": "a heading, part or break does not stand where it is said to",
    "S08": "a line ends in a hyphen that nobody has decided on",
    "S09": "what is said to be published does not fit",
    "S10": "the title is not that of the record",
    "S11": "a file or folder is missing",
    "T01": "not valid TOML",
    "T02": "a field is not known",
    "T03": "a field is missing",
    "T04": "a field has the wrong type",
    "T05": "a field has a value that is not allowed",
}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that stops a build: `path` is relative to the project, `line` is 1-based."""

    path: str
    line: int
    code: str
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"problem code {self.code} is not in the table")

    def __str__(self) -> str:
        tail = f" — {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}: {self.code} {self.message}{tail}"


class ProblemsFound(Exception):
    """Raised once by the pipeline, with every problem of the run; `left` says what is as it was."""

    def __init__(self, problems: Iterable[Problem], left: str = "nothing was written") -> None:
        self.problems = sorted(set(problems))
        self.left = left
        super().__init__("\n".join(map(str, self.problems)))


def unknown_keys(keys: Iterable[str], path: str, line: int, known: Iterable[str]) -> Iterator[Problem]:
    """Yield the keys that the bibliography does not have."""
    known = set(known)
    for key in keys:
        if key not in known:
            yield Problem(path, line, "B04", f"references.bib has no “{key}”", near(key, known))


def near(word: str, known: Iterable[str]) -> str:
    """Return a hint that names what was probably meant."""
    close = get_close_matches(word, sorted(known), 3)
    return f"perhaps {' or '.join(f'“{one}”' for one in close)}" if close else "nothing has a name like it"
