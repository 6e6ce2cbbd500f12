// From a disk: a browser that opens the site as files starts no workers and knows no index pages. The search
// runs in a hidden frame then, and a link to a folder goes to the page in it. On a server this does nothing.
"use strict";
(() => {
  if (location.protocol !== "file:") return;

  const workers = [];
  window.readerDeliver = (index, data) => workers[index].dispatchEvent(new MessageEvent("message", { data }));

  window.IFrameWorker = class extends EventTarget {
    constructor(address) {
      super();
      const index = workers.push(this) - 1;
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "search";
      const script = new URL(address, document.baseURI).href.replaceAll('"', "%22");
      frame.srcdoc = `<script>self.postMessage = (data) => parent.readerDeliver(${index}, data);</` + "script>"
        + `<script src="${script}"></` + "script>";
      this.ready = new Promise((resolve) => { frame.onload = () => resolve(frame.contentWindow); });
      const attach = () => document.body.append(frame);
      if (document.body) attach();
      else addEventListener("DOMContentLoaded", attach);
    }

    postMessage(data) {
      this.ready.then((target) => target.dispatchEvent(new target.MessageEvent("message", { data })));
    }

    terminate() { }
  };
  window.Worker = window.IFrameWorker;

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link instanceof HTMLAnchorElement && link.protocol === "file:" && link.pathname.endsWith("/")) {
      link.pathname += "index.html";
    }
  }, true);
})();
