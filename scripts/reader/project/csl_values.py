r"""The values of CSL as BibLaTeX writes them: text with its markup, names, dates.

Roads <i>&</i> 100 %          ->  Roads \emph{\&} 100 \%
{"family": "Doe", "given": "Jo"}, {"literal": "Ministry"}   ->  Doe, Jo and {Ministry}
{"date-parts": [[2020, 5], [2020, 6]]}                      ->  2020-05/2020-06
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

TAG = re.compile(
    r"<(/?)(i|b|em|strong|sup|sub|sc|span)(?:\s+(class=\"nocase\"|style=\"font-variant:\s*small-caps;?\"))?\s*>"
)
COMMANDS = {
    "i": "\\emph{", "em": "\\emph{", "b": "\\textbf{", "strong": "\\textbf{", "sup": "\\textsuperscript{",
    "sub": "\\textsubscript{", "sc": "\\textsc{",
}  # fmt: skip
SIGNS = {
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "%": "\\%", "&": "\\&", "$": "\\$", "#": "\\#",
    "_": "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "-": "-{}",
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
LIKE = 'write "issued": {"date-parts": [[2020, 5, 4]]}'


class Unreadable(ValueError):
    """A value that says nothing; the message says why, `hint` what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


def written_text(value: Any, *, verbatim: bool = False) -> str:
    """Return a text of CSL as TeX, in one line; `verbatim` is what no style prints, and TeX does not read."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Unreadable("it is no text", "write it as one text")
    text = " ".join(str(value).split())
    if verbatim:
        return text
    parts: list[str] = []
    open_, at = [], 0
    for match in TAG.finditer(text):
        if match[1] and match[2] not in open_:
            continue  # it closes what nothing has opened: a sign like any other
        parts.append(_escaped(text[at : match.start()]))
        at = match.end()
        if not match[1]:
            open_.append(match[2])
            parts.append(_opening(match))
            continue
        while open_ and (last := open_.pop()):
            parts.append("}")
            if last == match[2]:
                break
    parts.append(_escaped(text[at:]))
    return "".join(parts) + "}" * len(open_)


def _opening(match: re.Match[str]) -> str:
    said = match[3] or ""
    if match[2] == "span":
        return "\\textsc{" if "small-caps" in said else "{"
    return COMMANDS[match[2]]


def _escaped(text: str) -> str:
    return re.sub(r"[\\{}%&$#_~^]|-(?=-)", lambda sign: SIGNS[sign[0]], text)


def written_names(value: Any) -> str:
    """Return names of CSL as BibTeX has them, “van Gogh, Vincent and {Ministry of Trade}”."""
    if not isinstance(value, list):
        raise Unreadable("it is no list of names", 'write [{"family": "Doe", "given": "Jo"}]')
    return " and ".join(_name(one) for one in value)


def sorts_by_particle(value: Any) -> bool:
    """Return whether a list of names has one whose particle belongs to the family name: “de Gaulle” at D."""
    return isinstance(value, list) and any(
        isinstance(one, Mapping) and one.get("non-dropping-particle") for one in value
    )


def _name(one: Any) -> str:
    if not isinstance(one, Mapping):
        raise Unreadable(f"“{one}” is no name", 'write {"family": "Doe", "given": "Jo"}, or {"literal": "…"}')
    said = {part: written_text(one[part]) for part in one if isinstance(one[part], str) and one[part].strip()}
    if "literal" in said or "name" in said:
        body = said.get("literal") or said["name"]
        return "others" if body == "others" else f"{{{body}}}"
    if "family" not in said:
        if "given" in said:
            return f"{{{said['given']}}}"
        raise Unreadable("a name has no family name", 'write {"family": "Doe"}, or {"literal": "Body"}')
    particle = said.get("non-dropping-particle") or said.get("dropping-particle", "")
    family = " ".join(filter(None, [particle, _part(said["family"])]))
    given, suffix = (_part(said.get(part, "")) for part in ("given", "suffix"))
    if not given and not suffix:
        return family if " " not in family else f"{{{family}}}"
    return ", ".join([family, suffix, given] if suffix else [family, given])


def _part(text: str) -> str:
    """A part of a name, in braces where BibTeX would take it apart or for a particle."""
    divided = "," in text or re.search(r"(?:^|\s)and(?:\s|$)", text, re.IGNORECASE)
    return f"{{{text}}}" if divided or text[:1].islower() else text


def written_date(value: Any) -> str:
    """Return a date of CSL as EDTF; raise `Unreadable` for none. What stands in words is left to be read."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value).strip()
    if not isinstance(value, Mapping):
        raise Unreadable("it is no date", LIKE)
    for name in ("literal", "raw"):
        if isinstance(value.get(name), str) and "date-parts" not in value:
            return str(value[name]).strip()
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2:
        raise Unreadable("it is no date", LIKE)
    ends = [_point(one, value) for one in parts]
    return "/".join(ends)


def _point(parts: Any, value: Mapping[str, Any]) -> str:
    if not isinstance(parts, list) or not 1 <= len(parts) <= 3:
        raise Unreadable(f"“{parts}” is no date", LIKE)
    try:
        year, *rest = [int(part) for part in parts]
    except (TypeError, ValueError):
        raise Unreadable(f"“{parts}” is no date", LIKE) from None
    if year == 0 and not rest:
        return ""  # an end that is open
    season = str(value.get("season", "")).strip().casefold()
    if season and not rest:
        number = int(season) if season.isdigit() else SEASONS.get(season, 0)
        rest = [number + 20 if 1 <= number <= 4 else number] if number else []
    year += year < 0  # CSL has no year 0
    first = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return "-".join([first, *(f"{part:02d}" for part in rest)]) + ("~" if value.get("circa") else "")
