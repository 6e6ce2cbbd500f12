"""What axe finds wrong with a page."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# All that axe knows, best practice too: targets of 24 pixels, and a contrast of 7 to 1 for every word
STRICT = ("target-size", "color-contrast-enhanced")
# A colour is read once: axe reads the same few for each word of a page, which is half of its work
COLOURS = """() => {
  const { Color } = axe.commons.color, read = Color.prototype.parseString, known = new Map();
  Color.prototype.parseString = function (text) {
    if (!known.has(text)) known.set(text, new Color(read.call(this, text)));
    const { r, g, b, alpha } = known.get(text);
    return Object.assign(this, { r, g, b, alpha });
  };
}"""


def violations(page: Page, *rules: str) -> list[str]:
    """What breaks a rule of axe, or one of `rules`, which it has off: each with the first such element."""
    page.evaluate(AXE_SCRIPT)
    page.evaluate(COLOURS)
    asked = {"resultTypes": ["violations"], "rules": {rule: {"enabled": True} for rule in rules}}
    found = page.evaluate("async (asked) => (await axe.run(asked)).violations", asked)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
