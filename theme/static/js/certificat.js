/**
 * The certificate of somebody, in the words of the page
 * (theme/templates/components/mots-du-certificat.html).
 */
import { dayInWords, filled } from "./mots.js";

/**
 * The element of a certificate: `state` is « in-force », « expired » or « none » (in training), `ends` the
 * last day or null; `words` are those of the page.
 */
export function certificate({ title, state, ends }, words) {
  const until = ends && dayInWords(ends);
  const label = {
    none: words.formation,
    expired: until && filled(words.echu, { jour: until }),
    "in-force": until ? filled(words.jusquAu, { jour: until }) : words.valable,
  };
  const element = document.createElement("div");
  element.className = `certification certification-${state}`;
  for (const [name, text] of [["metier", title], ["etat", label[state]]]) {
    const part = document.createElement("span");
    part.className = `certification-${name}`;
    part.textContent = text;
    element.append(part, " ");
  }
  return element;
}
