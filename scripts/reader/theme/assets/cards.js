// Cards: a term’s definition, a citation’s reference, the words of a note, a correction or a slip, shown
// where the reader is. What a card says stands on the page already, at its foot; without this script a link
// simply leads there.
"use strict";
(() => {
  const { element, within, float, place } = reader;
  const REST = 250;   // milliseconds that the pointer rests before a card opens
  const LEAVE = 250;  // milliseconds it may be away from link and card before the card closes
  const SELECTOR = "a.term, a.citation, a.note, a.footnote-sign, .correction, .sic";

  /**
   * The open card and what it belongs to.
   * @type {{ card: HTMLElement, owner: HTMLElement } | null}
   */
  let shown = null;
  let timer = 0;
  let quiet = false;    // focus that comes back from a card does not open it again
  let touched = false;  // the last press was a touch

  // What a card says

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

  /** @param {HTMLAnchorElement} anchor */
  const ofTerm = (anchor) => {
    const id = anchor.pathname.replace(/index\.html$/, "").split("/").filter(Boolean).pop();
    const entry = document.getElementById(`term-${id}`);
    if (!entry) return null;
    const textOf = (/** @type {string} */ selector) => entry.querySelector(selector)?.textContent ?? "";
    const uses = Number(textOf(".count"));
    const all = uses === 1 ? "its one use in this text" : `all ${uses} uses in this text, and elsewhere`;
    const next = nextUse(anchor);
    return [
      line("card-name", textOf("dt a")),
      line("card-text", textOf("dd")),
      next ? links([anchor.href, all], [`#${next.id}`, `next here: ${next.id.slice(1)}`]) : links([anchor.href, all]),
    ];
  };

  /** @param {HTMLAnchorElement} anchor */
  const ofCitation = (anchor) => {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const works = document.querySelectorAll("ul.works a");
    const found = [...works].find((one) => one.hash === anchor.hash);
    return found ? [line("card-text", found.textContent), links([anchor.href, "in the bibliography"])] : null;
  };

  /** @param {HTMLAnchorElement} anchor */
  const ofNote = (anchor) => {
    if (document.querySelector(".has-margin")) return null;  // the note stands beside the text
    const note = document.getElementById(anchor.hash.slice(1));
    if (!note) return null;
    const copy = /** @type {HTMLElement} */ (note.cloneNode(true));
    copy.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    copy.querySelector(".back")?.remove();
    return [...copy.children, links([anchor.hash, "among the notes"])];
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
    return number === undefined ? null : [line("card-name", `Footnote ${number} of the source`), ...said, links([anchor.hash, "among the notes of the source"])];
  };

  /** @param {HTMLElement} mark */
  const ofEmendation = (mark) => {
    const says = line("card-text", mark.dataset.says ?? "");
    return mark instanceof HTMLAnchorElement ? [says, links([mark.href, "in the apparatus"])] : [says];
  };

  /** @param {HTMLElement} mark */
  const content = (mark) => {
    if (mark.matches(".correction, .sic")) return ofEmendation(mark);
    if (!(mark instanceof HTMLAnchorElement)) return null;
    if (mark.matches(".term")) return ofTerm(mark);
    if (mark.matches(".footnote-sign")) return ofFootnote(mark);
    return mark.matches(".citation") ? ofCitation(mark) : ofNote(mark);
  };

  // How it opens and closes

  const close = () => {
    clearTimeout(timer);
    if (!shown) return;
    const { card, owner } = shown;
    shown = null;
    owner.removeAttribute("aria-describedby");
    card.remove();
  };

  const hold = () => {
    const box = shown?.owner.getClientRects()[0];
    if (shown && box) place(shown.card, box, "above");
  };

  /** @param {HTMLElement} owner */
  const open = (owner) => {
    if (shown?.owner === owner) return;
    const parts = content(owner);
    close();
    if (!parts) return;
    const name = owner.matches("a.note, a.footnote-sign") ? owner.getAttribute("aria-label") : owner.textContent;
    const card = element("div", { class: "card", id: "card", role: "group", "aria-label": name ?? "" }, ...parts);
    shown = { card, owner };
    float(card);
    owner.setAttribute("aria-describedby", "card");
    hold();
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", leave);
    card.addEventListener("click", (event) => { if (within(event, "a")) setTimeout(close); });
  };

  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const focus = document.activeElement;
      if (shown && !shown.card.contains(focus) && focus !== shown.owner) close();
    }, LEAVE);
  };

  /**
   * Give the focus back to the link of a card, and do not take that for a wish to open it.
   * @param {HTMLElement} owner
   */
  const giveBack = (owner) => {
    quiet = true;
    owner.focus({ preventScroll: true });
    quiet = false;
  };

  /**
   * Tab goes from the link into its card, and from the card's end back to where the link left off.
   * @param {KeyboardEvent} event
   * @param {{ card: HTMLElement, owner: HTMLElement }} open
   */
  const onTab = (event, { card, owner }) => {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const found = card.querySelectorAll("a[href]");
    const stops = [...found];
    const focus = document.activeElement;
    const step = event.shiftKey ? -1 : 1;
    const inside = card.contains(focus);
    if (!inside && (focus !== owner || event.shiftKey)) return;
    const next = inside ? stops[stops.findIndex((one) => one === focus) + step] : stops[0];
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (inside) {
      giveBack(owner);
      if (event.shiftKey) event.preventDefault();
      else close();
    }
  };

  /**
   * The mark that an event happened on; a mark inside a card is only a link.
   * @param {Event} event
   */
  const markOf = (event) => {
    const mark = within(event, SELECTOR);
    return mark?.closest(".card") ? null : mark;
  };

  /** @param {Event} event */
  const inCard = (event) => event.target instanceof Node && shown?.card.contains(event.target);

  document.addEventListener("pointerover", (event) => {
    const mark = event.pointerType === "touch" ? null : markOf(event);
    if (!mark) return;
    clearTimeout(timer);
    timer = setTimeout(() => open(mark), REST);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "touch" && within(event, SELECTOR)) leave();
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (shown && !mark && !inCard(event)) close();
    if (mark && !quiet && mark.matches(":focus-visible")) open(mark);
  });
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (shown && !inCard(event) && within(event, SELECTOR) !== shown.owner) close();
  });
  document.addEventListener("click", (event) => {
    const mark = touched ? markOf(event) : null;
    if (!mark || shown?.owner === mark) return;
    open(mark);
    if (shown) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (!shown) return;
    const { card, owner } = shown;
    if (event.key === "Escape") {
      const inside = card.contains(document.activeElement);
      close();
      if (inside) giveBack(owner);
    } else if (event.key === "Tab") onTab(event, shown);
  });
  addEventListener("scroll", () => { if (shown && !shown.card.contains(document.activeElement)) hold(); }, { passive: true });
  addEventListener("resize", close);

  // The title of a correction or a slip is for those without this script; here the card says it.
  for (const mark of document.querySelectorAll(".correction[title], .sic[title]")) {
    if (!(mark instanceof HTMLElement)) continue;
    mark.dataset.says = mark.title;
    mark.removeAttribute("title");
  }
})();
