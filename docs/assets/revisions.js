// Links to what was cited: a range of passages is marked and scrolled to, and a link made from an earlier
// wording says so, with both wordings. Everything it says was written at build time; what the address holds
// is only compared, never shown.
"use strict";
(() => {
  const source = document.querySelector('meta[name="reader:data"]');
  if (!source) return;

  const data = () => new Promise((resolve) => {
    if (window.readerText) return resolve(window.readerText);
    const script = document.createElement("script");
    script.src = source.content;
    script.onload = () => resolve(window.readerText);
    document.head.append(script);
  });

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  // The passages that the address names: one, or all from the first to the last.
  const named = () => {
    const match = /^#([ps]\d+[a-z]*)(?:-([ps]\d+[a-z]*))?$/.exec(location.hash.split(":~:")[0]);
    if (!match) return [];
    const all = [...document.querySelectorAll(".passage[id]")];
    const first = all.findIndex((one) => one.id === match[1]);
    const last = match[2] ? all.findIndex((one) => one.id === match[2]) : first;
    return first < 0 || last < first ? [] : all.slice(first, last + 1);
  };

  const markRange = (passages) => {
    document.querySelectorAll(".in-range").forEach((one) => one.classList.remove("in-range"));
    if (passages.length < 2) return;
    passages.forEach((one) => one.classList.add("in-range"));
    passages[0].scrollIntoView();
  };

  const wordings = (earlier) => {
    const words = element("p", "revised-words");
    for (const [kind, text] of earlier.changes) {
      words.append(kind === "same" ? text : element(kind === "gone" ? "del" : "ins", "", text));
    }
    return words;
  };

  const notice = (passage, text, revision) => {
    const now = text.passages[passage.id];
    if (!now || revision === now.revision) return;
    const earlier = text.earlier.find((one) => one.passage === passage.id && one.revision === revision);
    const box = element("aside", "revised");
    box.setAttribute("aria-label", `Passage ${now.number} and the link to it`);
    if (earlier) {
      box.append(
        element("p", "", `Passage ${now.number} has been revised since it was cited (from edition ${earlier.edition}). Struck out is what it said then; underlined is what has come.`),
        wordings(earlier),
      );
    } else {
      box.append(element("p", "", `The link names a revision of passage ${now.number} that this reader does not know. The passage below is its present wording.`));
    }
    passage.before(box);
  };

  const arrive = async () => {
    const passages = named();
    markRange(passages);
    document.querySelectorAll(".revised").forEach((one) => one.remove());
    const revisions = new URLSearchParams(location.search).get("rev");
    if (!revisions || !passages.length) return;
    const text = await data();
    const given = revisions.split(".");
    passages.forEach((passage, index) => notice(passage, text, given[index] ?? ""));
    document.querySelector(".revised")?.scrollIntoView();
  };

  addEventListener("hashchange", arrive);
  arrive();
})();
