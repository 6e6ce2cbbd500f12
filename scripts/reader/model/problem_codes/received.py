"""W: what comes in: a file that is taken in."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Group

TAKEN = "CONTRIBUTING.md, at “What can be taken in”"

GROUP = Group(
    "W",
    "a file that is taken in: what was received, before it is a raw text",
    (
        Code(
            id="W01",
            title="the file is empty",
            meaning="""
            The file that was to be taken in holds nothing, or nothing but blank space. There is no text to be
            published under its name.
            """,
            documented=TAKEN,
            arises="A download failed, or an export has written a file without its words.",
            mend="Get the file again, look at it, and take it in anew.",
        ),
        Code(
            id="W02",
            title="the file is no text",
            meaning="""
            The bytes of the file are those of a picture, of a program, of an archive, or of nothing that is
            known here, whatever its name says. What can be taken in is plain text in any encoding, HTML, PDF
            with a text layer, DOCX, ODT, RTF, EPUB and Markdown; the message names what the file is where
            that can be told.
            """,
            documented=TAKEN,
            arises="""
            A file was given another ending without being converted, or it is of an older kind, as `.doc` is.
            """,
            mend="""
            Open it in the program that it belongs to and save or export it in one of these formats. Words in
            a picture must be recognised first, by a program for optical character recognition.
            """,
        ),
        Code(
            id="W03",
            title="the PDF has no text layer that can be read",
            meaning="""
            The pages of a scan are pictures: there are no letters in the file, only their looks. The same is
            said of a file whose letters have no names, so that what is copied out of it is gibberish.
            """,
            documented=TAKEN,
            arises="A book was scanned, or a program has written a PDF without saying which letters it has.",
            mend="""
            Let a program for optical character recognition, such as `ocrmypdf`, add a text layer, compare it
            with the pages, and take in what it has made.
            """,
        ),
        Code(
            id="W04",
            title="the file is locked by a password",
            meaning="""
            The file is encrypted and opens only with a password, which is never asked for here: what a reader
            sees must be what anybody can check against the file.
            """,
            documented=TAKEN,
            arises="Its publisher has locked it.",
            mend="Open it with the password, save a copy without one if you may, and take in the copy.",
        ),
        Code(
            id="W05",
            title="the file is damaged",
            meaning="""
            The file begins as its format does and then breaks off or contradicts itself, so that the program
            that reads it gave up; its words are in the message where it had any. Nothing is taken from a
            file of which a part is missing, since nobody would notice what is lost.
            """,
            documented=TAKEN,
            arises="""
            A download was cut off, or the file was changed by a program that does not know its format.
            """,
            mend="Get it again; if a program still opens it, save it there anew, and take that in.",
        ),
        Code(
            id="W06",
            title="the file unpacks to more than any text needs",
            meaning="""
            DOCX, ODT and EPUB are archives. This one claims, or was seen, to unpack to hundreds of times its
            size and to more than 256 MB: opening it would fill the memory of the machine. Texts of many
            volumes stay far below that.
            """,
            documented=TAKEN,
            arises="The archive was made to do harm, or holds uncompressed pictures or recordings.",
            mend="Open it in a word processor, if you trust it, and save the words alone.",
        ),
        Code(
            id="W07",
            title="the file has no words",
            meaning="""
            The file is of a format that can be read, and nothing in it is a word that a reader sees. Some
            pages of the web are filled by scripts in a browser and are empty without one.
            """,
            documented=TAKEN,
            arises="A page was saved as its server sends it, before scripts have filled it.",
            mend="""
            Save the page from a browser that shows it (“web page, complete”), or copy its words into a file.
            """,
        ),
        Code(
            id="W08",
            title="the file as received is missing or another one",
            meaning="""
            `[received]` in `source.toml` names the file that `raw.txt` was made of, with its checksum. It is
            kept byte for byte, so that anybody can repeat what was done. Now it is not there, or is not the
            same file.
            """,
            documented=TAKEN,
            arises="The file was not committed, or opened and saved, which changes it.",
            mend="Restore it, as `git checkout` does; a newer copy is taken in by `new --replace`.",
            found_by="check",
        ),
        Code(
            id="W09",
            title="the raw text is not what was made of the file as received",
            meaning="""
            `check` has read the file that was received once more, with the extractor and the version that
            `[received]` names, and got another text than `raw.txt`. So one of the two was changed, and
            the apparatus would tell readers something that is not so. Where another version of the extractor
            is installed, nothing is compared: a better extractor never alters a published text.
            """,
            documented=TAKEN,
            arises="`raw.txt` was edited together with its checksum, or `[received]` was copied.",
            mend="Restore `raw.txt`, and make the change in `source.toml` or `corrections.toml`.",
            found_by="check",
        ),
    ),
)
