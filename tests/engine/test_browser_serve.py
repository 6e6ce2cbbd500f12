"""A page that is served while it is worked on, in a real Chromium: it follows, and shows what is wrong."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from test_serve import free_port, serving, until
from tiny_site import tiny_site

PATIENCE = 60_000  # milliseconds in which a page must follow, on a machine that is busy


def test_a_page_follows_what_is_changed(tmp_path: Path, browser: Browser) -> None:
    """A problem lies over the page with its line and hint; once it is mended, the page is the new one."""
    project = tiny_site(tmp_path / "project")
    project.accepted()
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    taken, wanted = free_port()
    with taken, serving(project, wanted) as process:
        address = until(process, "follows your changes")[-1].split()[4]
        page.goto(f"{address}terms/league/")
        expect(page.get_by_text("A league.", exact=True)).to_be_visible()
        over = page.get_by_role("alert")
        expect(over).to_have_count(0)
        project.edit("glossary.toml", 'see = ["group"]', 'see = ["grop"]')
        expect(over).to_contain_text("glossary.toml:1: G05 “league” says see “grop” — ", timeout=PATIENCE)
        expect(over).to_have_css("position", "fixed")
        expect(page.get_by_text("A league.", exact=True)).to_be_visible()
        project.edit("glossary.toml", 'see = ["grop"]', 'see = ["group"]')
        project.edit("glossary.toml", '"A league."', '"Another league."')
        expect(page.get_by_text("Another league.", exact=True)).to_be_visible(timeout=PATIENCE)
        expect(over).to_have_count(0)
    context.close()
    assert [one for one in said if "Content Security Policy" in one] == []
