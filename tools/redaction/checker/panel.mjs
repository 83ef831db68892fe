// « Ce que le vérificateur en dit »: the messages, the gravest first, below what is being written.
import { element } from "../element.mjs";

const TITLE = "Ce que le vérificateur en dit";
const KINDS = [
  ["erreur", "erreur", "erreurs"],
  ["conseil", "conseil", "conseils"],
  ["rappel", "rappel", "rappels"],
];
const STAYS = "Ce texte reste dans votre navigateur.";
const UNLESS_ADDED =
  "Le vérificateur connaît ici ce que le site publie : si ce fichier a été ajouté depuis, ne changez rien.";
const LATER =
  "La forge vérifiera encore, à chaque enregistrement, les images et ce que plusieurs fichiers disent ensemble.";
const FAILED =
  "Le vérificateur n’a pas pu se charger. Rechargez la page, ou continuez sans lui : la forge vérifie chaque enregistrement.";

const UNREADABLE =
  "Le vérificateur n’a pas pu lire ce texte : l’erreur vient de lui. La forge, elle, le vérifiera à l’enregistrement.";

// No line begins or ends with a sign that French keeps beside its word.
const typeset = (words) => words.replace(/ (?=[»:;!?])|(?<=«) /g, "\u00a0");

const counted = (messages) =>
  KINDS.map(([kind, one, several]) => {
    const number = messages.filter(({ severity }) => severity === kind).length;
    return number && `${number} ${number > 1 ? several : one}`;
  })
    .filter(Boolean)
    .join(", ");

// The words around the place, with the place itself marked.
const excerptOf = ({ excerpt, column, end_column: end }) => {
  const from = Math.max(0, column - 1 - 40);
  const before = [from ? "…" : "", excerpt.slice(from, column - 1)];
  const shown = element("code", { className: "extrait" }, ...before);
  shown.append(element("mark", {}, excerpt.slice(column - 1, end - 1)));
  const rest = excerpt.slice(end - 1);
  shown.append(rest.length > 60 ? `${rest.slice(0, 60)}…` : rest);
  return shown;
};

const itemOf = (message, placeOf) => {
  const { severity, message: says, fix, help, excerpt } = message;
  const item = element("li", { className: severity });
  const place = placeOf(message);
  const words = typeset(` · ${place ? `${place} : ` : ""}${says}`);
  item.append(element("p", { className: "dit" }, element("strong", {}, severity), words));
  if (excerpt.trim()) item.append(element("p", {}, excerptOf(message)));
  item.append(element("p", { className: "remede" }, `→ ${fix}`));
  if (help) item.append(element("p", { className: "aide" }, help));
  if (message.unless_added) item.append(element("p", { className: "aide" }, typeset(UNLESS_ADDED)));
  return item;
};

// Where a message stands in a form: its field, or the text.
export const placeInForm = ({ field, excerpt }) => field || (excerpt.trim() ? "Texte" : "");
// Where it stands in a file.
export const placeInFile = ({ line, excerpt }) => (excerpt.trim() ? `ligne ${line}` : "");

export const createPanel = (placeOf) => {
  const state = element("span", { className: "etat" });
  state.setAttribute("role", "status");
  state.setAttribute("aria-live", "polite");
  const title = element("summary", {}, element("span", { className: "titre" }, TITLE), " ", state);
  const list = element("ul", {});
  const note = element("p", { className: "aide" }, `${STAYS} ${LATER}`);
  const fold = element("details", {}, title, list, note);
  fold.open = window.matchMedia("(min-width: 60rem)").matches;
  const panel = element("section", { className: "verification" }, fold);
  panel.setAttribute("aria-label", TITLE);
  panel.hidden = true;

  const show = (words, kind, items) => {
    panel.hidden = false;
    panel.dataset.kind = kind;
    const said = typeset(words);
    if (state.textContent !== said) state.textContent = said;
    list.replaceChildren(...items);
  };

  return {
    element: panel,
    start: () => show("se prépare…", "attente", []),
    refuse: (words) => show(words, "attente", []),
    showError: () => show(UNREADABLE, "panne", []),
    fail: () => show(FAILED, "panne", []),
    tell: (messages) => {
      const kind = messages[0]?.severity ?? "rien";
      const items = messages.map((message) => itemOf(message, placeOf));
      show(counted(messages) || "rien à redire", kind, items);
    },
    hide: () => {
      panel.hidden = true;
    },
  };
};
