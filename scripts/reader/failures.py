"""What a command says when it fails, so that nobody has to read a trace: problems, or one line."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path

from reader.model.problems import ProblemsFound
from reader.project.lock import Busy
from reader.project.trouble import keep_trace, of_the_disk

REPORT = "CONTRIBUTING.md says where to report it"

COMMAND = "annotated-reader"  # what messages call the command line
NAMED = re.compile(rf"(?<![\w/-]){COMMAND}(?=\s)")
_called: ContextVar[str] = ContextVar("called", default=COMMAND)


def called(command: str) -> None:
    """Say by which words the command line was called: what messages tell can be typed as it stands."""
    _called.set(command)


def typed(text: str) -> str:
    """Return a message with the command line named as it was called."""
    return NAMED.sub(lambda _found: _called.get(), text)


def program() -> str:
    """Return the short name under which the command line speaks of itself."""
    return _called.get().replace("\\", "/").split("/")[-1]


def told(
    run: Callable[[], int], root: Path, *, debug: bool = False, heard: Callable[[str], object] | None = None
) -> int:
    """Return the exit code of `run`; whatever it raises is told on standard error, and gives 1.

    `heard` is given the same words.
    """

    def say(words: str) -> None:
        print(typed(words), file=sys.stderr)
        if heard:
            heard(typed(words))

    try:
        code = run()
        sys.stdout.flush()
        return code
    except ProblemsFound as found:
        say(found.report)
        error: Exception = found
    except Busy as busy:
        say(f"{program()}: {busy}")
        error = busy
    except BrokenPipeError:
        sys.stdout = None  # nobody reads on, as with `… | head`
        return 1
    except OSError as failed:
        say(ProblemsFound([of_the_disk(failed, root)], "what is not named here is as it was").report)
        error = failed
    except Exception as unforeseen:
        where = keep_trace(unforeseen, root)
        name = f"{type(unforeseen).__name__}: {unforeseen}".splitlines()[0][:200]
        say(f"{program()}: nobody foresaw this: {name}; the trace is in {where}; {REPORT}")
        error = unforeseen
    if debug:
        traceback.print_exception(error)
    return 1


def usage(message: str, hint: str) -> int:
    """Say on standard error what is wrong with a command, and return its exit code."""
    print(typed(f"{program()}: {message}" + (f" — {hint}" if hint else "")), file=sys.stderr)
    return 2
