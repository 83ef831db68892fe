/**
 * Where one stands in the path of the capsules, and what erases all that this browser remembers of them.
 * All words are in the page (theme/templates/components/memoire.html); nothing shows without this script.
 */
import { copies, dropCopy } from "./capsule-copies.js";
import { forget, progress, remembered, rememberedCapsules } from "./capsule-memoire.js";
import { typeset } from "./mots.js";

const root = document.querySelector(".memoire");
const words = root.dataset;
const status = root.querySelector("[role=status]");

let kept = [];

function said(card) {
  const memory = remembered(card.dataset.capsule);
  const steps = card.dataset.etapes.split(" ").filter(Boolean);
  const parts = [];
  if (memory.etapes.some((step) => steps.includes(step))) parts.push(progress(words, steps, memory));
  if (Object.keys(memory.reponses).length) parts.push(words.repondu);
  if (kept.includes(card.dataset.capsule)) parts.push(words.horsLigne);
  return typeset(parts.join(", "));
}

function show() {
  for (const card of document.querySelectorAll(".capsule")) {
    card.querySelector(".capsule-avancement")?.remove();
    const text = said(card);
    const line = Object.assign(document.createElement("p"), { className: "capsule-avancement", textContent: text });
    if (text) card.querySelector(".capsule-titre").after(line);
  }
  root.querySelector(".suivi-panneau")?.remove();
  if (!rememberedCapsules().length && !kept.length) return;
  const panel = root.querySelector("template").content.firstElementChild.cloneNode(true);
  panel.querySelector("button").addEventListener("click", async () => {
    if (!confirm(typeset(words.toutEffacer))) return;
    rememberedCapsules().forEach(forget);
    await Promise.all(kept.map(dropCopy));
    kept = [];
    show();
    status.textContent = typeset(words.toutEfface);
  });
  root.append(panel);
}

/** Finds the copies; one of a capsule that has left the site is kept no longer. */
async function findCopies() {
  const listed = [...document.querySelectorAll(".capsule")].map((card) => card.dataset.capsule);
  const found = await copies();
  await Promise.all(found.filter((address) => !listed.includes(address)).map(dropCopy));
  kept = found.filter((address) => listed.includes(address));
  if (kept.length) show();
}

show();
if ("caches" in globalThis) findCopies().catch(() => {});
addEventListener("storage", show);
addEventListener("pageshow", ({ persisted }) => persisted && show());
