// What is folded is unfolded on paper. A button that prints, where a page has one: without this
// script there is none, and browsers print all the same.
(() => {
  "use strict";
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("main details:not([open])")];
    unfolded.forEach((details) => details.setAttribute("open", ""));
  });
  window.addEventListener("afterprint", () => {
    unfolded.forEach((details) => details.removeAttribute("open"));
    unfolded = [];
  });
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
