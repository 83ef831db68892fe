/**
 * Buttons that copy a text to paste elsewhere. All words are in the page
 * (theme/templates/components/copier.html); no button shows without this script.
 */
import { typeset } from "./mots.js";

for (const root of document.querySelectorAll(".copier")) {
  const { copie, echec } = root.dataset;
  const status = root.querySelector("[role=status]");
  const button = root.querySelector("template").content.firstElementChild.cloneNode(true);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(root.dataset.texte);
      status.textContent = typeset(copie);
    } catch {
      status.textContent = typeset(echec);
    }
  });
  status.before(button);
}
