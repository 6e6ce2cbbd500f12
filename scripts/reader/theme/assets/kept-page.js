// The page of kept passages: the list with the reader's notes, what has been revised since, export and import.
"use strict";
(() => {
  const { element } = reader;
  const { phrase } = speech;
  const page = document.querySelector(".kept-page");
  if (!(page instanceof HTMLElement)) return;
  const root = new URL("../", location.href.replace(/index\.html.*$|[?#].*$/, ""));
  const status = element("p", { class: "kept-status", role: "status" });
  const list = element("div", { class: "kept-list" });

  /** @type {[words: string, name: string, type: string, make: (list: Kept[]) => string][]} */
  const FILES = [
    [phrase("Text"), "kept-passages.txt", "text/plain", keptExport.text],
    ["Markdown", "kept-passages.md", "text/markdown", keptExport.markdown],
    ["BibTeX", "kept-passages.bib", "application/x-bibtex", keptExport.bibtex],
    ["RIS", "kept-passages.ris", "application/x-research-info-systems", keptExport.ris],
    ["CSL-JSON", "kept-passages.json", "application/json", keptExport.csl],
    [phrase("everything, to be taken in again"), "kept-passages.kept.json", "application/json", keptExport.file],
  ];

  // What has been revised since: the data of a text know the present revisions

  /** @type {Map<string, Promise<PageData | null>>} */
  const known = new Map();

  /**
   * The data of a text; one after the other, since all of them leave what they say in one place.
   * @param {string} slug
   * @param {Promise<unknown>} before
   */
  const load = (slug, before) => before.then(() => {
    const address = new URL(`data/texts/${slug}.js`, root).href;
    return reader.textAt(address).catch(() => null);
  });

  /** @param {string} slug */
  const dataOf = (slug) => {
    const last = [...known.values()].at(-1) ?? Promise.resolve();
    const found = known.get(slug) ?? load(slug, last);
    known.set(slug, found);
    return found;
  };

  /**
   * @param {Kept} one
   * @param {HTMLElement} told
   */
  const compare = async ({ slug, anchor, revisions }, told) => {
    const text = await dataOf(slug);
    if (!text) {
      told.textContent = phrase("This edition does not have the text; the words are as they were kept.");
      return;
    }
    const ends = anchor.split("-").map((end) => end.replace(/\..*$/, ""));
    const ids = Object.keys(text.passages);
    const [from, to] = [ids.indexOf(ends[0] ?? ""), ids.indexOf(ends.at(-1) ?? "")];
    const now = from < 0 || to < from ? [] : ids.slice(from, to + 1).map((id) => text.passages[id]?.revision);
    if (now.join(".") !== revisions) told.textContent = phrase("Revised since it was kept; the link shows both wordings.");
  };

  // One passage

  /** @param {Kept} one */
  const address = ({ slug, anchor, revisions }) => {
    const url = new URL(`texts/${slug}/`, root);
    if (location.protocol === "file:") url.pathname += "index.html";
    url.search = `rev=${revisions}`;
    url.hash = anchor;
    return url.href;
  };

  /** @param {Kept} one */
  const removal = (one) => {
    const button = element("button", { type: "button", "aria-label": phrase("Remove {name} of {title}", one) }, phrase("Remove"));
    button.addEventListener("click", () => {
      const before = kept.all();
      kept.remove(one);
      show();
      const undo = element("button", { type: "button" }, phrase("Put it back"));
      undo.addEventListener("click", () => {
        kept.write(before);
        show();
        status.textContent = phrase("It is back.");
      });
      status.replaceChildren(phrase("{name} of {title} is no longer kept.", one), " ", undo);
      undo.focus();
    });
    return button;
  };

  /**
   * @param {Kept} one
   * @param {number} at
   */
  const entry = (one, at) => {
    const told = element("p", { class: "kept-told" });
    const note = element("textarea", { id: `kept-note-${at}`, rows: "2" });
    note.value = one.note;
    note.addEventListener("input", () => {
      kept.write(kept.all().map((other) => (kept.same(one, other) ? { ...other, note: note.value } : other)));
    });
    compare(one, told);
    return element(
      "section",
      { class: "kept-passage", "aria-labelledby": `kept-name-${at}` },
      element("h2", { id: `kept-name-${at}` }, element("a", { href: address(one) }, phrase("{place}, {text}", { place: one.name, text: one.title }))),
      element("blockquote", {}, ...one.words.split("\n\n").map((words) => element("p", {}, words))),
      told,
      element("label", { for: `kept-note-${at}` }, phrase("Your note")),
      note,
      element("p", { class: "kept-row" }, removal(one)),
    );
  };

  // All of them

  /**
   * Hand a file to the reader.
   * @param {string} name
   * @param {string} type
   * @param {string} content
   */
  const hand = (name, type, content) => {
    const href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
    const link = element("a", { href, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  };

  const takeIn = () => {
    const input = element("input", { type: "file", id: "kept-file", accept: ".json,application/json" });
    input.addEventListener("change", async () => {
      const given = kept.parse(await input.files?.[0]?.text() ?? "");
      if (!given) status.textContent = phrase("That file holds no kept passages.");
      else {
        const before = kept.all();
        const after = kept.joined(before, given);
        const done = kept.write(after);
        show();
        const count = after.length - before.length;
        status.textContent = done ? phrase("Taken in: {count} new, {known} that were kept already.", { count, known: given.length - count }) : phrase("The browser did not keep them.");
      }
      input.value = "";
    });
    return element("p", { class: "kept-row" }, element("label", { for: "kept-file" }, phrase("Take in a file of kept passages: ")), input);
  };

  const exports = () => element("p", { class: "kept-row" }, phrase("Save as: "), ...FILES.map(([words, name, type, make]) => {
    const button = element("button", { type: "button" }, words);
    button.addEventListener("click", () => hand(name, type, make(kept.all())));
    return button;
  }));

  const saving = exports();

  const show = () => {
    const all = kept.all();
    saving.hidden = !all.length;
    list.replaceChildren(...all.map(entry), ...(all.length ? [] : [
      element("p", {}, phrase("Nothing is kept yet. The number beside a passage opens a panel, and “Keep” in it puts the passage here.")),
    ]));
  };

  page.replaceChildren(status, saving, list, takeIn());
  addEventListener("storage", ({ key }) => { if (key === kept.STORE) show(); });  // another tab has kept something
  show();
})();
