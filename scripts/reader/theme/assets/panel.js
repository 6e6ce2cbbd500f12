// The panel that cites: what it shows and copies. The forms are templates made at build time, the same that the
// command line fills in; here only the place and the link are put into them.
"use strict";
const citingPanel = (() => {
  const { element } = reader;
  const { fill } = places;
  const SAVED = { style: "reader.style", form: "reader.form" };  // under these names the browser remembers choices
  const slug = reader.source?.content.replace(/^.*\/|\.js$/g, "");

  // What the browser keeps: the clipboard, and the style that was chosen last

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

  /** @param {string} name */
  const remembered = (name) => {
    try { return localStorage.getItem(name); } catch { return null; }  // no storage, no memory
  };

  /**
   * @param {string} name
   * @param {string} value
   */
  const remember = (name, value) => {
    try { localStorage.setItem(name, value); } catch { /* as above */ }
  };

  // The panel

  /** @param {...(Node | string)} content */
  const row = (...content) => element("p", { class: "panel-row" }, ...content);

  /**
   * A panel with its name, a button that closes it, and content.
   * @param {string} name
   * @param {() => void} close
   * @param {...Node} content
   */
  const framed = (name, close, ...content) => {
    const shut = element("button", { type: "button", class: "panel-close", "aria-label": "Close" }, "×");
    shut.addEventListener("click", close);
    const attributes = { class: "card panel", role: "dialog", "aria-label": `Cite ${name.charAt(0).toLowerCase()}${name.slice(1)}` };
    return element("div", attributes, element("p", { class: "card-name" }, name, shut), ...content);
  };

  /** @param {string} id */
  const allCitations = (id) => element("a", { href: `../../cite/${slug}/#${id}` }, "all citations of this text");

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
          status.textContent = done ? `${name}: copied` : "The browser did not allow copying.";
        });
        return made;
      },
    };
  };

  /**
   * What a panel shows beside the citations.
   * @typedef {object} Around
   * @property {string} [quoted]  words that can be quoted
   * @property {string} [directive]  what a link to them ends with
   * @property {Node[]} [links]  where to go on
   */

  /**
   * The panel that cites passages, words selected in them, a whole text, or a work of the bibliography.
   * @param {Omit<PageData, "passages">} data
   * @param {Cited} what
   * @param {Around} around
   */
  const build = (data, what, { quoted = "", directive = "", links = [] }) => {
    const { status, action } = copying();
    const style = menu("panel-style", SAVED.style, Object.entries(data.styles));
    const form = menu("panel-form", SAVED.form, Object.entries(data.forms));
    const preview = element("p", { class: "panel-preview", id: "panel-preview" });
    /** @param {"text" | "html"} kind */
    const citation = (kind) => {
      const made = data.templates[style.value]?.[form.value];
      return fill((made?.[what.kind] ?? made?.[""])?.[kind] ?? "", what);
    };
    const managed = (manager = "") => () => fill(data.formats[manager]?.[what.kind ? "place" : ""] ?? "", what);
    const show = () => { preview.textContent = citation("text"); };
    for (const one of [style, form]) one.addEventListener("change", show);
    show();
    const asRich = () => `<p>${citation("html")}</p>`;
    const first = [
      ...(what.link ? [action("Copy link", () => what.link + directive)] : []),
      ...(quoted ? [action(
        "Copy quotation",
        () => `${quoted}\n${citation("text")}`,
        () => `<blockquote>${reader.escape(quoted)}</blockquote>${asRich()}`,
      )] : []),
    ];
    return framed(
      what.name,
      close,
      ...(first.length ? [row(...first)] : []),
      row(
        element("label", { for: "panel-style" }, "Style "), style,
        element("label", { for: "panel-form" }, "as "), form,
        action("Copy citation", () => citation("text"), asRich),
      ),
      preview,
      row(action("BibTeX", managed("bibtex")), action("RIS", managed("ris")), action("CSL-JSON", managed("csl-json"))),
      ...(links.length ? [element("p", { class: "panel-row panel-more" }, ...links)] : []),
      status,
    );
  };

  /**
   * The panel that says that there is nothing to cite with.
   * @param {string} name  of what was to be cited
   * @param {Node[]} links  where its citations stand
   */
  const failed = (name, links) => framed(
    name,
    close,
    element("p", { class: "panel-status", role: "alert" }, "The citations did not load. Close this and try again, or see the page that lists them:"),
    element("p", { class: "panel-row panel-more" }, ...links),
  );

  // How it opens and closes: there is one at a time

  /** @type {HTMLElement | null} */
  let panel = null;
  /** @type {HTMLElement | null} */
  let opener = null;

  const isOpen = () => panel !== null;

  const close = () => {
    if (!panel) return;
    panel.remove();
    panel = null;
    opener?.focus({ preventScroll: true });
  };

  /**
   * @param {() => Promise<HTMLElement>} made  the panel, once what it needs has loaded
   * @param {() => DOMRect} near  where it belongs, once it is there
   * @param {HTMLElement | null} from  what has the focus again afterwards, where nothing that can hold it had it
   */
  const open = async (made, near, from) => {
    close();
    const focus = document.activeElement?.closest("a, button");
    opener = focus instanceof HTMLElement ? focus : from;
    const next = await made();
    panel?.remove();  // another that was asked for while the data loaded
    panel = next;
    reader.float(next);
    reader.place(next, near(), "low");
    /** @type {HTMLElement | null} */
    const focused = next.querySelector("button:not(.panel-close)") ?? next.querySelector("button");
    focused?.focus({ preventScroll: true });
  };

  document.addEventListener("pointerdown", (event) => {
    if (panel && event.target instanceof Node && !panel.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  addEventListener("resize", close);

  return Object.freeze({ allCitations, build, failed, open, close, isOpen });
})();
