"""The site on a web server of others, with the recipe that a new edition has: nginx, as it is installed."""

from __future__ import annotations

import gzip
import http.client
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from browser.find_browser import find
from reader.site.data_index import TYPES
from test_serve import free_port

RECIPE = Path(__file__).parents[2] / "scripts/reader/starter/publishing/nginx.conf"
MAIN = """\
{user}daemon on;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
AS_JSON = ("references.json", "texts/schema.json", "datapackage.json")  # which they are, of a kind
PAGE = "<!doctype html><title>Bees</title>" + "<p>Bees keep the warmth in.</p>" * 50
FILES = {
    "index.html": PAGE,
    "404.html": "<!doctype html><title>Nothing here</title>",
    "texts/winter-bees/index.html": PAGE,
    "data/references.bib": "@misc{winter-bees}\n" * 100,
    "data/corpus.tei.xml": "<TEI/>\n" * 300,
    "data/reader.epub": "PK",
    "feed.xml": "<feed/>",
    "_headers": "/*\n",
    ".secret": "mine",
    "empty/picture.png": "png",
}
OF_DATA = {f"data/{'x' if end.startswith('.') else ''}{end}": (end, kind) for end, kind in TYPES}
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Cache-Control": "no-cache",
    "Server": "nginx",  # and no version of it
}


@dataclass(frozen=True)
class Server:
    """A server that runs, and the folder of the site that it serves."""

    port: int
    site: Path

    def get(self, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Ask it for a path."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(
            "GET", path, headers={name.replace("_", "-"): said for name, said in headers.items()}
        )
        with connection.getresponse() as answer:
            return answer.status, answer.headers, answer.read()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An nginx with the recipe; only the port and the folder are others."""
    program = find("nginx")
    assert program, "no nginx was found: tests/browser/find_browser.py nginx --install"
    folder = tmp_path_factory.mktemp("server")
    site = folder / "site"
    for path, text in FILES.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    for path in OF_DATA:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text("x")
    for path in ("index.html", "data/corpus.tei.xml", "data/references.bib"):
        packed = gzip.compress((site / path).read_bytes(), mtime=1)
        (site / f"{path}.gz").write_bytes(packed)
    taken, port = free_port()
    taken.close()
    recipe = RECIPE.read_text("utf-8")
    for said, here in (("listen 80;", f"listen 127.0.0.1:{port};"), ("root /srv/reader;", f"root {site};")):
        assert recipe.count(said) == 1
        recipe = recipe.replace(said, here)
    (folder / "site.conf").write_text(recipe)
    user = "user root;\n" if os.geteuid() == 0 else ""  # of whoever runs the tests is the folder
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user))
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    # NGINX names the program to us, and to nginx itself the sockets of one that it follows, in the foreground
    environment = {name: value for name, value in os.environ.items() if name != "NGINX"}
    with (folder / "log").open("w") as log:  # a pipe would be held by the server, and never end
        started = subprocess.run(command, stdout=log, stderr=log, check=False, env=environment)
    assert started.returncode == 0, (folder / "log").read_text()  # it listens when that has ended
    yield Server(port, site)
    subprocess.run([*command, "-s", "stop"], check=True, env=environment)


def test_types(server: Server) -> None:
    """Each file has the type that the list of the data gives it."""
    for path, (end, kind) in OF_DATA.items():
        status, headers, _body = server.get(f"/{path}")
        wanted = "application/json" if end in AS_JSON else kind.split(";")[0]
        assert (status, headers["Content-Type"].split(";")[0]) == (200, wanted), path
    assert server.get("/feed.xml")[1]["Content-Type"].startswith("application/atom+xml")
    for path in ("/", "/data/references.bib", "/data/corpus.tei.xml"):
        assert server.get(path)[1]["Content-Type"].endswith("; charset=utf-8"), path
    assert server.get("/data/reader.epub")[1]["Content-Type"] == "application/epub+zip"


def test_packed_files(server: Server) -> None:
    """What lies packed beside a file is sent as it is to whoever takes it, and to nobody else."""
    for path in ("index.html", "data/corpus.tei.xml", "data/references.bib"):
        _status, headers, body = server.get(f"/{path}", Accept_Encoding="gzip")
        assert (headers["Content-Encoding"], headers["Vary"]) == ("gzip", "Accept-Encoding"), path
        assert body == (server.site / f"{path}.gz").read_bytes()
        _status, headers, body = server.get(f"/{path}")
        assert headers["Content-Encoding"] is None
        assert body == (server.site / path).read_bytes()
    headers = server.get("/texts/winter-bees/", Accept_Encoding="gzip")[1]
    assert headers["Content-Encoding"] == "gzip"  # packed as it is sent


def test_what_is_missing(server: Server) -> None:
    """Nothing is listed, nothing hidden is given away, and the page for what is missing says so."""
    missing = (server.site / "404.html").read_bytes()
    for path in ("/nothing/", "/empty/", "/.secret", "/_headers", "/texts/nothing.html", "/empty/../.secret"):
        status, headers, body = server.get(path)
        assert (status, body) == (404, missing), path
        assert headers["Content-Type"] == "text/html; charset=utf-8"
    status, headers, _body = server.get("/texts/winter-bees")
    assert (status, headers["Location"]) == (301, "/texts/winter-bees/")


def test_headers(server: Server) -> None:
    """The same on every answer, that of a missing page too; what has not changed is not sent again."""
    for path in ("/", "/data/corpus.tei.xml", "/feed.xml", "/data/reader.epub", "/nothing/"):
        headers = server.get(path)[1]
        assert {name: headers[name] for name in SAFE} == SAFE, path
    etag = server.get("/")[1]["ETag"]
    status, _headers, body = server.get("/", If_None_Match=etag)
    assert (status, body) == (304, b"")
