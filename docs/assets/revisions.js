// Links to what was cited: a range of passages is marked and scrolled to, and a link made from an earlier
// wording says so, with both wordings. Everything it says was written at build time; what the address holds
// is only compared, never shown.
"use strict";
(() => {
  const { element, source, data, named } = reader;
  if (!source) return;

  /** The passages that the address names: one, or all from the first to the last. */
  const addressed = () => {
    const all = reader.passages();
    const ids = named(location.hash, all.map((one) => one.id));
    return all.filter((one) => ids.includes(one.id));
  };

  /** @param {HTMLElement[]} passages */
  const markRange = (passages) => {
    document.querySelectorAll(".in-range").forEach((one) => one.classList.remove("in-range"));
    if (passages.length < 2) return;
    passages.forEach((one) => one.classList.add("in-range"));
    passages[0]?.scrollIntoView();
  };

  /** @param {EarlierWording} earlier */
  const wordings = (earlier) => {
    const parts = earlier.changes.map(([kind, text]) => {
      if (kind === "same") return text;
      return element(kind === "gone" ? "del" : "ins", {}, text);
    });
    return element("p", { class: "revised-words" }, ...parts);
  };

  /**
   * @param {string} name
   * @param {...(Node | string)} content
   */
  const notice = (name, ...content) => element("aside", { class: "revised", "aria-label": name }, ...content);

  /**
   * What there is to say of a passage and the revision that a link gives it; nothing where it is the present one.
   * @param {string} id
   * @param {string} revision
   * @param {PageData} text
   */
  const compared = (id, revision, text) => {
    const now = text.passages[id];
    if (!now || revision === now.revision) return null;
    const name = `Passage ${now.number} and the link to it`;
    const earlier = text.earlier.find((one) => one.passage === id && one.revision === revision);
    if (!earlier) {
      return notice(name, element("p", {}, `The link names a revision of passage ${now.number} that this reader does not know. The passage below is its present wording.`));
    }
    return notice(
      name,
      element("p", {}, `Passage ${now.number} has been revised since it was cited (from edition ${earlier.edition}). Struck out is what it said then; underlined is what has come.`),
      wordings(earlier),
    );
  };

  const unknown = () => notice(
    "The link to this passage",
    element("p", {}, "The link names a revision of what is below. Whether it has been revised since cannot be told, because its history did not load. Load the page again to try once more."),
  );

  const arrive = async () => {
    const here = location.href;
    const passages = addressed();
    markRange(passages);
    document.querySelectorAll(".revised").forEach((one) => one.remove());
    const revisions = new URLSearchParams(location.search).get("rev");
    if (!revisions || !passages.length) return;
    const text = await data().catch(() => null);
    if (here !== location.href) return;  // the reader went on while it loaded
    if (text) {
      const given = revisions.split(".");
      passages.forEach((passage, index) => passage.before(compared(passage.id, given[index] ?? "", text) ?? ""));
    } else passages[0]?.before(unknown());
    document.querySelector(".revised")?.scrollIntoView();
  };

  addEventListener("hashchange", arrive);
  arrive();
})();
