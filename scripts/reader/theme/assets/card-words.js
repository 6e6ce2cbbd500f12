// What a card says, taken from the foot of the page; see cards.js.
"use strict";
const cardWords = (() => {
  const { element } = reader;
  const { phrase, counted } = speech;

  /**
   * @param {string} name
   * @param {...(Node | string)} content
   */
  const line = (name, ...content) => element("p", { class: name }, ...content);

  /** @param {...[href: string, text: string]} all */
  const links = (...all) => line("card-links", ...all.map(([href, text]) => element("a", { href }, text)));

  /** @param {HTMLAnchorElement} anchor */
  const nextUse = (anchor) => {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const all = document.querySelectorAll(".passage a.term");
    const same = [...all].filter((one) => one.href === anchor.href);
    return same[same.indexOf(anchor) + 1]?.closest(".passage");
  };

  /** What the foot of the page says of a term. @param {HTMLAnchorElement} anchor */
  const entryOf = ({ pathname }) =>
    document.getElementById(`term-${pathname.replace(/index\.html$/, "").split("/").filter(Boolean).pop()}`);

  /** @param {HTMLAnchorElement} anchor */
  const ofTerm = (anchor) => {
    const entry = entryOf(anchor);
    if (!entry) return null;
    const textOf = (/** @type {string} */ selector) => entry.querySelector(selector)?.textContent ?? "";
    const uses = speech.value(textOf(".count"));
    const all = counted(uses, "its one use in this text", "all {number} uses in this text, and elsewhere");
    const next = nextUse(anchor);
    return [
      line("card-name", textOf("dt a")),
      line("card-text", textOf("dd")),
      next ? links([anchor.href, all], [`#${next.id}`, phrase("next here: {number}", { number: speech.numbered(next.id.slice(1)) })]) : links([anchor.href, all]),
    ];
  };

  /** @param {HTMLAnchorElement} anchor */
  const ofCitation = (anchor) => {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const works = document.querySelectorAll("ul.works a");
    const found = [...works].find((one) => one.href === anchor.href);
    return found ? [line("card-text", found.textContent), links([anchor.href, phrase("in the bibliography")])] : null;
  };

  /** @param {HTMLAnchorElement} anchor */
  const ofNote = (anchor) => {
    if (document.querySelector(".has-margin")) return null;  // the note stands beside the text
    const note = document.getElementById(anchor.hash.slice(1));
    if (!note) return null;
    const copy = /** @type {HTMLElement} */ (note.cloneNode(true));
    copy.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    copy.querySelector(".back")?.remove();
    return [...copy.children, links([anchor.hash, phrase("among the notes")])];
  };

  /** @param {HTMLAnchorElement} anchor */
  const ofFootnote = (anchor) => {
    /** @type {NodeListOf<HTMLElement>} */
    const all = document.querySelectorAll(".footnote[id]");
    const notes = [...all];
    const at = notes.findIndex(({ id }) => `#${id}` === anchor.hash);
    const number = notes[at] && reader.numberOf(notes[at])?.dataset.n;
    const end = notes.findIndex((one, index) => index >= at && one.querySelector(".back-to-text"));
    const said = notes.slice(at, end < 0 ? at + 1 : end + 1).map((note) => line("card-text", note.textContent));
    return number === undefined ? null : [line("card-name", phrase("Footnote {number} of the source", { number: speech.numbered(number) })), ...said, links([anchor.hash, phrase("among the notes of the source")])];
  };

  /** @param {HTMLElement} mark */
  const ofEmendation = (mark) => {
    const says = line("card-text", mark.dataset.says ?? "");
    return mark instanceof HTMLAnchorElement ? [says, links([mark.href, phrase("in the apparatus")])] : [says];
  };

  /** @param {HTMLElement} mark */
  const content = (mark) => {
    if (mark.matches(".correction, .sic")) return ofEmendation(mark);
    if (!(mark instanceof HTMLAnchorElement)) return null;
    if (mark.matches(".term")) return ofTerm(mark);
    if (mark.matches(".footnote-sign")) return ofFootnote(mark);
    return mark.matches(".citation") ? ofCitation(mark) : ofNote(mark);
  };

  return Object.freeze({ content, entryOf });
})();
