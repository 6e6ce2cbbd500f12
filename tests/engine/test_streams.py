"""No more of an edition is in memory than is being worked at."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.problems import ProblemsFound
from reader.project import files, output
from reader.project.texts_below import TextsBelow

PAGES = {f"docs/texts/{name}.md": f"# {name}\n" for name in "abcdefgh"}


class Text(str):
    """A text whose end can be seen."""

    __slots__ = ("__weakref__",)


def test_pages_are_written_one_by_one(tmp_path: Path) -> None:
    """What was made is let go of before the next is made, and is there in the end."""
    alive: list[weakref.ref[Text]] = []

    def made() -> Iterator[tuple[str, str]]:
        for path, words in PAGES.items():
            text = Text(words)
            alive.append(weakref.ref(text))
            yield path, text
            del text
            assert sum(one() is not None for one in alive) <= 1

    changed, paths = output.write_pages(tmp_path, made(), {})
    assert output.names(changed) == paths == list(PAGES)
    shown = output.below_docs(tmp_path, paths)
    assert {f"docs/{path}": text for path, text in shown.items()} == PAGES


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    """A file in the way is told once all pages are known; none of them is in place, and none waits."""
    files.write(tmp_path / "docs/texts/c.md", b"of somebody")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ProblemsFound, match="D04"):
        output.write_pages(tmp_path, PAGES.items(), {})
    assert sorted(tmp_path.rglob("*")) in (before, sorted([*before, tmp_path / ".build"]))


def test_texts_below_a_folder_are_those_that_are_named(tmp_path: Path) -> None:
    """A text is read when it is asked for; a file that nobody named is none."""
    files.write(tmp_path / "a.md", "ä\r\n".encode())
    files.write(tmp_path / "b.md", b"")
    found = TextsBelow(tmp_path, {"a.md": None})
    assert list(found) == ["a.md"]
    assert found["a.md"] == "ä\r\n"
    assert "b.md" not in found
    with pytest.raises(KeyError):
        found["b.md"]
