"""Lists on several pages: whatever is on them is on one of them, and every address goes on."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from paged_project import LOW, TEXTS, paged_project, paged_site, write_paged
from reader.model import Library, addresses
from reader.model.limits import LIMITS
from reader.render.docs import generated
from reader.render.paging import Item, sheets
from reader.render.places_elsewhere import runs
from small_project import SmallProject, moved

ITEMS = st.lists(
    st.builds(Item, st.sampled_from("abc"), st.integers(), st.integers(1, 60), st.integers(1, 9))
)


@given(ITEMS, st.integers(1, 100), st.none() | st.integers(1, 20), st.integers(0, 9))
def test_every_item_is_on_one_page_in_its_order(
    items: list[Item[int]], size: int, most: int | None, heading: int
) -> None:
    made = sheets(items, size, most, heading)
    assert [item for sheet in made for item in sheet.items] == items
    assert [sheet.number for sheet in made] == list(range(1, made[0].of + 1))
    assert {sheet.of for sheet in made} == {len(made)}
    before = 0
    for sheet in made:
        assert sheet.before == before
        before += sheet.count
        alone = len(sheet.items) == 1
        held = sum(item.size for item in sheet.items) + heading * len(list(sheet.groups))
        assert alone or held <= size
        assert alone or most is None or sheet.count <= most
        grouped = [(group, what) for group, several in sheet.groups for what in several]
        assert grouped == [(item.group, item.what) for item in sheet.items]
        assert sheet.items or made == [sheet]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A project on many pages, with its site, all of whose links have been followed."""
    return paged_project(tmp_path_factory.mktemp("paged") / "project")


@pytest.fixture(scope="module")
def library(project: SmallProject) -> Library:
    """What it was made of."""
    return paged_site(project)


@pytest.fixture(scope="module")
def site(project: SmallProject, library: Library) -> Path:
    """Its site."""
    assert library.limits == LOW
    return project.root / "site"


def linked(site: Path, pages: list[str], selector: str) -> Counter[str]:
    """How often pages link to each address of the site, from the top, by some links of theirs."""
    found: Counter[str] = Counter()
    for page in pages:
        tree = html.parse(str(site / page / "index.html"))
        tree.getroot().make_links_absolute(f"https://small.example/{page}")
        found.update(link.get("href").removeprefix("https://small.example/") for link in tree.xpath(selector))
    return found


def sheets_of(site: Path, *folders: str) -> list[str]:
    """The first page of a list, and its further pages in the folder that they lie in."""
    first, further = folders[0], folders[-1]
    numbers = sorted(int(one.name) for one in (site / further).glob("*") if one.name.isdigit())
    assert numbers == list(range(2, len(numbers) + 2))
    return [first, *(f"{further}{number}/" for number in numbers)]


def test_each_use_stands_on_one_page_of_its_term(site: Path, library: Library) -> None:
    for id_, uses in library.uses.items():
        pages = sheets_of(site, f"terms/{id_}/")
        assert len(pages) > 1 or len(uses) <= LOW.uses
        marks = Counter[str]()
        for page in pages:
            tree = html.parse(str(site / page / "index.html"))
            rows = tree.xpath("//div[@class='concordance']//li")
            assert sum(len(row.xpath(".//mark")) for row in rows) <= LOW.uses
            for row in rows:
                marks[row.xpath("string(.//a[contains(@class, 'locator')]/@href)").split("texts/")[1]] += len(
                    row.xpath(".//mark")
                )
            ticks = tree.xpath("//div[@class='strip']//svg/a")
            assert len(ticks) == sum(len(row.xpath(".//mark")) for row in rows)
        assert marks == Counter(f"{use.slug}/#{use.passage}" for use in uses)
        with (site / f"data/terms/{id_}.csv").open(encoding="utf-8", newline="") as file:
            assert [(row["text"], row["passage"]) for row in csv.DictReader(file)] == [
                (use.slug, str(use.passage)) for use in uses
            ]


