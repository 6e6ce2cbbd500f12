"""What the tests of the pages rest on: axe finds what is wrong with a page, however often it is asked."""

from __future__ import annotations

from playwright.sync_api import Browser

from browser.accessible import STRICT, violations

PAGE = """\
<!DOCTYPE html><html lang="en"><title>A page</title><main><h1>A page</h1>
<p style="color: #777; background: #fff">Seven to one is more than this has.</p>
<p style="color: #777; background: #fff">The same two colours.</p>
<p style="color: {}; background: #fff">Another.</p><img src="data:,"></main></html>
"""


def test_what_is_wrong_is_found(browser: Browser) -> None:
    """By the rules that are on, and by those that are asked for, in each colour of a page."""
    page = browser.new_page()
    page.set_content(PAGE.format("rgb(90 90 90 / 0.9)"))
    assert [one.split(": ")[0] for one in violations(page)] == ["color-contrast", "image-alt"]
    contrast, *others = violations(page, *STRICT)
    assert contrast.startswith('color-contrast-enhanced: <p style="color: rgb(90')
    assert [one.split(": ")[0] for one in others] == ["color-contrast", "image-alt"]
    page.close()
