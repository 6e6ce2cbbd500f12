// The panel that cites: what it shows and copies. The forms are templates made at build time, the same that the
// command line fills in; here only the place and the link are put into them.
"use strict";
const citingPanel = (() => {
  const { element, numberOf } = reader;
  const { fill } = places;
  const SAVED = "reader.style";  // under this name the browser remembers the style that was chosen last
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

  const remembered = () => {
    try { return localStorage.getItem(SAVED); } catch { return null; }  // no storage, no memory
  };

  /** @param {string} style */
  const remember = (style) => {
    try { localStorage.setItem(SAVED, style); } catch { /* as above */ }
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
   * The menu of styles, with the one that was chosen last.
   * @param {PageData} text
   */
  const styles = (text) => {
    const names = Object.keys(text.templates).filter((name) => name !== "formats");
    const style = element("select", { id: "panel-style" }, ...names.map((name) => new Option(text.styles[name] ?? name, name)));
    const last = remembered();
    if (last && names.includes(last)) style.value = last;
    style.addEventListener("change", () => remember(style.value));
    return style;
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
   * The panel that cites passages, or words selected in them.
   * @param {PageData} text
   * @param {[HTMLElement, ...HTMLElement[]]} cited
   * @param {{ words: string, directive: string, lines: [number, number] } | null} selected  nothing where whole
   *   passages are cited
   * @param {() => void} close  what its button does
   */
  const build = (text, cited, selected, close) => {
    const what = places.cited(text, cited.map((one) => one.id), selected?.lines);
    const quoted = selected?.words ?? cited.map((one) => one.textContent.trim()).join("\n\n");
    const { status, action } = copying();
    const style = styles(text);
    const preview = element("p", { class: "panel-preview", id: "panel-preview" });
    const citation = (form = "text") => fill(text.templates[style.value]?.[form] ?? "", what);
    const managed = (form = "") => () => fill(text.templates.formats?.[form] ?? "", what);
    const show = () => { preview.textContent = citation(); };
    style.addEventListener("change", show);
    show();
    const raw = numberOf(cited[0])?.dataset.raw;
    const rawText = raw ? [element("a", { href: `../../apparatus/${slug}/#raw-${raw}` }, "raw text")] : [];
    return framed(
      what.name,
      close,
      row(
        action("Copy link", () => what.link + (selected?.directive ?? "")),
        action(
          "Copy quotation",
          () => `${quoted}\n${citation()}`,
          () => `<blockquote>${reader.escape(quoted)}</blockquote><p>${citation("html")}</p>`,
        ),
      ),
      row(
        element("label", { for: "panel-style" }, "Style "),
        style,
        action("Copy citation", citation, () => `<p>${citation("html")}</p>`),
      ),
      preview,
      row(action("BibTeX", managed("bibtex")), action("RIS", managed("ris")), action("CSL-JSON", managed("csl-json"))),
      element("p", { class: "panel-row panel-more" }, allCitations(cited[0].id), ...rawText),
      status,
    );
  };

  /**
   * The panel that says that there is nothing to cite with.
   * @param {HTMLElement} passage
   * @param {() => void} close
   */
  const failed = (passage, close) => framed(
    numberOf(passage)?.getAttribute("aria-label") ?? "This passage",
    close,
    element("p", { class: "panel-status", role: "alert" }, "The citations did not load. Close this and try again, or see the page that lists them:"),
    element("p", { class: "panel-row panel-more" }, allCitations(passage.id)),
  );

  return Object.freeze({ build, failed });
})();
