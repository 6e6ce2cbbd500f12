"""On paper nothing is lost, and in the margin each note stands at its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.fixtures import ROOT, Opener
from browser.printed import lost, printed, runs

SLUGS = sorted(path.parent.name for path in (ROOT / "sources").glob("*/source.toml"))
NEAR = 60  # pixels between a note and the line of its words
MOST_PAGES = {"kaleji-2023": 5}


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("window", [("A4", 1600, "light"), ("Letter", 1600, "dark"), ("A4", 400, "dark")])
def test_every_word_is_on_paper(
    open_page: Opener, built: Path, tmp_path: Path, slug: str, window: tuple[str, int, str]
) -> None:
    """From any window and scheme; a passage that breaks over two pages is whole."""
    paper, width, scheme = window
    page = open_page(f"texts/{slug}/", width=width, color_scheme=scheme)
    page.get_by_role("button", name="Reading").wait_for()
    page.pdf(path=tmp_path / "text.pdf", format=paper)
    sheets = printed(tmp_path / "text.pdf")
    words = runs(built / "texts" / slug / "index.html")
    assert sum(map(len, words)) > 5000
    assert lost(words, "".join(sheets)) == []
    assert len(sheets) <= MOST_PAGES.get(slug, len(sheets))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_note_stands_at_its_words(open_page: Opener, slug: str) -> None:
    """Notes that are close to each other are folded, not moved away."""
    page = open_page(f"texts/{slug}/", width=1440)
    page.locator(".has-margin").wait_for()
    page.evaluate("document.fonts.ready")
    far = page.evaluate(
        """near => [...document.querySelectorAll(".editor-note")].filter((note) => {
          const sign = document.getElementById(`${note.id}-in-text`);
          return Math.abs(note.getBoundingClientRect().top - sign.getBoundingClientRect().top) > near;
        }).map((note) => note.id)""",
        NEAR,
    )
    assert far == []


def test_a_folded_note_shows_its_first_line_and_opens(open_page: Opener) -> None:
    """By the pointer on it or on its sign, by the keyboard, by a finger."""
    page = open_page("texts/kaleji-2023/", width=1440)
    note = page.locator(".editor-note.folded").first
    sign = page.locator(f"#{note.get_attribute('id')}-in-text")
    folded = "element => element.scrollHeight > element.clientHeight + 1"
    assert note.evaluate(folded)
    assert note.evaluate(
        "element => element.clientHeight >= parseFloat(getComputedStyle(element).lineHeight) - 1"
    )
    for point in (note.hover, sign.hover, note.locator("a").first.focus):
        point()
        assert not note.evaluate(folded)
        page.locator("h1").hover()
        page.evaluate("document.activeElement.blur()")
        assert note.evaluate(folded)
    note.click(position={"x": 150, "y": 5})
    page.locator("h1").hover()
    assert not note.evaluate(folded)
    page.locator("h1").click()
    assert note.evaluate(folded)
