/**
 * A button that shares the page: with the system's own sheet where there is one, else by copying its
 * address. All words are in the page (theme/templates/components/partage.html); nothing shows without
 * this script.
 */
import { typeset } from "./mots.js";

const BEFORE_SAYING = 100;
const root = document.querySelector(".partage");
const words = root.dataset;
const status = root.querySelector("[role=status]");
const page = { title: document.querySelector("h1").textContent, url: words.adresse };
const button = root.querySelector("template").content.firstElementChild.cloneNode(true);
const hasSheet = navigator.canShare?.(page) ?? false;

/** Says a sentence, even the same one again. */
function say(sentence) {
  status.textContent = "";
  setTimeout(() => {
    status.textContent = typeset(sentence);
  }, BEFORE_SAYING);
}

async function copy() {
  try {
    await navigator.clipboard.writeText(page.url);
    say(words.copie);
  } catch {
    say(`${words.echec} ${page.url}`);
  }
}

button.querySelector("span").textContent = typeset(hasSheet ? words.partager : words.copier);
button.addEventListener("click", async () => {
  if (!hasSheet) return copy();
  try {
    await navigator.share(page);
  } catch (error) {
    if (error.name !== "AbortError") await copy();
  }
});
status.before(button);
