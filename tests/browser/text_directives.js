// Where a browser goes by a text directive: the search of the specification (WICG, Text Fragments, 3.5), on the page
// that it is loaded into. It judges the directives that the site makes, and has nothing in common with what makes them.
"use strict";
const judge = (() => {
  const SKIPPED = "script, style, noscript, template, iframe, input, textarea, select, object, video, audio";
  const END = "\uE000";  // stands between blocks, and in no text

  const fold = (text) => [...text].map((sign) => {
    const plain = sign.normalize("NFD")[0].toLowerCase();
    return plain.length === sign.length ? plain : sign;
  }).join("");

  /** The blocks of the page that are rendered, as they are read: spaces collapsed. */
  const blocks = () => {
    const all = [];
    let last = null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent.closest(SKIPPED) || !parent.checkVisibility({ visibilityProperty: true })) continue;
      let holder = parent;
      while (getComputedStyle(holder).display === "inline") holder = holder.parentElement;
      if (holder !== last) all.push({ id: holder.closest(".passage[id]")?.id ?? "", text: "" });
      all[all.length - 1].text += node.data;
      last = holder;
    }
    return all.map(({ id, text }) => ({ id, text: text.replace(/\s+/g, " ").trim() })).filter((one) => one.text);
  };

  const read = () => {
    const page = { text: "", starts: [], boundaries: new Set() };
    for (const { id, text } of blocks()) {
      const start = page.text.length;
      page.starts.push({ id, start });
      for (const one of new Intl.Segmenter("en", { granularity: "word" }).segment(text)) page.boundaries.add(start + one.index);
      page.boundaries.add(start + text.length);
      page.text += fold(text) + END;
    }
    return page;
  };

  const find = (page, query, from, startBounded, endBounded) => {
    const wanted = fold(query);
    for (let at = page.text.indexOf(wanted, from); at >= 0; at = page.text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if ((!startBounded || page.boundaries.has(at)) && (!endBounded || page.boundaries.has(end))) return { start: at, end };
    }
    return null;
  };

  const past = (page, at) => {
    let next = at;
    while (page.text[next] === " " || page.text[next] === END) next += 1;
    return next;
  };

  const parse = (directive) => {
    const parts = directive.replace(/^:~:text=/, "").split(",");
    const prefix = parts[0].endsWith("-") ? parts.shift().slice(0, -1) : "";
    const suffix = parts.length && parts[parts.length - 1].startsWith("-") ? parts.pop().slice(1) : "";
    const [start, end = ""] = parts;
    return Object.fromEntries(Object.entries({ prefix, start, end, suffix }).map(([key, part]) => [key, decodeURIComponent(part)]));
  };

  const match = (page, { prefix, start, end, suffix }) => {
    for (let from = 0; from < page.text.length;) {
      let found = null;
      if (prefix) {
        const before = find(page, prefix, from, true, false);
        if (!before) return null;
        from = before.start + 1;
        const at = past(page, before.end);
        found = find(page, start, at, false, Boolean(end) || !suffix);
        if (!found) return null;
        if (found.start !== at) continue;
      } else {
        found = find(page, start, from, true, Boolean(end) || !suffix);
        if (!found) return null;
        from = found.start + 1;
      }
      for (let search = found.end; search < page.text.length;) {
        if (end) {
          const last = find(page, end, search, true, !suffix);
          if (!last) return null;
          found.end = last.end;
        }
        if (!suffix) return found;
        const at = past(page, found.end);
        const after = find(page, suffix, at, false, true);
        if (!after) return null;
        if (after.start === at) return found;
        if (!end) break;
        search = found.end;
      }
    }
    return null;
  };

  /** The passage that a directive leads to, with the offsets of the words in it. */
  const resolve = (directive) => {
    const page = read();
    const found = match(page, parse(directive));
    const block = found && page.starts.filter((one) => one.start <= found.start).pop();
    return block ? { id: block.id, start: found.start - block.start, end: found.end - block.start } : null;
  };

  /** How often words are read on the page. */
  const count = (words) => {
    const { text } = read();
    return text.split(fold(words)).length - 1;
  };

  return { resolve, count, text: () => read().text };
})();
