"""Who may import whom, who may touch the disk, and what nobody may ask: the shape of DESIGN, section 4."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reader.model.problem_codes import CODES

READER = Path(__file__).parents[2] / "scripts" / "reader"
FILES = {path.relative_to(READER).with_suffix("").as_posix(): path for path in sorted(READER.rglob("*.py"))}

# A room imports only the rooms that stand beside it, all of which stand above it
ALLOWED = {
    "words": "",
    "model": "words",
    "project": "words model",
    "reading": "words model",
    "intake": "words model project",
    "anchors": "words model reading",
    "marks": "words model",
    "references": "words model project",
    "connections": "words model",
    "history": "words model reading",
    "render": "words model marks references history",
    "exports": "words model marks references history",
    "making": "model project",
    "site": "words model project references exports making",
    "texts": "words model project anchors marks",
    "pipeline": "model project anchors marks references connections texts",
    "failures": "model project",
    "taking_in": "words model project reading intake render failures",
    "commands": "words model project intake anchors marks references render making pipeline site failures",
    "command_line": "failures",
    "__main__": "command_line",
}
ON_DISK = {
    "project",
    "references/style_files",
    "site",
    "command_line",
}  # a room counts as one; `commands` only hands paths on
DISK_MODULES = {"os", "io", "shutil", "subprocess", "tempfile", "glob", "fileinput"}
DISK_CALLS = set(
    "read_text read_bytes write_text write_bytes open exists is_file is_dir stat touch mkdir rmdir unlink "
    "rename glob rglob iterdir samefile resolve cwd home symlink_to hardlink_to".split()
)
IN_MEMORY = {("intake/received/archives", "io")}  # an archive is looked into before it is on any disk
NEVER = set("time datetime calendar random secrets uuid platform locale socket http ftplib requests".split())
NEVER |= {"urllib.request"}
OS = {  # what a module may ask of the operating system, and does
    "project/files": "O_RDONLY close fsync link open",
    "project/lock": "getpid",
    "project/cache": "getpid",
    "command_line": "_exit",
    "site/watching": "DirEntry scandir stat",
    "project/workers": "_exit cpu_count sched_getaffinity",
    "project/children": "cpu_count environ name",  # to hand on what no program of Windows starts without
}
LONGEST = 300


@cache
def tree(name: str) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(FILES[name].read_text("utf-8"))


def imports(name: str) -> Iterator[str]:
    """Yield the modules that a module imports; `from reader import x` is an import of `reader.x`."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            assert node.module is not None
            if node.module == "reader":
                yield from (f"reader.{alias.name}" for alias in node.names)
            else:
                yield node.module


def part(name: str) -> str:
    """Return the row of the table that a module belongs to."""
    return name.split("/", maxsplit=1)[0]


def siblings(row: str) -> set[str]:
    """Return the rows that the modules of a row import from."""
    found = {
        one.split(".")[1] for name in FILES if part(name) == row for one in imports(name) if "reader." in one
    }
    return found - {row}


ROWS = sorted({part(name) for name in FILES} - {"__init__"})


@pytest.mark.parametrize("row", ROWS)
def test_a_module_imports_what_it_may(row: str) -> None:
    """A stage that knows another cannot be read, tested or replaced by itself."""
    assert row in ALLOWED, f"give {row} a row in the table of this test, and a place in DESIGN"
    assert siblings(row) <= set(ALLOWED[row].split())


@pytest.mark.parametrize("row", ALLOWED)
def test_the_table_says_no_more_than_is_needed(row: str) -> None:
    """An allowance that nothing uses is an open door."""
    assert row in ROWS, f"there is no {row} any more"
    assert set(ALLOWED[row].split()) <= siblings(row)


