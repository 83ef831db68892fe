/**
 * Buttons that copy an address to paste elsewhere. All words are in the page
 * (theme/templates/components/adresse.html); no button shows without this script.
 */
import { typeset } from "./mots.js";

for (const root of document.querySelectorAll(".copier")) {
  const { adresse, copie, echec } = root.dataset;
  const status = root.querySelector("[role=status]");
  const button = root.querySelector("template").content.firstElementChild.cloneNode(true);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(adresse);
      status.textContent = typeset(copie);
    } catch {
      status.textContent = typeset(echec);
    }
  });
  status.before(button);
}
