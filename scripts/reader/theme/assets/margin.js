// The margin: on a wide screen each note stands beside the words that it is on. Where notes are close to each
// other, a note shows the lines that there is room for, and the rest once it is pointed at, focused or tapped.
// Without this script, on smaller screens and on paper the notes stand at the foot of the text.
"use strict";
(() => {
  const GAP = 10;  // pixels between two notes
  /** @type {HTMLElement | null} */
  const article = document.querySelector(".md-content__inner");
  /** @type {NodeListOf<HTMLElement>} */
  const notes = document.querySelectorAll(".editor-note[id]");
  if (!article || !notes.length) return;
  const wide = matchMedia("screen and (min-width: 76.25em)");
  const heading = document.getElementById("notes");

  /** @param {HTMLElement} note */
  const signOf = (note) => document.getElementById(`${note.id}-in-text`);

  /**
   * Put each note at its sign, or below the first line of the note before it; a note that would reach into the
   * next one is folded. Return where the last one ends.
   */
  const beside = () => {
    const top = article.getBoundingClientRect().top;
    let free = 0;
    const placed = [];
    for (const note of notes) {
      const sign = signOf(note);
      if (!sign) continue;
      const line = parseFloat(getComputedStyle(note).lineHeight);
      const at = Math.max(sign.getBoundingClientRect().top - top - 4, free);
      placed.push({ note, line, at, height: note.scrollHeight });  // the whole of it, folded or not
      free = at + line + GAP;
    }
    let next = Infinity;
    for (const { note, line, at, height } of placed.reverse()) {
      const room = next - GAP - at;
      note.style.top = `${at}px`;
      note.style.setProperty("--lines", String(Math.max(1, Math.floor((room + 1) / line))));
      note.classList.toggle("folded", height > room + 1);
      next = at;
    }
    const last = placed[0];
    return last ? last.at + last.height : 0;
  };

  const choose = () => {
    article.classList.toggle("has-margin", wide.matches);
    if (heading) heading.hidden = wide.matches;
    for (const link of document.querySelectorAll('.md-nav a[href="#notes"]')) {
      if (link.parentElement) link.parentElement.hidden = wide.matches;
    }
  };

  const arrange = () => {
    article.style.minHeight = wide.matches ? `${beside() + 40}px` : "";
  };

  const again = () => {
    choose();
    arrange();
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
  document.addEventListener("click", (event) => {  // a finger points at nothing for long
    const note = reader.within(event, ".has-margin .editor-note");
    for (const one of notes) one.classList.toggle("open", one === note && !one.classList.contains("open"));
  });
  choose();
  if (location.hash) arrange();  // what is landed on may be a note, which has to be in its place by then
  wide.addEventListener("change", again);
  // It is called once the page has been laid out, first and whenever a passage has another size: then nothing has to
  // be laid out for the sake of measuring alone.
  const sizes = new ResizeObserver(arrange);
  for (const passage of document.querySelectorAll(".passage")) sizes.observe(passage);
  addEventListener("beforeprint", () => article.classList.remove("has-margin"));
  addEventListener("afterprint", again);
})();
