/**
 * The check boxes of « Votre sélection », one for each person of the page. Their words are in the page
 * (theme/templates/components/votre-selection.html).
 */
import { filled } from "./mots.js";

export const root = document.querySelector(".selection");

/** Puts the check box of a person, once, on a card or on the person's own page. */
function offer(place) {
  if (place.querySelector(".choisir")) return;
  const link = place.querySelector(".praticien-nom a");
  const name = (link ?? document.querySelector("h1")).textContent.trim();
  const box = root.querySelector("template").content.firstElementChild.cloneNode(true);
  const input = box.querySelector("input");
  input.value = new URL(link?.href ?? location.href).pathname.split("/").at(-2);
  input.dataset.nom = name;
  const sentence = filled(root.dataset.ajouter, { nom: name });
  if (link) input.setAttribute("aria-label", sentence);
  else box.querySelector("span").textContent = sentence;
  place.append(box);
}

/** Puts the boxes that are not there yet. */
export function offerAll() {
  for (const place of document.querySelectorAll(".praticien, .choisir-fiche")) offer(place);
}
