// Cards: a term’s definition, a citation’s reference, the words of a note, a correction or a slip, shown
// where the reader is. What a card says stands on the page already, at its foot; without this script a link
// simply leads there.
"use strict";
(() => {
  const { element, within, float } = reader;
  const { content, entryOf } = cardWords;
  const REST = 250;   // milliseconds that the pointer rests before a card opens
  const LEAVE = 250;  // milliseconds it may be away from link and card before the card closes
  const phone = matchMedia("(max-width: 37.5em)");
  const SELECTOR = "a.term, a.citation, a.note, a.footnote-sign, .correction, .sic";

  /**
   * The open card and what it belongs to.
   * @type {{ card: HTMLElement, owner: HTMLElement } | null}
   */
  let shown = null;
  let timer = 0;
  let quiet = false;    // focus that comes back from a card does not open it again
  let touched = false;  // the last press was a touch

  // How it opens and closes

  const close = () => {
    clearTimeout(timer);
    if (!shown) return;
    const { card, owner } = shown;
    shown = null;
    if (!owner.matches("a.term")) owner.removeAttribute("aria-describedby");
    card.remove();
  };

  /** Put the card where there is room for it: below or above its word, on a phone at the foot or the head of the screen. */
  const hold = () => {
    if (!shown) return;
    const { card, owner } = shown;
    const near = cardSpot.around([...owner.getClientRects()], document.querySelector(".cite-selection")?.getBoundingClientRect());
    if (!near) return;
    card.style.maxHeight = "";
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const { above, left, top, height } = cardSpot.spot(near, size, { width: innerWidth, height: innerHeight }, phone.matches);
    card.classList.toggle("at-head", above);
    Object.assign(card.style, { left: `${left}px`, top: `${top}px`, maxHeight: height < size.height ? `${height}px` : "" });
  };

  /**
   * Tell those who do not see the card what it says; of a term they are told it anyway.
   * @param {HTMLElement} owner
   * @param {HTMLElement} card
   */
  const describe = (owner, card) => {
    if (owner.matches("a.term")) return;
    const said = card.querySelector(".card-text") ?? card;
    said.id ||= "card-text";
    owner.setAttribute("aria-describedby", said.id);
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
    describe(owner, card);
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
    const mark = event.pointerType === "touch" || event.buttons ? null : markOf(event);  // not while words are selected
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

  // A definition describes its term, whether its card is open or not.
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const terms = document.querySelectorAll(".passage a.term");
  for (const term of terms) {
    const definition = entryOf(term)?.querySelector("dd");
    if (!definition) continue;
    definition.id ||= `${definition.parentElement?.id}-says`;
    term.setAttribute("aria-describedby", definition.id);
  }

  // The title of a correction or a slip is for those without this script; here the card says it.
  for (const mark of document.querySelectorAll(".correction[title], .sic[title]")) {
    if (!(mark instanceof HTMLElement)) continue;
    mark.dataset.says = mark.title;
    mark.removeAttribute("title");
  }
})();
