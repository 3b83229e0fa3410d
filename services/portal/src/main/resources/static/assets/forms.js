// A form is sent once: a second press of a button while the answer is awaited would be told that
// somebody else had changed what its own first press changed.
(() => {
  "use strict";
  let sent = new WeakSet();
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.getAttribute("method") !== "post") {
      return;
    }
    if (sent.has(event.target)) {
      event.preventDefault();
    } else {
      sent.add(event.target);
    }
  });
  // Whoever comes back to the page, or is kept on it, may send again.
  window.addEventListener("pageshow", () => {
    sent = new WeakSet();
  });
})();
