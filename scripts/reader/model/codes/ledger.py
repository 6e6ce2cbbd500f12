"""A: the ledger of anchors."""

from __future__ import annotations

from reader.model.codes.shape import Code, Example, Group

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
            If you meant the change, run `python scripts/build.py accept SLUG`: it shows the old and the new
            wording, asks, and writes the ledger. If a passage that you did not touch is listed, look for a
            slip in `source.toml` or `corrections.toml` first. Never edit the ledger by hand.
            """,
        ),
        Code(
            id="A02",
            title="the ledger cannot be read",
            meaning="""
            A line of `anchors.lock` is not as the program wrote it: a cell is missing, the fingerprint is not
            that of the wording, or an anchor stands there twice. Often a merge of two branches has left its
            marks in the file.

            The ledger is the only record of which address was given to which words, so a broken line is never
            guessed at or skipped.
            """,
            documented="scripts/reader/anchors/ledger.py, at “A line an id”",
            examples=(
                Example(
                    path="sources/reed-1950/anchors.lock",
                    wrong="""
                    <<<<<<< HEAD
                    p2	live	be0bf37d49b9	1	-	A log floats in the harbour.
                    =======
                    p2	live	be0bf37d49b9	2	-	A log floats in the harbour.
                    >>>>>>> other
                    """,
                    right="""
                    p2	live	be0bf37d49b9	1	-	A log floats in the harbour.
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
            Say which of the two it is, with the anchors of the message: `python scripts/build.py accept SLUG
            --as p1=p2` means that the passage that had the anchor `p1` is the one that is now proposed as
            `p2`. Say `--as` once for each passage in doubt.
            """,
        ),
    ),
)
