"""What is shown of programs that read the tables: three lines each; `{url}` is where the data lies."""

from __future__ import annotations

PANDAS = """\
import pandas as pd
read = lambda name: pd.read_csv(f"{url}{{name}}.csv", keep_default_na=False)
print(read("uses").merge(read("texts"), on="text").value_counts(["term", "title"]))
"""
R = """\
read <- function(name) read.csv(paste0("{url}", name, ".csv"), na.strings = NULL)
uses <- merge(read("uses"), read("texts"), by = "text")
print(aggregate(sentence ~ term + title, uses, length))
"""
