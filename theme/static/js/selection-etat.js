/**
 * « Votre sélection »: who is ticked, and the way to their comparison. They are in the fragment of the
 * address, which browsers never send, and nowhere else: links to other pages of the directory take them
 * along. All words are in the page (theme/templates/components/votre-selection.html).
 */
import { filled, typeset } from "./mots.js";
import { chosenIn, hasChoice, isAnchor, MOST, withChoice } from "./selection-adresse.js";
import { offerAll, root } from "./selection-cases.js";

const words = root.dataset;
const status = root.querySelector("[role=status]");
const toComparison = root.querySelector("a");
const compared = document.querySelector(".comparaison");
const comparison = new URL(words.page, location.href);
const directory = new URL("../", comparison).pathname;

let fragment = location.hash.slice(1);
let chosen = [];
let compare = null;

function say(sentence) {
  status.textContent = typeset(sentence);
}

/** Takes the selection that a fragment tells. */
function take(told) {
  const { slugs, isCut } = chosenIn(told);
  chosen = slugs;
  say(isCut ? filled(words.coupee, { n: MOST }) : "");
}

/** Writes a fragment into the address: a step of its own for the way back, or the same step. */
export function write(state, isStep = false) {
  fragment = hasChoice(state) || !hasChoice(fragment) ? state : withChoice(state, chosen);
  if (fragment === location.hash.slice(1)) return;
  const address = fragment ? `#${fragment}` : location.pathname + location.search;
  // The state says that the address was written here, not typed.
  if (isStep) history.pushState(true, "", address);
  else history.replaceState(true, "", address);
}

function choose(slugs) {
  chosen = slugs;
  write(withChoice(fragment, slugs));
  show();
}

function howMany() {
  return chosen.length === 1 ? words.une : filled(words.plusieurs, { n: chosen.length });
}

/** Shows which people of the page are ticked, those that a filter has just brought too. */
export function show() {
  offerAll();
  for (const input of document.querySelectorAll(".choisir input")) input.checked = chosen.includes(input.value);
  toComparison.textContent = typeset(howMany());
  toComparison.hidden = !chosen.length || compared !== null;
  compare?.();
}

/** Takes the person of a check box in or out. */
export function toggle(input, isIn) {
  const others = chosen.filter((slug) => slug !== input.value);
  if (isIn && others.length >= MOST) {
    input.checked = false;
    say(filled(words.pleine, { n: MOST }));
    return;
  }
  choose(isIn ? [...others, input.value] : others);
  say(filled(isIn ? words.ajoutee : words.otee, { nom: input.dataset.nom }));
}

// From page to page ---------------------------------------------------------------------------

/** Lets a link to another page of the directory take the selection along, as it is by then. */
function carry({ target }) {
  const link = hasChoice(fragment) && target.closest?.("a[href]");
  const written = link && link.getAttribute("href");
  if (!written || written.startsWith("#")) return;
  const address = new URL(written, location.href);
  const isPage = address.pathname.startsWith(directory) && address.pathname.endsWith("/");
  if (address.origin !== location.origin || !isPage || isAnchor(address.hash.slice(1))) return;
  address.hash = withChoice(address.hash.slice(1), chosen);
  link.setAttribute("href", address.href);
}

for (const sign of ["click", "auxclick", "contextmenu"]) document.addEventListener(sign, carry, true);

addEventListener("popstate", ({ state }) => {
  const now = location.hash.slice(1);
  if (isAnchor(now)) {
    // A place of the page has been gone to: the address tells again what it told.
    if (fragment) history.replaceState(true, "", `#${fragment}`);
    return;
  }
  if (state && hasChoice(fragment)) {
    // The way back undoes what was filtered, never whom was ticked.
    write(withChoice(now, chosen));
  } else {
    fragment = now;
    take(now);
  }
  show();
});

/** Brings back what was ticked on the page that the way back has just left. */
function comeBack() {
  const { navigationType, from } = globalThis.navigation?.activation ?? {};
  if (navigationType !== "traverse" || !from?.url) return;
  const left = new URL(from.url);
  if (!left.pathname.startsWith(directory) || !hasChoice(left.hash.slice(1))) return;
  take(left.hash.slice(1));
  write(withChoice(fragment, chosen));
}

addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  comeBack();
  show();
});

history.replaceState(true, "");
take(fragment);
if (hasChoice(fragment)) write(withChoice(fragment, chosen));
comeBack();
show();
if (compared) {
  import("./selection-vue.js")
    .then(({ start }) => start(compared, { chosen: () => chosen, choose, say, directory }))
    .then((shown) => {
      compare = shown;
    })
    .catch(() => say(compared.dataset.erreur));
}
