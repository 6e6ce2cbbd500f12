"""Pages that are written directly are those that MkDocs would write, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import site_markdown
from hostile import texts
from hostile_project import hostile_project
from reader import pipeline
from reader.making.make import Maker
from reader.project.memory import Memory
from reader.project.workers import Processes
from reader.render.docs import generated
from reader.site import build_site
from reader.site.direct.conversion import convert
from small_project import SmallProject, copy_of_sound
from tiny_site import MKDOCS

GOLDEN = Path(__file__).parent / "golden"
PLAIN = "site_name: Small & <fine>\nsite_url: https://small.example/at/\n"
SHAPES = (
    "# {}",
    "## {} {{#a .b}}",
    '## [](#s1){{.number aria-label="Section 1"}}{} {{#s1}}',
    "{}",
    "{}\n{{: #p1 .passage}}",
    "[{}](x.md){{.term}} {}",
    "- {}",
    "- {}\n- [{}](#p1){{.locator}} <mark>{}</mark>",
    '<div class="a" markdown="1">\n\n{}\n\n</div>',
    "<p>{}</p>",
    "<table>\n<tr><td>{}</td></tr>\n\n</table>",
    "<pre>{}\n\n\n{}</pre>",
    "**{}** *{}* {}",
    '[*{}*] <span title="{}">{}</span>',
)


@st.composite
def markdown_texts(draw: st.DrawFn) -> str:
    """Return pages of the shapes that are known, with words in them that nothing has escaped."""
    blocks = draw(st.lists(st.sampled_from(SHAPES), max_size=4))
    words = texts(4).map(lambda text: text.replace("--8<--", ""))  # which reads files
    return "\n\n".join(block.format(*(draw(words) for _field in range(3))) for block in blocks)


@given(markdown_texts())
@example("a  \n{: .b}")
@example("- one   \n- two")
@example("- one\n\n- two")
@example("[a](b.md){.c}[d](e.md)")
@example("[a] [b](c)")
@example('<hr class="pause">\n\nWords')
@example("<p>a</p> b")
@example("<DIV>a</DIV>")
@example("# a {#b}\n\n## a\n\n## a")
@example('a <b title="*x* _y_">c</b>')
@example("<div>\n<script>\n</div>\n</script>\n</div>")
def test_what_is_converted_is_as_markdown_has_it(text: str) -> None:
    """Whatever the words, a page is refused or it becomes what Markdown would make of it."""
    site_markdown.converted(text)


def test_what_is_written_is_known() -> None:
    """All shapes that pages are made of are converted: MkDocs is left with none of them."""
    found = convert("# *One*\n\n[1](#p1){.number}A\\*b &amp; <i>c</i>\n{: #p1 .passage}", lambda to: to)
    assert found is not None
    assert found.html == (
        '<h1 id="one"><em>One</em></h1>\n'
        '<p class="passage" id="p1"><a class="number" href="#p1">1</a>A*b &amp; <i>c</i></p>'
    )


def hostile(folder: Path) -> SmallProject:
    """A project whose words break formats."""
    return hostile_project(folder)


def moved(folder: Path) -> SmallProject:
    """A project in which pages have left, and stand in the navigation."""
    shutil.copytree(GOLDEN / "moved", folder)
    return SmallProject(folder).accepted()


@pytest.mark.parametrize("made", [hostile, moved])
def test_a_site_is_the_same_either_way(made: Callable[[Path], SmallProject], tmp_path: Path) -> None:
    """The whole tree is the same with pages written directly, and with all of them left to MkDocs."""
    project = made(tmp_path / "project")
    project.write("mkdocs.yml", PLAIN)
    project.write("docs/index.md", "# Home\n\nSee [the texts](texts/index.md), [a term](terms/index.md).\n")
    project.write("docs/about/citing.md", "# How to cite\n")
    project.good("build")
    library = pipeline.read(project.root)
    pages = generated(library)
    trees = []
    for directly in (True, False):
        build_site(project.root, Maker(library), pages, directly=directly)
        trees.append(project.files("site"))
    changed = Maker(library, Memory(project.root), Processes(2))
    for _again in range(2):  # by two processes, and by what they have made
        build_site(project.root, changed, pages)
        trees.append(project.files("site"))
    assert all(tree == trees[0] for tree in trees[1:])


def test_links_to_pages_are_checked_as_ever(tmp_path: Path) -> None:
    """MkDocs sees every page that a hand-written one names, with the places that it has."""
    project = copy_of_sound(tmp_path / "project")
    project.write("mkdocs.yml", PLAIN)
    project.write("docs/about/citing.md", "# How to cite\n")
    project.write(
        "docs/index.md",
        "# Home\n\n[a](texts/alpha-2020.md#p1) [b](texts/alpha-2020.md#p99) [c](texts/no.md)\n",
    )
    told = project.run("site").err
    assert "p99" in told
    assert "texts/no.md" in told
    assert "#p1'" not in told


def test_an_edition_with_templates_of_its_own_is_left_to_mkdocs(tmp_path: Path) -> None:
    """What stands on a page may depend on anything then: each is rendered by the template itself."""
    project = copy_of_sound(tmp_path / "project")
    project.write("mkdocs.yml", MKDOCS)
    project.write(
        "overrides/text.html", '{% extends "base.html" %}{% block footer %}{{ page.url }}{% endblock %}'
    )
    project.write(
        "overrides/main.html", '{% extends "base.html" %}{% block footer %}{{ page.url }}{% endblock %}'
    )
    project.write("docs/about/citing.md", "# How to cite\n")
    project.write("docs/index.md", "# Home\n")
    project.good("site")
    for path in generated(pipeline.read(project.root)):
        address = path.removesuffix(".md").removesuffix("index")
        page = project.root / "site" / address / "index.html"
        assert path == "texts/list.md" or address.rstrip("/") in page.read_text("utf-8")
