// The reading menu, in the header: the size of type, the colours, and the keys. What is chosen is remembered; early.js
// sets it before a page is shown.
"use strict";
(() => {
  const { element, remembered, remember } = reader;
  const { phrase } = speech;
  const SIZES = ["0.85", "1", "1.15", "1.3", "1.5"];
  const SCHEMES = { "": phrase("as the device has it"), light: phrase("light"), dark: phrase("dark") };
  const root = document.documentElement;
  const opener = document.querySelector(".to-reading");
  if (!(opener instanceof HTMLElement)) return;
  opener.hidden = false;

  /** @param {string} scale */
  const setScale = (scale) => {
    root.style.setProperty("--scale", scale);
    remember("reader.scale", scale === "1" ? "" : scale);
  };

  /** @param {string} scheme */
  const setScheme = (scheme) => {
    if (scheme) root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
    remember("reader.scheme", scheme);
  };

  const size = () => {
    let at = Math.max(0, SIZES.indexOf(remembered("reader.scale") ?? "1"));
    const told = element("output", { "aria-live": "polite" });
    const step = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ name) => {
      const made = element("button", { type: "button", "aria-label": name }, sign);
      made.addEventListener("click", () => {
        at = Math.min(Math.max(at + by, 0), SIZES.length - 1);
        setScale(SIZES[at] ?? "1");
        say();
      });
      return made;
    };
    const say = () => { told.textContent = phrase("{number} %", { number: Math.round(Number(SIZES[at]) * 100) }); };
    say();
    return element("fieldset", {}, element("legend", {}, phrase("Size of type")), step(-1, "A−", phrase("Smaller type")), told, step(1, "A+", phrase("Larger type")));
  };

  const colours = () => {
    const chosen = root.dataset.scheme ?? "";
    const choices = Object.entries(SCHEMES).map(([value, words]) => {
      const input = element("input", { type: "radio", name: "scheme", value });
      input.checked = value === chosen;
      input.addEventListener("change", () => setScheme(value));
      return element("label", {}, input, words);
    });
    return element("fieldset", {}, element("legend", {}, phrase("Colours")), ...choices);
  };

  /** @type {HTMLElement | null} */
  let menu = null;

  const close = () => {
    menu?.remove();
    menu = null;
    opener.setAttribute("aria-expanded", "false");
  };

  const open = () => {
    const keys = element("button", { type: "button", class: "to-keys" }, phrase("Keys"));
    keys.addEventListener("click", () => {
      close();
      opener.focus();
      readerKeys.help();
    });
    const last = readingPlace.last();
    const on = last ? [element("a", { href: new URL(`texts/${last.slug}/#${last.anchor}`, search.root).href },
      phrase("Go on with {text}, {place}", { text: last.title, place: places.nameOf(last.anchor) }))] : [];
    const passages = element("a", { href: new URL("kept/", search.root).href }, phrase("Kept passages ({count})", { count: kept.all().length }));
    const slug = reader.source?.content.replace(/^.*\/|\.js$/g, "");
    const beside = slug ? [element("a", { href: new URL(`compare/?a=${slug}`, search.root).href }, phrase("This text beside another"))] : [];
    menu = element("div", { class: "reading-menu", role: "group", "aria-label": phrase("Reading") }, size(), colours(), ...on, ...beside, passages, keys);
    opener.after(menu);
    opener.setAttribute("aria-expanded", "true");
    menu.querySelector("button")?.focus();
  };

  opener.addEventListener("click", () => (menu ? close() : open()));
  document.addEventListener("pointerdown", (event) => {
    if (menu && event.target instanceof Node && !menu.contains(event.target) && !opener.contains(event.target)) close();
  });
  document.addEventListener("focusin", (event) => {
    if (menu && event.target instanceof Node && !menu.contains(event.target) && event.target !== opener) close();
  });
  document.addEventListener("keydown", (event) => {
    if (!menu || event.key !== "Escape") return;
    close();
    opener.focus();
  });
})();
