"""A project in which every field of every file that an editor writes holds hostile words.

The fields are those of the dataclasses that the files are read as, so that a new field of words is filled
without anybody thinking of it. A field that cannot hold any words (a key, a line number, a quotation of the
raw text) stands in GIVEN.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from reader.model import (
    Citation,
    CitationsFile,
    Correction,
    CorrectionsFile,
    Cut,
    Figure,
    Footnote,
    GlossaryFile,
    Heading,
    Hyphen,
    Join,
    Lines,
    Markup,
    Paragraph,
    Parallel,
    Part,
    Pause,
    PrintPage,
    Regularise,
    Rights,
    Sic,
    Since,
    SourceFile,
    Supply,
    Table,
    Term,
    Unlinked,
)
from reader.model.received import Mending, Received
from reader.project.bibtex_fields import FIELD_ALIASES, KNOWN, NAMES
from reader.project.settings import NoteKindEntry, Release, Settings, TermKindEntry
from reader.site.engine import DEFAULTS
from small_project import SmallProject

ROOT = Path(__file__).parents[2]
SLUG, WORK = "hostile-2020", "work-1999"
HOST = "canary.invalid"  # nothing may ever ask it for anything
RAW_WORDS = f"<img src=//{HOST}/raw onerror=canary=1><xss>*no*"  # as it stands in the raw text
RAW = f"""\
Cut {RAW_WORDS}

Headed {RAW_WORDS}

The League met {RAW_WORDS} and it was con-
tinued by wrong <u>words</u> and <s>kept</s> ones, as Work {RAW_WORDS} has it.

A League {RAW_WORDS} of another kind.

The last paragraph, after a pause.

Set {RAW_WORDS} apart, with the sign of a note.[9]

One {RAW_WORDS}\tTwo
three\tfour

[9] Note {RAW_WORDS}

Caption {RAW_WORDS}

The first line of two,
and a paragraph that begins with the second.

