"""Find a Chromium, a Firefox, an nginx or a Caddy, or install it; print its path, or say why there is none.

Looked for in order: the environment's CHROMIUM, FIREFOX, NGINX or CADDY, those of the system, Playwright's
Chromium. With `--install`: Debian's package where one may install it, then Playwright's download. Its Firefox
is not one that readers have, and is not used.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    "firefox": ("firefox", "firefox-esr"),
    "nginx": ("nginx",),
    "caddy": ("caddy",),
}
PLACES = {
    "chromium": (
        "/usr/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ),
    "firefox": ("/Applications/Firefox.app/Contents/MacOS/firefox",),
    "nginx": ("/usr/sbin/nginx", "/opt/homebrew/bin/nginx"),
    "caddy": ("/opt/homebrew/bin/caddy",),
}
PACKAGES = {
    "chromium": ("chromium", "fonts-noto-core"),
    "firefox": ("firefox-esr",),
    "nginx": ("nginx-light",),
    "caddy": ("caddy",),
}


def find(browser: str) -> str | None:
    """Return the path of a program on this machine."""
    named = os.environ.get(browser.upper())
    if named and Path(named).is_file():
        return named
    for name in NAMES[browser]:
        if path := shutil.which(name):
            return path
    for place in PLACES[browser]:
        if Path(place).is_file():
            return place
    return _playwrights_own() if browser == "chromium" else None


def install(browser: str) -> str | None:
    """Install a program by the means at hand and return its path."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES[browser]]):
            _quietly("apt-get", "-qq", *command)
        if path := find(browser):
            return path
    if browser == "chromium":
        _quietly(sys.executable, "-m", "playwright", "install", browser)
    return find(browser)


def _quietly(*command: str) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).is_file() else None


if __name__ == "__main__":
    wanted = sys.argv[1]
    found = find(wanted) or (install(wanted) if "--install" in sys.argv else None)
    if not found:
        print(
            f"no {wanted.capitalize()} was found and none could be installed: install one, or name it with "
            f"{wanted.upper()}=/path/to/it",
            file=sys.stderr,
        )
        sys.exit(1)
    print(found)
