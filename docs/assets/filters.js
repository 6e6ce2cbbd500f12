// Filters: the bibliography by kind of work and by the text that cites it. Without this script its headings,
// and the lists of works cited below each text, serve instead.
"use strict";
(() => {
  const entries = [...document.querySelectorAll(".entry[data-kind]")];
  const place = document.querySelector(".by-text");
  if (!entries.length || !place) return;

  const choice = (name, options) => {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.name = name;
    select.append(...options.map(([value, text]) => new Option(text, value)));
    label.append(`${name}: `, select);
    return [label, select];
  };

  const kinds = [...new Set(entries.map((entry) => entry.dataset.kind))].sort();
  const texts = [...place.querySelectorAll("a[data-text]")].map((link) => [link.dataset.text, link.textContent]);
  const [kindLabel, kind] = choice("Kind", [["", "all"], ...kinds.map((name) => [name, name])]);
  const [textLabel, text] = choice("Cited in", [["", "any text"], ...texts]);
  const count = document.createElement("output");
  const bar = document.createElement("form");
  bar.className = "filters";
  bar.setAttribute("aria-label", "Filter the bibliography");
  bar.append(kindLabel, textLabel, count);
  place.replaceWith(bar);

  const apply = () => {
    let shown = 0;
    for (const entry of entries) {
      const fits = (!kind.value || entry.dataset.kind === kind.value)
        && (!text.value || entry.dataset.texts.split(" ").includes(text.value));
      entry.hidden = !fits;
      shown += fits;
    }
    for (const heading of document.querySelectorAll(".md-content h2[id]")) {
      let next = heading.nextElementSibling;
      let any = false;
      for (; next && next.tagName !== "H2"; next = next.nextElementSibling) any ||= next.matches(".entry:not([hidden])");
      heading.hidden = !any;
    }
    count.textContent = `${shown} of ${entries.length} entries`;
  };

  // A link to an entry always finds it, whatever is filtered.
  const arrive = () => {
    const entry = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!entry || !entry.hidden) return;
    kind.value = text.value = "";
    apply();
    entry.scrollIntoView();
  };

  bar.addEventListener("change", apply);
  addEventListener("hashchange", arrive);
  apply();
  arrive();
})();
