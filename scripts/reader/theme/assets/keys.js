// Keys: j and k go to the next and the previous passage, ? or a button of the reading menu shows the list of keys,
// where they can be turned off. search.js has / and s, landing.js n and p, and c cites.
"use strict";
const readerKeys = (() => {
  const { element, forPage } = reader;
  const { phrase } = speech;
  const KEYS = [
    [phrase("/ or s"), phrase("search")],
    ["j", phrase("next passage")],
    ["k", phrase("previous passage")],
    ["n", phrase("next of the words found, after a search")],
    ["p", phrase("the one before")],
    ["c", phrase("cite the passage in view, or the selected words")],
    ["Escape", phrase("close what is open")],
    ["?", phrase("this list")],
  ];
  const passages = reader.passages();

  /** The index of the passage that is read: the one that the address names if it is in view, else the one a third down. */
  const current = () => {
    const third = innerHeight / 3;
    const boxes = passages.map((one) => one.getBoundingClientRect());
    const named = passages.findIndex((one) => `#${one.id}` === location.hash);
    const box = boxes[named];
    if (box && box.top < innerHeight && box.bottom > 0) return named;
    const at = boxes.findIndex((one) => one.bottom > third);
    const below = boxes[at];
    return below ? at - (below.top > third + 2 ? 1 : 0) : passages.length - 1;
  };

  /** @param {number} step */
  const go = (step) => {
    const next = passages[Math.min(Math.max(current() + step, 0), passages.length - 1)];
    if (!next) return;
    location.replace(`#${next.id}`);
    reader.numberOf(next)?.focus({ preventScroll: true });
  };

  const help = () => {
    /** @type {HTMLDialogElement | null} */
    const last = document.querySelector("dialog.keys");
    if (last?.open) return;
    last?.remove();  // it is closed, and its event is still to come
    const on = element("input", { type: "checkbox", id: "keys-on" });
    on.checked = reader.keysAreOn();
    on.addEventListener("change", () => reader.turnKeys(on.checked));
    const list = KEYS.flatMap(([key = "", does = ""]) => [element("dt", {}, key), element("dd", {}, does)]);
    const dialog = element(
      "dialog",
      { class: "keys", "aria-labelledby": "keys-title" },
      element("h2", { id: "keys-title" }, phrase("Keys")),
      element("dl", {}, ...list),
      element("p", {}, on, element("label", { for: "keys-on" }, phrase(" Keys of a single letter or sign are on"))),
      element("form", { method: "dialog" }, element("button", {}, phrase("Close"))),
    );
    dialog.addEventListener("close", () => dialog.remove());
    (document.querySelector(".md-container") ?? document.body).append(dialog);
    dialog.showModal();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key.length === 1) event.stopPropagation();  // the theme has keys of its own, which nobody is told of
    if (!forPage(event)) return;
    if (event.key === "j" || event.key === "k") go(event.key === "j" ? 1 : -1);
    else if (event.key === "?") help();
    else return;
    event.preventDefault();
  });
  return Object.freeze({ help });
})();
