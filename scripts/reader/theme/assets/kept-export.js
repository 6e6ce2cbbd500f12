// Kept passages as others read them: text, Markdown, and the files of reference managers. It needs no page, and is tested
// without one.
"use strict";

const keptExport = (() => {
  /** What BibTeX, RIS and CSL-JSON call a passage: its text is called by the name of it alone. @param {Kept} one */
  const key = ({ slug, anchor }) => `${slug}-${anchor.replaceAll(".", "-")}`;

  /** @param {string} text */
  const escaped = (text) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");

  /**
   * A citation with its emphasis in Markdown.
   * @param {string} html
   */
  const emphasised = (html) => html.split(/(<[^>]*>)/).map((part) => {
    if (/^<\/?(em|i)>$/.test(part)) return "*";
    if (part.startsWith("<")) return "";
    return escaped(part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }).join("");

  /** @param {string} words */
  const quoted = (words) => escaped(words).split("\n").map((line) => (line ? `> ${line}` : ">")).join("\n");

  /** @param {Kept[]} list */
  const text = (list) => list.map(({ words, citation, note }) =>
    [words, citation, ...(note ? [note] : [])].join("\n\n")).join("\n\n* * *\n\n").concat(list.length ? "\n" : "");

  /** @param {Kept[]} list */
  const markdown = (list) => list.map((one) => {
    const heading = `## [${escaped(one.name)}, ${escaped(one.title)}](<${one.link.replace(/[<>]/g, encodeURIComponent)}>)`;
    return [heading, quoted(one.words), ...(one.note ? [one.note] : []), emphasised(one.html)].join("\n\n");
  }).join("\n\n").concat(list.length ? "\n" : "");

  /** @param {Kept[]} list */
  const bibtex = (list) => list.map((one) => one.bibtex.replace(/^(\s*@\w+\{)[^,]*,/, (_all, start) => `${start}${key(one)},`).trim())
    .join("\n\n").concat(list.length ? "\n" : "");

  /** @param {Kept[]} list */
  const ris = (list) => list.map((one) => one.ris.replace(/^ID {2}- [^\r\n]*/m, () => `ID  - ${key(one)}`)).join("");

  /** @param {Kept[]} list */
  const csl = (list) => {
    const items = list.flatMap((one) => {
      try {
        /** @type {Record<string, unknown>[]} */
        const made = JSON.parse(one.csl);
        return made.map((item) => ({ ...item, id: key(one) }));
      } catch { return []; }
    });
    return `${JSON.stringify(items, null, 1)}\n`;
  };

  /** All of it, to be taken in again. @param {Kept[]} list */
  const file = (list) => `${JSON.stringify({ kept: list }, null, 1)}\n`;

  return Object.freeze({ text, markdown, bibtex, ris, csl, file });
})();
