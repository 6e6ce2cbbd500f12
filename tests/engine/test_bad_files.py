"""What is refused in the files that all texts share, in TOML files and ledgers, and where files are missing.

As in test_bad_input.py: file, line and way out of every mistake, all in one run, and nothing is written.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reader.model.problem_codes import CODES
from refusals import Slip, refuses
from small_project import ALPHA, ALPHA_ABOUT, SmallProject, copy_of_sound, table

A, B = "sources/alpha-2020", "sources/beta-2021"


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project, to be broken."""
    return copy_of_sound(tmp_path / "project")


def test_glossary(project: SmallProject) -> None:
    """Of two terms that claim one form, one would silently lose it; an exception may outlive its passage."""
    path, about = "glossary.toml", {"kind": "organisation", "definition": "A test."}
    exception = {"text": "alpha-2020", "form": "Unused", "reason": "a test"}

    def term(mark: str, id_: str, forms: list[str], **more: object) -> None:
        project.append(path, table("term", mark, id=id_, name="A name", forms=forms, **about, **more))

    term("claims a form", "union", ["League", "as Brown"])
    term("claims an id", "group", ["again"])
    term("sees nothing", "year", ["1999"], see=["grop", "league"])
    term("rests on nothing", "end", ["end"], references=["brown-2001"])
    project.append(path, table("term.since", "since then", text="Since.", references=["smith-1950"]))
    term("of no text", "unused", ["Unused"])
    project.append(path, table("term.unlinked", "not there", passage="p1", **exception))
    project.append(path, table("term.unlinked", "in no passage", passage="p9", **exception))
    term("by no form", "formless", ["", "known"])
    term("by forms of no text", "unfound", ["was  known", "North\u00ad", "a - b", "as@mail.example", "met"])
    term("with a path", "../formless", ["before"])
    term("as the list", "index", ["background"])
    slug = "lower-case letters, digits and hyphens, and not “index”"
    refuses(
        project,
        Slip(
            path,
            "# claims a form",
            "G01",
            "the form “League” belongs to “league” already",
            "let one of the two",
        ),
        Slip(path, "# claims an id", "G02", "“group” is a term already", "line 10"),
        Slip(path, "# sees nothing", "G05", "“year” says see “grop”", "perhaps “group”"),
        Slip(path, "# rests on nothing", "B04", "references.bib has no “brown-2001”", "perhaps “brown-2000”"),
        Slip(path, "# since then", "B04", "references.bib has no “smith-1950”", "nothing has a name like it"),
        Slip(path, "# by no form", "G06", "“formless” has an empty form", "leave it out"),
        Slip(
            path,
            "# by forms of no text",
            "G07",
            "“was  known”",
            "no spaces at an end, or two together: write",
        ),
        Slip(path, "# by forms of no text", "G07", "“North", "no characters that nobody can see"),
        Slip(path, "# by forms of no text", "G07", "“a - b”", "write “a – b”"),
        Slip(path, "# by forms of no text", "G07", "“as@mail.example”", "nothing is looked for in addresses"),
        Slip(path, "# with a path", "G06", "“../formless” is no id for a term", slug),
        Slip(path, "# as the list", "G06", "“index” is no id for a term", slug),
        Slip(path, "# of no text", "G03", "no text uses “unused”", "mend its forms, or say background"),
        Slip(
            path,
            "# not there",
            "G04",
            "“Unused” is no form of “unused” in alpha-2020#p1",
            "drop the exception",
        ),
        Slip(path, "# in no passage", "G04", "“Unused” is no form of “unused” in alpha-2020#p9", "drop"),
    )


