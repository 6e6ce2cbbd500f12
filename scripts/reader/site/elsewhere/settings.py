"""The mkdocs.yml that another publisher reads: what MkDocs is told, with all words escaped.

It is written as JSON, which every reader of YAML reads.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from html import unescape
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig

from reader.site.direct.frames import Sheet, Stub
from reader.site.direct.plan import FRONT_MATTER, Plan

SITE_NAME = "ZZSITENAMEZZ"  # stands for the name of the site, which templates escape in one place or none
FOLDERS = {"docs_dir": "docs", "site_dir": "site"}
TOLD = ("site_url", "repo_url", "repo_name")


def settings(config: MkDocsConfig, sheets: Mapping[str, Sheet], extra: Mapping[str, object]) -> str:
    """Return the settings; pages that the navigation does not name get their names from `sheets`."""
    theme = {
        name: value for name, value in config.theme.items() if name in ("language", "icon", "favicon", "font")
    }
    said: dict[str, object] = {
        **FOLDERS,
        "site_name": SITE_NAME,
        "site_description": _escaped(config.site_description),
        "copyright": str(escape(config.copyright or "")),
        **{name: str(value) for name in TOLD if (value := config[name]) is not None},
        "use_directory_urls": True,
        "theme": {
            **theme,
            "name": "material",
            "variant": "classic",
            "custom_dir": "theme",
            "features": list(config.theme.get("features") or []),
        },
        "nav": _named(config.nav or [], sheets),
        "plugins": [],
        "markdown_extensions": ["attr_list", {"toc": {"permalink": False}}],
        "extra": _escaped({**config.extra, **extra}) | {"shipped": _plain(extra["shipped"])},
        "extra_css": [str(one) for one in config.extra_css],
        "extra_javascript": [_script(one) for one in config.extra_javascript],
    }
    return json.dumps(said, ensure_ascii=False, indent=1)


def escaped(made: Plan) -> Plan:
    """Return the same plan; in the front matter of its stubs all words are escaped."""
    return replace(made, kinds={name: _stub(one) for name, one in made.kinds.items()}, targets={})


def _stub(one: Stub) -> Stub:
    head = FRONT_MATTER.match(one.markdown)
    assert head
    rows = (row.partition(": ") for row in head[1].splitlines())
    said = "".join(
        f"{name}: {json.dumps(_escaped(json.loads(value)), ensure_ascii=False)}\n" for name, _, value in rows
    )
    front = f"---\n{said}---\n" if said else ""  # an empty one is none to Zensical
    return replace(one, markdown=f"{front}{one.markdown[head.end() :].lstrip()}")


def _escaped(value: Any) -> Any:
    """The same with all words escaped."""
    if isinstance(value, Mapping):
        return {str(name): _escaped(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_escaped(one) for one in value]
    return value if value is None or isinstance(value, bool | int | float) else str(escape(str(value)))


def _plain(shipped: Any) -> list[dict[str, object]]:
    """The table of what is shipped: its template escapes it in any case."""
    return [{**asdict(one), "parts": one.parts} for one in shipped]


def _named(nav: Any, sheets: Mapping[str, Sheet]) -> Any:
    """The navigation, in which each page has a name."""
    if isinstance(nav, Mapping):
        return {
            str(escape(name)): to if isinstance(to, str) else _named(to, sheets) for name, to in nav.items()
        }
    if isinstance(nav, list):
        return [_named(one, sheets) for one in nav]
    return {_title(sheets[nav]): nav} if nav in sheets else nav


def _title(sheet: Sheet) -> str:
    return str(escape(sheet.meta.get("title") or unescape(sheet.headings[0].words)))


def _script(one: Any) -> object:
    """A script with what it is told."""
    if isinstance(one, str):
        return one
    return {name: value for name in ("path", "type", "async", "defer") if (value := one.get(name))}
