// Citing a work of the bibliography: a button at each entry opens the panel. Without this script there are the
// entry itself and its files.
"use strict";
(() => {
  /** @type {NodeListOf<HTMLElement>} */
  const entries = document.querySelectorAll(".entry[id]");

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
    const name = file.getAttribute("aria-label")?.replace(/^\S+ of /, "") ?? entry.id;
    const button = reader.element("button", { type: "button", class: "cite-entry", "aria-label": `Cite ${name}` }, "Cite");
    button.addEventListener("click", () => openAt(file, button, name));
    row.prepend(button, " · ");
  }
})();
