/**
 * The button that keeps a capsule for when there is no network, and the one that no longer does. All
 * words are in the page (theme/templates/components/suivi.html).
 */
import { copies, dropCopy, keepCopy } from "./capsule-copies.js";
import { dayInWords, filled, typeset } from "./mots.js";

const { copie } = document.documentElement.dataset;

/** Offers, in `place`, to keep the capsule of an address; `words` are those of the page. */
export async function offerCopy(place, address, words) {
  const button = place.querySelector("button");
  const status = place.querySelector("[role=status]");
  let isKept = (await copies()).includes(address);
  const show = () => {
    button.textContent = typeset(isKept ? words.retirer : words.garderHorsLigne);
  };
  button.addEventListener("click", async () => {
    status.textContent = typeset(words.enCours);
    try {
      await (isKept ? dropCopy(address) : keepCopy(address));
      isKept = !isKept;
      status.textContent = typeset(isKept ? words.copieGardee : words.copieRetiree);
    } catch {
      status.textContent = typeset(words.copieEchec);
    }
    show();
  });
  show();
  place.hidden = false;
  if (copie) status.textContent = filled(words.copieDu, { jour: dayInWords(new Date(copie)) });
  // What a visitor asked to keep is kept as it is now.
  else if (isKept) keepCopy(address).catch(() => {});
}
