"""The annotated reader: raw texts in, a reading site out, every change on record.

A text travels through these rooms, and each imports only from those above it (`tests/engine/test_layers.py`):

    words        text alone: letters, sentences, signs, edits
    model        the nouns
    project      the disk, both ways
    reading      raw text → reading text → blocks
    intake       what a file is, and what might be done with it
    anchors      addresses that last
    marks        stand-off marks: terms, citations, notes, emendations, rights
    references   names, styles, citations
    history      what was changed, and what was said before
    render       pages
    exports      data for programs
    site         MkDocs and what comes after it
    pipeline     the stages in order
    failures     what a command says when it fails
    commands     the verbs of the command line
    command_line a table of contents of the verbs, and what `annotated-reader` runs
"""
