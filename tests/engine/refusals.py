"""A mistake of an editor, and how a build must report it."""

from __future__ import annotations

from typing import NamedTuple

from small_project import SmallProject


class Slip(NamedTuple):
    """A mistake as it must be reported: file, line (or words of that line alone), code, message and hint."""

    path: str
    line: int | str
    code: str
    message: str
    hint: str

    def place(self, project: SmallProject) -> str:
        """The beginning of the message."""
        line = self.line if isinstance(self.line, int) else project.line(self.path, self.line)
        return f"{self.path}:{line}: {self.code}"


def refuses(project: SmallProject, *slips: Slip) -> None:
    """Build the project: each slip is reported, and nothing else is."""
    run = project.refused()
    assert sorted(run.places) == sorted(slip.place(project) for slip in slips), run.err
    for slip in slips:
        message, hint = run.problem(slip.place(project), slip.message).rsplit(" — ", 1)
        assert slip.message in message
        assert slip.hint in hint
