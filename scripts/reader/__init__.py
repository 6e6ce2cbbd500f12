"""The annotated reader: raw texts in, a reading site out, every change on record.

The layers, each importing only from those above it:

    model  problems  letters                      the nouns
    edits                                         apply, undo, trace
    rules/*                                       regularising rules, one a module
    clean  blocks  anchors  glossary  notes …     one stage each; they do not import each other
    render/*  apparatus  exports                  what is written out
    load  output                                  the only modules that touch the disk
    pipeline                                      the stages in order
    site                                          MkDocs, search entries, checks of the built site
"""
