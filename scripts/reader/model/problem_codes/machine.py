"""X: what the machine refuses."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Group

RUN = "CONTRIBUTING.md, at “How a change is checked”"

GROUP = Group(
    "X",
    "the machine that the command runs on",
    (
        Code(
            id="X01",
            title="pandoc has failed",
            meaning="""
            Pandoc, the program that formats citations and makes the book, has ended with an error or has not
            answered in time. The message has its own words. The file that is named is the one whose content
            was given to it.
            """,
            documented=RUN,
            arises="""
            Memory or the disk is full, the installation is broken, or a record or a style has something that
            pandoc does not bear.
            """,
            mend="""
            Run the command again. If it fails every time, make the environment anew with `make clean site`;
            if it still does, undo the last change to the file that is named.
            """,
        ),
        Code(
            id="X02",
            title="a file cannot be read or written",
            meaning="""
            The system refused to read or write a file, and its words are the message. What was there before
            stays as it was: files are written all or none.
            """,
            documented=RUN,
            arises="""
            The disk is full, the file or its folder belongs to another user, or another program holds it
            open.
            """,
            mend="""
            Make room, or give yourself the right to read and write there, and run the command again.
            """,
        ),
        Code(
            id="X03",
            title="a page cannot be printed",
            meaning="""
            `site --pdf` lets a Chromium print the page of each text. It has ended with an error, has not
            answered in time, or has left no file. The site is as it was.
            """,
            documented="CONTRIBUTING.md, at “site --pdf”",
            arises="""
            The program that was named is no Chromium, or lacks libraries of the system; memory or the disk is
            full.
            """,
            mend="""
            See whether the program starts by itself; name another one with `--pdf PROGRAM`, or leave the
            option out.
            """,
        ),
        Code(
            id="X04",
            title="a process has died",
            meaning="""
            Several processes work side by side. One has died without a word, what it had to do was given to
            another, and that one has died too. The message names the work. Nothing was written.
            """,
            documented=RUN,
            arises="""
            Memory has run out, and the system has ended the process; or somebody else has.
            """,
            mend="""
            Run the command again with fewer processes: `--jobs 1` takes the least memory.
            """,
        ),
        Code(
            id="X05",
            title="a cluster cannot be reached",
            meaning="""
            `--scheduler` names the scheduler of a Dask cluster, whose workers are to make what the command
            writes. It does not answer, or what is needed to ask it is not installed. Nothing was written.
            """,
            documented="CONTRIBUTING.md, at “Side by side”",
            arises="""
            The address is not that of a scheduler, the scheduler is of another version of Dask, or the engine
            was installed without its extra `cluster`.
            """,
            mend="""
            Start one with `dask scheduler`, and write the address that it prints; install the extra with
            `pip install 'annotated-reader[cluster]'`; or leave the option out.
            """,
        ),
    ),
)
