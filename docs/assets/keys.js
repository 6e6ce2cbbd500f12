// Keys: j and k go to the next and the previous passage. The theme has / and s for the search.
"use strict";
(() => {
  const passages = [...document.querySelectorAll(".passage[id]")];
  if (!passages.length) return;
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const third = () => innerHeight / 3;

  const current = () => {
    const named = passages.findIndex((one) => `#${one.id}` === location.hash);
    const box = named >= 0 && passages[named].getBoundingClientRect();
    if (box && box.top < innerHeight && box.bottom > 0) return named;
    const below = passages.findIndex((one) => one.getBoundingClientRect().bottom > third());
    return below < 0 ? passages.length - 1 : below - (passages[below].getBoundingClientRect().top > third() + 2 ? 1 : 0);
  };

  document.addEventListener("keydown", (event) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const next = passages[Math.min(Math.max(current() + step, 0), passages.length - 1)];
    location.replace(`#${next.id}`);
    next.querySelector(".number")?.focus({ preventScroll: true });
    event.preventDefault();
  });
})();