def test_contributing_draws_the_rooms() -> None:
    """The figure that a newcomer reads first says what the imports are."""
    text = (READER.parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^(\w+) .* ← (.+)$", text, re.MULTILINE)
    drawn = {room: set(above.replace("nothing", "").replace(",", " ").split()) for room, above in rows}
    assert drawn == {room: set(above.split()) for room, above in ALLOWED.items()}
    assert [room for room, _above in rows] == list(ALLOWED)


def test_the_table_runs_downwards() -> None:
    """A row that imports from below would close a circle."""
    rows = list(ALLOWED)
    for at, row in enumerate(rows):
        assert set(ALLOWED[row].split()) <= set(rows[:at]), row


def test_only_the_command_line_is_above_commands() -> None:
    """`command_line` is a table of contents, and nothing imports the verbs; it names them alone."""
    assert not any("reader.commands" in imports(name) or "build" in imports(name) for name in FILES)


def test_a_rule_knows_no_other_rule() -> None:
    """The order of the rules is data; a rule that calls another runs it twice."""
    for name in FILES:
        if name.startswith("reading/rules/") and name.rsplit("/", maxsplit=1)[1] not in {"__init__", "rule"}:
            inside = {one for one in imports(name) if one.startswith("reader.reading")}
            assert inside == {"reader.reading.rules.rule"}, name


def test_a_kind_of_mark_knows_no_other_kind() -> None:
    """A new kind of mark is a new module, and no other has to be read for it."""
    for name in FILES:
        if part(name) == "marks":
            assert not any(one.startswith("reader.marks") for one in imports(name)), name


def on_disk(name: str) -> Iterator[str]:
    """Yield what of a module touches the disk."""
    used = {one.split(".")[0] for one in imports(name) if (name, one.split(".")[0]) not in IN_MEMORY}
    yield from DISK_MODULES & used
    for node in ast.walk(tree(name)):
        match node:
            case ast.Call(func=ast.Attribute(attr=called) | ast.Name(id="open" as called)):
                if called in DISK_CALLS:
                    yield ast.unparse(node)


def test_a_stage_does_not_touch_the_disk() -> None:
    """A stage that reads a file gives other bytes on another day, and cannot be tested from memory."""
    stages = [name for name in FILES if not {name, part(name)} & ON_DISK]
    assert {name: found for name in stages if (found := list(on_disk(name)))} == {}


def test_nobody_asks_the_clock_or_the_world() -> None:
    """The same input gives the same bytes, today and elsewhere."""
    asked = {name: {*imports(name), *(one.split(".")[0] for one in imports(name))} & NEVER for name in FILES}
    assert {name: found for name, found in asked.items() if found} == {"commands/progress": {"time"}}


def test_the_operating_system_is_asked_for_little() -> None:
    """The environment, the working directory and the user must not show in what is written."""
    used: dict[str, set[str]] = {}
    for name in FILES:
        nodes = [node for node in ast.walk(tree(name)) if isinstance(node, ast.Attribute)]
        found = {node.attr for node in nodes if isinstance(node.value, ast.Name) and node.value.id == "os"}
        if found or "os" in imports(name):
            used[name] = found
    assert used == {name: set(asked.split()) for name, asked in OS.items()}


def test_there_is_one_cache() -> None:
    """Whatever is kept is checked when it is read, by the one module that keeps it."""
    for name in FILES.keys() - {"project/cache"}:
        literals = [node.value for node in ast.walk(tree(name)) if isinstance(node, ast.Constant)]
        assert not any(isinstance(one, str) and ".cache" in one for one in literals), name


def test_one_module_starts_programs() -> None:
    """Each program that is called runs in the same clean environment, and has a time to answer in."""
    assert [name for name in FILES if {"subprocess", "pypandoc"} & set(imports(name))] == ["project/children"]


def test_a_module_can_be_read_in_one_sitting() -> None:
    """One idea each."""
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in FILES.items()}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_a_module_says_what_it_is() -> None:
    """The first line of a module is its place in the table of contents."""
    assert [name for name in FILES if not ast.get_docstring(tree(name))] == []


def codes(name: str) -> set[str]:
    """Return the problem codes that a module mentions."""
    constants = (node.value for node in ast.walk(tree(name)) if isinstance(node, ast.Constant))
    return {one for one in constants if isinstance(one, str) and re.fullmatch(r"[A-Z]\d\d", one)}


def test_every_code_is_in_the_table_and_used() -> None:
    """A code without a line in the table is not explained; a line without a use explains nothing."""
    used = set().union(*(codes(name) for name in FILES if not name.startswith("model/problem_codes/")))
    assert used == CODES.keys()
