// Links made from an earlier wording: above a passage that has been revised since it was cited stands what it said
// then and what it says now. What the address holds is only compared, never shown.
"use strict";
const revisions = (() => {
  const { element } = reader;
  const { phrase, capital } = speech;

  /**
   * @param {string} name
   * @param {...(Node | string)} content
   */
  const notice = (name, ...content) => element("aside", { class: "revised", "aria-label": name }, ...content);

  /** @param {Change[]} changes */
  const compared = (changes) => element("p", { class: "revised-words" }, ...changes.map(([kind, text]) => {
    if (kind === "same") return text;
    return element(kind === "gone" ? "del" : "ins", {}, text);
  }));

  /**
   * What there is to say of a passage and the revision that a link gives it; nothing where it is the present one.
   * @param {Finding} finding
   * @param {HTMLElement} passage
   * @param {TextHistory} history
   */
  const about = ({ id, state, index = 0 }, passage, history) => {
    const name = places.nameOf(id);
    const label = phrase("{place} and the link to it", { place: capital(name) });
    const says = (/** @type {string} */ text, /** @type {Node[]} */ ...more) => notice(label, element("p", {}, text), ...more);
    if (state === "present") return null;
    if (state === "unnamed") return says(phrase("The link does not say which wording of {place} it cites; it may have come into the text since.", { place: name }));
    const earlier = history.passages[id]?.earlier ?? [];
    const edition = earlier[index]?.edition;
    if (state === "unknown" || !edition) {
      return says(phrase("The link names a revision of {place} that this reader does not know. The passage below is its present wording.", { place: name }));
    }
    return says(
      phrase("{place} has been revised since it was cited (from edition {edition}). Struck out is what it said then; underlined is what has come.", { place: capital(name), edition: speech.numbered(edition) }),
      compared(wordings.changes(earlier, index, passage.textContent)),
    );
  };

  /**
   * @param {string[]} ids  of passages that stand elsewhere now, or are gone
   */
  const moved = (ids) => {
    const links = ids.flatMap((id, index) => [index ? phrase(", ") : "", element("a", { href: `#${id}` }, places.nameOf(id))]);
    return notice(phrase("What else the link cites"), element("p", {}, phrase("The link also cites what does not stand here now: "), ...links, "."));
  };

  const failed = () => notice(
    phrase("The link to this passage"),
    element("p", {}, phrase("The link names a revision of what is below. Whether it has been revised since cannot be told, because its history did not load. Load the page again to try once more.")),
  );

  /**
   * The revisions that an address names.
   * @param {string} search
   */
  const named = (search) => {
    const given = new URLSearchParams(search).get("rev") ?? "";
    return given.toLowerCase().replace(/^[^0-9a-z]+|[^0-9a-z]+$/g, "").split(".").filter(Boolean);
  };

  /**
   * Say above passages what has been revised since the link to them was made, unless the reader has gone on.
   * @param {HTMLElement[]} passages
   */
  const show = async (passages) => {
    const given = named(location.search);
    if (!given.length || !passages.length) return;
    const here = location.href;
    const history = await reader.history().catch(() => null);
    if (here !== location.href) return;
    if (!history) passages[0]?.before(failed());
    else {
      const { findings, elsewhere } = wordings.compared(history, passages.map((one) => one.id), given);
      if (elsewhere.length) passages[0]?.before(moved(elsewhere));
      passages.forEach((passage, index) => {
        const finding = findings[index];
        if (finding) passage.before(about(finding, passage, history) ?? "");
      });
    }
    document.querySelector(".revised")?.scrollIntoView();
  };

  return Object.freeze({ notice, named, show });
})();
