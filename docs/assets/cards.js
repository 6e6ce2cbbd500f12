// Cards: the definition of a term, the reference of a citation, the words of a note or a correction, shown
// where the reader is. What a card says stands on the page already, at its foot; without this script a link
// simply leads there.
"use strict";
(() => {
  const REST = 250;   // milliseconds that the pointer rests before a card opens
  const LEAVE = 250;  // milliseconds it may be away from link and card before the card closes
  const SELECTOR = "a.term, a.citation, a.note, .correction";

  let card = null;
  let owner = null;
  let timer = 0;
  let quiet = false;  // focus that comes back from a card does not open it again

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const copyOf = (node) => {
    const copy = node.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    return copy;
  };

  const link = (href, text) => {
    const made = element("a", "", text);
    made.href = href;
    return made;
  };

  const termId = (anchor) => new URL(anchor.href).pathname.split("/").filter(Boolean).pop();

  const nextUse = (anchor) => {
    const same = [...document.querySelectorAll(".passage a.term")].filter((one) => one.href === anchor.href);
    const next = same[same.indexOf(anchor) + 1];
    return next && next.closest(".passage");
  };

  const ofTerm = (anchor) => {
    const entry = document.getElementById(`term-${termId(anchor)}`);
    if (!entry) return null;
    const uses = Number(entry.querySelector(".count").textContent);
    const links = element("p", "card-links");
    links.append(link(anchor.href, uses === 1 ? "its one use in this text" : `all ${uses} uses in this text, and elsewhere`));
    const next = nextUse(anchor);
    if (next) links.append(link(`#${next.id}`, `next here: ${next.id.slice(1)}`));
    return [
      element("p", "card-name", entry.querySelector("dt a").textContent),
      element("p", "card-text", entry.querySelector("dd").textContent),
      links,
    ];
  };

  const ofCitation = (anchor) => {
    const hash = new URL(anchor.href).hash;
    const found = [...document.querySelectorAll("ul.works a")].find((one) => new URL(one.href).hash === hash);
    if (!found) return null;
    const links = element("p", "card-links");
    links.append(link(anchor.href, "in the bibliography"));
    return [element("p", "card-text", found.textContent), links];
  };

  const ofNote = (anchor) => {
    if (document.querySelector(".has-margin")) return null;  // the note stands beside the text
    const note = document.getElementById(anchor.hash.slice(1));
    if (!note) return null;
    const parts = [...copyOf(note).children];
    parts[0].querySelector(".back")?.remove();
    const links = element("p", "card-links");
    links.append(link(anchor.hash, "among the notes"));
    return [...parts, links];
  };

  const ofCorrection = (mark) => {
    const parts = [element("p", "card-text", mark.dataset.says)];
    if (mark.href) {
      const links = element("p", "card-links");
      links.append(link(mark.href, "in the apparatus"));
      parts.push(links);
    }
    return parts;
  };

  const content = (anchor) => {
    if (anchor.matches(".correction")) return ofCorrection(anchor);
    if (anchor.matches("a.term")) return ofTerm(anchor);
    if (anchor.matches("a.citation")) return ofCitation(anchor);
    return ofNote(anchor);
  };

  const place = () => {
    const room = 8;
    const box = owner.getClientRects()[0];
    const left = Math.min(Math.max(room, box.left), innerWidth - card.offsetWidth - room);
    const below = box.bottom + 6;
    const fits = below + card.offsetHeight <= innerHeight - room;
    card.style.left = `${left}px`;
    card.style.top = `${fits ? below : Math.max(room, box.top - card.offsetHeight - 6)}px`;
  };

  const close = () => {
    clearTimeout(timer);
    if (!card) return;
    owner.removeAttribute("aria-describedby");
    card.remove();
    card = owner = null;
  };

  const open = (anchor) => {
    if (owner === anchor) return;
    const parts = content(anchor);
    close();
    if (!parts) return;
    owner = anchor;
    card = element("div", "card");
    card.id = "card";
    card.setAttribute("role", "group");
    card.setAttribute("aria-label", anchor.matches("a.note") ? anchor.getAttribute("aria-label") : anchor.textContent);
    card.append(...parts);
    document.querySelector(".md-typeset").append(card);
    if (card.showPopover) {
      card.popover = "manual";
      card.showPopover();
    }
    anchor.setAttribute("aria-describedby", "card");
    place();
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", leave);
    card.addEventListener("click", (event) => { if (event.target.closest("a")) setTimeout(close); });
  };

  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (!card?.contains(document.activeElement) && document.activeElement !== owner) close(); }, LEAVE);
  };

  const stops = () => [...card.querySelectorAll("a[href]")];

  // Tab goes from the link into its card, and from the card's end back to where the link left off.
  const onTab = (event) => {
    const inside = stops();
    if (document.activeElement === owner && !event.shiftKey && inside.length) {
      event.preventDefault();
      inside[0].focus();
    } else if (card.contains(document.activeElement)) {
      const at = inside.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1);
      if (inside[at]) { event.preventDefault(); inside[at].focus(); return; }
      const from = owner;
      quiet = true;
      from.focus({ preventScroll: true });
      quiet = false;
      if (event.shiftKey) event.preventDefault(); else close();
    }
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const anchor = event.target.closest?.(SELECTOR);
    if (!anchor || anchor.closest(".card")) return;
    clearTimeout(timer);
    timer = setTimeout(() => open(anchor), REST);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "touch" && event.target.closest?.(SELECTOR)) leave();
  });
  document.addEventListener("focusin", (event) => {
    const anchor = event.target.closest(SELECTOR);
    if (anchor && !anchor.closest(".card")) { if (!quiet && anchor.matches(":focus-visible")) open(anchor); }
    else if (card && !card.contains(event.target)) close();
  });
  let touched = false;
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (card && !card.contains(event.target) && event.target.closest(SELECTOR) !== owner) close();
  });
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest(SELECTOR);
    if (!touched || !anchor || anchor.closest(".card")) return;
    const before = owner;
    open(anchor);
    if (card && before !== anchor) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (!card) return;
    if (event.key === "Escape") {
      const from = owner;
      const within = card.contains(document.activeElement);
      close();
      if (within) { quiet = true; from.focus({ preventScroll: true }); quiet = false; }
    } else if (event.key === "Tab") onTab(event);
  });
  addEventListener("scroll", () => { if (card && !card.contains(document.activeElement)) place(); }, { passive: true });
  addEventListener("resize", close);

  // The title of a correction is for those without this script; here the card says it.
  document.querySelectorAll(".correction[title]").forEach((mark) => {
    mark.dataset.says = mark.title;
    mark.removeAttribute("title");
  });
})();