@pytest.mark.parametrize(
    ("folders", "selector", "of"),
    [
        (("terms/", "terms/by/name/"), "//div[@class='term-list']//li/a", "terms/{}/"),
        (("texts/", "texts/by/title/"), "//p[@class='text-title']//a", "texts/{}/"),
        (("texts/by/year/",), "//p[@class='text-title']//a", "texts/{}/"),
        (("texts/by/author/",), "//p[@class='text-title']//a", "texts/{}/"),
        (("texts/by/venue/",), "//p[@class='text-title']//a", "texts/{}/"),
        (("apparatus/", "apparatus/by/title/"), "//article//li/a", "apparatus/{}/"),
        (("bibliography/by/author/",), "//div[@class='listed']/p[@class='takeaway']/a", "bibliography/{}/"),
        (("terms/names/",), "//div[@class='names']//li/a[1]", "terms/{}/"),
    ],
    ids=lambda one: one[0] if isinstance(one, tuple) else "",
)
def test_each_thing_stands_on_one_page_of_its_list(
    site: Path, library: Library, folders: tuple[str, ...], selector: str, of: str
) -> None:
    named = {
        "terms/": [term.id for term in library.terms],
        "terms/names/": [term.id for term in library.terms if term.kind in {"person", "place"}],
        "bibliography/by/author/": [one.address for one in library.references.values()],
    }
    names = named.get(folders[0], [page.slug for page in library.pages])
    assert linked(site, sheets_of(site, *folders), selector) == Counter(of.format(name) for name in names)


def test_each_event_stands_on_one_page_of_the_timeline(site: Path, library: Library) -> None:
    pages = sheets_of(site, "timeline/", "texts/by/day/")
    assert len(pages) > 1
    events = Counter(one.at.absolute("") for one in library.connections.timeline)
    assert linked(site, pages, "//table[@class='dated']//td/a") == events
    assert linked(site, pages, "//div[contains(@class, 'timeline')]//svg/a") == events


def test_one_letter_has_one_heading_on_a_page(site: Path) -> None:
    """Ł stands beside L, and not among its names: no id is given twice, and no name is lost."""
    for page in chain(sheets_of(site, "terms/names/"), sheets_of(site, "bibliography/by/author/")):
        ids = html.parse(str(site / page / "index.html")).xpath("//h2/@id")
        assert len(ids) == len(set(ids))


def test_the_pages_of_a_list_lead_to_each_other(site: Path) -> None:
    pages = sheets_of(site, "bibliography/by/author/")
    for at, page in enumerate(pages):
        tree = html.parse(str(site / page / "index.html"))
        (nav,) = tree.xpath("//nav[@class='sheets']")
        assert nav.xpath("string(.//*[@aria-current='page'])") == str(at + 1)
        assert len(nav.xpath("a[@rel='prev']")) == (at > 0)
        assert len(nav.xpath("a[@rel='next']")) == (at < len(pages) - 1)


def test_no_page_has_more_than_its_share(site: Path) -> None:
    """The pages of lists are as long as their limit and the frame, whatever there is in all of them."""
    plain = (site / "kept/index.html").stat().st_size
    for folder in ("terms", "texts/by", "bibliography", "apparatus/by"):
        for file in (site / folder).glob("*/**/index.html"):  # but the places that works have kept
            drawn = LOW.concordance if folder == "texts/by" else 0  # the timeline is, too
            assert file.stat().st_size < plain + 12 * LOW.sheet + drawn, file


def test_the_front_page_shows_the_latest_texts(library: Library) -> None:
    shown = re.findall(r"\]\(texts/([^)]*)\.md\)", generated(library)["texts/list.md"])
    assert shown == ["beta-2021", "index"]
    assert len(library.pages) == TEXTS + 2


def test_many_texts_are_looked_for_and_not_listed(site: Path) -> None:
    """The page of two texts, the filters of the bibliography and the data name no text one by one."""
    for page in ("compare/", "bibliography/"):
        tree = html.parse(str(site / page / "index.html"))
        assert tree.xpath("//*[@data-slug or @data-text]") == []
    assert "hasPart" not in (site / "data/index.html").read_text("utf-8")


def test_a_folder_of_data_has_each_file_on_one_page(site: Path) -> None:
    folder = site / "data/references"
    pages = [folder / "index.html", *folder.glob("index-*.html")]
    assert len(pages) > 2
    files = [link for page in pages for link in html.parse(str(page)).xpath("//td/../th/a/@href")]
    assert sorted(files) == sorted(
        one.name for one in folder.iterdir() if not one.name.startswith(("index", "manifest"))
    )


