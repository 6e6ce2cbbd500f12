"""Serve the site on the loopback address and publish it again when a file changes."""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from reader.model.markup import HTML
from reader.site import phrases
from reader.site.watching import Watch

HOST = "127.0.0.1"
FOLLOWING = Path(__file__).parent / "following"
FILES = {
    "/livereload/follow.js": ("follow.js", "text/javascript; charset=utf-8"),
    "/livereload/follow.css": ("follow.css", "text/css; charset=utf-8"),
}
# In files of their own, since the policy of a page lets no script or style stand on it
FOLLOW = HTML('<script src="/livereload/follow.js" data-epoch="{}"></script>')
OVERLAY = HTML(
    '<link rel="stylesheet" href="/livereload/follow.css">'
    '<section class="not-made" role="alert"><h2>{title}</h2><pre dir="ltr">{told}</pre></section>'
)
PORTS = 20  # that are tried, one after the other
SETTLED = 0.05  # seconds without a further change, before the site is made


class NoPort(Exception):
    """No port can be opened."""


class Server(LiveReloadServer):
    """The server of MkDocs, which answers only to this machine and gives away only what lies in the site."""

    wanted = 0
    told = ""  # why the site was not made anew, where it was not
    allow_reuse_address = sys.platform != "win32"  # where it would let two servers have one port

    def follow(self, following: Watch) -> None:
        """Make the site again when what is followed says so."""
        self.observer = following.observer  # type: ignore[assignment]
        self._watched_paths[str(following.root)] = 1
        self.build_delay = SETTLED

    def ask(self) -> None:
        """Ask for the site to be made again."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def server_bind(self) -> None:
        """Take the port that was asked for, or the next that is free."""
        wanted = self.server_address[1]
        for port in range(wanted, min(wanted + PORTS, 65536)):
            self.server_address = (HOST, port)
            try:
                super().server_bind()
            except OSError as error:
                reason = error.strerror
            else:
                self.wanted = wanted
                return
        raise NoPort(f"no port from {wanted} on can be opened: {reason} — name another with --port")

    def server_activate(self) -> None:
        """Listen, and only then say where: an address that is announced must answer."""
        super().server_activate()
        port = self.server_address[1]
        if port != self.wanted:
            print(f"port {self.wanted} is taken: {port} is used instead")
        address = f"http://{HOST}:{port}/"
        print(f"the site is at {address} and follows your changes; stop with Ctrl-C", flush=True)

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request, unless it was meant for another host or asks for what is no part of the site."""
        refusal = refused(environ.get("HTTP_HOST", ""), environ["PATH_INFO"], Path(self.root))
        if refusal:
            start_response(refusal, [("Content-Type", "text/plain")])
            return [refusal.encode()]
        if own := FILES.get(environ["PATH_INFO"]):
            content = (FOLLOWING / own[0]).read_bytes()
            start_response("200 OK", [("Content-Type", own[1]), ("Content-Length", str(len(content)))])
            return [content]
        return super().serve_request(environ, start_response)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Let a page follow the changes, and show over it what keeps it from them."""
        more = FOLLOW.format(epoch)
        if self.told:
            more = OVERLAY.format(title=phrases.NOT_MADE, told=self.told) + more
        before, end, after = content.rpartition(b"</body>")
        return before + str(more).encode() + end + after if end else content + str(more).encode()


def refused(host: str, path: str, site: Path) -> str | None:
    """Return the status of a request that must not be answered, of one that may be None.

    A page of another host can make a browser ask this one under its own name, and would read the answer.
    """
    if not _is_loopback(host):
        return "403 Forbidden"
    if "\0" in path:
        return "400 Bad Request"
    asked = path.encode("latin-1").decode("utf-8", "ignore")
    file = site / posixpath.normpath("/" + asked).lstrip("/")
    try:
        inside = file.resolve() == site.resolve() / file.relative_to(site)
    except (OSError, ValueError, RuntimeError):
        inside = False
    return None if inside or asked.startswith("/livereload/") else "404 Not Found"


def _is_loopback(host: str) -> bool:
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def serve_site(root: Path, port: int, publish: Callable[[], tuple[int, str]]) -> int:
    """Serve `site/` until interrupted; `publish` makes it and gives an exit code, and what it has told.

    A change that breaks something leaves the site as it was, and requests go on being answered.
    """

    def again() -> None:
        with following.at_work:
            code, told = publish()
        server.told = told if code else ""

    code, _told = publish()
    if code:
        return code
    server = Server(again, HOST, port, str((root / "site").resolve()))
    following = Watch(root, server.ask)
    server.follow(following)
    try:
        server.serve(open_in_browser=False)  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()
    return 0
