"""The table of problem codes: its examples are tried, and what is printed of it is all that it says.

The examples of the table are fragments of the files of `explained/`, a small edition without a fault.
"""

from __future__ import annotations

import ast
import re
import shutil
import textwrap
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import html5lib
import pytest
from mkdocs.utils.meta import get_data

import site_markdown
from reader.failures import typed
from reader.model.problem_codes import CODES, GROUPS, Code, Example
from reader.render.problems_page import problems_page
from small_project import SmallProject

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXAMPLES = [(code, example) for code in CODES.values() for example in code.examples]
NAMES = [f"{code.id}-{code.examples.index(example) + 1}" for code, example in EXAMPLES]

# Codes that no fragment of an editor's file can give, each with the test that sees it
WITHOUT_EXAMPLE = {
    "A01": "test_bad_files.py::test_a_ledger_that_is_out_of_date",
    "A03": "test_bad_files.py::test_passages_that_cannot_be_told_apart",
    "A07": "test_commands.py::test_the_words_of_a_note_are_its_editors",
    "A05": "test_ledger_damage.py::test_a_newer_version",
    "D01": "test_commands.py::test_check",
    "D02": "test_commands.py::test_check_of_a_page_without_a_source",
    "D05": "test_generated_files.py::test_a_generated_folder_that_is_a_link",
    "D06": "test_writers.py::test_an_edit_between_reading_and_writing",
    "D08": "test_writers.py::test_killed_at_each_step",
    "W01": "test_received.py::test_a_file_that_is_empty",
    "W02": "test_received.py::test_a_file_that_is_no_text",
    "W03": "test_received_pdf.py::test_a_pdf_without_letters",
    "W04": "test_received_pdf.py::test_a_pdf_that_is_locked",
    "W05": "test_received_pdf.py::test_a_pdf_that_breaks_off",
    "W06": "test_received.py::test_an_archive_that_unpacks_without_end",
    "W07": "test_received.py::test_a_page_without_words",
    "W08": "test_repeating.py::test_a_file_that_is_gone_or_another",
    "W09": "test_repeating.py::test_a_raw_text_that_is_not_what_was_made",
    "R06": "test_register.py::test_check_asks_for_the_register",
    "L05": "test_read_back.py::test_a_record_that_is_lost",
    "S01": "test_bad_input.py::test_two_raw_texts_that_are_none",
    "S02": "test_bad_input.py::test_two_raw_texts_that_are_none",
    "S11": "test_bad_files.py::test_missing_files",
    "S12": "test_no_traces.py::test_settings_that_cannot_be_read",
    "X01": "test_locales.py::test_pandoc_that_does_not_answer",
    "X03": "test_pdf.py::test_a_chromium_that_prints_nothing",
    "X02": "test_no_traces.py::test_a_full_disk",
    "X04": "test_workers.py::test_a_process_that_dies",
    "X05": "test_workers.py::test_a_cluster_that_is_not_there",
}


@cache
def sound() -> TemporaryDirectory[str]:
    """The edition of the examples, accepted."""
    folder = TemporaryDirectory()
    shutil.copytree(HERE / "explained", folder.name, dirs_exist_ok=True)
    SmallProject(Path(folder.name)).accepted()
    return folder


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """The edition of the examples, to be broken."""
    shutil.copytree(sound().name, tmp_path / "project")
    return SmallProject(tmp_path / "project")


def with_fragment(project: SmallProject, example: Example, fragment: str) -> str:
    """The file of an example with one of its fragments: in the place of the right one, or at the end."""
    file = project.root / example.path
    text = file.read_text("utf-8") if file.exists() else ""
    whole_lines = rf"(?m)^([ \t]*){re.escape(example.right)}(?=$|[^\w])"
    places = re.findall(whole_lines, text) if example.right else []
    assert len(places) <= 1, f"{example.right!r} stands {len(places)} times in {example.path}"
    if places:
        return re.sub(whole_lines, lambda match: match[1] + fragment, text)
    return f"{text}\n{fragment}\n" if fragment else text


