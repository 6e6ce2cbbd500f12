"""The site on Caddy, as it is installed, with the recipe that a new edition has."""

from __future__ import annotations

import gzip
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.find_browser import find
from test_serve import free_port
from test_server import AS_JSON, FILES, OF_DATA, SAFE, Server

RECIPE = Path(__file__).parents[2] / "scripts/reader/starter/publishing/Caddyfile"
OWN = {"Server": "Caddy"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Caddy with the recipe; only the address and the folder are others."""
    program = find("caddy")
    if not program:
        pytest.skip("no Caddy was found, and none could be installed")
    folder = tmp_path_factory.mktemp("caddy")
    site = folder / "site"
    for path, text in FILES.items() | {(path, "x") for path in OF_DATA}:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    taken, port = free_port()
    taken.close()
    recipe = RECIPE.read_text("utf-8")
    for said, here in (("reader.example {", f"http://127.0.0.1:{port} {{"), ("/srv/reader\n", f"{site}\n")):
        assert recipe.count(f"\n{said}" if said.endswith("{") else f"root * {said}") == 1
        recipe = recipe.replace(f"root * {said}", f"root * {here}").replace(f"\n{said}", f"\n{here}")
    admin = folder / "admin"
    (folder / "Caddyfile").write_text(f"{{\n\tadmin unix/{admin}\n}}\n{recipe}")
    environment = os.environ | {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = [program, "start", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    with (folder / "log").open("w") as log:  # a pipe would be held by the server, and never end
        started = subprocess.run(command, stdout=log, stderr=log, check=False, env=environment)
    assert started.returncode == 0, (folder / "log").read_text()  # it listens when that has ended
    yield Server(port, site)
    subprocess.run([program, "stop", "--address", f"unix/{admin}"], check=True, env=environment)


def test_types(server: Server) -> None:
    """Each file has the type that the list of the data gives it, as on nginx."""
    for path, (end, kind) in OF_DATA.items():
        status, headers, _body = server.get(f"/{path}")
        told = (headers["Content-Type"] or "").split(";")[0]
        assert status == 200, path
        told = "application/xml" if told == "text/xml" else told  # which mean the same
        assert told == ("application/json" if end in AS_JSON else kind.split(";")[0]), path
    assert server.get("/feed.xml")[1]["Content-Type"].startswith("application/atom+xml")
    assert server.get("/feed.xml")[1]["Content-Type"].startswith("application/atom+xml")


def test_compression(server: Server) -> None:
    """What is text is packed for whoever takes it, and for nobody else."""
    for path in ("/", "/texts/winter-bees/", "/data/corpus.tei.xml", "/data/references.bib"):
        assert server.get(path, Accept_Encoding="gzip")[1]["Content-Encoding"] == "gzip", path
        assert server.get(path)[1]["Content-Encoding"] is None, path
    packed = gzip.compress(b"packed before")
    (server.site / "data/references.bib.gz").write_bytes(packed)
    _status, headers, body = server.get("/data/references.bib", Accept_Encoding="gzip")
    assert (headers["Content-Type"].split(";")[0], body) == ("application/x-bibtex", packed)


def test_what_is_missing(server: Server) -> None:
    """Nothing is listed, nothing hidden is given away, and the page for what is missing says so."""
    missing = (server.site / "404.html").read_bytes()
    for path in ("/nothing/", "/empty/", "/.secret", "/_headers", "/texts/nothing.html"):
        status, headers, body = server.get(path)
        assert (status, body) == (404, missing), path
        assert headers["Content-Type"] == "text/html; charset=utf-8"


def test_headers(server: Server) -> None:
    """The same on every answer, that of a missing page too; what has not changed is not sent again."""
    wanted = SAFE | OWN
    for path in ("/", "/data/corpus.tei.xml", "/feed.xml", "/data/reader.epub", "/nothing/"):
        headers = server.get(path)[1]
        assert {name: headers[name] for name in wanted} == wanted, path
    etag = server.get("/")[1]["ETag"]
    assert server.get("/", If_None_Match=etag)[0] == 304