# Long texts


def places_of(site: Path, folder: str) -> tuple[list[str], Counter[str], set[str]]:
    """The pages of a long text, the ids of places on them but for links, and what the first page knows of."""
    pages = sheets_of(site, folder)
    trees = [html.parse(str(site / page / "index.html")) for page in pages]
    there = Counter(
        id_
        for tree in trees
        for id_ in tree.xpath("//article//*[@id][not(ancestor::nav)]/@id")
        if not id_.startswith("__")
    )
    (nav,) = trees[0].xpath("//nav[contains(@class, 'further')]")
    held = {id_ for row in nav.xpath("a/@data-holds") for id_ in expanded(row)}
    return pages, there, {id_ for id_ in held if id_ in there} | set(nav.xpath("a/@id"))


def expanded(held: str) -> list[str]:
    """The ids that stand written as runs."""
    found: list[str] = []
    for one in held.split():
        match = re.fullmatch(r"(.*?)(\d+)\.\.(\d+)", one)
        numbers = range(int(match[2]), int(match[3]) + 1) if match else ()
        found += [f"{match[1]}{number}" for number in numbers] if match else [one]
    return found


@given(st.lists(st.from_regex(r"(p|raw-|s)[1-9][0-9]?[a-c]?", fullmatch=True), unique=True))
def test_runs_of_ids_are_the_ids(given_ids: list[str]) -> None:
    known = {*given_ids, "p7", "raw-12", "s3"}
    held = expanded(" ".join(runs(given_ids, known)))
    assert [id_ for id_ in held if id_ in known] == given_ids


def test_lines_with_blank_ones_between_are_one_run() -> None:
    ids = [f"raw-{number}" for number in range(101, 1000, 2)]
    assert [*runs(ids, {*ids, "raw-7"})] == ["raw-101..999"]
    assert [*runs(ids, {*ids, "raw-500"})] == ["raw-101..499", "raw-501..999"]


LONG = ("cite/delta-1990/", "cite/alpha-2020/", "apparatus/alpha-2020/")


@pytest.mark.parametrize("folder", LONG)
def test_each_place_of_a_long_text_is_on_one_page_and_found_from_the_first(site: Path, folder: str) -> None:
    pages, there, known = places_of(site, folder)
    assert len(pages) > 1
    goes_on = {"raw", "passages", "corrections", "sic", "cuts", "cite-this-text", "apparatus"}
    assert {id_ for id_, times in there.items() if times > 1} <= goes_on
    first = html.parse(str(site / folder / "index.html"))
    on_first = set(first.xpath("//article//*[@id][not(ancestor::nav)]/@id"))
    assert known == there.keys() - on_first


def test_very_many_places_are_held_by_their_pages(site: Path) -> None:
    """Beyond a number of them, the first page links their pages, and a place one by one no more."""
    tree = html.parse(str(site / "apparatus/alpha-2020/index.html"))
    (nav,) = tree.xpath("//nav[contains(@class, 'further')]")
    assert nav.xpath("a/@data-holds")
    assert not [id_ for id_ in nav.xpath("a/@id") if id_.startswith("raw-")]


def test_further_pages_are_nowhere_but_in_their_list(site: Path) -> None:
    """No map has them and no index keeps them; they say what comes before and after them."""
    index = etree.parse(str(site / "sitemap.xml")).getroot()
    assert etree.QName(index).localname == "sitemapindex"
    parts = [str(one.text).removeprefix("https://small.example/") for one in index.iter("{*}loc")]
    assert len(parts) > 1
    listed = [str(one.text) for part in parts for one in etree.parse(str(site / part)).iter("{*}loc")]
    assert len(listed) == len(set(listed))
    assert all(sum(1 for _one in etree.parse(str(site / part)).iter("{*}loc")) <= LOW.map for part in parts)
    further = [one for one in listed if re.search(r"/[2-9]/$", one)]
    assert further == []
    assert "https://small.example/cite/delta-1990/" in listed
    pages = sheets_of(site, "bibliography/by/author/")
    for at, page in enumerate(pages):
        head = html.parse(str(site / page / "index.html")).find(".//head")
        assert head.xpath("meta[@name='robots']/@content") == (["noindex, follow"] if at else [])
        assert head.xpath("link[@rel='canonical']/@href") == [f"https://small.example/{page}"]
        for rel, to in (("prev", at - 1), ("next", at + 1)):
            links = head.xpath(f"link[@rel='{rel}']")
            assert [link.get("href") for link in links] == [
                addresses.Address(one).seen_from(addresses.Address(page))
                for one in pages[max(to, 0) : to + 1]
            ]


