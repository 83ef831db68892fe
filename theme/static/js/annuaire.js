/**
 * Shows the form of the directory's filter. What makes it answer (annuaire-vue.js) and the index come
 * when somebody is about to use it, or when the address tells what was chosen. Without this script the
 * lists are complete.
 */
import { typeset } from "./mots.js";

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

for (const sign of ["pointerover", "focusin", "input"]) form.addEventListener(sign, wake);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  wake();
});
addEventListener("hashchange", wake);
if (location.hash.length > 1) wake();
root.prepend(form);