It goes on {RAW_WORDS}.
"""
RECEIVED = b"what came in"
PICTURE = ROOT / "tests/engine/explained/sources/marsh-1931/lamp.png"
LEMMA = f"League met {RAW_WORDS} and"


def words(field: str) -> str:
    """Words that act wherever an escape is forgotten: in text, attributes, scripts, Markdown, templates."""
    return (
        f'{field} "near" \'abroad\' <i or x> "><img src=//{HOST}/{field} onerror=canary=1><xss><script>'
        "canary=1</script>' onfocus='canary=1' autofocus </title></script></textarea>--><svg/onload=canary=1>"
        f" [no](javascript:canary=1) ![no](//{HOST}/{field}) `no` *no* {{{{ 7*7 }}}} {{#own}} &lt;xss&gt; | #"
    )


def tex(field: str) -> str:
    """The same as BibTeX can hold it: braces group there, and some signs have a backslash before them."""
    plain = words(field).replace("{", "(").replace("}", ")")
    return "".join("\\" + sign if sign in "&#%$_" else sign for sign in plain)


def printed(field: str) -> str:
    """What a field of BibTeX says: TeX turns quotation marks, and makes a dash of two hyphens."""
    said = words(field).replace("{", "(").replace("}", ")").replace("--", "–").replace("`", "‘")
    for straight, turned in ((' "', " “"), ('"', "”"), (" '", " ‘"), ("'", "’")):
        said = said.replace(straight, turned)
    return said


GIVEN: dict[tuple[type, str], Any] = {
    (SourceFile, "title"): printed("zztitlezz"),
    (SourceFile, "language"): "en",
    (SourceFile, "layout"): "hard-wrapped",
    (SourceFile, "sha256"): "{sha256}",
    (Rights, "passages"): [],
    (Rights, "licence"): "https://creativecommons.org/licenses/by/4.0/",
    (Cut, "lines"): "1",
    (Cut, "begins"): f"Cut {RAW_WORDS}",
    (Heading, "line"): 3,
    (Heading, "text"): f"Headed {RAW_WORDS}",
    (Heading, "level"): 1,
    (Heading, "language"): "la",
    (Heading, "shown"): "",
    (Heading, "label"): "",
    (Part, "lines"): "8",
    (Part, "kind"): "abstract",
    (Part, "begins"): f"A League {RAW_WORDS}",
    (Part, "label"): "",
    (Part, "speakers"): [],
    (Part, "speaker"): "",
    (Part, "first_line"): 0,
    (Part, "line_numbers"): False,
    (Part, "language"): "la",
    (Paragraph, "line"): 22,
    (Paragraph, "begins"): "",
    (Join, "line"): 24,
    (Join, "begins"): f"It goes on {RAW_WORDS}",
    (Table, "lines"): "14-15",
    (Table, "begins"): f"One {RAW_WORDS}",
    (Table, "columns"): 0,
    (Table, "header"): 1,
    (Figure, "file"): PICTURE.name,
    (Figure, "lines"): "19",
    (Figure, "begins"): f"Caption {RAW_WORDS}",
    (Figure, "before"): 0,
    (Figure, "caption"): "",
    (Figure, "reason"): "",
    (Parallel, "original"): "8",
    (Parallel, "translation"): "12",
    (Regularise, "off"): ["dashes"],
    (Regularise, "marks"): ["“", "”"],
    (Received, "file"): "received.txt",
    (Received, "sha256"): hashlib.sha256(RECEIVED).hexdigest(),
    (Mending, "times"): 1,
    (Markup, "line"): 12,
    (Markup, "find"): RAW_WORDS,
    (Markup, "after"): "",
    (Markup, "before"): "",
    (Markup, "target"): "",
    (Markup, "language"): "",
    (Footnote, "line"): 12,
    (Footnote, "marker"): "[9]",
    (Footnote, "after"): "",
    (Footnote, "before"): "",
    (Footnote, "note"): "17",
    (Footnote, "number"): "",
    (PrintPage, "line"): 12,
    (PrintPage, "number"): "9",
    (PrintPage, "marker"): "",
    (PrintPage, "after"): "",
    (PrintPage, "before"): "",
    (PrintPage, "reason"): "",
    (Pause, "before"): 10,
    (Hyphen, "line"): 5,
    (Hyphen, "keep"): False,
    (Hyphen, "space"): False,
    (Correction, "line"): 6,
    (Correction, "find"): "<u>words</u>",
    (Supply, "before"): 10,
    (Supply, "text"): f"[{words('zzsupplytext')}]",
    (Sic, "line"): 6,
    (Sic, "find"): "<s>kept</s>",
    (Citation, "passage"): "p1",
    (Citation, "quote"): f"Work {RAW_WORDS} has",
    (Citation, "key"): WORK,
    (Citation, "locator"): "p. 7",
    (Term, "id"): "league",
    (Term, "language"): "fa",
    (Term, "forms"): ["League", f"League met {RAW_WORDS}"],
    (Term, "link"): "passage",
    (Term, "references"): [WORK],
    (Term, "see"): ["pause"],
    (Term, "background"): False,
    (Since, "references"): [WORK],
    (Unlinked, "text"): SLUG,
    (Unlinked, "passage"): "p2",
    (Unlinked, "form"): "League",
    (Settings, "style"): "chicago-author-date",
    (Settings, "styles"): ["chicago-author-date", "apa"],
    (TermKindEntry, "id"): "thing",
    (TermKindEntry, "in_names"): True,
    (NoteKindEntry, "id"): "remark",
    (Term, "kind"): "thing",
    (
        Settings,
        "report",
    ): f"https://reports.example.org/\"><img/src=//{HOST}/onerror=canary=1><xss>'*no*?{{place}}",
    (Release, "date"): "2026-02-03",
}
PLAIN_FIELDS = {  # fields of BibTeX that cannot hold any words
    "date": "2020-02-03",
    "year": "2020",
    "month": "feb",
    "urldate": "2020-02-03",
    "origdate": "2019",
    "eventdate": "2019",
    "doi": f'10.1234/"><img/src=//{HOST}/doi>',
    "url": f"https://example.org/\"><img/src=//{HOST}/url/onerror=canary=1><xss>'*no*",
    "pages": "1--2",
    "isbn": "978-3-16-148410-0",
    "issn": "1234-567X",
    "type": "mathesis",
    "entrysubtype": "newspaper",
    "langid": "english",
    "language": "english",
    "volumes": "2",
    "pubstate": "inpress",
}


def filled(cls: Any, given: dict[tuple[type, str], Any]) -> dict[str, Any]:
    """Return the table of a dataclass with every field that it has."""
    hints = get_type_hints(cls)
    fields = [field.name for field in dataclasses.fields(cls) if field.name != "at"]
    return {
        name: given[cls, name]
        if (cls, name) in given
        else _value(hints[name], f"{cls.__name__}.{name}", given)
        for name in fields
    }


def _value(hint: Any, place: str, given: dict[tuple[type, str], Any]) -> Any:
    origin = get_origin(hint)
    if hint is str:
        return words(f"zz{place.replace('.', '').lower()}zz")
    if hint is bool:
        return True
    if origin is Literal:
        return get_args(hint)[0]
    if origin is tuple:
        return [_value(get_args(hint)[0], place, given)]
    if origin in (UnionType, Union):
        return _value(next(one for one in get_args(hint) if one is not NoneType), place, given)
    if dataclasses.is_dataclass(hint):
        return filled(hint, given)
    assert hint is not Lines, f"say in GIVEN what lines {place} names"
    raise AssertionError(f"say in GIVEN what {place} holds")


def toml(table: dict[str, Any], name: str = "") -> str:
    """Return a table as TOML: its plain values, then its tables, then its arrays of tables."""
    plain, rest = "", ""
    for key, value in table.items():
        inner = f"{name}.{key}".lstrip(".")
        if isinstance(value, dict):
            rest += f"\n[{inner}]\n{toml(value, inner)}"
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            rest += "".join(f"\n[[{inner}]]\n{toml(one, inner)}" for one in value)
        else:
            plain += f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
    return plain + rest


def record(kind: str, key: str) -> str:
    """Return a record with every field that BibTeX may have here."""
    rows = {name: PLAIN_FIELDS.get(name) or tex(f"zz{kind}{name}zz") for name in FIELDS}
    if key == SLUG:
        rows["title"] = tex("zztitlezz")
        del rows["subtitle"]  # it would be part of the title
        rows["author"] = f"<img src=//{HOST}/author onerror=canary=1><xss> {tex('zzauthor')}"
    rows = {name: value.replace(",", "") if name in PERSONS else value for name, value in rows.items()}
    return (
        f"@{kind}{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in rows.items()) + "}\n\n"
    )


PERSONS = NAMES
FIELDS = sorted(KNOWN - FIELD_ALIASES.keys() - {"crossref", "xdata"})  # these two name other entries


def mkdocs() -> str:
    """Return a mkdocs.yml with all that the engine would say, and hostile words in all that is words."""
    config = yaml.safe_load(DEFAULTS.read_text("utf-8"))
    for name in ("site_name", "site_description", "site_author", "copyright"):
        config[name] = words(f"zz{name.replace('_', '')}zz")
    config["nav"] = [
        {words("zznavindexzz"): "index.md"},
        {words("zznavsectionzz"): [{words("zznavpagezz"): "own.md"}, "texts/index.md"]},
        {"Bibliography": "bibliography.md"},
    ]
    config["site_url"] = "https://reader.example.org/"
    config["not_in_nav"] += "/untitled.md\n"
    config["theme"]["features"].append("content.tooltips")  # which would insert titles as HTML
    for extension in config["markdown_extensions"]:
        if isinstance(extension, dict) and "toc" in extension:
            extension["toc"]["title"] = words("zztoctitlezz")
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in config.items())


def hostile_fields(root: Path) -> SmallProject:
    """Return the project, accepted, with its pages built and its site published."""
    project = SmallProject(root)
    project.write("mkdocs.yml", mkdocs())
    project.write("references.bib", record("article", SLUG) + record("book", WORK))
    project.write("pyproject.toml", toml({"tool": {"reader": filled(Settings, GIVEN)}}))
    terms = filled(GlossaryFile, GIVEN)
    second = {
        (Term, "id"): "pause",
        (Term, "forms"): ["pause"],
        (Term, "see"): ["league"],
        (Term, "unlinked"): [],
    }
    terms["term"] += filled(GlossaryFile, GIVEN | second)["term"]
    project.write("glossary.toml", toml(terms))
    project.write(f"sources/{SLUG}/{PICTURE.name}", PICTURE.read_bytes())
    project.write(f"sources/{SLUG}/received.txt", RECEIVED)
    project.text(SLUG, RAW, toml(filled(SourceFile, GIVEN)))
    project.write(f"sources/{SLUG}/corrections.toml", toml(filled(CorrectionsFile, GIVEN)))
    project.write(f"sources/{SLUG}/citations.toml", toml(filled(CitationsFile, GIVEN)))
    note = "".join(
        sign if sign.isalnum() or sign == " " else f"&#{ord(sign)};" for sign in words("zznotebodyzz")
    )
    project.write(f"sources/{SLUG}/notes.md", f"## p1 “{LEMMA}”\nkind: remark\n\n{note} [@{WORK}]\n")
    for name in ("index", "own", "untitled"):
        front: dict[str, Any] = {
            key: words(f"zz{name}{key}zz") for key in ("title", "description", "author", "subtitle")
        }
        front["tags"] = [words(f"zz{name}tagszz")]
        if name != "index":
            del front["title"]
        head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
        quote = f"<!-- quote {SLUG}#p2 -->\n<!-- end quote -->"
        project.write(f"docs/{name}.md", f"---\n{head}---\nWords.\n\n{quote}\n")
    project.write("docs/about/citing.md", "# Citing\n\nWords.\n")  # which the page of each text links
    project.good("accept", "--yes")
    project.good("site")
    return project
