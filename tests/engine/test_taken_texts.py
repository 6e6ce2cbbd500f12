"""Three texts are taken in as an editor would: a messy scrape, a print in two columns, a manuscript.

tests/engine/taken/<name>/
    received.txt, text.txt or text.md     what comes in (print is set, and the manuscript made, of its text)
    expected.txt                          the reading text
    edits.txt                             the lines of source.toml that the editor changes, “old => new”
    console.txt                           what `new` printed

The editor changes three lines at most. `--rewrite-golden` writes the transcript of the console anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import pipeline
from reader.project.children import pandoc
from small_project import copy_of_sound
from typeset import Manner, typeset

TAKEN = Path(__file__).parent / "taken"
NAMES = sorted(path.name for path in TAKEN.iterdir())


def received(name: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that comes in."""
    folder = TAKEN / name
    if (folder / "text.txt").exists():
        text = (folder / "text.txt").read_text("utf-8").strip().split("\n\n")
        how = Manner(columns=2, size=8.5, divided=True, head="Island Studies, Vol. 3, No. 2")
        return f"{name}.pdf", typeset(text, how)
    if (folder / "text.md").exists():
        markdown = (folder / "text.md").read_bytes()
        return f"{name}.docx", pandoc("a", ["--from=markdown", "--standalone"], markdown, made="a.docx")
    return f"{name}.txt", (folder / "received.txt").read_bytes()


def edits(name: str) -> list[tuple[str, str]]:
    """Return the lines that the editor changes, as they are and as they become."""
    rows = (TAKEN / name / "edits.txt").read_text("utf-8").splitlines()
    pairs = [row.split(" => ") for row in rows if row.strip()]
    return [(old, new) for old, new in pairs]


@pytest.mark.parametrize("name", NAMES)
def test_a_text_is_taken_in(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """With three edited lines at most the text is whole, and the project builds."""
    project = copy_of_sound(tmp_path / "project")
    file, data = received(name)
    (tmp_path / file).write_bytes(data)
    printed = project.good("new", f"{name}-2019", str(tmp_path / file)).out
    transcript = TAKEN / name / "console.txt"
    if request.config.getoption("--rewrite-golden"):
        transcript.write_text(printed, "utf-8")
    assert printed == transcript.read_text("utf-8")
    about = project.root / f"sources/{name}-2019/source.toml"
    changed = edits(name)
    assert len(changed) <= 3
    for old, new in changed:
        text = about.read_text("utf-8")
        assert text.count(f"{old}\n") == 1, old
        about.write_text(text.replace(f"{old}\n", f"{new}\n" if new else ""), "utf-8")
    project.accepted()
    project.good("check")
    pages = {page.slug: page for page in pipeline.read(project.root).pages}
    got = "\n\n".join(one.text for one in pages[f"{name}-2019"].passages)
    assert got == (TAKEN / name / "expected.txt").read_text("utf-8").strip()


def test_each_text_has_its_transcript() -> None:
    """A folder without expectations compares nothing with nothing."""
    assert NAMES == ["column", "manuscript", "scrape"]
    for name in NAMES:
        assert {"edits.txt", "console.txt", "expected.txt"} <= {one.name for one in (TAKEN / name).iterdir()}
