/**
 * Shows the form of the directory's filter. What makes it answer (annuaire-vue.js) and the index come
 * when somebody is about to use it, or when the address tells what was chosen. Without this script the
 * lists are complete.
 */
import { typeset } from "./mots.js";
import { hasFilter } from "./selection-adresse.js";

const root = document.querySelector(".recherche");
const form = root.querySelector(".recherche-modele").content.firstElementChild.cloneNode(true);
let coming;

function wake() {
  coming ??= import("./annuaire-vue.js")
    .then(({ start }) => start(form))
    .catch(() => {
      const { erreur } = root.querySelector(".recherche-resultats").dataset;
      root.querySelector("[role=status]").textContent = typeset(erreur);
    });
}

const panel = root.querySelector(".annuaire-cote");
const toPanel = root.querySelector(".recherche-vers");
const beside = matchMedia("(min-width: 62rem)");

for (const sign of ["pointerover", "focusin", "input"]) {
  form.addEventListener(sign, wake);
  toPanel.addEventListener(sign, wake);
}
// Where the panel stands beside the list, it needs no sheet: the button leads to it.
toPanel.addEventListener("click", (event) => {
  wake();
  if (!beside.matches) return;
  event.preventDefault();
  panel.focus();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  wake();
});
addEventListener("hashchange", wake);
// A selection alone (selection.js) asks nothing of the filter.
if (hasFilter(location.hash.slice(1))) wake();
form.querySelector(".boutons").append(toPanel);
root.querySelector(".recherche-barre").prepend(form);