def test_bibliography(project: SmallProject) -> None:
    """A slip in BibTeX swallows fields or whole entries without a word."""
    path = "references.bib"
    project.append(
        path,
        """
@misc{Brown-2000,
  title = {A key that differs only in case},
}

@misc{green-2001,
  author = {Green, G.}
  title = {Swallowed by the author},
}

@misc{brown-2000,
  title = {A key given twice},
}

@misc{white-2001,
  author = {White, W.},
  year = {200I},
  tilte = {A misspelt field},
}

@misc{red-2001,
  title = {A field given twice},
  title = {Twice a field is given},
  note = {See \\href{javascript:alert(1)}{here}},
  series = nowhere,
}

@msic{black-2001,
  title = {A misspelt type},
  url = {www.example.org/%41},
}

@misc{grey-2001,
  title = {Never closed,
}
""",
    )
    refuses(
        project,
        Slip(
            path,
            "@misc{Brown-2000",
            "B03",
            "“Brown-2000” differs only in case from “brown-2000”",
            "another name",
        ),
        Slip(
            path, "Green, G.", "B01", "“author” of “green-2001” has swallowed “title”", "a comma is missing"
        ),
        Slip(
            path,
            "@misc{brown-2000",
            "B03",
            "the key “brown-2000” stands in the bibliography already",
            "another name",
        ),
        Slip(path, "@misc{white-2001", "B02", "“white-2001” has no title", "add title = {…}"),
        Slip(path, "200I", "B02", "“year” of “white-2001” is “200I”", "write it like 2023"),
        Slip(path, "tilte", "B05", "“white-2001” has the unknown field “tilte”", "perhaps “title”"),
        Slip(
            path, "Twice a field", "B02", "“red-2001” has the field “title” twice", "leave one of the two out"
        ),
        Slip(
            path,
            "javascript",
            "B08",
            "“note” of “red-2001” has “\\href”, which is not read",
            "write the words",
        ),
        Slip(path, "nowhere", "B07", "no @string defines “nowhere”", "write {nowhere}"),
        Slip(path, "@msic", "B05", "“black-2001” has the unknown type @msic", "or “misc”"),
        Slip(path, "www.example", "B02", "“url” of “black-2001” is “www.example.org/%41”", "like https://"),
        Slip(path, "@misc{grey-2001", "B01", "the block “@misc{grey-2001", "look for a missing brace"),
    )


def test_records_of_texts(project: SmallProject) -> None:
    """A text takes its title and author from its record, and cannot do without one."""
    project.edit("references.bib", "@misc{alpha-2020", "@misc{alfa-2020")
    project.edit(f"{B}/source.toml", 'language = "en"', 'language = "en"\ntitle = "Gamma: another text"')
    refuses(
        project,
        Slip(f"{A}/source.toml", 1, "B04", "references.bib has no “alpha-2020”", "perhaps “alfa-2020”"),
        Slip(
            f"{B}/source.toml",
            1,
            "S10",
            "the title is “Gamma: another text”, the record has “Beta",
            "mend one",
        ),
    )


def test_rights(project: SmallProject) -> None:
    """An excerpt that names a wrong passage would show too much or too little."""
    project.edit(f"{A}/source.toml", '"full"', '"excerpt"\npassages = ["p1", "p33"]')
    project.edit(f"{B}/source.toml", '"full"', '"full"\npassages = ["p1"]')
    refuses(
        project,
        Slip(f"{A}/source.toml", "# of the text", "S09", "there is no passage p33", "perhaps “p3”"),
        Slip(
            f"{B}/source.toml",
            "# of the text",
            "S09",
            "publication is “full”",
            "an excerpt names its passages",
        ),
    )


def test_unknown_missing_and_wrong_fields(project: SmallProject) -> None:
    """A misspelt field would be ignored, and its default used instead of what the editor wrote."""
    source, corrections, citations = (f"{A}/{name}.toml" for name in ("source", "corrections", "citations"))
    project.edit(source, 'language = "en"', 'langauge = "en"')
    project.edit(source, 'statement = "Made for', 'holder = "none"\nstatement = "Made for')
    project.append(source, table("cut", "of a wrong kind", lines="all", kind="furnitur", reason=3))
    project.append(corrections, table("corection", "misspelt", line=5))
    project.append(citations, table("citation", "without a key", passage="p1", qoute="as Brown"))
    project.edit("glossary.toml", 'see = ["group"]', 'sea = ["group"]')
    project.append("glossary.toml", table("term.since", "a date", text="Since.", date="2020"))
    project.append("glossary.toml", table("term.since", "a list", text=["Since."], references="brown-2000"))
    project.write("pyproject.toml", '[tool.other]\nx = 1\n\n[tool.reader]\nedtion = "2"\nstyle = 1\n')
    refuses(
        project,
        Slip(source, "langauge", "T02", "unknown field “langauge”", "perhaps “language”"),
        Slip(source, 1, "T03", "the file has no field “language”", "add language = …"),
        Slip(source, "holder", "T02", "unknown field “holder”", "known are statement, publication"),
        Slip(source, 'lines = "all"', "T04", "“lines” is 'all'", "write a line or a range, like “37-81”"),
        Slip(source, '"furnitur"', "T05", "“kind” is 'furnitur'", "perhaps “furniture”"),
        Slip(source, "reason = 3", "T04", "“reason” is 3", "write a text in quotes"),
        Slip(corrections, "# misspelt", "T02", "unknown field “corection”", "perhaps “correction”"),
        Slip(citations, "qoute", "T02", "unknown field “qoute”", "perhaps “quote”"),
        Slip(citations, "# without a key", "T03", "[[citation]] has no field “quote”", "add quote = …"),
        Slip(citations, "# without a key", "T03", "[[citation]] has no field “key”", "add key = …"),
        Slip("glossary.toml", "sea = ", "T02", "unknown field “sea”", "perhaps “see”"),
        Slip("glossary.toml", 'date = "2020"', "T02", "unknown field “date”", "known are text, references"),
        Slip("glossary.toml", 'text = ["Since."]', "T04", "“text” is ['Since.']", "write a text in quotes"),
        Slip("glossary.toml", 'references = "', "T04", "“references” is 'brown-2000'", "write a list"),
        Slip("pyproject.toml", "edtion", "T02", "unknown field “edtion”", "perhaps “edition”"),
        Slip("pyproject.toml", "style = 1", "T04", "“style” is 1", "write a text in quotes"),
    )