# What the table says is true


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=NAMES)
def test_the_wrong_example(code: Code, example: Example, project: SmallProject) -> None:
    """The wrong fragment gives the problem that it explains, and no other but those said to come with it."""
    project.write(example.path, with_fragment(project, example, example.wrong))
    run = project.run(code.found_by)
    assert run.code == 1
    assert {place.rsplit(" ", 1)[1] for place in run.places} == {code.id, *example.also}, run.err


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=NAMES)
def test_the_right_example(code: Code, example: Example, project: SmallProject) -> None:
    """The right fragment gives no problem, once the change is accepted."""
    if example.right:
        project.write(example.path, with_fragment(project, example, example.right))
    project.good("accept", "--yes")
    project.good(code.found_by)


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=NAMES)
def test_what_is_given_is_so(code: Code, example: Example, project: SmallProject) -> None:
    """The words that an example rests on are words of the edition, so nobody is told of another text."""
    files = "\n".join(
        data.decode(errors="replace") for path, data in project.files().items() if path.startswith(SOURCES)
    )
    quoted = re.findall(r"“([^”]+)”", example.given)
    assert [words for words in quoted if words not in files] == [], code.id


SOURCES = ("sources/", "glossary.toml", "references.bib")


def test_codes_without_an_example_are_few_and_tested() -> None:
    """A code that no fragment gives says how it comes about, and another test sees it."""
    assert {code.id for code in CODES.values() if not code.examples} == WITHOUT_EXAMPLE.keys()
    for id_, place in WITHOUT_EXAMPLE.items():
        file, name = place.split("::")
        (test,) = [
            node
            for node in ast.parse((HERE / file).read_text("utf-8")).body
            if isinstance(node, ast.FunctionDef) and node.name == name
        ]
        assert id_ in ast.unparse(test), f"{place} does not see {id_}"


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_a_code_says_all_that_it_must(code: Code) -> None:
    """A code has examples or tells what to do; and what describes the fields is where it is said to be."""
    assert bool(code.examples) != bool(code.arises)
    assert bool(code.arises) == bool(code.mend)
    assert code.title[0].islower() or code.title.startswith("MkDocs")
    assert not code.title.endswith(".")
    assert all(re.search(r"[.?]\Z", paragraph) for paragraph in code.paragraphs)
    for text in (*code.paragraphs, code.arises, code.mend, *(one.given for one in code.examples)):
        assert text.count("`") % 2 == 0, text
    assert {one for example in code.examples for one in example.also} <= CODES.keys() - {code.id}
    found = re.fullmatch(r"(\S+), at “(.+)”", code.documented)
    assert found
    assert re.search(rf"(?<!\w){re.escape(found[2])}(?!\w)", (ROOT / found[1]).read_text("utf-8"))


def test_the_table_is_in_order() -> None:
    """Letters and numbers run upwards; of two codes with one name, one would hide the other."""
    listed = [code.id for group in GROUPS for code in group.codes]
    assert len(set(listed)) == len(listed)
    for group in GROUPS:
        ids = [code.id for code in group.codes]
        assert ids == sorted(ids)
        assert all(re.fullmatch(rf"{group.letter}\d\d", id_) for id_ in ids)


# What is printed


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_explain(code: Code, project: SmallProject) -> None:
    """On the terminal stand the title, the meaning and both fragments, as they are in the table."""
    told = project.good("explain", code.id.lower()).out
    assert told.startswith(f"{code.id}: {code.title}\n\n")
    spaced = " ".join(told.split())
    for text in (*code.paragraphs, code.arises, code.mend, code.documented):
        assert typed(" ".join(text.split())) in spaced
    for example in code.examples:
        assert f"Wrong, in {example.path}:\n\n{textwrap.indent(example.wrong, '    ')}\n\n" in told
        right = (
            f":\n\n{textwrap.indent(example.right, '    ')}\n\n" if example.right else ": leave it out.\n\n"
        )
        assert f"\n\nRight{right}" in told
        assert all(f" {one} " in told for one in example.also)
    prose = [row for row in told.splitlines() if not row.startswith("    ")]
    assert max(map(len, prose)) <= 80


