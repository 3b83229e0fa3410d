// The description of one service, read from its file. Calls are not sent from here: a page of the portal may ask the portal alone.
const place = document.getElementById("description");
SwaggerUIBundle({
  domNode: place,
  url: place.dataset.file,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  supportedSubmitMethods: [],
  validatorUrl: null,
  onComplete: () => {
    place.hidden = false;
    document.getElementById("outline").hidden = true;
  },
});