def test_days_of_editions(project: SmallProject) -> None:
    """A day that is none, or a second one, would tell programs of changes at a wrong time."""
    days = ["2026", "2026-02-30", "2026-05-01/2026-06-01", "2026-05-01?", "yesterday", "2026-5-1", ""]
    for at, day in enumerate(days):
        entry = table("tool.reader.release", f"wrong {at}", edition=str(at), date=day)
        project.append("pyproject.toml", entry)
    hint = "write a day, like “2026-11-25”"
    slips = [Slip("pyproject.toml", f'date = "{day}"', "T04", "“date” is", hint) for day in days]
    refuses(project, *slips)


def test_an_edition_with_two_days(project: SmallProject) -> None:
    """TOML has dates of its own, which are read as well."""
    project.write("pyproject.toml", '[[tool.reader.release]]\nedition = "1"\ndate = 2026-05-01\n')
    assert project.run("check").code == 0
    project.append("pyproject.toml", table("tool.reader.release", "again", edition="1", date="2026-06-01"))
    said = "edition “1” has a day already"
    refuses(project, Slip("pyproject.toml", "# again", "M03", said, "take one of the two out"))


@pytest.mark.parametrize("written", ["editors@lamps.example", "javascript:alert(1)", "lamps.example/errors"])
def test_errors_reported_nowhere(project: SmallProject, written: str) -> None:
    """What stands there is a link on every page."""
    project.write("pyproject.toml", f'[tool.reader]\nreport = "{written}"\n')
    said = f"“{written}” is no address at which an error can be reported"
    refuses(project, Slip("pyproject.toml", 1, "M04", said, "write https://… or mailto:…"))


@pytest.mark.parametrize(
    "written", ["CC BY 4.0", "https://", "javascript:alert(1)", "https://a.example/ b", "file:///etc"]
)
def test_a_licence_that_has_no_address(project: SmallProject, written: str) -> None:
    """Programs ask for a licence at its address."""
    about = f"{A}/source.toml"
    project.edit(about, 'publication = "full"', f'publication = "full"\nlicence = "{written}"')
    refuses(project, Slip(about, "# of the text", "S09", "no address of a licence", "write its"))


def test_files_that_are_not_toml(project: SmallProject) -> None:
    """A TOML file that cannot be read must not count as an empty one."""
    broken = {
        f"{A}/source.toml": "[[cut] # broken",
        f"{A}/corrections.toml": "line = # broken",
        f"{A}/citations.toml": 'quote = "broken',
        f"{B}/source.toml": "language = 'en' # broken: given twice",
        "glossary.toml": "id = broken",
        "pyproject.toml": "[tool.reader # broken",
    }
    for path, row in broken.items():
        project.append(path, f"\n{row}\n")
    project.edit(f"{B}/source.toml", "language = 'en' # broken", "[rights] # broken")
    refuses(project, *(Slip(path, "broken", "T01", "", "the line reads “") for path in broken))


def test_files_that_are_not_utf_8(project: SmallProject) -> None:
    """Whatever an editor writes is UTF-8; a file in another encoding is named with the line."""
    files = [f"{A}/{name}" for name in ("source.toml", "corrections.toml", "citations.toml", "notes.md")]
    files += [f"{B}/anchors.lock", "glossary.toml", "references.bib", "pyproject.toml"]
    for path in files:
        project.write(path, b"one line\nT\xfcrkiye\n")
    run = project.refused()
    assert [place for place in run.places if place.endswith("S02")] == sorted(
        f"{path}:2: S02" for path in files
    )
    for path in files:
        assert "byte 0xfc is not UTF-8 — save the file as UTF-8" in run.problem(f"{path}:2: S02")


