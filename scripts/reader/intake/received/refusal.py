"""Why a file is not taken in: a code, a sentence, and what to do."""

from __future__ import annotations

AGAIN = "get it again, or open it in a program that still can, save it anew and take that in"
UNLOCK = "save a copy without a password, if you may, and take in the copy"
TAKEN = "take in plain text, HTML, PDF with a text layer, DOCX, ODT, RTF, EPUB or Markdown"
WORDS_ALONE = "if you trust it, open it in a word processor and save the words alone"
OCR = "add a text layer with a program for character recognition, such as ocrmypdf, and take in its result"


class Refused(Exception):
    """Raised by whatever reads a file; told as a problem of the file."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def damaged(how: str) -> Refused:
    """Return the refusal of a file that contradicts its format."""
    return Refused("W05", f"the file is damaged: {how}", AGAIN)


def locked() -> Refused:
    """Return the refusal of a file that asks for a password."""
    return Refused("W04", "the file opens only with a password", UNLOCK)


def no_text(what: str) -> Refused:
    """Return the refusal of a file that is something else."""
    return Refused("W02", what, TAKEN)


def too_large(what: str) -> Refused:
    """Return the refusal of a file that would fill the memory."""
    return Refused("W06", what, WORDS_ALONE)
