// Citing a work of the bibliography: a button at each entry opens the panel. Without this script there are the
// entry itself and its files.
"use strict";
(() => {
  /** @type {NodeListOf<HTMLElement>} */
  const entries = document.querySelectorAll(".entry[id]");
  const { phrase } = speech;

  /** What a file is called “BibTeX of” on the page. @param {string} label */
  const nameIn = (label) => {
    const [before = "", after = ""] = phrase("{format} of {what}", { format: "BibTeX" }).split("{what}");
    return label.startsWith(before) && label.endsWith(after) ? label.slice(before.length, label.length - after.length) : "";
  };

  /**
   * @param {HTMLAnchorElement} file  the one for a reference manager
   * @param {HTMLElement} button
   * @param {string} name
   */
  const openAt = (file, button, name) => citingPanel.open(
    () => reader.entry(file.href.replace(/\.bib$/, ".js")).then(
      (work) => citingPanel.build(work, [places.whole(work.name, work.url)], {}),
      () => citingPanel.failed(name, [reader.element("a", { href: file.href }, "BibTeX")]),
    ),
    () => button.getBoundingClientRect(),
    button,
  );

  for (const entry of entries) {
    const row = entry.querySelector(".takeaway");
    const file = row?.querySelector("a[href$='.bib']");
    if (!row || !(file instanceof HTMLAnchorElement)) continue;
    const name = nameIn(file.getAttribute("aria-label") ?? "") || entry.id;
    const button = reader.element("button", { type: "button", class: "cite-entry", "aria-label": phrase("Cite {name}", { name }) }, phrase("Cite"));
    button.addEventListener("click", () => openAt(file, button, name));
    row.prepend(button, " · ");
  }
})();