def test_style(project: SmallProject) -> None:
    """An unknown citation style is reported with all the rest, and what was probably meant."""
    project.write("pyproject.toml", '[tool.other]\nx = 1\n\n[tool.reader]\nstyle = "chicago-autor-date"\n')
    project.edit("glossary.toml", 'see = ["group"]', 'see = ["grop"]')
    refuses(
        project,
        Slip("glossary.toml", 1, "G05", "“league” says see “grop”", "perhaps “group”"),
        Slip(
            "pyproject.toml",
            "[tool.reader]",
            "B06",
            "no citation style “chicago-autor-date”",
            "chicago-author-date",
        ),
    )


def test_ledgers(project: SmallProject) -> None:
    """A ledger that is broken or half merged must not be taken for one whose passages are new."""
    alpha, beta = f"{A}/anchors.lock", f"{B}/anchors.lock"
    first = next(row for row in project.rows(alpha) if row.startswith("p1\t"))
    project.append(alpha, f"{first}\n")
    project.append(alpha, "p1\tdead\tabc\t1\t-\t0\ta state that there is not\n")
    project.append(alpha, "p1\tlive\tabc\t1\t-\t0\tanother wording than the fingerprint\n")
    project.append(alpha, "passage 6\tlive\tabc\t1\t-\t0\tno id\n")
    project.append(alpha, "p7\tlive\n")
    row = next(row for row in project.rows(beta) if row.startswith("p2\t"))
    other = row.replace("\t1\t-\t", "\t2\t-\t")
    project.edit(beta, row, f"<<<<<<< HEAD\n{row}\n=======\n{other}\n>>>>>>> other")
    restore = "restore the line"
    side = f"take the ledger of one branch whole: git checkout BRANCH -- {beta}, and then run accept"
    refuses(
        project,
        Slip(alpha, len(project.rows(alpha)) - 5, "A04", "p1 stands in line", "remove one of the two lines"),
        Slip(alpha, "a state that there is not", "A02", "“dead” is not a state", restore),
        Slip(alpha, "another wording", "A02", "the fingerprint of p1 is not that of its wording", restore),
        Slip(alpha, "no id", "A02", "“passage 6” is not an anchor", restore),
        Slip(alpha, len(project.rows(alpha)) - 1, "A02", "2 cells where there should be 7", restore),
        Slip(beta, "<<<<<<<", "A06", "two branches have changed the ledger", side),
    )


def test_a_ledger_that_is_out_of_date(project: SmallProject) -> None:
    """A changed text stops the build with what becomes of its passages, and with nothing else."""
    project.text("alpha-2020", ALPHA.replace("The end came", "The bitter end came"), ALPHA_ABOUT)
    hint = "read them and run: python3 scripts/build.py accept alpha-2020"
    refuses(project, Slip(f"{A}/anchors.lock", 1, "A01", "the text has changed: p3 reworded", hint))


def test_passages_that_cannot_be_told_apart(project: SmallProject) -> None:
    """Where two passages have the same claim to an anchor, neither build nor accept may choose."""
    line = (
        "The league was founded in 1901 by twelve members of the old society in the town of {} after the war."
    )
    about = ALPHA_ABOUT[: ALPHA_ABOUT.index("\n[[")]
    project.text("delta-2020", line.format("Northport") + "\n", about, "Delta")
    project.accepted()
    both = line.format("Southport") + "\n\n" + line.format("Eastport") + "\n"
    project.text("delta-2020", both, about)
    ledger = "sources/delta-2020/anchors.lock"
    slip = Slip(ledger, 1, "A03", "may be p2 or p3", "say which: accept delta-2020 --as p1=p2")
    refuses(project, slip)
    before = project.files()
    run = project.run("accept", "--yes")
    assert run.code == 1
    assert run.places == [slip.place(project)]
    assert project.files() == before


def test_missing_files(project: SmallProject) -> None:
    """Where a text cannot be read, its terms are not reported as unused."""
    (project.root / f"{A}/raw.txt").unlink()
    (project.root / f"{B}/source.toml").unlink()
    for slug in ("Bad_Name", "list", "index"):
        project.write(f"sources/{slug}/raw.txt", "One line.\n")
    name = "lower-case letters, digits and hyphens, and not “index” or “list”"
    refuses(
        project,
        Slip(f"{A}/raw.txt", 1, "S11", "there is no raw text", "put the text as received here"),
        Slip(f"{B}/source.toml", 1, "S11", "the file is missing", "CONTRIBUTING.md says what it holds"),
        Slip("sources/Bad_Name", 1, "S11", "“Bad_Name” is no name for a text", name),
        Slip("sources/list", 1, "S11", "“list” is no name for a text", name),
        Slip("sources/index", 1, "S11", "“index” is no name for a text", name),
    )


