"""Another publisher makes the same site: Zensical, in the environment that the Makefile has made for it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html

from hostile_project import hostile_project
from reader import pipeline
from reader.commands.docs import make_docs
from reader.making.make import Maker
from reader.site import build_site, elsewhere, shipped
from reader.site.job import Publisher
from small_project import SmallProject, copy_of_sound

ROOT = Path(__file__).parents[2]
SITE = "https://small.example/at/"
SETTINGS = f"""\
site_name: Small & <fine>
site_url: {SITE}
copyright: Nobody & <all>
theme:
  language: fa
"""
FRONT = "# Home & *more*\n\n[The texts](texts/index.md), [terms](terms/index.md), ![one](assets/one.png).\n"
CITING = """\
---
title: Cite & <quote>
description: How "to" cite
date: 2026-11-28
---

[Home](../index.md), [here](#there), [a place](../texts/index.md), <a href="../../data/">data</a>.

| left | right |
|:-----|------:|
| `a<b>` | 1 |

    <code> & more

```python
print("<p>")
```

## There & *now* {#there}

### Below
"""
LICENCES = "---\ntitle: Licences\ntemplate: licences.html\n---\n\n# Licences\n"
# What is of the publisher itself: its scripts and styles, and the fingerprints of what names them
OF_THE_PUBLISHER = ("assets/javascripts/", "assets/stylesheets/", "assets/site.css", "assets/site.js")
FINGERPRINTS = frozenset(
    {"_headers", "data/index.html", "data/manifest.json", "data/texts/index.html", "data/texts/manifest.json"}
)
PARTS = {
    "the header": "//header",
    "the tabs": "//nav[contains(@class, 'md-tabs')]",
    "the navigation": "//div[@data-md-type='navigation']",
    "the sections": "//div[@data-md-type='toc']",
    "the footer": "//footer",
}
OWN = (
    "//script[contains(@src, 'javascripts/')] | //link[contains(@href, 'stylesheets/')] | //meta[@http-equiv]"
)
ADDRESSES = frozenset({"href", "src", "action"})
Seen = dict[str, object]


def hostile(folder: Path) -> SmallProject:
    """A project whose words break formats, with pages of an editor’s own, written from the right."""
    project = hostile_project(folder)
    project.write("mkdocs.yml", SETTINGS)
    project.write("docs/index.md", FRONT)
    project.write("docs/assets/one.png", "png")
    project.write("docs/about/citing.md", CITING)
    project.write("docs/about/licences.md", LICENCES)
    project.write("docs/afterword.md", "Words & no heading.\n\n## One <b>bold</b> & *two*\n")
    return project


@pytest.fixture
def zensical() -> Publisher:
    """Zensical, as locked."""
    found = elsewhere.found("zensical", ROOT)
    if not found:
        pytest.skip("Zensical cannot be installed here: make .venv-zensical/made")
    return found


def test_the_site_of_another_publisher_says_the_same(
    tmp_path: Path, zensical: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages are compared element by element, and all other files byte by byte.

    What is shipped differs, and is told: the site of MkDocs is made as if it shipped the same.
    """
    project = hostile(tmp_path / "project")
    project.good("build")
    maker = Maker(pipeline.read(project.root))
    _changed, pages = make_docs(project.root, maker)
    with monkeypatch.context() as patched:
        patched.setattr(shipped, "by", lambda _mkdocs: (shipped.ZENSICAL, *shipped.WITHIN))
        build_site(project.root, maker, pages)
    by_mkdocs = (project.root / "site").rename(tmp_path / "mkdocs")
    build_site(project.root, maker, pages, publisher=zensical)
    trees = [files(by_mkdocs), files(project.root / "site")]
    assert trees[0].keys() == trees[1].keys()
    assert shipped.MATERIAL.name.encode() not in trees[1]["about/licences/index.html"]
    for path in trees[0]:
        if path in FINGERPRINTS or path.endswith(".annotations.json"):
            continue  # these tell where words stand in the whole page, and its policy
        if path.endswith(".html"):
            assert seen(trees[0][path], path) == seen(trees[1][path], path), path
        else:
            assert trees[0][path] == trees[1][path], path


def test_an_edition_with_templates_of_its_own_is_for_mkdocs(tmp_path: Path, zensical: Publisher) -> None:
    """Nothing is known of them: whoever asks for another publisher is told so."""
    project = copy_of_sound(tmp_path / "project")
    project.write("mkdocs.yml", "site_name: Small\nmarkdown_extensions:\n  - footnotes\n")
    (project.root / ".venv-zensical").symlink_to(zensical.home)
    told = project.run("site", "--publisher", "zensical").err
    assert "mkdocs.yml:1: L03 zensical cannot make this edition" in told


def test_a_publisher_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command says where it looked, and what would put it there, in any edition."""
    monkeypatch.setattr(elsewhere, "BESIDE_THE_ENGINE", tmp_path)
    project = copy_of_sound(tmp_path / "project")
    told = project.run("site", "--publisher", "zensical")
    assert (told.code, "python3 -m venv .venv-zensical, then " in told.err) == (2, True)


def files(site: Path) -> dict[str, bytes]:
    """All files of a site but those that are of its publisher."""
    found = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    return {path: file.read_bytes() for path, file in found.items() if not path.startswith(OF_THE_PUBLISHER)}


def seen(page: bytes, path: str) -> Seen:
    """What readers and programs find on a page: its words, its links and what they are called."""
    tree: Any = html.document_fromstring(page, html.HTMLParser(encoding="utf-8"))
    here = urljoin(SITE, path.removesuffix("index.html"))
    article = tree.find(".//article")
    if article is None:  # a page that leads on to another
        return {"page": page}
    for mark in article.xpath("./a[@id='__skip']"):  # what the link past the frame leads to
        mark.drop_tree()
    for own in tree.xpath(OWN):
        own.drop_tree()
    head = tree.find("head")
    return {
        "page": (tree.get("lang"), tree.find("body").get("dir")),
        "title": " ".join(head.findtext("title").split()),
        "meta": [dict(one.attrib) for one in head.iter("meta") if one.get("name") != "generator"],
        "links": list(elements(head, here, "link", "script")),
        "article": list(elements(article, here)),
        "words": article.text_content().split(),
        "as it is set": [one.text_content() for one in article.iter("pre")],
    } | {name: list(linked(tree.xpath(way), here)) for name, way in PARTS.items()}


def elements(of: Any, here: str, *tags: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Elements with their attributes; addresses as they are meant."""
    for one in of.iter(*tags):
        if isinstance(one.tag, str) and (one.tag != "script" or one.get("src")):
            yield (
                one.tag,
                {name: urljoin(here, value) if name in ADDRESSES else value for name, value in one.items()},
            )


def linked(parts: Any, here: str) -> Iterator[tuple[str, str]]:
    """Where the links of some parts lead, and how they are called."""
    for part in parts:
        for link in part.iter("a"):
            words = link.get("aria-label") or " ".join(link.text_content().split())
            yield urljoin(here, link.get("href")), words


STANDS_IN = """
import sys
sys.modules["mkdocs"] = None
import reader.site.engine
assert "properdocs.replacement" in sys.modules
"""


def test_a_fork_stands_in_for_what_is_not_installed(tmp_path: Path) -> None:
    """Where MkDocs cannot be imported, ProperDocs is asked to answer to its names."""
    files = {"__init__.py": "", "replacement.py": 'import sys\n\ndel sys.modules["mkdocs"]\n'}
    for name, text in files.items():
        file = tmp_path / "properdocs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    folders = os.pathsep.join([str(tmp_path), str(ROOT / "scripts")])
    run = subprocess.run(
        [sys.executable, "-c", STANDS_IN],
        check=False,
        env={**os.environ, "PYTHONPATH": folders},
        capture_output=True,
    )
    assert run.returncode == 0, run.stderr.decode()
