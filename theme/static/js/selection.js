/**
 * Shows the check boxes of « Votre sélection ». What makes them answer (selection-etat.js) comes when one
 * is ticked, or when an address tells whom somebody chose. Nothing shows without this script.
 */
import { typeset } from "./mots.js";
import { hasChoice } from "./selection-adresse.js";
import { offerAll, root } from "./selection-cases.js";

function wake() {
  return import("./selection-etat.js").catch((error) => {
    root.querySelector("[role=status]").textContent = typeset(root.dataset.erreur);
    throw error;
  });
}

offerAll();
document.addEventListener("change", async ({ target }) => {
  if (!target.matches(".choisir input")) return;
  const isIn = target.checked;
  try {
    const { toggle } = await wake();
    toggle(target, isIn);
  } catch {
    target.checked = !isIn;
  }
});

/** Wakes it where the address, or that of the page one comes back from, tells a choice. */
function wakeIfTold() {
  const told = [location.href, globalThis.navigation?.activation?.from?.url].filter(Boolean);
  const isTold = told.some((address) => hasChoice(new URL(address).hash.slice(1)));
  if (isTold || document.querySelector(".comparaison")) wake().catch(() => {});
}

wakeIfTold();
addEventListener("hashchange", wakeIfTold);
// A page that the browser kept is shown again as it was left.
addEventListener("pageshow", wakeIfTold);
