/**
 * Shows the form of the agenda's filter. What makes it answer (agenda-vue.js) comes when somebody is
 * about to use it, or when the address tells what was chosen. Without this script the list is complete.
 */
import { typeset } from "./mots.js";

const root = document.querySelector(".filtre");
const form = root.querySelector("template").content.firstElementChild.cloneNode(true);
let coming;

function wake() {
  coming ??= import("./agenda-vue.js")
    .then(({ start }) => start(form))
    .catch(() => {
      root.querySelector("[role=status]").textContent = typeset(root.dataset.panne);
    });
}

for (const sign of ["pointerover", "focusin", "input"]) form.addEventListener(sign, wake);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", wake);
if (location.hash.includes("=")) wake();
root.prepend(form);
