/**
 * A capsule to follow: its steps to tick, a field under each exercise, and what becomes of the answers.
 * All words are in the page (theme/templates/components/suivi.html); nothing shows without this script.
 */
import { forget, progress, remember, remembered } from "./capsule-memoire.js";
import { afterPause, filled, typeset } from "./mots.js";

const BEFORE_KEEPING = 600;
const root = document.querySelector(".suivi");
const words = root.dataset;
const steps = words.etapes.split(" ").filter((anchor) => document.getElementById(anchor));
const contents = document.querySelector(".sommaire");
const templateOf = (name) => root.querySelector(`template.${name}`).content.firstElementChild;
const panel = templateOf("suivi-panneau").cloneNode(true);
const status = panel.querySelector("[role=status]");
const summary = Object.assign(document.createElement("p"), { className: "suivi-avancement" });
const boxes = new Map();
const fields = new Map();

function keep(change, where = status) {
  const isKept = remember(words.capsule, change);
  if (!isKept) where.textContent = typeset(words.echec);
  return isKept;
}

// --- Steps

function endOf(heading) {
  let last = heading;
  while (last.nextElementSibling && !last.nextElementSibling.matches("h2, section, .footnote, .suivi")) {
    last = last.nextElementSibling;
  }
  return last;
}

function offerStep(anchor) {
  const heading = document.getElementById(anchor);
  const tick = templateOf("suivi-etape").cloneNode(true);
  const box = tick.querySelector("input");
  box.setAttribute("aria-describedby", anchor);
  box.addEventListener("change", () => {
    keep((memory) => {
      memory.etapes = memory.etapes.filter((one) => one !== anchor).concat(box.checked ? anchor : []);
    });
    showSteps(remembered(words.capsule));
  });
  boxes.set(anchor, box);
  endOf(heading).after(tick);
}

function showSteps(memory) {
  const next = steps.find((anchor) => !memory.etapes.includes(anchor));
  for (const [anchor, box] of boxes) {
    box.checked = memory.etapes.includes(anchor);
    contents?.querySelector(`a[href="#${anchor}"]`)?.classList.toggle("etape-faite", box.checked);
  }
  if (!steps.length) return;
  const said = progress(words, steps, memory);
  status.textContent = typeset(next ? said : `${said}. ${words.fini}`);
  summary.textContent = `${typeset(said)}${memory.etapes.length && next ? ". " : ""}`;
  if (memory.etapes.length && next) {
    const title = document.getElementById(next).textContent;
    summary.append(
      Object.assign(document.createElement("a"), {
        href: `#${next}`,
        textContent: filled(words.reprendre, { etape: title }),
      }),
    );
  }
}

// --- Answers

function offerField(exercise) {
  const title = exercise.querySelector(".exercice-titre");
  const answer = templateOf("suivi-reponse").cloneNode(true);
  const [label, field, note] = ["label", "textarea", ".champ-reponse-note"].map((it) => answer.querySelector(it));
  const said = answer.querySelector("[role=status]");
  field.id = label.htmlFor = `champ-${title.id}`;
  label.id = `${field.id}-nom`;
  note.id = `${field.id}-note`;
  field.setAttribute("aria-labelledby", `${label.id} ${title.id}`);
  field.setAttribute("aria-describedby", note.id);
  const keepAnswer = () => {
    const isKept = keep((memory) => {
      if (field.value.trim()) memory.reponses[title.id] = { titre: title.textContent, texte: field.value };
      else delete memory.reponses[title.id];
    }, said);
    if (isKept && field.value.trim()) said.textContent = typeset(words.garde);
    field.dataset.attend = "";
  };
  const keepSoon = afterPause(() => field.dataset.attend && keepAnswer(), BEFORE_KEEPING);
  const keepNow = () => field.dataset.attend && keepAnswer();
  field.addEventListener("input", () => {
    field.dataset.attend = "oui";
    showAnswer(exercise, field);
    keepSoon();
  });
  field.addEventListener("change", keepNow);
  // A telephone may stop the page without another word.
  addEventListener("pagehide", keepNow);
  document.addEventListener("visibilitychange", keepNow);
  answer.querySelector("button").addEventListener("click", () => {
    if (!field.value || !confirm(typeset(words.effacer))) return;
    field.value = "";
    keepAnswer();
    showAnswer(exercise, field);
    said.textContent = typeset(words.efface);
    field.focus();
  });
  fields.set(title.id, { exercise, field, title });
  exercise.append(answer);
}

function showAnswer(exercise, field) {
  exercise.querySelector(".champ-reponse-papier").textContent = field.value;
  exercise.classList.toggle("a-reponse", field.value.trim() !== "");
}

function showAnswers(memory) {
  for (const [id, { exercise, field }] of fields) {
    if (field.dataset.attend) continue;
    field.value = memory.reponses[id]?.texte ?? "";
    showAnswer(exercise, field);
  }
}

function answersInMarkdown() {
  const { etapes, reponses } = remembered(words.capsule);
  const here = [...fields].map(([id, { field, title }]) => [id, title.textContent, field.value.trim()]);
  // Of exercises that were renamed or withdrawn since.
  const gone = Object.entries(reponses).filter(([id]) => !fields.has(id));
  const parts = here.map(([, title, text]) => `## ${title}\n\n${text || typeset(words.sans)}`);
  parts.push(...gone.map(([, { titre, texte }]) => `## ${titre ?? ""}\n\n${texte}`));
  const said = steps.length ? `${progress(words, steps, { etapes })}\n\n` : "";
  return `# ${words.titre}\n\n<${words.adresse}>\n\n${said}${parts.join("\n\n")}\n`;
}

function download() {
  const file = new Blob([answersInMarkdown()], { type: "text/markdown;charset=utf-8" });
  const link = Object.assign(document.createElement("a"), {
    href: URL.createObjectURL(file),
    download: words.fichier,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function forgetAll() {
  if (!confirm(typeset(words.toutEffacer))) return;
  forget(words.capsule);
  for (const { field } of fields.values()) field.dataset.attend = "";
  show();
  status.textContent = typeset(words.toutEfface);
}

function show() {
  const memory = remembered(words.capsule);
  showSteps(memory);
  showAnswers(memory);
}

if (steps.length) contents?.append(summary);
steps.forEach(offerStep);
document.querySelectorAll(".exercice").forEach(offerField);
panel.querySelector(".suivi-telecharger")?.addEventListener("click", download);
panel.querySelector(".suivi-imprimer")?.addEventListener("click", () => print());
panel.querySelector(".suivi-effacer").addEventListener("click", forgetAll);
root.append(panel);
show();
// Another tab of the same capsule.
addEventListener("storage", show);
// A page that the browser shows again as it was left.
addEventListener("pageshow", ({ persisted }) => persisted && show());

// Only a site that browsers can keep the offline page of has a worker that answers from copies.
if (document.body.dataset.horsLigne && "serviceWorker" in navigator && "caches" in globalThis) {
  const { offerCopy } = await import("./capsule-hors-ligne.js");
  await offerCopy(panel.querySelector(".suivi-hors-ligne"), words.capsule, words);
}
