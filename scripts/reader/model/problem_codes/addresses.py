"""R: the register of published addresses, and what has left."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

REGISTER = "scripts/reader/anchors/register.py, at “A line an address”"
ROW = "CONTRIBUTING.md, at “an address that is given up”"

GROUP = Group(
    "R",
    "published addresses: the register `addresses.lock`, and `moved.toml`, which says what has left",
    (
        Code(
            id="R01",
            title="an address that was published is no longer there",
            meaning="""
            The register `addresses.lock` lists every address that was ever published: texts with their
            passages, terms, entries of the bibliography, pages, data files. Somebody may have linked to any
            of them. This one has nothing at it any more, since a text, a term, an entry or a page was
            removed, or got another name.

            Put it back, or say in `moved.toml` what became of it: `[[moved]]` with `from`, `to` and `reason`
            where it goes on at another address, `[[gone]]` with `address`, `was` and `reason` where it does
            not. Then the old address leads on, or has a page that says what was there. What belongs to a
            text leaves with it.

            If ids of a text are named, its ledger has lost lines. Restore them from git.
            """,
            documented=ROW,
            examples=(
                Example(
                    path="glossary.toml",
                    given="The page of the term was published at `/terms/log/`.",
                    wrong="""
                    id = "logbook"
                    """,
                    right="""
                    id = "log"
                    """,
                ),
            ),
        ),
        Code(
            id="R02",
            title="the register of addresses cannot be read",
            meaning="""
            A line of `addresses.lock` is not an address, a tab and an edition, as `accept` writes it. Most
            often a merge of two branches has left its marks in it: take out the marks, and keep the lines of
            both sides. Lines that stand there twice do no harm.
            """,
            documented=REGISTER,
            examples=(
                Example(
                    path="addresses.lock",
                    wrong="""
                    <<<<<<< HEAD
                    """,
                    right="",
                ),
            ),
        ),
        Code(
            id="R03",
            title="an address is said to have left that cannot have left",
            meaning="""
            An entry of `moved.toml` names an address that is not in the register, so that nobody can have
            linked to it; most often it is mistyped. Or it names a part of something: a passage, an
            apparatus, a page of citations and a data file leave with their text, and not by themselves.
            """,
            documented=ROW,
            examples=(
                Example(
                    path="moved.toml",
                    wrong="""
                    [[moved]]
                    from = "/terms/towr/"
                    to = "/terms/keeper/"
                    reason = "A better name."
                    """,
                    right="""
                    [[moved]]
                    from = "/terms/tower/"
                    to = "/terms/keeper/"
                    reason = "A better name."
                    """,
                    also=("R01",),
                ),
            ),
        ),
        Code(
            id="R04",
            title="what has moved leads nowhere",
            meaning="""
            The address that an entry of `moved.toml` gives after `to` must stand, or have an entry of its own
            that says where it has gone. Two entries must not lead to each other.

            A text can only move to a text that has all of its passages under their ids, since links to the
            passages move along. If you have renamed the folder of a text, its `anchors.lock` must go with
            it.
            """,
            documented=ROW,
            examples=(
                Example(
                    path="moved.toml",
                    wrong="""
                    [[moved]]
                    from = "/terms/tower/"
                    to = "/terms/keepr/"
                    reason = "A better name."
                    """,
                    right="""
                    [[moved]]
                    from = "/terms/tower/"
                    to = "/terms/keeper/"
                    reason = "A better name."
                    """,
                ),
            ),
        ),
        Code(
            id="R05",
            title="an address is said to have left, and stands or has left already",
            meaning="""
            Something stands at the address that an entry of `moved.toml` calls moved or gone, or two entries
            speak of the same address. A reader cannot be sent away from a page that is there, nor to two
            places.
            """,
            documented=ROW,
            examples=(
                Example(
                    path="moved.toml",
                    wrong="""
                    [[gone]]
                    address = "/terms/log/"
                    was = "Log"
                    reason = "No text speaks of it."
                    """,
                    right="",
                ),
            ),
        ),
        Code(
            id="R06",
            title="the register lacks an address",
            meaning="""
            Something stands at an address that is not in `addresses.lock`. Once it is published, somebody may
            link to it, and only the register makes sure that the link will go on leading somewhere. A build
            does not mind, so that you can try a name; `check`, which CI runs, does.
            """,
            documented=REGISTER,
            found_by="check",
            arises="You have added a text, a term, an entry of the bibliography or a page.",
            mend="""
            When the name is the one that it shall have, run `annotated-reader accept`, and commit the
            register.
            """,
        ),
    ),
)
