"""Published addresses: every one of them has a page and a place on it, for good."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown import markdown
from mkdocs.utils.meta import get_data

from small_project import ABOUT, SmallProject, copy_of_sound, gone, moved, table
from tiny_site import tiny_site

REGISTER, MOVED = "addresses.lock", "moved.toml"
PLACE = re.compile(r"[psn]\d+[a-z]*")


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project, all of whose addresses are in the register."""
    return copy_of_sound(tmp_path / "project")


def drop_text(project: SmallProject, slug: str = "beta-2021") -> None:
    """Remove a text, which a term of the glossary speaks of, and leave its record."""
    shutil.rmtree(project.root / "sources" / slug)
    glossary = project.root / "glossary.toml"
    words = glossary.read_text("utf-8").split("\n[[term.unlinked]]")[0]
    glossary.write_text(words + "background = true\n", "utf-8")


# The law: whatever was published has a page and a place


@dataclass(slots=True)
class Edition:
    """A project that is edited at random, and what a reader of it may have linked to.

    `leads` gives for each address that has been given up the one that it moved to, or nothing.
    """

    project: SmallProject
    things: dict[str, list[str]]
    leads: dict[str, str] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)
    fresh: int = 0

    def publish(self) -> None:
        """Accept and build; somebody links to everything."""
        self.project.accepted()
        self.linked |= found(self.project)

    def give_up(self, kind: str, which: int, *, rename: bool) -> None:
        """Remove or rename a thing: first without a word, which is refused, and then with one."""
        names = self.things[kind]
        if not names or (kind == "texts" and len(names) == 1 and not rename):
            return
        old = names.pop(which % len(names))
        self.fresh += 1
        new = f"new-{self.fresh}" if rename else ""
        addresses = {"texts": ["/texts/{}/", "/bibliography/#{}"], "terms": ["/terms/{}/"]}
        addresses |= {"works": ["/bibliography/#{}"], "pages": ["/themes/{}/"]}
        getattr(self, f"_{kind}")(old, new)
        for verb in ("check", "build", "site"):
            run = self.project.refused(verb)
            assert {place.split()[1] for place in run.places} == {"R01"}
            for address in addresses[kind]:
                assert f" {address.format(old)} was published in edition 1 " in run.err
        for address in addresses[kind]:
            was, now = address.format(old), address.format(new)
            self.leads[was] = now if rename else ""
            self.project.append(MOVED, moved(was, now, "Renamed.") if rename else gone(was, f"Thing {old}"))
        if rename:
            names.append(new)

    def _texts(self, old: str, new: str) -> None:
        folder = self.project.root / "sources"
        if new:
            (folder / old).rename(folder / new)
        else:
            shutil.rmtree(folder / old)
        self._works(old, new)

    def _works(self, old: str, new: str) -> None:
        text = (self.project.root / "references.bib").read_text("utf-8")
        entry = re.compile(rf"@misc\{{{re.escape(old)},\n(.*?\n)\}}\n", re.DOTALL)
        assert entry.search(text)
        kept = (lambda one: f"@misc{{{new},\n{one[1]}}}\n") if new else ""
        self.project.write("references.bib", entry.sub(kept, text))

    def _terms(self, old: str, new: str) -> None:
        if new:
            self.project.edit("glossary.toml", f'id = "{old}"', f'id = "{new}"')
            return
        tables = (self.project.root / "glossary.toml").read_text("utf-8").split("\n[[term]]")
        kept = [one for one in tables if f'id = "{old}"' not in one]
        self.project.write("glossary.toml", "\n[[term]]".join(kept))

    def _pages(self, old: str, new: str) -> None:
        page = self.project.root / f"docs/themes/{old}.md"
        words = page.read_text("utf-8")
        page.unlink()
        if new:
            self.project.write(f"docs/themes/{new}.md", words)

    def end(self, address: str) -> str:
        """The address that links to `address` lead to at last; what is gone keeps its own."""
        while self.leads.get(address):
            address = self.leads[address]
        return address