def test_no_texts_and_no_common_files(project: SmallProject) -> None:
    """An empty project is not a good one: its build would remove every page."""
    shutil.rmtree(project.root / "sources")
    (project.root / "glossary.toml").unlink()
    (project.root / "references.bib").unlink()
    refuses(
        project,
        Slip("sources", 1, "S11", "there is no text", "a text is a folder of sources/"),
        Slip("glossary.toml", 1, "S11", "the file is missing", "CONTRIBUTING.md says what it holds"),
        Slip("references.bib", 1, "S11", "the file is missing", "CONTRIBUTING.md says what it holds"),
    )


def test_no_project(tmp_path: Path) -> None:
    """A folder that is no project, or is not there, is refused and not made."""
    project = SmallProject(tmp_path / "nowhere")
    run = project.run("build")
    assert run.code == 1
    assert run.places == ["glossary.toml:1: S11", "references.bib:1: S11", "sources:1: S11"]
    assert not project.root.exists()


def test_quotations_in_pages(project: SmallProject) -> None:
    """A page written by hand must not go on quoting what a passage no longer says."""
    path = "docs/index.md"
    project.write(
        path,
        """\
<!-- quote gamma-2020#p1 -->
<!-- end quote -->

<!-- quote alpha-2020#p33 -->
<!-- end quote -->

<!-- quote alpha-2020#p1 “The alpha League” -->
<!-- end quote -->

<!-- quote alpha-2020#p1 “met again … The Alpha” -->
<!-- end quote -->

<!-- quote alpha-2020#p3 -->
is never closed
""",
    )
    refuses(
        project,
        Slip(path, "gamma-2020", "H01", "there is no text “gamma-2020”", "perhaps “alpha-2020”"),
        Slip(path, "p33", "H01", "alpha-2020 has no p33", "perhaps “p3”"),
        Slip(path, "alpha League", "H02", "“The alpha League” is not in p1", "p1 begins “The Alpha League"),
        Slip(path, "met again", "H02", "“The Alpha” comes before “met again” in p1", "swap the two"),
        Slip(path, "#p3 -->", "H03", "the quotation is not closed", "write <!-- end quote --> below it"),
    )


def test_everything_at_once(project: SmallProject) -> None:
    """One run names the mistakes of all texts and of all that they share."""
    project.edit(f"{A}/source.toml", 'begins = "Menu"', 'begins = "Menus"')
    project.edit(f"{A}/corrections.toml", 'find = "of the league"', 'find = "of the leagues"')
    project.edit(f"{A}/citations.toml", "as Brown writes", "as Braun writes")
    project.edit(f"{A}/notes.md", "“in 2001”", "“in 2002”")
    project.edit(f"{B}/raw.txt", "gone.", "gone. ")
    project.edit(f"{B}/source.toml", "line = 2", "line = 4")
    project.append(f"{B}/anchors.lock", "p9\tlive\n")
    project.edit("glossary.toml", 'see = ["group"]', 'see = ["grop"]')
    project.append("references.bib", "@misc{grey-2001,\n  author = {Grey, G.},\n}\n")
    project.write("pyproject.toml", '[tool.reader]\nstyle = "apaa"\n')
    places = [
        "glossary.toml:1: G05",
        "pyproject.toml:1: B06",
        f"references.bib:{project.line('references.bib', '@misc{grey-2001')}: B02",
        f"{A}/anchors.lock:1: A01",
        f"{A}/citations.toml:1: Q01",
        f"{A}/corrections.toml:7: C01",
        f"{A}/notes.md:1: N02",
        f"{A}/source.toml:{project.line(f'{A}/source.toml', '# menu')}: S04",
        f"{B}/anchors.lock:6: A02",
        f"{B}/source.toml:1: S03",
        f"{B}/source.toml:1: S08",
        f"{B}/source.toml:{project.line(f'{B}/source.toml', '# names')}: S08",
    ]
    assert project.refused().places == places


def test_every_code_has_a_test() -> None:
    """A message that no test has ever seen may be a crash."""
    tests = "".join(file.read_text("utf-8") for file in sorted(Path(__file__).parent.glob("test_*.py")))
    assert [code for code in CODES if not re.search(rf"\b{code}\b", tests)] == []
