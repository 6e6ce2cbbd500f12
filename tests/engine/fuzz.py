"""Files of editors, and those that come in, broken at random, and commands at once, for longer than tests do.

It prints what bench/FUZZ.md records; a run that finds something ends with 1 and prints how to repeat it.
"""

from __future__ import annotations

import random
import re
import sys
import traceback
from pathlib import Path
from tempfile import TemporaryDirectory

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2] / "scripts"), str(Path(__file__).parent)]

import broken_formats
from disk_steps import Commands
from races import races, run
from reader import pipeline
from reader.exports import data_files
from reader.exports.book import book
from reader.making.make import Maker
from reader.model import Library
from reader.model.problems import ProblemsFound
from reader.site.publish import Job, publish
from small_project import SmallProject, copy_of_sound
from tiny_site import MKDOCS

RACES, RUNS, SEED = 300, 5000, 1
TAKEN_IN = 300  # times that a file of each format is broken
PROBLEM = re.compile(r"[^\n]+:[1-9]\d*: [A-Z]\d\d .+")
TOKENS = [
    *"\0\x01\x1b\x7f\x85\x9f\ufeff\ufffe\u2028\u202e\U0010ffff\t\r\n'\"`#*_~&!|>%@:,.;-=+?()[]{}<>$^/\\ “”é",
    *("9" * 5000, "[" * 3000, "{" * 3000, "1e999", "0x", "nan", "-1", "0", "2020-13-45", "true", "null", "~"),
    *(
        "https://[::1}",
        "http://[x",
        "//[",
        "![",
        "]](",
        "{{",
        "{%",
        "--8<--",
        "<script>",
        "<!-- quote",
        "-->",
    ),
    *("!!python/name:os.abort", "!ENV", "&a", "*a", "<<: *a", "? [a]", "---", "...", "%YAML 9", '"""', "'''"),
    *("@", "@misc{", "}", "and", "\\", "\\href{", "p1", "p0", "s1", "n1", "p1a", "p" + "9" * 50, "../", "C:"),
]


def editors_files() -> list[str]:
    """The files that an editor writes, in the small project."""
    text = [f"sources/alpha-2020/{name}" for name in FILES]
    return ["glossary.toml", "references.bib", "mkdocs.yml", "pyproject.toml", "docs/index.md", *text]


FILES = ("raw.txt", "source.toml", "corrections.toml", "citations.toml", "notes.md", "anchors.lock")
OWN = "# Mine\n\n<!-- quote alpha-2020#p3 “The end … knows” -->\n<!-- end quote -->\n\n[a](texts/index.md)\n"
SETTINGS = '[tool.reader]\nedition = "1"\n'


def broken(text: bytes, drawn: random.Random) -> bytes:
    """Return a file with one to three places cut, doubled, flipped or filled."""
    for _ in range(drawn.randint(1, 3)):
        at = drawn.randrange(len(text) + 1)
        end = min(len(text), at + drawn.choice((0, 1, 2, 10, 100)))
        middle = drawn.choice((b"", drawn.choice(TOKENS).encode(), drawn.randbytes(2), text[at:end] * 2))
        text = text[:at] + middle + text[end:]
    return text


def fuzz(project: SmallProject, path: str, number: int, seed: int) -> list[str]:
    """Break one file `number` times; return what came that is neither good nor a problem."""
    project.write("docs/index.md", OWN)
    project.write("pyproject.toml", SETTINGS)
    project.write("mkdocs.yml", MKDOCS.replace("  custom_dir: overrides\n", ""))
    project.good("build")
    whole = (project.root / path).read_bytes()
    docs = project.files("docs")
    wrong: list[str] = []
    drawn = random.Random(f"{seed} {path}")
    for at in range(number):
        data = broken(whole, drawn)
        project.write(path, data)
        if trouble := _trouble(project, path):
            wrong.append(f"{path}, number {at} of seed {seed}: {trouble}\n{data!r}")
        project.write(path, whole)
    now = project.files("docs")
    wrong += [f"{name} is gone" for name in docs if name not in now]
    return wrong


def _trouble(project: SmallProject, path: str) -> str:
    done = project.run("check")
    rows = done.err.splitlines()[:-2]  # the last two count the problems, and say how to read more
    if done.code not in (0, 1) or (done.code and not all(PROBLEM.fullmatch(row) for row in rows)):
        return done.err or f"exit {done.code}"
    if any(": D0" not in row for row in rows):
        return ""
    return _published(project) if path == "mkdocs.yml" else _exported(project)


def _exported(project: SmallProject) -> str:
    """What a site gives beside its pages, of sources that a build takes."""
    try:
        library = pipeline.read(project.root)
        data_files(library)
        book(library)
    except Exception:
        return traceback.format_exc()
    return ""


def _published(project: SmallProject) -> str:
    """MkDocs on one page, with settings that the program itself can read."""
    with TemporaryDirectory() as folder:
        small = SmallProject(Path(folder))
        small.write("docs/index.md", "# Home\n")
        small.write("mkdocs.yml", (project.root / "mkdocs.yml").read_bytes())
        try:
            publish(small.root, small.root / "made", Job({}, (), {}, None, Maker(Library((), (), {}, {}))))
        except (ProblemsFound, OSError):
            pass
        except Exception as error:
            return f"{type(error).__name__}: {error}"
    return ""


def fuzz_format(name: str, number: int, seed: int) -> tuple[int, list[str]]:
    """Break a file that comes in `number` times; return how often it was read, and what went wrong."""
    drawn, read, wrong = random.Random(f"{seed} {name}"), 0, []
    for at in range(number):
        data = broken_formats.broken(broken_formats.sound(name), drawn)
        try:
            read += broken_formats.keeps_the_laws(name, data)
        except Exception:
            wrong.append(f"{name}, number {at} of seed {seed}: {traceback.format_exc()}")
    return read, wrong


def main() -> int:
    """Run everything, print what was run and what it found."""
    wrong: list[str] = []
    each = RUNS // len(editors_files())
    with TemporaryDirectory() as folder, Commands() as commands:
        for number, race in enumerate(races(RACES, SEED)):
            wrong += run(commands, race, Path(folder, str(number)))
        print(f"{RACES} interleavings of two and three commands: {len(wrong)} went wrong", flush=True)
        for number, path in enumerate(editors_files()):
            project = copy_of_sound(Path(folder, f"fuzz {number}"))
            found = fuzz(project, path, each, SEED)
            print(f"{each} times a broken {path}: {len(found)} went wrong", flush=True)
            wrong += found
    for name in broken_formats.NAMES:
        read, found = fuzz_format(name, TAKEN_IN, SEED)
        print(f"{TAKEN_IN} times a broken {name} taken in, {read} read: {len(found)} went wrong", flush=True)
        wrong += found
    for one in wrong:
        print(one, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
