// Citing: press the number of a passage, select words, or press c, and a small panel offers the link, the
// quotation and the citation in every form. The forms are templates made at build time, the same that the
// command line fills in; here only the place and the link are put into them. Without this script the same
// citations stand on a page of their own.
"use strict";
(() => {
  const source = document.querySelector('meta[name="reader:data"]');
  const article = document.querySelector(".md-content__inner");
  if (!source || !article) return;

  const LONGEST = 300;  // letters of a selection that a text fragment repeats whole
  const passages = [...document.querySelectorAll(".passage[id]")];
  let panel = null;
  let opener = null;
  let button = null;

  const data = () => new Promise((resolve, reject) => {
    if (window.readerText) return resolve(window.readerText);
    const script = document.createElement("script");
    script.src = source.content;
    script.onload = () => resolve(window.readerText);
    script.onerror = () => reject(new Error("the citations could not be loaded"));
    document.head.append(script);
  });

  const element = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };

  // What is cited: the passages from the first to the last, and the words selected in them, if any.
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const inside = passages.filter((one) => range.intersectsNode(one) && covers(range, one));
    const words = selection.toString().replace(/\s+/g, " ").trim();
    return inside.length && words ? { passages: inside, words } : null;
  };

  // A range that only touches the edge of a passage does not cite it.
  const covers = (range, passage) => {
    const part = document.createRange();
    part.selectNodeContents(passage);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
    return part.toString().trim() !== "";
  };

  const describe = (text, ids) => {
    const known = ids.map((id) => text.passages[id]);
    const [first, last] = [known[0], known[known.length - 1]];
    const several = ids.length > 1;
    const number = several ? `${first.number}–${last.number}` : first.number;
    const anchor = several ? `${ids[0]}-${ids[ids.length - 1]}` : ids[0];
    return {
      number,
      place: `${several ? first.units : first.unit} ${number}`,
      link: `${text.url}?rev=${known.map((one) => one.revision).join(".")}#${anchor}`,
    };
  };

  const fill = (template, what) => template
    .replaceAll("⟦Place⟧", what.place[0].toUpperCase() + what.place.slice(1))
    .replaceAll("⟦place⟧", what.place)
    .replaceAll("⟦number⟧", what.number)
    .replaceAll("⟦link⟧", what.link);

  const directive = (words) => {
    const encode = (part) => encodeURIComponent(part).replaceAll("-", "%2D");
    if (words.length <= LONGEST) return `:~:text=${encode(words)}`;
    const all = words.split(" ");
    return `:~:text=${encode(all.slice(0, 6).join(" "))},${encode(all.slice(-6).join(" "))}`;
  };

  const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

  // Rich and plain at once; the old way serves where the new one is not allowed.
  const copy = async (plain, rich) => {
    if (navigator.clipboard && window.ClipboardItem) {
      const kinds = { "text/plain": new Blob([plain], { type: "text/plain" }) };
      if (rich) kinds["text/html"] = new Blob([rich], { type: "text/html" });
      try {
        await navigator.clipboard.write([new ClipboardItem(kinds)]);
        return true;
      } catch { /* the old way below */ }
    }
    const put = (event) => {
      event.preventDefault();
      event.clipboardData.setData("text/plain", plain);
      if (rich) event.clipboardData.setData("text/html", rich);
    };
    document.addEventListener("copy", put, { once: true });
    return document.execCommand("copy");
  };

  const close = () => {
    if (!panel) return;
    panel.remove();
    panel = null;
    opener?.focus({ preventScroll: true });
  };

  const place = (near) => {
    const box = near.getBoundingClientRect();
    const room = 8;
    const left = Math.min(Math.max(room, box.left), innerWidth - panel.offsetWidth - room);
    const below = box.bottom + 8;
    const top = below + panel.offsetHeight <= innerHeight - room ? below : Math.max(room, innerHeight - panel.offsetHeight - room);
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  };

  const build = (text, cited, words) => {
    const what = describe(text, cited.map((one) => one.id));
    const quoted = words || cited.map((one) => one.textContent.trim()).join("\n\n");
    const status = element("p", { class: "panel-status", role: "status" });
    const preview = element("p", { class: "panel-preview", id: "panel-preview" });
    const style = element("select", { id: "panel-style" });
    for (const name of Object.keys(text.templates)) {
      if (name !== "formats") style.append(new Option(text.styles[name] || name, name));
    }
    try { style.value = localStorage.getItem("reader.style") || style.value; } catch { /* no storage, no memory */ }
    if (!style.value) style.selectedIndex = 0;
    const citation = (form) => fill(text.templates[style.value][form], what);
    const show = () => { preview.textContent = citation("text"); };
    style.addEventListener("change", () => {
      try { localStorage.setItem("reader.style", style.value); } catch { /* as above */ }
      show();
    });
    show();

    const action = (name, plain, rich) => {
      const made = element("button", { type: "button" }, name);
      made.addEventListener("click", async () => {
        status.textContent = "";  // so that the second of two copies is announced too
        const done = await copy(plain(), rich && rich());
        status.textContent = done ? `${name}: copied` : "The browser did not allow copying.";
      });
      return made;
    };
    const address = () => what.link + (words ? directive(words) : "");
    const row = (...buttons) => element("p", { class: "panel-row" }, ...buttons);
    const name = cited.length > 1 ? `Passages ${what.number}` : `${what.place.startsWith("sec") ? "Section" : "Passage"} ${what.number}`;
    const raw = cited[0].querySelector(".number")?.dataset.raw;
    const more = element("p", { class: "panel-row panel-more" });
    more.append(element("a", { href: `../../cite/${text.slug}/#${cited[0].id}` }, "all citations of this text"));
    if (raw) more.append(element("a", { href: `../../apparatus/${text.slug}/#raw-${raw}` }, "raw text"));

    const made = element("div", { class: "card panel", role: "dialog", "aria-label": `Cite ${name.toLowerCase()}` });
    const shut = element("button", { type: "button", class: "panel-close", "aria-label": "Close" }, "×");
    shut.addEventListener("click", close);
    made.append(
      element("p", { class: "card-name" }, name, shut),
      row(
        action("Copy link", address),
        action("Copy quotation", () => `${quoted}\n${citation("text")}`, () => `<blockquote>${escape(quoted)}</blockquote><p>${citation("html")}</p>`),
      ),
      element("p", { class: "panel-row" }, element("label", { for: "panel-style" }, "Style "), style, action("Copy citation", () => citation("text"), () => `<p>${citation("html")}</p>`)),
      preview,
      row(...[["BibTeX", "bibtex"], ["RIS", "ris"], ["CSL-JSON", "csl-json"]].map(([label, form]) => action(label, () => fill(text.templates.formats[form], what)))),
      more,
      status,
    );
    return made;
  };

  const open = async (cited, words, near) => {
    close();
    hideButton();
    opener = document.activeElement?.closest?.("a, button") || cited[0].querySelector(".number");
    let text;
    try { text = await data(); } catch { return; }
    panel = build(text, cited, words);
    document.querySelector(".md-typeset").append(panel);
    if (panel.showPopover) { panel.popover = "manual"; panel.showPopover(); }
    place(near);
    panel.querySelector("button:not(.panel-close)").focus({ preventScroll: true });
  };

  // The passage in focus, else the one that the address names if it is in view, else the first in view.
  const current = () => {
    const focused = document.activeElement?.closest?.(".passage[id]");
    if (focused) return focused;
    const visible = (one) => { const box = one.getBoundingClientRect(); return box.bottom > 80 && box.top < innerHeight; };
    const named = passages.find((one) => `#${one.id}` === location.hash);
    return named && visible(named) ? named : passages.find((one) => visible(one) && one.getBoundingClientRect().bottom > innerHeight / 3);
  };

  const hideButton = () => { button?.remove(); button = null; };

  const offer = () => {
    const what = panel ? null : selected();
    hideButton();
    if (!what) return;
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    button = element("button", { type: "button", class: "cite-selection" }, "Cite");
    button.addEventListener("pointerdown", (event) => event.preventDefault());  // keeps the selection
    button.addEventListener("click", () => open(what.passages, what.words, button));
    document.body.append(button);
    button.style.left = `${Math.min(Math.max(8, box.right - button.offsetWidth), innerWidth - button.offsetWidth - 8)}px`;
    button.style.top = `${Math.min(box.bottom + 6, innerHeight - button.offsetHeight - 8)}px`;
  };

  article.addEventListener("click", (event) => {
    const number = event.target.closest(".passage > .number");
    if (number && !event.ctrlKey && !event.metaKey && !event.shiftKey) setTimeout(() => open([number.parentElement], "", number));
  });
  document.addEventListener("pointerup", () => setTimeout(offer));
  document.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") offer(); });
  document.addEventListener("selectionchange", () => { if (getSelection().isCollapsed) hideButton(); });
  document.addEventListener("pointerdown", (event) => { if (panel && !panel.contains(event.target)) close(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel) return close();
    if (event.key !== "c" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    const what = selected();
    const passage = current();
    if (what) open(what.passages, what.words, button || what.passages[0]);
    else if (passage) open([passage], "", passage.querySelector(".number") || passage);
    else return;
    event.preventDefault();
  });
  addEventListener("resize", close);
})();
