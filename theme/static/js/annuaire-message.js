/**
 * A ready message to the secretariat, of what was looked for or of who was chosen: to be sent by mail, or
 * copied where there is no program for it. Its words are in the page
 * (theme/templates/components/message.html).
 */
import { filled, typeset } from "./mots.js";

/** Takes the element of the message; returns { tell }. */
export function start(root) {
  const words = root.dataset;
  const area = root.querySelector("textarea");
  const link = root.querySelector("a[href^='mailto:']");
  const address = link.href.split("?")[0];
  const said = root.querySelector(".message-etat");

  root.querySelector("button").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(area.value);
      said.textContent = typeset(words.copie);
    } catch {
      area.select();
      said.textContent = typeset(words.echec);
    }
  });

  area.addEventListener("input", writeLink);

  function writeLink() {
    const fields = { subject: typeset(words.objet), body: area.value };
    const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    link.href = `${address}?${query.join("&")}`;
  }

  return {
    /** Writes what is told, as pairs of a sentence of the page and its words; empty words are left out. */
    tell(parts, isOpen = false) {
      const told = parts.flatMap(([sentence, of]) => (of ? [filled(words[sentence], { of })] : []));
      area.value = typeset([words.debut, ...told, words.fin].join("\n"));
      area.rows = told.length + 5;
      if (isOpen) root.open = true;
      writeLink();
    },
  };
}
