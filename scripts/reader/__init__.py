"""The annotated reader: raw texts in, a reading site out, every change on record.

The layers, each importing only from those above it; `tests/test_layers.py` has the table in full:

    letters  problems  edits  model              the nouns; apply, undo, trace
    rules/*  editorial  clean  blocks            from the raw text to the blocks of the reading text
    ledger  likeness  anchors  record            an anchor for every block, and the ledger of them
    bibliography  glossary  quoting  emending    marks on the passages
    quotations  publication  candidates          hand-written pages, rights, gaps of the glossary
    apparatus  raw_view  revisions               what was changed, and what was said before
    citeproc  formats  citing  metadata          references and citations
    render/*  exports/*  page_data               what is written out
    load  output                                 the disk
    pipeline                                     the stages in order
    site/*  commands                             MkDocs and what comes after it; the verbs
"""