def test_explain_alone(project: SmallProject) -> None:
    """The list has a line for each code, below the line that says what its letter stands for."""
    rows = project.good("explain").out.splitlines()
    for group in GROUPS:
        at = rows.index(f"{group.letter}  {group.about}")
        codes = [f"  {code.id}  {code.title}" for code in group.codes]
        assert rows[at + 1 : at + 1 + len(codes)] == codes
        assert rows[at + 1 + len(codes)] == ""


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("BO4", "perhaps B04"),
        ("b4", "perhaps B04"),
        ("C99", "perhaps C01, C02, C03"),
        ("zebra", "explain alone lists them all"),
        ("", "explain alone lists them all"),
    ],
)
def test_explain_what_is_no_code(project: SmallProject, word: str, hint: str) -> None:
    """A mistyped code is wrong usage, and the message names the codes near it."""
    run = project.run("explain", word)
    assert (run.code, run.out) == (2, "")
    assert run.err == f"build.py: there is no problem code “{word}” — {hint}\n"


def test_explain_needs_no_project(tmp_path: Path) -> None:
    """Where nothing can be built, one can still read what is wrong."""
    assert SmallProject(tmp_path / "nowhere").good("explain", "S11").out.startswith("S11: ")


def test_the_page() -> None:
    """On the page stands, at the address of each code, what the table says of it, and no other code block."""
    body, _meta = get_data(problems_page())
    tree = html5lib.parse(site_markdown.markdown().reset().convert(body), namespaceHTMLElements=False)
    sections: dict[str, list[str]] = {}
    blocks: dict[str, list[str]] = {}
    at = ""
    for element in tree.iterfind("body/*"):
        text = " ".join("".join(element.itertext()).split())
        if element.tag in {"h2", "h3"}:
            at = element.get("id", "")
            assert text.startswith(f"{at}: ")
        if element.tag == "pre":
            blocks.setdefault(at, []).append("".join(element.itertext()))
        sections.setdefault(at, []).append(text)
    assert list(sections) == ["", *(id_ for group in GROUPS for id_ in (group.letter, *ids(group.codes)))]
    for code in CODES.values():
        told = sections[code.id]
        assert told[0] == f"{code.id}: {code.title}"
        assert told[1 : 1 + len(code.paragraphs)] == [shown(one) for one in code.paragraphs]
        if code.arises:
            assert told[-3:-1] == [
                f"How it comes about: {shown(code.arises)}",
                f"What to do: {shown(code.mend)}",
            ]
        assert told[-1].endswith(f"Documented in {code.documented}.")
        fragments = [part for one in code.examples for part in (one.wrong, one.right) if part]
        assert blocks.get(code.id, []) == [f"{fragment.expandtabs(4)}\n" for fragment in fragments]


def ids(codes: tuple[Code, ...]) -> list[str]:
    """Return the ids of some codes."""
    return [code.id for code in codes]


def shown(text: str) -> str:
    """Return a text as a reader sees it: without the backticks."""
    return " ".join(re.sub(r"`([^`]*)`", lambda match: match[1].strip(), text).split())


def test_a_problem_is_told_with_the_way_to_its_explanation(project: SmallProject) -> None:
    """Below the last line of all problems stands, once, how to read more."""
    project.edit("glossary.toml", 'see = ["keeper"]', 'see = ["keepr", "kepper"]')
    rows = project.run("build").err.splitlines()
    assert len(rows) == 4
    assert rows[2] == "2 problems; nothing was written"
    assert rows[3] == "what a code means, with examples: python3 scripts/build.py explain G05"
