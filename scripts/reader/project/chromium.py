"""Chromium, which prints a page as a PDF where it is asked to: no build needs it.

It asks nothing of the network. A page without scripts gives the same file from the same Chromium with the
same fonts; the moment that it writes into the file is replaced by a day.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from reader.model.problems import Problem, ProblemsFound
from reader.project.children import ended_well

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
LIMIT = 120  # seconds a page
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--disable-component-update",
    "--disable-background-networking", "--no-first-run", "--no-default-browser-check", "--hide-scrollbars",
    "--no-pdf-header-footer", "--generate-pdf-document-outline",
)  # fmt: skip
MOMENT = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")


def find(name: str) -> str:
    """Return the program that is called `name`, or one of the usual ones; nothing where there is none."""
    names = [name] if name else NAMES
    return next((found for one in names if (found := shutil.which(one))), "")


def printed(program: str, page: Path, subject: str, day: str) -> bytes:
    """Return a page as a PDF that says it was made on `day`, written 2026-11-25; else raise `ProblemsFound`.

    `subject` is the file that a problem is told of.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "page.pdf")
        command = [
            program,
            *FLAGS,
            f"--user-data-dir={folder}",
            f"--print-to-pdf={made}",
            page.resolve().as_uri(),
        ]
        wrong = ended_well(command, LIMIT)
        if wrong or not made.is_file():
            hint = "see whether this Chromium starts, or leave --pdf out"
            message = f"Chromium has not printed it: {wrong or 'there is no file'}"
            raise ProblemsFound([Problem(subject, 1, "X03", message, hint)])
        data = made.read_bytes()
    return MOMENT.sub(lambda match: match[1] + day.replace("-", "").encode() + b"000000", data)