def page_of(project: SmallProject, address: str) -> html.HtmlElement:
    """The page at an address, as a browser reads it."""
    path = address.partition("#")[0].strip("/")
    files = [project.root / f"docs/{path}{end}" for end in (".md", "/index.md")]
    (file,) = [one for one in files if one.is_file()]
    body, _meta = get_data(file.read_text("utf-8"))
    extensions = ["attr_list", "md_in_html", "tables", "toc"]
    return html.document_fromstring(f"<html><body>{markdown(body, extensions=extensions)}</body></html>")


def found(project: SmallProject) -> set[str]:
    """What one may link to in the pages that stand: pages, passages, notes and entries."""
    linked: set[str] = set()
    for file in (project.root / "docs").rglob("*.md"):
        path = file.relative_to(project.root / "docs").as_posix().removesuffix(".md").removesuffix("index")
        address = f"/{path}".rstrip("/") + "/"
        if address == "/texts/list/":
            continue
        linked.add(address)
        if address.startswith("/texts/"):
            ids = page_of(project, address).xpath("//@id")
            linked |= {f"{address}#{id_}" for id_ in ids if PLACE.fullmatch(id_)}
        if address == "/bibliography/":
            entries = page_of(project, address).find_class("entry")
            linked |= {f"{address}#{one.get('id')}" for one in entries}
    return linked


@cache
def _small() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory()
    project = SmallProject(Path(folder.name))
    project.write("glossary.toml", "# the terms\n")
    for name in ("ant", "bee", "cow"):
        words = f"The {name} is here.\n\nThe second passage of the {name} is longer.\n"
        project.text(f"text-{name}", words, ABOUT, f"On the {name}")
        project.append(
            "references.bib", f"\n@misc{{work-{name},\n  title = {{Of {name}}},\n  date = {{1990}},\n}}\n"
        )
        term = table(
            "term", name, id=f"term-{name}", name=f"T {name}", forms=[f"Form {name}"], kind="concept"
        )
        project.append("glossary.toml", f'{term}definition = "A {name}."\nbackground = true\n')
        project.write(f"docs/themes/page-{name}.md", f"# Page of the {name}\n")
    project.accepted()
    return folder


