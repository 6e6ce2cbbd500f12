"""`serve`: answers this machine alone, gives away nothing but the site, survives what an editor does."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from watchdog.events import FileModifiedEvent

from reader.site.serve import refused
from reader.site.watching import FOLLOWED, Watch
from small_project import SmallProject
from tiny_site import tiny_site

BUILD = Path(__file__).parents[2] / "scripts/build.py"


@contextmanager
def serving(project: SmallProject, port: int) -> Iterator[subprocess.Popen[str]]:
    """Run `serve` as a program of its own, which hears Ctrl-C also where the tests run in the background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # which a program that is called would keep
        signal.signal(signal.SIGINT, signal.default_int_handler)
    command = [sys.executable, "-u", str(BUILD), "serve", "--port", str(port)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=project.root, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def until(process: subprocess.Popen[str], words: str) -> list[str]:
    """Read what it prints up to a line with these words."""
    assert process.stdout
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if words in line:
            return lines
    raise AssertionError("".join(lines) + (process.stderr.read() if process.stderr else ""))


def get(port: int, path: str, host: str = "localhost") -> tuple[int, bytes]:
    """Ask the server for a path, under some name."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.putrequest("GET", path, skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    with answer:
        return answer.status, answer.read()


def free_port() -> tuple[socket.socket, int]:
    """A port that is taken, by the socket that comes with it."""
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    return taken, taken.getsockname()[1]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", None),
        ("localhost:8000", None),
        ("LOCALHOST:1", None),
        ("127.0.0.1:8000", None),
        ("127.8.0.1", None),
        ("[::1]:8000", None),
        ("reader.example", "403 Forbidden"),
        ("localhost.reader.example", "403 Forbidden"),
        ("127.0.0.1.reader.example", "403 Forbidden"),
        ("192.168.0.1", "403 Forbidden"),
        ("[::2", "403 Forbidden"),
        ("x@localhost.example", "403 Forbidden"),
        ("", "403 Forbidden"),
    ],
)
def test_names(tmp_path: Path, host: str, status: str | None) -> None:
    """A page elsewhere can point a name of its own at this machine; it gets no answer."""
    assert refused(host, "/", tmp_path) == status


def test_paths(tmp_path: Path) -> None:
    """Nothing outside of the site is given away, by no way."""
    site = tmp_path / "site"
    (site / "texts").mkdir(parents=True)
    (site / "index.html").write_text("home")
    (tmp_path / "secret.txt").write_text("mine")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "folder").symlink_to(tmp_path)
    (site / "loop").symlink_to(site / "loop")
    for path in ("/", "/index.html", "/texts/", "/no\xff", "/livereload/1/2", "/texts/../index.html"):
        assert refused("localhost", path, site) is None, path
    for path in ("/link.txt", "/folder/secret.txt", "/folder/", "/loop"):
        assert refused("localhost", path, site) == "404 Not Found", path
    assert refused("localhost", "/a\0b", site) == "400 Bad Request"


def test_a_port_that_is_taken_and_what_is_answered(tmp_path: Path) -> None:
    """The next port is taken, and said; what must not be answered is not; one line tells of Ctrl-C."""
    project = tiny_site(tmp_path / "project")
    (tmp_path / "secret.txt").write_text("mine")
    taken, wanted = free_port()
    with taken, serving(project, wanted) as process:
        lines = until(process, "follows your changes")
        port = int(lines[-1].split(":")[2].split("/")[0])
        assert port > wanted
        assert lines[-2] == f"port {wanted} is taken: {port} is used instead\n"
        (project.root / "site/link.txt").symlink_to(tmp_path / "secret.txt")
        status, page = get(port, "/")
        assert (status, b"<h1" in page) == (200, True)
        assert get(port, "/", "reader.example")[0] == 403
        assert get(port, "/%00")[0] == 400
        assert get(port, "/link.txt")[0] == 404
        assert get(port, "/%2e%2e/secret.txt")[0] == 404
        (project.root / "site/link.txt").unlink()

        assert process.stderr
        project.write("mkdocs.yml", "site_name: [\n")  # while it is broken, the old site is shown
        told = next(line for line in process.stderr if " code " not in line)  # of requests that were refused
        assert told.startswith("mkdocs.yml:2: M01 ")
        assert process.stderr.readline() == "1 problem; nothing was written\n"
        assert process.stderr.readline().endswith("explain M01\n")
        assert get(port, "/")[0] == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
        assert process.stderr.read() == "build.py: stopped\n"


@pytest.mark.parametrize("lines", [0, 1])
def test_ctrl_c_in_the_first_build(tmp_path: Path, lines: int) -> None:
    """Whether the libraries load, or the site is made: one line, and no trace."""
    project = tiny_site(tmp_path / "project")
    with serving(project, free_port()[1]) as process:
        assert process.stdout and process.stderr
        if lines:
            process.stdout.readline()
        else:
            _wait_for_main(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
        assert process.stderr.read() == "build.py: stopped\n"


def _wait_for_main(pid: int) -> None:
    """Wait until the program has begun to load the theme’s libraries, as its open files show."""
    maps = Path(f"/proc/{pid}/maps")
    while "lxml/etree" not in maps.read_text("utf-8"):
        os.sched_yield()


def test_what_is_followed(tmp_path: Path) -> None:
    """All that an editor writes, what is not there yet and templates too; nothing that a build has made."""
    project = tiny_site(tmp_path / "project")
    project.write("looks/main.html", '{% extends "base.html" %}')
    project.write("mkdocs.yml", "site_name: Small\ntheme: {custom_dir: looks}\n")
    told: list[str] = []
    watch = Watch(project.root, lambda: told.append("news"))
    listed = {entry.name for entry in watch.listed(str(project.root))}
    assert listed == {"looks", "addresses.lock"} | {one for one in FOLLOWED if (project.root / one).exists()}
    project.write("pyproject.toml", "")
    assert "pyproject.toml" in {entry.name for entry in watch.listed(str(project.root))}

    def tells(path: str) -> bool:
        told.clear()
        watch.on_any_event(FileModifiedEvent(str(watch.root / path)))
        return bool(told)

    for path in ("sources/alpha-2020/notes.md", "docs/index.md", "looks/main.html"):
        assert tells(path), path
    assert not tells("docs/texts/alpha-2020.md")
    assert not tells("docs/texts/gone-2020.md")  # removed by the build with its text
    project.append("docs/texts/alpha-2020.md", "By hand.\n")
    assert tells("docs/texts/alpha-2020.md")
    (project.root / "docs/texts/alpha-2020.md").unlink()
    assert tells("docs/texts/alpha-2020.md")
    (project.root / "docs/index.md").unlink()
    assert tells("docs/index.md")


def test_no_port(tmp_path: Path) -> None:
    """Where no port is free the server says so, and what to do."""
    project = tiny_site(tmp_path / "project")
    blocked: list[socket.socket] = []
    for port in range(65535 - 20, 65536):
        with suppress(OSError):
            taken = socket.socket()
            blocked.append(taken)
            taken.bind(("127.0.0.1", port))
            taken.listen()
    run = project.run("serve", "--port", "65530")
    for taken in blocked:
        taken.close()
    assert run.code == 2
    assert "build.py: no port from 65530 on can be opened: Address already in use — name another" in run.err
    for port_ in ("0", "65536", "-1", "9" * 5000):
        assert project.run("serve", "--port", port_).code == 2


def test_a_project_that_is_broken_from_the_beginning(tmp_path: Path) -> None:
    """There is nothing to serve: its problems are told, as by any verb."""
    project = tiny_site(tmp_path / "project")
    project.write("mkdocs.yml", "site_name: *nothing\n")
    assert project.run("serve").places == ["mkdocs.yml:1: M01"]
