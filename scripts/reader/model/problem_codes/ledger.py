"""A: the ledger of anchors."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

GROUP = Group(
    "A",
    "anchors and the ledger that holds them, `anchors.lock`",
    (
        Code(
            id="A01",
            title="the ledger does not describe the text as it now reads",
            meaning="""
            Every passage, heading and note has an address that lasts. The ledger `anchors.lock` holds the
            wording that each of them had when it was last accepted. The text or a note now reads otherwise,
            so links that people have made would lead to other words without saying so.

            The message lists what would change: `new`, `reworded`, `retired` (no longer in the text) or
            `revived`. A build never decides this by itself.
            """,
            documented="README.md, at “gives them their addresses”",
            arises="""
            You added or changed a correction, a heading, a cut or a note, or took in a new text. The same
            happens when a rule of cleaning changes what a text reads.
            """,
            mend="""
            If you meant the change, run `annotated-reader accept SLUG`: it shows the old and the new
            wording, asks, and writes the ledger. If a passage that you did not touch is listed, look for a
            slip in `source.toml` or `corrections.toml` first. Never edit the ledger by hand.
            """,
        ),
        Code(
            id="A02",
            title="the ledger cannot be read",
            meaning="""
            A line of `anchors.lock` is not as the program wrote it: a cell is missing, the fingerprint is not
            that of the wording, or it lands on an anchor that there is not.

            The ledger is the only record of which address was given to which words, so a broken line is never
            guessed at or skipped.
            """,
            documented="scripts/reader/anchors/ledger.py, at “A line an id”",
            examples=(
                Example(
                    path="sources/reed-1950/anchors.lock",
                    wrong="""
                    p2	live	b2d6f3eab61c	1	-	0	A log floats in the harbor.
                    """,
                    right="""
                    p2	live	b2d6f3eab61c	1	-	0	A log floats in the harbour.
                    """,
                ),
            ),
        ),
        Code(
            id="A03",
            title="two places claim one anchor",
            meaning="""
            A passage has changed, and two passages of the new text resemble its old wording so much that
            nobody can say which of them it has become. A wrong guess would send the links to the one passage
            to the other, so neither `build` nor `accept` chooses.
            """,
            documented="README.md, at “a ledger matches the new wording to the old”",
            arises="""
            A paragraph was divided in two, or a second one much like it was added, and its wording was
            changed as well.
            """,
            mend="""
            Say which of the two it is, with the anchors of the message: `annotated-reader accept SLUG
            --as p1=p2` means that the passage that had the anchor `p1` is the one that is now proposed as
            `p2`, and `--as p1=` that it is none of them and goes on nowhere. Say `--as` once for each passage
            in doubt. On a terminal, `accept` alone shows what differs and asks; `accept SLUG --explain p1`
            says what speaks for each.
            """,
        ),
        Code(
            id="A04",
            title="the ledger has been damaged",
            meaning="""
            The header of `anchors.lock` lists the anchors that were ever given, each line says how many
            earlier wordings follow it, and the last line is `# end`. Something of that does not fit: a line
            is lost or stands there twice, the file breaks off, or it has been emptied.

            The text may not have changed at all. If the ledger were simply made anew, numbers that were
            given long ago would be given again, and links would lead to other words without saying so.
            """,
            documented="scripts/reader/anchors/ledger.py, at “The header lists all ids”",
            examples=(
                Example(
                    path="sources/reed-1950/anchors.lock",
                    wrong="""
                    p2	live	b2d6f3eab61c	1	-	0	A log floats in the harbour.
                    p2	live	b2d6f3eab61c	1	-	0	A log floats in the harbour.
                    """,
                    right="""
                    p2	live	b2d6f3eab61c	1	-	0	A log floats in the harbour.
                    """,
                ),
            ),
        ),
        Code(
            id="A05",
            title="the ledger was written by a newer version",
            meaning="""
            The header of `anchors.lock` names a format that this version of the program does not know. It may
            hold what this version would drop, so nothing is read from it and nothing is written.
            """,
            documented="scripts/reader/anchors/ledger.py, at “The header lists all ids”",
            arises="""
            Somebody has accepted a change with a newer version of the program, and your branch or your
            machine still has an older one.
            """,
            mend="""
            Use the version of the program that wrote the ledger, or a later one: merge the branch that has
            it, or install it. A ledger of an older format is read, and `accept` writes it anew without
            changing an id.
            """,
        ),
        Code(
            id="A06",
            title="two branches have both changed the ledger",
            meaning="""
            Two branches of the repository have both run `accept`, and a merge has left both sides in
            `anchors.lock`: with the marks of a conflict, or with an id that stands for two things. Both may
            have given `p9`, each to a passage of its own; one may have reworded what the other retired.

            Such a ledger is not mended line by line. Take the whole ledger of one branch, of the one that
            is published, since its addresses are in use: `git checkout BRANCH --
            sources/SLUG/anchors.lock`. Merge the text itself as you want it, and run
            `annotated-reader accept SLUG`. What the other branch has changed or added is found in the text
            and recorded anew. A passage that it had called `p9` gets a number of its own, so look whether
            its notes and citations name it rightly.
            """,
            documented="scripts/reader/anchors/ledger.py, at “Two branches that have both accepted”",
            examples=(
                Example(
                    path="sources/reed-1950/anchors.lock",
                    wrong="""
                    <<<<<<< HEAD
                    p2	live	b2d6f3eab61c	1	-	0	A log floats in the harbour.
                    =======
                    p2	live	b2d6f3eab61c	2	-	0	A log floats in the harbour.
                    >>>>>>> other
                    """,
                    right="""
                    p2	live	b2d6f3eab61c	1	-	0	A log floats in the harbour.
                    """,
                ),
            ),
        ),
        Code(
            id="A07",
            title="what a note says is not recorded yet",
            meaning="""
            A note was edited: it stands on the same words, and says something else. Its address stays, and
            nothing waits for it while you work. A link to the note carries the revision of its words, though,
            so that readers are told when they have changed; so they are recorded before an edition is
            published. `check`, `site --public` and `archive` ask for it.
            """,
            documented="CONTRIBUTING.md, at “an editor's note”",
            arises="""
            You have edited `notes.md` since `accept` was last run.
            """,
            mend="""
            Run `annotated-reader accept`, read what has changed, and commit the ledger.
            """,
        ),
    ),
)
