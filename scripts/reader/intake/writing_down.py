"""The files that `new` writes for a text: every decision with its reason, in the order of the text.

sources/<slug>/raw.txt          the text as received, or as an extractor made it of `received.*`
sources/<slug>/source.toml      layout, language, rights, cuts, headings, paragraphs, hyphens
sources/<slug>/corrections.toml candidates as comments: none is applied
references.bib                  a skeleton of the record, and of the works that the text lists

What is unsure says so in its reason, so that a search for “unsure” finds it in the file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

from reader.intake.characters import Candidate
from reader.intake.proposal import Decided, Proposal
from reader.intake.sheet import Picture
from reader.intake.source import RIGHTS, guard
from reader.model import Footnote, Markup, PrintPage
from reader.words.raw_text import RawText

LEFT_OPEN = '# publication = "full" or "record": until it is said, the edition decides (without_licence)\n'
LONGEST_NAME = 80  # signs of the name of a file


def source_toml(proposal: Proposal, raw: bytes, received: str = "") -> str:
    """Return `source.toml`; `received` is the table of the file that `raw.txt` was made of, or nothing."""
    text = RawText(raw.decode("utf-8"))
    head = _written(
        [
            ("language", _string(proposal.language)),
            ("layout", _string(proposal.layout)),
            ("sha256", _string(hashlib.sha256(raw).hexdigest())),
        ]
    )
    parts = [
        f"# The layout: {proposal.layout_reason}.\n{head}",
        "[rights]\n" + _written([("statement", _string(RIGHTS))]) + LEFT_OPEN,
        *([received] if received else []),
        *entries(proposal, text),
    ]
    return "\n".join(parts)


def entries(proposal: Proposal, text: RawText) -> list[str]:
    """Return the decisions as tables of `source.toml`."""
    found = [(one.first, entry(one, text)) for one in proposal.decided if one.kind != "text"]
    found += [(one.line, set_apart(one)) for one in proposal.in_lines]
    found += [(one.before, picture(one)) for one in proposal.pictures]
    return [table for _line, table in sorted(found, key=lambda one: one[0])]


def set_apart(one: Markup | Footnote | PrintPage) -> str:
    """Return what is set apart within a line as a table of `source.toml`; what is empty is left out."""
    fields: tuple[str, ...]
    if isinstance(one, Markup):
        name, fields = "markup", ("find", "after", "kind", "target", "language")
    elif isinstance(one, Footnote):
        name, fields = "footnote", ("marker", "after", "note", "number")
    else:
        name, fields = "page", ("number", "reason")
    said = {field: getattr(one, field) for field in fields}
    if isinstance(one, Footnote):
        first, last = one.note
        said["note"] = f"{first}-{last}" if last > first else str(first)
    rows = [("line", str(one.line)), *((key, _string(value)) for key, value in said.items() if value)]
    return f"[[{name}]]\n" + _written(rows)


def picture(one: Picture) -> str:
    """Return a picture as a comment: it can be an entry when somebody has put its file there."""
    name = re.split(r"[?#]", one.address, maxsplit=1)[0].rpartition("/")[2]
    file = "-".join(re.findall(r"\w[\w.]*", name)) or "picture.jpg"
    rows = [
        ("file", _string(file[-LONGEST_NAME:])),
        ("alt", _string(one.alt)),
        ("rights", _string("")),
        ("before", str(one.before)),
        ("caption", _string(one.caption)),
        ("reason", _string("the page has a picture here")),
    ]
    lines = [
        f"A picture stands here: {_on_one_line(one.address)}",
        "Put its file beside raw.txt, say what it shows and whose it is, and take out the signs “# ”:",
        *f"[[figure]]\n{_written(rows)}".splitlines(),
    ]
    return "".join(f"# {line}\n" for line in lines)


def entry(one: Decided, text: RawText) -> str:
    """Return one decision as a table of `source.toml`."""
    reason = _string(f"unsure: {one.reason}" if one.is_unsure else one.reason)
    line = ("line", str(one.first))
    lines = ("lines", _string(f"{one.first}-{one.last}" if one.last > one.first else str(one.first)))
    begins, kind = ("begins", _string(guard(text.line(one.first)))), ("kind", _string(one.value))
    level = [("level", str(one.level))] if one.level > 1 else []
    names = [("speakers", f"[{', '.join(map(_string, one.names))}]")] if one.names else []
    keep = "true" if one.kind == "keep-hyphen" else "false"
    rows = {
        "cut": [lines, begins, kind, ("reason", reason)],
        "heading": [line, ("text", _string(one.value)), *level],
        "part": [lines, begins, kind, *names],
        "table": [lines, ("header", str(one.level))],
        "page": [line, ("number", _string(one.value))],
        "paragraph": [line],
    }.get(one.kind, [line, ("keep", keep), ("reason", reason)])
    name = "hyphen" if "hyphen" in one.kind else one.kind
    said = "" if any(row[0] == "reason" for row in rows) else _said(one)
    return f"[[{name}]]{said}\n{_written(rows)}"


def _said(one: Decided) -> str:
    """The reason as a comment, for entries that have no field for it; only where an editor should look."""
    return f"  # unsure: {_on_one_line(one.reason)}" if one.is_unsure else ""


def corrections_toml(found: Sequence[Candidate]) -> str:
    """Return `corrections.toml`, with candidates as comments; nothing where there are none."""
    if not found:
        return ""
    lines = [
        "# Words that may be mistakes. None of them is applied: take out the “# ” of those that are.",
        "",
    ]
    for one in found:
        rows = [
            ("line", str(one.line)),
            ("find", _string(one.find)),
            ("replace", _string(one.replace)),
            ("reason", _string(one.reason)),
        ]
        lines += ["# [[correction]]", *(f"# {row}" for row in _written(rows).splitlines()), ""]
    return "\n".join(lines)


def record_bib(slug: str, proposal: Proposal) -> str:
    """Return the skeleton of the record of a text, and of the works that it lists, all of them unchecked."""
    about = proposal.metadata
    dated = bool(about.venue and about.date)  # an article needs both
    fields = [
        ("author", about.author and _name(about.author)),
        ("title", f"{{{_braced(about.title)}}}" if about.title else "{Untitled}"),
        ("date", about.date),
        ("journaltitle" if dated else "howpublished", _braced(about.venue)),
        ("issn", about.issn),
        ("doi", about.doi),
        ("url", about.url),
    ]
    kind = "article" if dated else "misc"
    entries = [_bib(kind, slug, [*fields, ("keywords", "unchecked")])]
    for number, (line, words) in enumerate(proposal.references, 1):
        note = f"As it stands in the list of {slug}, raw line {line}"
        rows = [("title", _braced(words)), ("annotation", note), ("keywords", "unchecked")]
        entries.append(_bib("misc", f"{slug}-ref-{number}", rows))
    return "\n".join(entries)


def _bib(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@{kind}{{{key},\n{rows}}}\n"


def _name(author: str) -> str:
    """A name with its surname first, as far as that can be told."""
    words = _braced(author).split()
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else "".join(words)


def _braced(text: str) -> str:
    """Words that TeX reads as they stand."""
    plain = " ".join(text.split()).replace("\\", "").replace("{", "(").replace("}", ")")
    return "".join(f"\\{sign}" if sign in "&%$#_" else sign for sign in plain if sign not in "~^")


def _written(rows: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{name} = {value}\n" for name, value in rows)


def _string(text: str) -> str:
    """A text as TOML writes it in quotes."""
    return '"' + "".join(_escaped(text)) + '"'


def _escaped(text: str) -> Iterator[str]:
    for sign in text:
        if sign in '"\\':
            yield f"\\{sign}"
        elif sign.isprintable():
            yield sign
        else:
            yield f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"


def _on_one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
