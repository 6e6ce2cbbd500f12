// The panel that cites: what it shows and copies. The forms are templates made at build time, the same that the
// command line fills in; here only the place and the link are put into them.
"use strict";
const citingPanel = (() => {
  const { element } = reader;
  const { phrase } = speech;
  const { row, small, framed, preview, connections, menu, copying, keeper } = panelParts;
  const { fill } = places;
  const SAVED = { style: "reader.style", form: "reader.form" };  // under these names the browser remembers choices
  const slug = reader.source?.content.replace(/^.*\/|\.js$/g, "");

  /** @param {string} id */
  const allCitations = (id) => element("a", { href: `../../cite/${slug}/#${id}` }, phrase("all citations of this text"));

  /** @typedef {Pick<Kept, "slug" | "anchor" | "revisions" | "title">} Keeping  where what is kept stands */

  /**
   * What a panel shows beside the citations.
   * @typedef {object} Around
   * @property {string} [quoted]  words of the first choice that can be quoted
   * @property {string} [directive]  what a link to them ends with
   * @property {Node[]} [links]  where to go on
   * @property {ConnectionData[]} [elsewhere]  where else the passage lives
   * @property {Keeping} [keeping]  what can be kept
   */

  /**
   * The menu of what is cited: the passage, or the whole text.
   * @param {Cited[]} choices
   */
  const scope = (choices) => {
    const options = choices.map(({ name }, at) => new Option(at ? small(name) : name, `${at}`));
    return element("select", { id: "panel-scope" }, ...options);
  };

  /**
   * What there is to say of what is cited, in the style that is chosen.
   * @param {CitingData} data
   * @param {() => Cited} what
   * @param {() => Record<string, {text: string, html: string}> | undefined} templates
   */
  const sayings = (data, what, templates) => ({
    /** @param {"text" | "html"} kind */
    citation: (kind) => {
      const made = templates();
      return fill((made?.[what().kind] ?? made?.[""])?.[kind] ?? "", what());
    },
    managed: (manager = "") => () => fill(data.formats[manager]?.[what().kind ? "place" : ""] ?? "", what()),
  });

  /** @param {string} words @param {string} cited */
  const quotation = (words, cited) => `<blockquote>${reader.escape(words)}</blockquote>${cited}`;

  /**
   * What is kept of a passage.
   * @param {Cited} cited
   * @param {string} words
   * @param {ReturnType<typeof sayings>} said
   * @param {Keeping} keeping
   * @returns {Kept}
   */
  const forKeeping = ({ name, link }, words, { citation, managed }, keeping) => {
    const [bibtex = "", ris = "", csl = ""] = ["bibtex", "ris", "csl-json"].map((manager) => managed(manager)());
    return { ...keeping, name, link, words, citation: citation("text"), html: citation("html"), bibtex, ris, csl, note: "" };
  };

  /**
   * The panel that cites passages, words selected in them, a whole text, or a work of the bibliography.
   * @param {CitingData} data
   * @param {Cited[]} choices  what can be cited, what was asked for first
   * @param {Around} around
   */
  const build = (data, choices, { quoted = "", directive = "", links = [], elsewhere = [], keeping }) => {
    const { status, action } = copying();
    const of = scope(choices);
    const what = () => /** @type {Cited} */ (choices[Number(of.value)]);
    const style = menu("panel-style", SAVED.style, Object.entries(data.styles));
    const form = menu("panel-form", SAVED.form, Object.entries(data.forms));
    const said = element("p", { class: "panel-preview", id: "panel-preview" });
    const saying = sayings(data, what, () => data.templates[style.value]?.[form.value]);
    const { citation, managed } = saying;
    const asRich = () => `<p>${citation("html")}</p>`;
    const quote = action(phrase("Copy quotation"), () => `${quoted}\n${citation("text")}`, () => quotation(quoted, asRich()));
    const show = () => { said.replaceChildren(...preview(citation("html"))); quote.hidden = of.value !== "0"; };
    const keep = (/** @type {Keeping} */ place) => keeper(status, () => {
      of.value = "0";
      show();
      return forKeeping(what(), quoted, saying, place);
    });
    for (const one of [of, style, form]) one.addEventListener("change", show);
    show();
    const link = action(phrase("Copy link"), () => what().link + (of.value === "0" ? directive : ""));
    const first = [...(what().link ? [link] : []), ...(quoted ? [quote] : []), ...(keeping ? [keep(keeping)] : [])];
    return framed(
      what().name,
      close,
      ...(first.length ? [row(...first)] : []),
      ...(choices.length > 1 ? [row(element("label", { for: "panel-scope" }, phrase("Cite ")), of)] : []),
      row(
        element("label", { for: "panel-style" }, phrase("Style ")), style,
        element("label", { for: "panel-form" }, phrase("as ")), form,
        action(phrase("Copy citation"), () => citation("text"), asRich),
      ),
      said,
      row(action("BibTeX", managed("bibtex")), action("RIS", managed("ris")), action("CSL-JSON", managed("csl-json"))),
      ...connections(elsewhere, `${keeping?.slug}%23${keeping?.anchor}`),
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
    element("p", { class: "panel-status", role: "alert" }, phrase("The citations did not load. Close this and try again, or see the page that lists them:")),
    element("p", { class: "panel-row panel-more" }, ...links),
  );

  // How it opens and closes: there is one at a time, and it stays with its passage

  /**
   * The open panel.
   * @typedef {object} Standing
   * @property {HTMLElement} panel
   * @property {() => DOMRect} near  where it belongs
   * @property {HTMLElement[]} cited  the passages that it cites
   * @property {HTMLElement | null} opener  what has the focus afterwards
   */

  /** @type {Standing | null} */
  let standing = null;

  const isOpen = () => standing !== null;

  /** The passages that the open panel cites. */
  const cited = () => standing?.cited ?? [];

  /** Take the panel away; return what has the focus afterwards. */
  const remove = () => {
    if (!standing) return null;
    const { panel, opener, cited: passages } = standing;
    standing = null;
    panel.remove();
    for (const one of passages) one.classList.remove("cited");
    return opener;
  };

  const close = () => remove()?.focus({ preventScroll: true });

  const hold = () => { if (standing) reader.place(standing.panel, standing.near()); };

  /** @param {HTMLElement} panel */
  const stops = (panel) => [...panel.querySelectorAll("button, select, a[href]")]
    .filter((one) => one instanceof HTMLElement)
    .filter((one) => one.checkVisibility());

  /**
   * @param {() => Promise<HTMLElement>} made  the panel, once what it needs has loaded
   * @param {() => DOMRect} near  where it belongs, once it is there
   * @param {HTMLElement | null} from  what has the focus again afterwards, where nothing that can hold it had it
   * @param {HTMLElement[]} [passages]  what it cites
   */
  const open = async (made, near, from, passages = []) => {
    const focus = document.activeElement?.closest("a, button");
    const opener = focus instanceof HTMLElement && !focus.closest(".panel") ? focus : from;
    remove();
    const panel = await made();
    remove();  // another that was asked for while the data loaded
    standing = { panel, near, opener, cited: passages };
    for (const one of passages) one.classList.add("cited");
    reader.float(panel);
    hold();
    const focused = panel.querySelector("button:not(.panel-close)") ?? panel.querySelector("button");
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };

  /**
   * Tab stays within the panel.
   * @param {KeyboardEvent} event
   */
  const onTab = (event) => {
    if (!standing) return;
    const all = stops(standing.panel);
    const [first, last] = [all[0], all[all.length - 1]];
    const inside = standing.panel.contains(document.activeElement);
    if (inside && document.activeElement !== (event.shiftKey ? first : last)) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  };

  document.addEventListener("pointerdown", (event) => {
    if (standing && event.target instanceof Node && !standing.panel.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "Tab") onTab(event);
  });
  addEventListener("scroll", hold, { passive: true });
  addEventListener("resize", close);

  return Object.freeze({ allCitations, build, failed, open, close, isOpen, cited });
})();
