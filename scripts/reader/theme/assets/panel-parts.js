// Parts of the panel that cites: what copies, menus that remember, how a citation and what a passage is connected with
// are shown.
"use strict";
const panelParts = (() => {
  const { element, remembered, remember } = reader;
  const { phrase, parts } = speech;

  // The clipboard

  /**
   * Copy, rich and plain at once; the old way serves where the new one is not allowed.
   * @param {string} plain
   * @param {string} rich  may be empty
   */
  const copy = async (plain, rich) => {
    if (navigator.clipboard && window.ClipboardItem) {
      /** @type {Record<string, Blob>} */
      const kinds = { "text/plain": new Blob([plain], { type: "text/plain" }) };
      if (rich) kinds["text/html"] = new Blob([rich], { type: "text/html" });
      try {
        await navigator.clipboard.write([new ClipboardItem(kinds)]);
        return true;
      } catch { /* the old way below */ }
    }
    document.addEventListener("copy", (event) => {
      event.preventDefault();
      event.clipboardData?.setData("text/plain", plain);
      if (rich) event.clipboardData?.setData("text/html", rich);
    }, { once: true });
    return document.execCommand("copy");
  };

  // The panel

  /** @param {...(Node | string)} content */
  const row = (...content) => element("p", { class: "panel-row" }, ...content);

  /** @param {string} name */
  const small = (name) => name.charAt(0).toLowerCase() + name.slice(1);

  /**
   * A panel with its name, a button that closes it, and content.
   * @param {string} name
   * @param {() => void} close
   * @param {...Node} content
   */
  const framed = (name, close, ...content) => {
    const shut = element("button", { type: "button", class: "panel-close", "aria-label": phrase("Close") }, "×");
    shut.addEventListener("click", close);
    const attributes = { class: "card panel", role: "dialog", "aria-modal": "true", "aria-label": phrase("Cite {name}", { name: small(name) }) };
    return element("div", attributes, element("p", { class: "card-name" }, name, shut), ...content);
  };

  // What a citation looks like: these elements of it are kept, without attributes
  const KEPT = ["em", "i", "strong", "b", "sup", "sub"];

  /**
   * The nodes of a citation as it is shown.
   * @param {ParentNode} made
   * @returns {(Node | string)[]}
   */
  const shown = (made) => [...made.childNodes].flatMap((one) => {
    if (!(one instanceof Element)) return one.textContent ?? "";
    const name = one.localName;
    return KEPT.includes(name) ? [element(/** @type {"em"} */ (name), {}, ...shown(one))] : shown(one);
  });

  /** @param {string} html */
  const preview = (html) => shown(new DOMParser().parseFromString(html, "text/html").body);

  /**
   * Where else a passage lives, in words.
   * @param {ConnectionData} one
   * @param {string} [beside]  the passage, as the page of two texts takes it
   */
  const connection = ({ kind, href, name, terms = [] }, beside = "") => {
    const place = href.includes("#") ? places.nameOf(href.replace(/^.*#/, "")) : "";
    const link = (/** @type {string} */ words) => element("a", { href }, words);
    if (kind === "quoted") return element("li", {}, ...parts("quoted in {page}", { page: link(name) }));
    if (kind === "noted") return element("li", {}, ...parts("referred to in {note} of {text}", { note: link(place), text: name }));
    const [, slug] = /texts\/([^/]+)\//.exec(href) ?? [];
    const both = `../../compare/?a=${beside}&b=${slug}%23${href.replace(/^.*#/, "")}`;
    const side = element("a", { href: both, "aria-label": phrase("Side by side with {text}, {place}", { text: name, place }) }, phrase("side by side"));
    return element("li", {}, ...parts("near to {passage}: {terms} ({side})", {
      passage: link(phrase("{text}, {place}", { text: name, place })), terms: terms.join(phrase(", ")), side,
    }));
  };

  /**
   * @param {ConnectionData[]} all
   * @param {string} beside
   * @returns {Node[]}
   */
  const connections = (all, beside) => (all.length ? [
    element("p", { class: "panel-part", id: "panel-elsewhere" }, phrase("Elsewhere")),
    element("ul", { class: "elsewhere", "aria-labelledby": "panel-elsewhere" }, ...all.map((one) => connection(one, beside))),
  ] : []);

  /**
   * A menu that offers what was chosen last.
   * @param {string} id
   * @param {string} saved  under which name the choice is remembered
   * @param {[value: string, text: string][]} options
   */
  const menu = (id, saved, options) => {
    const made = element("select", { id }, ...options.map(([value, text]) => new Option(text, value)));
    const last = remembered(saved);
    if (last && options.some(([value]) => value === last)) made.value = last;
    made.addEventListener("change", () => remember(saved, made.value));
    return made;
  };

  /**
   * Buttons that copy, and the line that says what was copied.
   * @returns {{ status: HTMLElement, action: (name: string, plain: () => string, rich?: () => string) => HTMLElement }}
   */
  const copying = () => {
    const status = element("p", { class: "panel-status", role: "status" });
    return {
      status,
      action: (name, plain, rich = () => "") => {
        const made = element("button", { type: "button" }, name);
        made.addEventListener("click", async () => {
          status.textContent = "";  // so that the second of two copies is announced too
          const done = await copy(plain(), rich());
          status.textContent = done ? phrase("{what}: copied", { what: name }) : phrase("The browser did not allow copying.");
        });
        return made;
      },
    };
  };

  /**
   * A button that keeps a passage, or no longer keeps it; see kept.js.
   * @param {HTMLElement} status
   * @param {() => Kept} what
   */
  const keeper = (status, what) => {
    const button = element("button", { type: "button" }, phrase("Keep"));
    const show = () => {
      const on = kept.has(what());
      button.textContent = on ? phrase("Kept") : phrase("Keep");
      button.setAttribute("aria-pressed", `${on}`);
    };
    button.addEventListener("click", () => {
      const done = kept.has(what()) ? kept.remove(what()) : kept.add(what());
      show();
      const page = element("a", { href: "../../kept/" }, phrase("kept passages"));
      if (!done) status.textContent = phrase("The browser does not keep anything here.");
      else if (kept.has(what())) status.replaceChildren(...parts("It is among your {passages}.", { passages: page }));
      else status.textContent = phrase("It is no longer kept.");
    });
    queueMicrotask(show);
    return button;
  };

  return Object.freeze({ row, small, framed, preview, connections, menu, copying, keeper });
})();
