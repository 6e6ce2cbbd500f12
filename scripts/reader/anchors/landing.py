"""Where a retired anchor lands: what its cell in the ledger says.

    p2~p1~p4   its words went to p2; it stood between p1 and p4
    ~p1~p4     its words are gone; it stood between p1 and p4
    ~top~p4    it stood before p4, at the beginning
    ~p1~end    it stood after p1, at the end
    ~p1~p4!    the same, and somebody has said that it went on nowhere, whatever has some of its words

Older ledgers have `p2` (its words went to p2) and `~p1` (it stood beside p1). They are read, and stay as they
are while they are true.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

TOP, END = "top", "end"


@dataclass(frozen=True, slots=True)
class Landing:
    """`claim` is the id that has the words now, `before` and `after` the neighbours; each may be empty.

    A landing that is `final` has no claim, and never will.
    """

    claim: str = ""
    before: str = ""
    after: str = ""
    final: bool = False

    @classmethod
    def parse(cls, cell: str) -> Landing | None:
        """Read a cell, or return nothing where it is none."""
        final = cell.endswith("!")
        parts = cell.removesuffix("!").split("~")
        if len(parts) > 3 or not any(parts) or any(part in (TOP, END) for part in parts[:1]):
            return None
        if final and (parts[0] or len(parts) < 3):
            return None
        claim, before, after = (*parts, "", "")[:3]
        return cls(claim, before, after, final)

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids that are named."""
        return tuple(id_ for id_ in (self.claim, self.before, self.after) if id_ not in ("", TOP, END))

    def claiming(self, claim: str) -> Landing:
        """Return this landing with another claim, or without one."""
        if not claim and not self.before:
            return Landing("", self.claim)  # an older ledger did not keep the neighbours: it went there once
        return Landing(claim, self.before, self.after)

    def phrase(self, name: Callable[[str], str] = str) -> str:
        """Return what is said of it: “its words went to p2” or “stood between p1 and p4”."""
        before, after = (name(id_) if id_ not in ("", TOP, END) else "" for id_ in (self.before, self.after))
        if self.claim:
            return f"its words went to {name(self.claim)}"
        if before and after:
            return f"stood between {before} and {after}"
        if before:
            return f"stood {'after' if self.after else 'beside'} {before}"
        return f"stood before {after}" if after else "nothing near it has survived"

    def __str__(self) -> str:
        return "~".join((self.claim, self.before, self.after)).rstrip("~") + "!" * self.final
