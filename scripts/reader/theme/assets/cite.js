// Citing: press the number of a passage, select words, or press c, and a small panel offers the link, the
// quotation and the citation in every form: see panel.js. Without this script the same citations stand on a
// page of their own.
"use strict";
(() => {
  const { element, within, numberOf } = reader;
  const { phrase } = speech;
  const article = document.querySelector(".md-content__inner");
  if (!reader.source || !article) return;

  const passages = reader.passages();
  const slug = reader.source.content.replace(/^.*\/|\.js$/g, "");
  /** @type {HTMLElement | null} */
  let button = null;

  // What is cited

  /**
   * Words that are quoted, the text directive that leads to them, and the lines of verse that they are in.
   * @typedef {{ words: string, directive: string, lines: [number, number] }} Quoted
   */

  /**
   * A range that only touches the edge of a passage does not cite it.
   * @param {Range} range
   * @param {HTMLElement} passage
   */
  const covers = (range, passage) => {
    const part = document.createRange();
    part.selectNodeContents(passage);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
    return part.toString().trim() !== "";
  };

  /**
   * The number of the line, or of the row, in which a range begins or ends within a passage; 0 where it has none.
   * @param {HTMLElement} passage
   * @param {Range} range
   * @param {boolean} last
   */
  const lineOf = (passage, range, last) => {
    const lines = [...passage.querySelectorAll(".line, tr")].filter((one) => one instanceof HTMLElement);
    const inside = lines.map((line, at) => (range.intersectsNode(line) && covers(range, line) ? at + 1 : 0)).filter(Boolean);
    return (last ? inside.at(-1) : inside[0]) ?? 0;
  };

  /**
   * The lines that a range begins and ends in: none where it takes whole passages.
   * @param {HTMLElement[]} inside
   * @param {Range} range
   * @returns {[number, number]}
   */
  const linesOf = (inside, range) => {
    const [first, last] = [inside[0], inside[inside.length - 1]];
    return first && last ? [lineOf(first, range, false), lineOf(last, range, true)] : [0, 0];
  };

  /** The selected words, the passages that they are in, and where they stand; null where nothing is selected. */
  const selected = () => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const inside = passages.filter((one) => range.intersectsNode(one) && covers(range, one));
    const words = selection.toString().replace(/\s+/g, " ").trim();
    return inside.length && words ? { cited: inside, words, range, box: range.getBoundingClientRect() } : null;
  };

  /** The passage in focus, else the one that the address names if it is in view, else the first in view. */
  const current = () => {
    const focused = passages.find((one) => one.contains(document.activeElement));
    if (focused) return focused;
    const visible = passages.filter((one) => {
      const box = one.getBoundingClientRect();
      return box.bottom > 80 && box.top < innerHeight;
    });
    return visible.find((one) => `#${one.id}` === location.hash)
      ?? visible.find((one) => one.getBoundingClientRect().bottom > innerHeight / 3);
  };

  // How the panel opens

  const hideButton = () => { button?.remove(); button = null; };

  /**
   * @param {HTMLElement[]} cited
   * @param {Quoted | null} words  what is selected; nothing where whole passages are cited
   * @param {() => DOMRect} near  where the panel belongs, once it is there
   */
  const open = ([first, ...rest], words, near) => {
    if (!first) return;
    hideButton();
    const cited = [first, ...rest];
    const number = numberOf(first);
    const all = citingPanel.allCitations(first.id);
    const raw = number?.dataset.raw;
    const quoted = words?.words ?? cited.map((one) => one.textContent.trim()).join("\n\n");
    const links = raw ? [all, element("a", { href: `../../apparatus/${slug}/#raw-${raw}` }, phrase("raw text"))] : [all];
    /** @type {(text: PageData, what: Cited) => Node[]} */
    const report = (text, what) => (text.report ? [element("a", { href: text.report
      .replace("{place}", () => encodeURIComponent(what.place)).replace("{link}", () => encodeURIComponent(what.link)) },
    phrase("report an error in this passage"))] : []);
    const name = number?.getAttribute("aria-label") ?? phrase("This passage");
    citingPanel.open(
      () => reader.data().then(
        (text) => {
          const what = places.cited(text, cited.map((one) => one.id), words?.lines);
          const asked = rest.length || words?.lines.some(Boolean) ? what : { ...what, name };
          const elsewhere = rest.length ? [] : text.connections[first.id];
          const revisions = new URL(what.link, location.href).searchParams.get("rev") ?? "";
          const title = document.querySelector("h1")?.textContent ?? "";
          const keeping = { slug: `${slug}`, anchor: new URL(what.link, location.href).hash.slice(1), revisions, title };
          const around = { keeping, quoted, directive: words?.directive, links: [...links, ...report(text, what)], elsewhere };
          return citingPanel.build(text, [asked, places.whole(phrase("The whole text"), text.url)], around);
        },
        () => citingPanel.failed(name, [all]),
      ),
      near,
      number,
      cited,
    );
  };

  /** @param {NonNullable<ReturnType<typeof selected>>} what */
  const openSelected = ({ cited, words, range, box }) =>
    open(cited, { words, directive: directives.of(range), lines: linesOf(cited, range) }, () => box);

  /**
   * Cite one line of verse.
   * @param {HTMLElement} line
   * @param {HTMLElement} passage
   */
  const openLine = (line, passage) => {
    const at = Number(line.id.split(".")[1]);
    return open([passage], { words: line.textContent.trim(), directive: "", lines: [at, at] }, () => line.getBoundingClientRect());
  };

  /** @param {HTMLElement} passage */
  const openAt = (passage) => open([passage], null, () => (numberOf(passage) ?? passage).getBoundingClientRect());

  /** @param {HTMLElement} link  the one to the page of citations */
  const openWhole = (link) => {
    hideButton();
    const all = citingPanel.allCitations("text");
    citingPanel.open(
      () => reader.data().then(
        (text) => citingPanel.build(text, [places.whole(phrase("This text"), text.url)], { links: [all] }),
        () => citingPanel.failed(phrase("This text"), [all]),
      ),
      () => link.getBoundingClientRect(),
      link,
    );
  };

  /** An open panel follows the reader to another passage; on the way to anything else it closes. */
  const follow = () => {
    if (!citingPanel.isOpen()) return;
    const next = passages.find(({ id }) => `#${id}` === location.hash);
    if (!next) citingPanel.close();
    else if (!citingPanel.cited().includes(next)) openAt(next);
  };

  /**
   * Cite a page of the print.
   * @param {HTMLElement} sign  where it begins
   */
  const openPage = (sign) => {
    hideButton();
    const all = citingPanel.allCitations(sign.id);
    const name = sign.getAttribute("aria-label") ?? phrase("This page");
    citingPanel.open(
      () => reader.data().then(
        (text) => {
          const page = places.page(text, sign.id);
          const choices = [...(page ? [page] : []), places.whole(phrase("The whole text"), text.url)];
          return page ? citingPanel.build(text, choices, { links: [all] }) : citingPanel.failed(name, [all]);
        },
        () => citingPanel.failed(name, [all]),
      ),
      () => sign.getBoundingClientRect(),
      sign,
    );
  };

  // What opens it

  const offer = () => {
    const what = citingPanel.isOpen() ? null : selected();
    hideButton();
    if (!what) return;
    const made = element("button", { type: "button", class: "cite-selection" }, phrase("Cite"));
    made.addEventListener("pointerdown", (event) => event.preventDefault());  // keeps the selection
    made.addEventListener("click", () => openSelected(what));
    document.body.append(made);
    const { top, bottom, right } = what.box;
    reader.place(made, { top, bottom, left: right - made.offsetWidth });
    button = made;
  };

  /** @param {KeyboardEvent} event */
  const onCite = (event) => {
    const what = selected();
    const passage = current();
    if (what) openSelected(what);
    else if (passage) openAt(passage);
    else return;
    event.preventDefault();
  };

  article.addEventListener("click", (event) => {
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    const passage = within(event, ".passage .number")?.closest(/** @type {"p"} */ (".passage"));
    const whole = within(event, ".facts a[href*='/cite/']");
    const page = within(event, ".passage a.page-break");
    const line = within(event, ".line .line-number")?.closest(/** @type {"span"} */ (".line"));
    const stanza = line?.closest(".passage");
    if (passage || line) {
      event.preventDefault();
      location.replace(`#${(line ?? passage)?.id}`);  // one entry of the history for a visit, not one for a click
    }
    if (passage) setTimeout(() => openAt(passage));
    if (page) setTimeout(() => openPage(page));
    if (line && stanza instanceof HTMLElement) setTimeout(() => openLine(line, stanza));
    if (whole) {
      event.preventDefault();
      openWhole(whole);
    }
  });
  addEventListener("hashchange", follow);
  document.addEventListener("pointerup", () => setTimeout(offer));
  document.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") offer(); });
  document.addEventListener("selectionchange", () => { if (getSelection()?.isCollapsed) hideButton(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "c" && reader.forPage(event)) onCite(event);
  });
})();
