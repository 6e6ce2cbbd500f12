// The script of the theme comes late: what it does (the section that is read is marked, the menu of a phone is left by
// Escape) is for whoever moves about on a page, so it waits for the first sign of that. Before, the page looks the same.
// A text that stands beside another one has no frame, and needs none of it.
"use strict";
(() => {
  const own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const source = own?.dataset.late;
  if (!source || "framed" in document.documentElement.dataset) return;
  const SIGNS = ["scroll", "pointermove", "pointerdown", "keydown", "focusin", "beforeprint"];

  /** It waits for this event. Tables, which it would put into boxes of other sizes, it takes only without a class. */
  const begin = () => {
    const tables = document.querySelectorAll("table:not([class])");
    for (const table of tables) table.className = "";
    document.dispatchEvent(new Event("DOMContentLoaded"));
    for (const table of tables) table.removeAttribute("class");
  };

  const load = () => {
    for (const sign of SIGNS) removeEventListener(sign, load);
    const script = reader.element("script", { src: source });
    script.addEventListener("load", begin);
    document.body.append(script);
  };
  for (const sign of SIGNS) addEventListener(sign, load, { passive: true });
})();