STEPS = st.lists(
    st.tuples(st.sampled_from(["texts", "terms", "works", "pages"]), st.integers(0, 2), st.booleans()),
    min_size=1,
    max_size=3,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_an_address_that_was_published_leads_somewhere_for_good(steps: list[tuple[str, int, bool]]) -> None:
    """Whatever is removed or renamed, in whatever order, links lead to where it is, or are told the truth."""
    with TemporaryDirectory() as folder:
        shutil.copytree(_small().name, folder, dirs_exist_ok=True)
        names = ("ant", "bee", "cow")
        kinds = {"texts": "text", "terms": "term", "works": "work", "pages": "page"}
        edition = Edition(
            SmallProject(Path(folder)),
            {kind: [f"{one}-{name}" for name in names] for kind, one in kinds.items()},
        )
        edition.publish()
        for kind, which, rename in steps:
            edition.give_up(kind, which, rename=rename)
            edition.publish()
        edition.project.good("check")
        for address in sorted(edition.linked):
            told(edition, address)


def told(edition: Edition, address: str) -> None:
    """Somebody comes by a link: the page and the place are there, and lead to where the thing is."""
    path, _, fragment = address.partition("#")
    page = page_of(edition.project, address)
    places = page.xpath(f"//*[@id='{fragment}']") if fragment else [page]
    assert len(places) == 1, address
    (place,) = places
    whole = address if path == "/bibliography/" else path
    if whole not in edition.leads:
        return
    end = edition.end(whole)
    if edition.leads[whole]:
        (link,) = place.xpath(".//a/@href") if fragment else page.xpath("//*[@class='moved']/a/@href")
        depth = path.count("/") - 1
        there = link if link.startswith("#") else link.removeprefix("../" * depth)
        expected = f"{end}#{fragment}" if fragment and whole == path else end
        assert (f"/bibliography/{there}" if there.startswith("#") else f"/{there}") == expected
        target = page_of(edition.project, expected)
        assert not expected.partition("#")[2] or target.xpath(f"//*[@id='{expected.partition('#')[2]}']")
    else:
        said = page.text_content()
        assert f"Thing {whole.rstrip('/').rpartition('/')[2].lstrip('#')}" in said
        assert "Nobody wants it." in said


# The register


def test_check_asks_for_the_register(project: SmallProject) -> None:
    """A build takes a new term as it is; what CI runs asks that its address be recorded (R06)."""
    project.append("references.bib", "\n@misc{new-2022,\n  title = {New},\n  date = {2022},\n}\n")
    project.good("build")
    run = project.refused("check")
    assert run.places == [f"{REGISTER}:1: R06"]
    assert "/bibliography/#new-2022 " in run.problems[0]
    assert project.good("accept", "--yes").out == (
        f"new addresses: /bibliography/#new-2022\n{REGISTER} written\n"
    )
    project.good("build")
    project.good("check")


def test_the_register_holds_every_page_and_place(project: SmallProject) -> None:
    """What a reader can link to is in it, in order, with its edition, and nothing that is not there."""
    project.write("docs/index.md", "# Home\n")
    project.write("docs/guide/README.md", "# Guide\n")
    project.write("docs/parts/draft.md", "# A part of a page\n")
    project.write("mkdocs.yml", "site_name: Small\nexclude_docs: |\n  /parts/*\n  /texts/list.md\n")
    project.accepted()
    rows = project.rows(REGISTER)[1:-1]
    assert rows == sorted(rows)
    assert all(row.endswith("\t1") for row in rows)
    kept = {
        row.removesuffix("\t1") for row in rows if not row.startswith("/data/") or row.startswith("/data/\t")
    }
    there = found(project) - {"/parts/draft/", "/guide/README/"} | {"/guide/"}
    assert kept == there


def test_the_register_only_grows(project: SmallProject) -> None:
    """No line is ever taken out, and the first edition stays, also after a merge that doubled lines."""
    rows = project.rows(REGISTER)
    project.write(REGISTER, "\n".join([*rows[:3], "/terms/old/\t0.5", "/terms/old/\t1", *rows[3:]]))
    project.write("pyproject.toml", '[tool.reader]\nedition = "2"\n')
    project.append("references.bib", "\n@misc{new-2022,\n  title = {New},\n  date = {2022},\n}\n")
    project.good("accept", "--yes")
    now = project.rows(REGISTER)
    assert set(rows) < set(now)
    assert set(now) - set(rows) == {"/terms/old/\t0.5", "/bibliography/#new-2022\t2"}
    assert now[1:-1] == sorted(now[1:-1])


def test_a_register_that_cannot_be_read(project: SmallProject) -> None:
    """A conflict of a merge is named with its lines, and neither guessed at nor written over."""
    rows = project.rows(REGISTER)
    project.write(REGISTER, "\n".join(["<<<<<<< HEAD", *rows[:-1], "/terms/../x/\t1", "/terms/x/"]))
    places = [f"{REGISTER}:{line}: R02" for line in (1, len(rows) + 1, len(rows) + 2)]
    assert sorted(project.refused("build").places) == sorted(places)
    assert sorted(project.refused("accept", "--yes").places) == sorted(places)


# What is lost


def test_a_text_that_is_removed(project: SmallProject) -> None:
    """Its address is named once, with its line and what to write; so is a ledger that has lost a line."""
    drop_text(project)
    for verb in ("check", "build", "site"):
        run = project.refused(verb)
        line = project.line(REGISTER, "/texts/beta-2021/\t")
        assert run.places == [f"{REGISTER}:{line}: R01"]
        assert "/texts/beta-2021/ was published in edition 1" in run.problems[0]
        assert 'from = "/texts/beta-2021/"' in run.problems[0]
        assert 'address = "/texts/beta-2021/" was = "…" reason = "…"' in run.problems[0]


def test_a_ledger_that_has_lost_a_line(project: SmallProject) -> None:
    """An anchor that was published is missed, also where the header of the ledger has forgotten it too."""
    ledger = "sources/alpha-2020/anchors.lock"
    project.write(
        ledger, "".join(f"{row}\n" for row in project.rows(ledger)[:-1] if not row.startswith("n1"))
    )
    project.edit(ledger, " n1\n", "\n")
    project.write("sources/alpha-2020/notes.md", "")
    run = project.refused("build")
    assert run.places == [f"{REGISTER}:{project.line(REGISTER, '/texts/alpha-2020/#n1')}: R01"]
    assert "restore the lines in sources/alpha-2020/anchors.lock" in run.problems[0]


def test_the_new_name_is_proposed(project: SmallProject) -> None:
    """Whoever renames a term finds the line that is to be written in the message."""
    project.edit("glossary.toml", 'id = "group"', 'id = "groups"')
    project.edit("glossary.toml", 'see = ["group"]', 'see = ["groups"]')
    assert '[[moved]] from = "/terms/group/" to = "/terms/groups/" reason' in project.refused().problems[0]


# What is said to have left


@pytest.mark.parametrize(
    ("entries", "code", "message", "hint"),
    [
        (moved("/terms/grp/", "/terms/league/"), "R03", "/terms/grp/ was never published", "/terms/group/"),
        (gone("https://x.org/a"), "R03", "https://x.org/a was never published", "nothing has a name like it"),
        (gone("../x"), "R03", "../x was never published", ""),
        (gone("/texts/beta-2021/#p1"), "R03", "cannot leave by itself", "say it of /texts/beta-2021/"),
        (gone("/data/glossary.json"), "R03", "cannot leave by itself", ""),
        (
            gone("/terms/group/"),
            "R05",
            "/terms/group/ is said to have left, and stands",
            "take this entry out",
        ),
        (
            moved("/terms/old/", "/terms/grp/"),
            "R04",
            "would move to /terms/grp/, which is not there",
            "group",
        ),
        (moved("/terms/old/", "https://x.org/"), "R04", "would move to https://x.org/", "of this site"),
        (moved("/terms/old/", "/terms/old/"), "R04", "/terms/old/ would move in a circle", "stands now"),
        (moved("/texts/old/", "/terms/league/"), "R04", "which is no text", "say [[gone]]"),
        (moved("/texts/old/", "/texts/beta-2021/"), "R04", "which has no p9", "anchors.lock along"),
        (gone("/terms/old/", was=" "), "T04", "“was” is empty", "readers"),
        (moved("/terms/old/", "/terms/league/", ""), "T05", "“reason” is empty", "readers"),
        (moved("/terms/old/", "/terms/league/") + "why = 1\n", "T02", "unknown field “why”", "known are"),
    ],
)
def test_an_entry_that_cannot_be(
    project: SmallProject, entries: str, code: str, message: str, hint: str
) -> None:
    """What leads nowhere, or sends readers away from what is there, is refused at its line."""
    others = {"/terms/old/": gone("/terms/old/"), "/texts/old/": gone("/texts/old/", "Old")}
    project.append(REGISTER, "/terms/old/\t1\n/texts/old/\t1\n/texts/old/#p1\t1\n/texts/old/#p9\t1\n")
    project.write(MOVED, entries + "".join(one for name, one in others.items() if f'"{name}"' not in entries))
    (problem,) = project.refused().problems
    assert re.match(rf"{MOVED}:[2-7]: {code} ", problem)
    assert message in problem.split(" — ")[0]
    assert hint in problem.split(" — ")[1]


def test_circles_and_doubles(project: SmallProject) -> None:
    """Two that lead to each other are both named; an address leaves once."""
    project.append(REGISTER, "/terms/a/\t1\n/terms/b/\t1\n")
    project.write(MOVED, moved("/terms/a/", "/terms/b/") + moved("/terms/b/", "terms/a"))
    assert project.refused().places == [f"{MOVED}:{line}: R04" for line in (2, 7)]
    project.write(MOVED, gone("/terms/a/") + gone("terms/b") + moved("terms/a/", "/terms/league/"))
    run = project.refused()
    assert run.places == [f"{MOVED}:12: R05"]
    assert "/terms/a/ is said to have left in line 2 already" in run.problems[0]


# Pages that stand for others


def test_a_page_that_comes_back(project: SmallProject) -> None:
    """A hand-written page takes the place of its redirect again, and is not taken for one."""
    page = "docs/guide.md"
    project.write(page, "# Guide\n")
    project.accepted()
    (project.root / page).unlink()
    project.append(MOVED, gone("/guide/", "Guide"))
    project.good("build")
    project.good("check")
    assert "Nobody wants it." in (project.root / page).read_text("utf-8")
    project.write(page, "# Guide again\n")
    assert project.refused().places == [f"{MOVED}:2: R05"]
    project.write(MOVED, "")
    project.good("build")
    project.good("check")
    assert (project.root / page).read_text("utf-8") == "# Guide again\n"


def test_the_site_leads_on(tmp_path: Path) -> None:
    """Without a script each old page leads on, and neither navigation nor search names it."""
    project = tiny_site(tmp_path / "project")
    project.write("docs/guide.md", "# Guide\n")
    project.accepted()
    (project.root / "docs/guide.md").unlink()
    drop_text(project)
    (project.root / "sources/alpha-2020").rename(project.root / "sources/alfa-2020")
    project.edit("references.bib", "@misc{alpha-2020", "@misc{alfa-2020")
    project.write(MOVED, moved("/guide/", "/terms/league/") + gone("/texts/beta-2021/", "Beta & <b>"))
    project.append(MOVED, moved("/texts/alpha-2020/", "/texts/alfa-2020/"))
    project.append(MOVED, moved("/bibliography/#alpha-2020", "/bibliography/#alfa-2020"))
    project.append("mkdocs.yml", "nav:\n  - index.md\nnot_in_nav: |\n  /texts/*\n  /terms/*\n  /about/*\n")
    project.append("mkdocs.yml", "  /apparatus/*\n  /cite/*\n  /bibliography.md\n")
    project.good("site")
    for old, new in (
        ("guide", "../terms/league/"),
        ("texts/alpha-2020", "../../texts/alfa-2020/"),
        ("apparatus/alpha-2020", "../../apparatus/alfa-2020/"),
        ("cite/alpha-2020", "../../cite/alfa-2020/"),
        ("apparatus/beta-2021", "../../texts/beta-2021/"),
    ):
        head = html.parse(str(project.root / f"site/{old}/index.html")).getroot().head
        assert head.xpath("meta[@http-equiv='refresh']/@content") == [f"0; url={new}"]
        there = new.replace("../", "")
        assert head.xpath("link[@rel='canonical']/@href") == [f"https://small.example/{there}"]
        assert head.xpath("script[contains(@src, 'moved.js')]/@src") == [
            "../" * (old.count("/") + 1) + "assets/moved.js"
        ]
    site = {path: data.decode("utf-8", "replace") for path, data in project.files("site").items()}
    assert "assets/moved.js" not in site["site/texts/alfa-2020/index.html"]
    texts = site["site/search/t0.js"]
    assert '"alfa-2020"' in texts
    assert not re.search(r'"(?:alpha-2020|beta-2021)"', texts)
    assert not any('"guide/' in text for path, text in site.items() if path.startswith("site/search/"))
    assert 'id="p1"' in site["site/texts/beta-2021/index.html"]
    for end in (".json", ".tei.xml", ".txt"):
        assert site[f"site/data/texts/alpha-2020{end}"] == site[f"site/data/texts/alfa-2020{end}"]
        assert "Nobody wants it." in site[f"site/data/texts/beta-2021{end}"]
