"""How the page of a review looks, and its one script: nothing is loaded from elsewhere."""

from __future__ import annotations

from reader.model.markup import HTML

PAGE = HTML(
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'\">\n<title>{title}</title>\n{style}\n</head>\n"
    "<body>\n{body}\n{script}\n</body>\n</html>\n"
)
STYLE = HTML(
    """<style>
:root { color-scheme: light dark; --ink: #1d1d1b; --paper: #fff; --rule: #ccc; --doubt: #8a5a00;
  --cut: 200 40 30; --heading: 20 80 180; --shape: 110 50 160; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #17181a; --rule: #44474c;
  --doubt: #ffc861; --cut: 255 120 105; --heading: 130 180 255; --shape: 205 160 250; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem clamp(.5rem, 2vw, 2rem) 6rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.45 Georgia, "Noto Serif", serif; }
header, .legend { max-width: 60rem; }
h1 { font-size: 1.4rem; margin: 0 0 .3rem; }
.legend span { padding: .1rem .4rem; margin-inline-end: .5rem; white-space: nowrap; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5rem;
  border-top: 1px solid var(--rule); }
.raw, .reading { padding: .35rem 0; overflow-wrap: anywhere; }
.raw { font: .85rem/1.5 ui-monospace, "Noto Sans Mono", monospace; }
.reading { white-space: pre-wrap; }
.reading .kind { display: block; font: .75rem/1.3 system-ui, sans-serif; opacity: .75; }
.reading.heading { font-weight: bold; }
details.line { border-inline-start: .3rem solid transparent; padding-inline-start: .4rem; }
details.line > summary { display: flex; gap: .6rem; cursor: pointer; list-style: none;
  white-space: pre-wrap; }
details.line > summary::-webkit-details-marker { display: none; }
details.line .number { flex: 0 0 3.5em; text-align: end; opacity: .65; user-select: none; }
details.line .words { flex: 1; min-width: 0; }
.cut, .key-cut { background: rgb(var(--cut) / .16); border-color: rgb(var(--cut)); }
.cut.unsure { background: rgb(var(--cut) / .07); }
.cut .words { text-decoration: line-through; text-decoration-color: rgb(var(--cut) / .7); }
.heading, .key-heading { border-color: rgb(var(--heading)); }
.raw .heading, .key-heading { background: rgb(var(--heading) / .14); }
.raw .shape, .key-shape { background: rgb(var(--shape) / .12); border-color: rgb(var(--shape)); }
.unsure, .key-unsure { outline: 2px dashed var(--doubt); outline-offset: -2px; }
.blank { min-height: .6rem; }
.said { margin: .3rem 0 .3rem 4.6em; padding: 0; font: .85rem/1.4 system-ui, sans-serif; list-style: none; }
.change { margin: .3rem 0 .6rem 4.6em; font: .85rem/1.4 system-ui, sans-serif; }
.change pre { margin: .2rem 0; padding: .4rem .6rem; border: 1px solid var(--rule); overflow-x: auto;
  user-select: all; }
button { font: inherit; padding: .25rem .7rem; min-height: 2rem; }
:focus-visible { outline: 3px solid rgb(var(--heading)); outline-offset: 1px; }
@media (max-width: 45rem) { .row { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .reading { border-inline-start: .2rem solid var(--rule); padding-inline-start: .6rem; }
  .said, .change { margin-inline-start: 0; } }
</style>"""
)
SCRIPT = HTML(
    """<script>
document.addEventListener('click', function (event) {
  var button = event.target.closest('button.copy');
  if (!button) { return; }
  var pre = button.parentElement.querySelector('pre');
  var range = document.createRange();
  range.selectNodeContents(pre);
  var chosen = window.getSelection();
  chosen.removeAllRanges();
  chosen.addRange(range);
  if (navigator.clipboard) {
    navigator.clipboard.writeText(pre.textContent);
  } else {
    document.execCommand('copy');
  }
  button.textContent = button.dataset.done;
});
document.addEventListener('keydown', function (event) {
  if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey) { return; }
  var all = Array.from(document.querySelectorAll('details.unsure'));
  var at = all.indexOf(document.activeElement.closest('details.unsure'));
  var next = all[(at + 1) % all.length];
  if (next) { next.open = true; next.querySelector('summary').focus(); }
});
</script>"""
)
