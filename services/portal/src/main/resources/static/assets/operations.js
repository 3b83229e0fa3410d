// Asks again for what changes by itself, while somebody looks at it and for an hour at most.
(() => {
  "use strict";
  const MOST = 360;
  const over = document.querySelector("[data-refresh-over]");
  let asked = 0;
  let failed = 0;

  function place() {
    return document.querySelector("main [data-refresh]");
  }

  function stop() {
    if (over) {
      over.hidden = false;
    }
  }

  function later() {
    const now = place();
    if (now) {
      window.setTimeout(again, Number(now.dataset.refresh) * 1000);
    }
  }

  function again() {
    const now = place();
    if (!now) {
      return;
    }
    if (document.hidden) {
      document.addEventListener("visibilitychange", again, { once: true });
      return;
    }
    if (asked >= MOST || failed >= 3) {
      stop();
      return;
    }
    asked += 1;
    window.htmx.trigger(now, "refresh");
  }

  if (!place() || !window.htmx) {
    return;
  }
  document.body.addEventListener("htmx:afterRequest", (event) => {
    failed = event.detail.successful ? 0 : failed + 1;
    later();
  });
  document.body.addEventListener("htmx:afterSwap", () => {
    const now = place();
    const verdict = document.querySelector("#verdict");
    // Only a change is worth a screen reader's word.
    if (now && verdict && now.dataset.verdict && verdict.textContent !== now.dataset.verdict) {
      verdict.textContent = now.dataset.verdict;
    }
  });
  later();
})();
