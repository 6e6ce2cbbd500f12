// The margin: on a wide screen each note stands beside the words that it is on. Without this script, on
// smaller screens and on paper the notes stand at the foot of the text.
"use strict";
(() => {
  const GAP = 14;  // pixels between two notes
  /** @type {HTMLElement | null} */
  const article = document.querySelector(".md-content__inner");
  /** @type {NodeListOf<HTMLElement>} */
  const notes = document.querySelectorAll(".editor-note[id]");
  if (!article || !notes.length) return;
  const wide = matchMedia("screen and (min-width: 76.25em)");
  const heading = document.getElementById("notes");

  /** @param {HTMLElement} note */
  const signOf = (note) => document.getElementById(`${note.id}-in-text`);

  /** Put each note at its sign, or below the note before it; return where the last one ends. */
  const beside = () => {
    const top = article.getBoundingClientRect().top;
    let free = 0;
    for (const note of notes) {
      const sign = signOf(note);
      if (!sign) continue;
      const wanted = sign.getBoundingClientRect().top - top - 4;
      const at = Math.max(wanted, free);
      note.style.top = `${at}px`;
      free = at + note.offsetHeight + GAP;
    }
    return free;
  };

  const arrange = () => {
    article.classList.toggle("has-margin", wide.matches);
    if (heading) heading.hidden = wide.matches;
    for (const link of document.querySelectorAll('.md-nav a[href="#notes"]')) {
      if (link.parentElement) link.parentElement.hidden = wide.matches;
    }
    for (const note of notes) note.style.top = "";
    article.style.minHeight = wide.matches ? `${beside() + 40}px` : "";
  };

  /**
   * Which note belongs to which sign: both are marked while the pointer or the focus is on one.
   * @param {Event} event
   * @param {boolean} on
   */
  const pair = (event, on) => {
    const sign = reader.within(event, "a.note");
    const note = sign instanceof HTMLAnchorElement
      ? document.getElementById(sign.hash.slice(1))
      : reader.within(event, ".has-margin .editor-note");
    if (!note) return;
    note.classList.toggle("paired", on);
    signOf(note)?.classList.toggle("paired", on);
  };

  for (const name of ["pointerover", "focusin"]) document.addEventListener(name, (event) => pair(event, true));
  for (const name of ["pointerout", "focusout"]) document.addEventListener(name, (event) => pair(event, false));
  arrange();
  wide.addEventListener("change", arrange);
  addEventListener("resize", arrange);
  document.fonts?.ready.then(arrange);
  addEventListener("beforeprint", () => article.classList.remove("has-margin"));
  addEventListener("afterprint", arrange);
})();
