// Filters: the bibliography by kind of work and by the text that cites it. Without this script its headings,
// and the lists of works cited below each text, serve instead.
"use strict";
(() => {
  const { element } = reader;
  const { phrase } = speech;
  /** @type {NodeListOf<HTMLElement>} */
  const entries = document.querySelectorAll(".entry[data-kind]");
  const list = document.querySelector(".by-text");
  if (!entries.length || !list) return;

  /**
   * @param {string} name
   * @param {[value: string, text: string][]} options
   */
  const choice = (name, options) => {
    const select = element("select", { name }, ...options.map(([value, text]) => new Option(text, value)));
    return { label: element("label", {}, phrase("{name}: ", { name }), select), select };
  };

  /** @type {NodeListOf<HTMLElement>} */
  const links = list.querySelectorAll("a[data-text]");
  const kinds = [...new Set([...entries].map((entry) => entry.dataset.kind ?? ""))].sort();
  const kind = choice(phrase("Kind"), [["", phrase("all")], ...kinds.map((name) => /** @type {[string, string]} */ ([name, name]))]);
  const text = choice(phrase("Cited in"), [
    ["", phrase("any text")],
    ...[...links].map((link) => /** @type {[string, string]} */ ([link.dataset.text ?? "", link.textContent])),
  ]);
  const count = element("output");
  const bar = element("form", { class: "filters", "aria-label": phrase("Filter the bibliography") }, kind.label, text.label, count);
  list.replaceWith(bar);

  /** @param {HTMLElement} entry */
  const fits = (entry) => {
    const { kind: itsKind, texts = "" } = entry.dataset;
    return (!kind.select.value || itsKind === kind.select.value)
      && (!text.select.value || texts.split(" ").includes(text.select.value));
  };

  /**
   * Whether an entry is shown between this heading and the next.
   * @param {HTMLElement} heading
   */
  const hasEntries = (heading) => {
    for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) {
      if (next.matches(".entry:not([hidden])")) return true;
    }
    return false;
  };

  const apply = () => {
    for (const entry of entries) entry.hidden = !fits(entry);
    /** @type {NodeListOf<HTMLElement>} */
    const headings = document.querySelectorAll(".md-content h2[id]");
    for (const heading of headings) heading.hidden = !hasEntries(heading);
    const shown = [...entries].filter((entry) => !entry.hidden).length;
    count.textContent = speech.counted(entries.length, "{shown} of {number} entry", "{shown} of {number} entries", { shown });
  };

  // A link to an entry always finds it, whatever is filtered.
  const arrive = () => {
    const target = document.querySelector(":target");
    if (!(target instanceof HTMLElement) || !target.hidden) return;
    kind.select.value = text.select.value = "";
    apply();
    target.scrollIntoView();
  };

  bar.addEventListener("change", apply);
  addEventListener("hashchange", arrive);
  apply();
  arrive();
})();
