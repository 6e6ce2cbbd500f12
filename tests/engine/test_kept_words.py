"""What is handled rather than refused: hostile words come through every page as words, and none is lost.

Raw text, titles and names are written into Markdown, HTML attributes, front matter, TOML and BibTeX. A place
that forgets its escapes shows other words than the text has, or lets the text act on the page.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from mkdocs.utils.meta import get_data

import site_markdown
from reader.pipeline import read
from reader.words.letters import letters
from small_project import ALPHA_ABOUT, SmallProject, copy_of_sound, table

ABOUT = ALPHA_ABOUT[: ALPHA_ABOUT.index("\n[[")]
MARKUP = """\
<script>alert(1)</script> and <img src=x onerror=alert(1)> &amp; &#60;b&#62;
# no heading {#p1 .x onclick=alert(1)}
1. no list; *no* _emphasis_ **or** `code` or ~~deletion~~ or ==mark==
- no list either
| no | table |
::: no block
{: #p2 .no-attribute onclick=alert(1)}
--8<-- "index.md"
--8<-- 'index.md'
> no quotation [no](javascript:alert(1)) link ![no](x.png) picture <https://no.example/>
[no]: https://no.example/ "no definition"
[^no]: no footnote[^no] *[no]: abbreviation
!!! no "admonition"
??? no "details"
<!-- no comment --> </p></div> <![CDATA[no]]> <?no instruction?> <!DOCTYPE no>
{{ no.template }} {% no.template %} $no$ \\(math\\) \\*backslash\\* \\
---
===
[TOC]
    no code after four spaces
: no definition
+ no list +
no link at the end !
klzzwxh:0001 wzxhzdk:0
https://no.example/a_b_c?d=e&f=g no@example.org
'no' "quotation" <q>marks</q> ' "
3+3 [no] (parenthesis) {no} \\[no\\] \\{no\\} \\`no\\`
"""
ONE_LINE = (
    "<b>*no*</b> [x](javascript:alert(1)) | # 1. ::: {#p1} `no` _no_ &amp; --8<-- 'a' <script>no()</script>"
)
READ = ONE_LINE.replace("'a'", "‘a’")  # as the reading text has it
FORBIDDEN = frozenset("b base embed form iframe img input link meta object script style u".split())


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project, to which a text is added."""
    return copy_of_sound(tmp_path / "project")


def shown(project: SmallProject, path: str) -> Element:
    """The tree that a browser makes of a page of docs/."""
    body, _meta = get_data((project.root / "docs" / path).read_text("utf-8"))
    tree = html5lib.parse(site_markdown.markdown().reset().convert(body), namespaceHTMLElements=False)
    assert isinstance(tree, Element)
    return tree


def words(element: Element) -> str:
    """The text of an element as a reader sees it."""
    return " ".join("".join(element.itertext()).split())


def by_id(tree: Element, id_: str) -> Element:
    """The element with an id, which no other has."""
    (found,) = [element for element in tree.iter() if element.get("id") == id_]
    return found


def acting(tree: Element) -> Iterator[str]:
    """What a page must never hold: elements and attributes that only hostile words can have made."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            yield f"a comment: {element.text}"
        elif element.tag.rpartition("}")[2] in FORBIDDEN:
            yield f"<{element.tag}>"
        for name, value in element.items():
            if name.startswith("on") or value.lower().startswith("javascript:"):
                yield f"{name}={value}"


def check_pages(project: SmallProject) -> None:
    """Every page of docs/ is harmless, and every passage reads as the library has it."""
    for path in sorted((project.root / "docs").rglob("*.md")):
        name = path.relative_to(project.root / "docs").as_posix()
        assert list(acting(shown(project, name))) == [], name
    for page in read(project.root).pages:
        tree = shown(project, f"texts/{page.slug}.md")
        for passage in page.passages:
            assert words(by_id(tree, str(passage.id))) == passage.text


def test_markup_in_every_paragraph(project: SmallProject) -> None:
    """A line that looks like Markdown or HTML is a line of the text."""
    project.text("markup-2020", MARKUP, ABOUT, "Markup")
    project.accepted()
    (page,) = [page for page in read(project.root).pages if page.slug == "markup-2020"]
    assert letters("".join(passage.text for passage in page.passages)) == letters(MARKUP)
    assert len(page.passages) == MARKUP.count("\n")
    check_pages(project)


def test_markup_in_every_place(project: SmallProject) -> None:
    """Titles, headings, lemmas, corrections, cuts, names, remarks: each has escapes of its own to forget."""
    slug = "markup-2020"
    raw = f"cut: {ONE_LINE}\n\n{ONE_LINE}\n\nleft {ONE_LINE} right, *old*; <i>kept</i>.\n\nlast: {ONE_LINE}\n"
    about = ABOUT.replace('"Made for a test."', json.dumps(ONE_LINE)).replace(
        'language = "en"', f'language = "en"\nsummary = {json.dumps(ONE_LINE)}'
    )
    about += table("cut", "", lines="1", begins="cut: <b>", kind="furniture", reason=ONE_LINE)
    about += table("heading", "", line=3, text=ONE_LINE) + table("part", "", lines="7", kind="standfirst")
    project.text(slug, raw, about)
    folder = f"sources/{slug}"
    entry = table("correction", "", line=5, find="*old*", replace="<u>*new*</u>", reason=ONE_LINE)
    project.write(
        f"{folder}/corrections.toml", entry + table("sic", "", line=5, find="<i>kept</i>", reason=ONE_LINE)
    )
    project.write(f"{folder}/notes.md", f"## p1 “left {READ}”\nkind: source\n\nA note.\n")
    project.write(
        f"{folder}/citations.toml", table("citation", "", passage="p2", quote=READ, key="brown-2000")
    )
    names = {
        "name": ONE_LINE,
        "short": f"s {ONE_LINE}",
        "forms": [f"{READ} right", "x"],
        "native": [ONE_LINE],
    }
    term = table("term", "", id="markup", kind="concept", definition=ONE_LINE, variants=ONE_LINE, **names)
    term += table("term.since", "", text=ONE_LINE)
    project.append("glossary.toml", term)
    fields = ("title", "journaltitle", "annotation")
    title = ONE_LINE.replace("#", "\\#").replace("{", "(").replace("}", ")").replace("&", "\\&")
    rows = "".join(f"  {field} = {{{title}}},\n" for field in fields)
    project.append(
        "references.bib",
        f"\n@article{{{slug},\n  date = {{2020}},\n  author = {{<b>No</b>, *No*}},\n{rows}}}\n",
    )
    project.accepted()

    check_pages(project)
    shown_title = ONE_LINE.replace("{", "(").replace("}", ")")
    for tex, sign in (("`", "‘"), ("--", "–"), ("'a'", "‘a’")):  # quotes and dashes as TeX writes them
        shown_title = shown_title.replace(tex, sign)
    text, apparatus = shown(project, f"texts/{slug}.md"), shown(project, f"apparatus/{slug}.md")
    assert words(by_id(text, "s1")) == READ
    assert words(by_id(text, "p1")) == f"left {READ} right, <u>*new*</u>; <i>kept</i>."
    assert [words(one) for one in text.iter("h1")] == [shown_title]
    assert READ in words(by_id(text, "n1"))
    assert f"cut: {ONE_LINE}" in words(by_id(apparatus, "line-1"))
    for id_, change in (("c1", "*old* <u>*new*</u>"), ("k1", "<i>kept</i>")):
        assert words(by_id(apparatus, id_)).startswith(change)
        assert ONE_LINE in words(by_id(apparatus, id_))
    entry_words = letters(
        words(by_id(shown(project, "bibliography.md"), slug))
    )  # the style has its own capitals
    assert entry_words.count(letters(title)) == len(fields)
    term_words = words(shown(project, "terms/markup.md"))
    assert term_words.count(ONE_LINE) == len(("name", "short", "definition", "since", "variants", "native"))
    for index in ("texts/index.md", "terms/index.md", "apparatus/index.md"):
        assert "<script>no()</script>" in words(shown(project, index)), index


def test_controls_are_shown_and_listed(project: SmallProject) -> None:
    """A control character must neither act on the page unseen, nor vanish without a record."""
    raw = "nul \0 bell \x07 esc \x1b del \x7f\n\n"
    raw += "C1 \x9f and \x85 over \u202e ride \u2066 isolate \u2069 end \0\n"
    project.text("controls-2020", raw, ABOUT, "Controls")
    project.accepted()
    check_pages(project)
    tree = shown(project, "texts/controls-2020.md")
    assert words(by_id(tree, "p1")) == "nul ␀ bell ␇ esc ␛ del ␡"
    assert words(by_id(tree, "p2")) == "C1 ␦ and ␦ over ⇽ ride ⇾ isolate ⇿ end ␀"
    listed = words(shown(project, "apparatus/controls-2020.md"))
    for line in (
        "U+0000 control character, shown as ␀: 2 times, raw lines 1, 3",
        "U+0007 control character, shown as ␇: once, raw lines 1",
        "U+202E right-to-left override, shown as ⇽: once, raw lines 3",
        "U+2066 left-to-right isolate, shown as ⇾: once, raw lines 3",
        "U+2069 pop directional isolate, shown as ⇿: once, raw lines 3",
    ):
        assert line in listed
    ours = project.root / "docs/about/problems.md"  # which shows the tabs of a ledger
    for page in set((project.root / "docs").rglob("*.md")) - {ours}:
        unseen = [sign for sign in page.read_text("utf-8") if unicodedata.category(sign) in {"Cc", "Cf"}]
        assert set(unseen) <= {"\n"}, page


def test_one_line_of_5_mb(project: SmallProject) -> None:
    """A text in one line is one long passage: a step that grows with its square would never end."""
    sentence = "The Alpha League met the group in 1999; it said “no” - and left. Nobody knows. "
    number = 5_000_000 // len(sentence.encode()) + 1
    project.text("long-2020", sentence * number + "\n", ABOUT, "Long")
    project.accepted()
    passage, end = (project.root / "sources/long-2020/anchors.lock").read_text("utf-8").splitlines()[-2:]
    wording = passage.split("\t")[-1]
    assert end == "# end"
    assert wording == (sentence.replace(" - ", " – ") * number).rstrip()
    uses = number + 1  # and the one in another text
    assert f"{uses} uses in 2 texts" in (project.root / "docs/terms/group.md").read_text("utf-8")


def test_a_bare_percent_sign(project: SmallProject) -> None:
    """In BibTeX a % begins a comment: fields after it, and addresses with escapes, would be cut short."""
    project.append(
        "references.bib",
        """
@misc{percent-2020,
  author = {Ninety, N.},
  title = {100% of it & 5 $ for #1 of a_b},
  howpublished = {Half% press},
  date = {2020},
  url = {https://example.org/a%20b_c?d=1&e=%C3%A9#f},
}
""",
    )
    project.accepted()
    tree = by_id(shown(project, "bibliography.md"), "percent-2020")
    assert "100% of It & 5 $ for #1 of a_b" in words(tree)
    assert "Half% press" in words(tree)
    address = "https://example.org/a%20b_c?d=1&e=%C3%A9#f"
    assert f"{address}." in words(tree)
    assert address in [link.get("href") for link in tree.iter("a")]
    assert project.good("check")
