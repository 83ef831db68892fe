// The page « /redaction/verifier/ »: a file's text, pasted or dropped, and what is said of it.
import { createChecker } from "./checker.mjs";
import { createPanel, placeInFile } from "./panel.mjs";

const [folder, name, file, text] = ["dossier", "nom", "fichier", "texte"].map((id) =>
  document.getElementById(id),
);
const panel = createPanel(placeInFile);
panel.element.querySelector("details").open = true;
document.querySelector("main").append(panel.element);
const check = createChecker({
  onStart: panel.start,
  onMessages: panel.tell,
  onRefusal: panel.refuse,
  onError: panel.showError,
  onFailure: panel.fail,
});

const ask = () => {
  if (!text.value.trim()) return panel.hide();
  const named = name.value.trim().split(/[\\/]/).pop().replace(/(\.md)?$/, ".md");
  check({ text: text.value, path: `${folder.value}/${named}` });
};
const take = async (taken) => {
  if (!taken) return;
  name.value = taken.name;
  text.value = await taken.text();
  ask();
};

// A page of the site may name the file that is being corrected.
const asked = new URLSearchParams(window.location.search).get("fichier")?.split("/") ?? [];
if (asked.length === 2) [folder.value, name.value] = asked;
for (const control of [folder, name, text]) control.addEventListener("input", ask);
file.addEventListener("change", () => take(file.files[0]));
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  take(event.dataTransfer.files[0]);
});
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