def test_an_own_page_called_by_a_number_is_no_further_page() -> None:
    own = ("themes/2024/", "texts/2024/", "terms/3/", "about/changes/2/", "cite/2/")
    assert [one for one in own if addresses.sheet_of(addresses.Address(one))] == []
    assert addresses.sheet_of(addresses.TEXTS.sheet(3)) == (addresses.TEXTS, 3)
    assert addresses.sheet_of(addresses.term("csto").sheet(12)) == (addresses.term("csto"), 12)


# Addresses


def ids(files: dict[str, str], path: str) -> list[str]:
    """The ids on a generated page."""
    return re.findall(r' id="([^"]+)"', files[path])


def test_what_was_published_on_one_page_keeps_its_place(tmp_path: Path) -> None:
    """A work that comes later has a page alone; both are linked where they are, and neither is ever lost."""
    project = paged_project(tmp_path / "project")
    old = [one.address for one in write_paged(project, LIMITS).references.values()]
    assert f"/bibliography/#{old[0]}\t" in (project.root / "addresses.lock").read_text("utf-8")
    project.append("references.bib", "\n@misc{later-2024,\n  title = {Later},\n  date = {2024},\n}\n")
    project.edit(
        "glossary.toml", 'references = ["work-0", "work-1"]', 'references = ["work-0", "later-2024"]'
    )
    library = write_paged(project)
    files = generated(library)
    assert set(old) <= set(ids(files, "bibliography.md"))
    assert "later-2024" not in ids(files, "bibliography.md")
    for key in (*old, "later-2024"):
        assert ids(files, f"bibliography/{key}.md") == [key]
    assert "(../bibliography.md#work-0)" in files["terms/tide.md"]
    assert "(../bibliography/later-2024.md)" in files["terms/tide.md"]
    assert library.entry("later-2024") == addresses.entry("later-2024")
    register = (project.root / "addresses.lock").read_text("utf-8")
    assert "/bibliography/later-2024/\t" in register
    assert "/bibliography/#later-2024\t" not in register
    again = write_paged(project, LIMITS)  # the bibliography is short enough again
    assert again.published.entry_pages
    assert generated(again)["bibliography/later-2024.md"]


def test_a_work_that_is_renamed_leaves_its_place_and_its_page(tmp_path: Path) -> None:
    project = paged_project(tmp_path / "project")
    write_paged(project)
    project.edit("references.bib", "@book{work-5,", "@book{other-5,")
    project.append("moved.toml", moved("/bibliography/#work-5", "/bibliography/other-5/"))
    files = generated(write_paged(project))
    assert "work-5" in ids(files, "bibliography.md")
    assert 'leads: "/bibliography/other-5/"' in files["bibliography/work-5.md"]
    assert ids(files, "bibliography/other-5.md") == ["other-5"]


def test_a_work_that_is_lost_is_told_once(tmp_path: Path) -> None:
    """Its place and its page are one thing, which is said to have left by the name of the place."""
    project = paged_project(tmp_path / "project")
    write_paged(project)
    text = (project.root / "references.bib").read_text("utf-8")
    project.write("references.bib", re.sub(r"\n@book\{work-5,.*?\n\}\n", "", text, flags=re.DOTALL))
    run = project.run("build")
    (told,) = run.problems
    assert " R01 /bibliography/#work-5 was published in edition " in told
    project.append("moved.toml", moved("/bibliography/work-5/", "/bibliography/#work-4"))
    assert "say it of /bibliography/#work-5" in project.run("build").err
