// Keys: j and k go to the next and the previous passage, ? shows the list of keys. The theme has / and s for
// the search, and c cites.
"use strict";
(() => {
  const KEYS = [
    ["/ or s", "search"],
    ["j", "next passage"],
    ["k", "previous passage"],
    ["c", "cite the passage in view, or the selected words"],
    ["Escape", "close what is open"],
    ["?", "this list"],
  ];
  const passages = [...document.querySelectorAll(".passage[id]")];
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const third = () => innerHeight / 3;

  const current = () => {
    const named = passages.findIndex((one) => `#${one.id}` === location.hash);
    const box = named >= 0 && passages[named].getBoundingClientRect();
    if (box && box.top < innerHeight && box.bottom > 0) return named;
    const below = passages.findIndex((one) => one.getBoundingClientRect().bottom > third());
    return below < 0 ? passages.length - 1 : below - (passages[below].getBoundingClientRect().top > third() + 2 ? 1 : 0);
  };

  const go = (step) => {
    if (!passages.length) return;
    const next = passages[Math.min(Math.max(current() + step, 0), passages.length - 1)];
    location.replace(`#${next.id}`);
    next.querySelector(".number")?.focus({ preventScroll: true });
  };

  const help = () => {
    const dialog = document.createElement("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-labelledby", "keys-title");
    const title = document.createElement("h2");
    title.id = "keys-title";
    title.textContent = "Keys";
    const list = document.createElement("dl");
    for (const [key, does] of KEYS) {
      const term = document.createElement("dt");
      term.textContent = key;
      const meaning = document.createElement("dd");
      meaning.textContent = does;
      list.append(term, meaning);
    }
    const form = document.createElement("form");
    form.method = "dialog";
    const button = document.createElement("button");
    button.textContent = "Close";
    form.append(button);
    dialog.append(title, list, form);
    dialog.addEventListener("close", () => dialog.remove());
    document.querySelector(".md-container").append(dialog);
    dialog.showModal();
  };

  document.addEventListener("keydown", (event) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "k") go(event.key === "j" ? 1 : -1);
    else if (event.key === "?" && !document.querySelector("dialog.keys")) help();
    else return;
    event.preventDefault();
  });
})();
