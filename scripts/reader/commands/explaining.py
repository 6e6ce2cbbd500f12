"""`explain`: what a problem means."""

from __future__ import annotations

import argparse
from dataclasses import replace

from reader.failures import typed, usage
from reader.model.problem_codes import CODES, similar
from reader.render.explanation import code_list, explanation


def explain(options: argparse.Namespace) -> int:
    """Print what a problem code means, or the list of all codes."""
    if options.code is None:
        print(typed(code_list()))
        return 0
    code = CODES.get(options.code.upper())
    if code is None:
        near_ones = similar(options.code)
        hint = f"perhaps {', '.join(near_ones)}" if near_ones else "explain alone lists them all"
        return usage(f"there is no problem code “{options.code}”", hint)
    told = replace(code, meaning=typed(code.meaning), mend=typed(code.mend))  # before lines are broken
    print(explanation(told))
    return 0
