"""What a site ships that is a program, a style or a picture: whose it is, and under which licence.

The page of licences, the bill of materials and the tests read this one table. The versions of what the theme
bundles stand where the bundle itself says them.
"""

from __future__ import annotations

from dataclasses import dataclass

BUNDLE = "assets/javascripts/bundle.*.min.js"
STYLES = "assets/site.css"
PAGES = "*.html"


@dataclass(frozen=True)
class Component:
    """A thing of one owner; `files` are patterns of paths below the site, in which it is or is contained.

    `version` is empty where it is not known; `licence` is an expression of SPDX.
    """

    name: str  # as readers know it
    version: str
    licence: str
    holders: str  # of the copyright, with the years
    home: str  # an address
    files: tuple[str, ...]

    @property
    def parts(self) -> list[str]:
        """The licences, and between them the words AND and OR."""
        return self.licence.split()


MATERIAL = Component(
    "Material for MkDocs",
    "9.8.1",
    "MIT",
    "2016–2025 Martin Donath",
    "https://squidfunk.github.io/mkdocs-material/",
    (BUNDLE, STYLES, PAGES),
)
ZENSICAL = Component(  # whose version is that of its environment
    "Zensical",
    "",
    "MIT",
    "2025–2026 Zensical and contributors",
    "https://zensical.org/",
    (BUNDLE, STYLES, PAGES),
)
WITHIN = (  # the theme of either
    Component(
        "RxJS",
        "",
        "Apache-2.0",
        "2015–2018 Google, Inc., Netflix, Inc., Microsoft Corp. and contributors",
        "https://rxjs.dev/",
        (BUNDLE,),
    ),
    Component("tslib", "", "0BSD", "Microsoft Corporation", "https://github.com/microsoft/tslib", (BUNDLE,)),
    Component("clipboard", "2.0.11", "MIT", "Zeno Rocha", "https://clipboardjs.com/", (BUNDLE,)),
    Component(
        "tiny-emitter", "", "MIT", "Scott Corgan", "https://github.com/scottcorgan/tiny-emitter", (BUNDLE,)
    ),
    Component(
        "escape-html",
        "",
        "MIT",
        "2012–2013 TJ Holowaychuk, 2015 Andreas Lubbe, 2015 Tiancheng “Timothy” Gu",
        "https://github.com/component/escape-html",
        (BUNDLE,),
    ),
    Component(
        "focus-visible",
        "",
        "W3C",
        "World Wide Web Consortium",
        "https://github.com/WICG/focus-visible",
        (BUNDLE,),
    ),
    Component(
        "material-design-color",
        "",
        "MIT",
        "Denis Malinochkin",
        "https://github.com/mrmlnc/material-color",
        (STYLES,),
    ),
    Component(
        "Material Design Icons",
        "",
        "Apache-2.0",
        "Pictogrammers and Google",
        "https://pictogrammers.com/library/mdi/",
        (STYLES, PAGES),
    ),
    Component("Octicons", "", "MIT", "2025 GitHub Inc.", "https://primer.style/octicons/", (STYLES,)),
    Component(
        "Font Awesome Free, icons",
        "",
        "CC-BY-4.0",
        "2025 Fonticons, Inc.",
        "https://fontawesome.com/",
        (STYLES,),
    ),
)
SHIPPED = (MATERIAL, *WITHIN)


def by(publisher: str) -> tuple[Component, ...]:
    """Return what a site ships whose frames that publisher has made; without a name, it is MkDocs."""
    return (ZENSICAL, *WITHIN) if publisher == "zensical" else SHIPPED
