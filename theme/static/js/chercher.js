/**
 * The search of the whole site. All words are in the page (theme/templates/components/chercher.html);
 * Pagefind comes when somebody types, and what is typed is kept in the fragment of the address, which
 * browsers never send. Without this script the page is the site's plan.
 */
import { asked, excerpt, read } from "./francais.js";
import { afterPause, filled, typeset } from "./mots.js";

const AT_ONCE = 10;
const AFTER_TYPING = 200;
const BEFORE_SAYING = 500;
const WORDS_AROUND = 30;

const root = document.querySelector(".chercher");
const words = root.dataset;
const list = root.querySelector(".trouvailles");
const further = root.querySelector(".chercher-suite");
const hints = root.querySelector(".chercher-pistes");
const status = root.querySelector("[role=status]");
const elsewhere = document.querySelectorAll("[data-sans-recherche]");
const [pageTitle] = document.title.split(" – ").slice(-1);
const heading = document.querySelector("h1").textContent;

function copied(selector) {
  return root.querySelector(selector).content.firstElementChild.cloneNode(true);
}

let engine;

/** Pagefind, loaded once; a later call tries again when the network failed. */
function pagefind() {
  engine ??= import(words.moteur)
    .then(async ({ createInstance }) => {
      const made = createInstance({ noWorker: true, baseUrl: words.base, excerptLength: WORDS_AROUND });
      await made.init();
      return made;
    })
    .catch((error) => {
      engine = undefined;
      throw error;
    });
  return engine;
}

const form = copied(".chercher-modele");
const field = form.elements.q;
let found = [];
let showing = 0;
let last = "";
let isTyping = false;

const say = afterPause((sentence) => {
  status.textContent = sentence;
}, BEFORE_SAYING);

/** Looks for what the field holds; an answer that comes after a newer question is dropped. */
async function search() {
  const typed = field.value.trim();
  last = typed;
  document.title = [typed && filled(words.titre, { mots: typed }), heading, pageTitle].filter(Boolean).join(" – ");
  for (const part of elsewhere) part.hidden = typed !== "";
  if (!typed) {
    show([]);
    hints.hidden = true;
    say("");
    return;
  }
  try {
    const { results } = await (await pagefind()).search(asked(typed));
    if (last !== typed) return;
    await show(results);
    if (last !== typed) return;
    hints.hidden = results.length > 0;
    const sentence = [words.aucun, words.un][results.length] ?? words.plusieurs;
    say(filled(sentence, { n: results.length, mots: typed }));
  } catch {
    for (const part of elsewhere) part.hidden = false;
    show([]);
    hints.hidden = true;
    say(typeset(words.erreur));
  }
}

async function show(results) {
  found = results;
  showing = 0;
  const first = await next();
  if (found !== results) return;
  list.replaceChildren(...first);
  list.hidden = !first.length;
}

/** The next results as elements; only theirs are fetched. */
async function next() {
  const coming = found.slice(showing, showing + AT_ONCE);
  showing += coming.length;
  further.hidden = showing >= found.length;
  return Promise.all(coming.map(async (result) => card(await result.data())));
}

function card({ url, meta, excerpt: html }) {
  const element = copied(".trouvaille-modele");
  const link = element.querySelector("a");
  link.href = url;
  link.textContent = read(meta.title);
  const isOver = meta.passe && Date.parse(meta.passe) <= Date.now();
  const said = [meta.genre, meta.quand, meta.lieu].filter(Boolean).map(read);
  element.querySelector(".trouvaille-genre").textContent = said.shift();
  element.querySelector(".trouvaille-detail").textContent = said.join(" · ");
  element.querySelector(".trouvaille-passe").hidden = !isOver;
  element.querySelector(".exemple").hidden = !meta.exemple;
  const state = element.querySelector(".etat");
  state.textContent = meta.etat;
  state.hidden = !meta.etat;
  element.querySelector(".trouvaille-extrait").append(
    ...excerpt(html, meta.title).map(([text, isFound]) => {
      if (!isFound) return text;
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    }),
  );
  return element;
}

// The address -----------------------------------------------------------------------------------

/** Writes what is asked into the address: a step of its own, or the same step while typing. */
function remember(isStep) {
  const typed = field.value.trim();
  const address = typed ? `#${new URLSearchParams({ q: typed })}` : location.pathname;
  if (typed === remembered()) return;
  history[isStep ? "pushState" : "replaceState"](null, "", address);
}

function remembered() {
  return new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
}

function recall() {
  field.value = remembered();
  isTyping = false;
  return search();
}

// The hand --------------------------------------------------------------------------------------

const typed = afterPause(() => {
  remember(!isTyping);
  isTyping = true;
  search();
}, AFTER_TYPING);

field.addEventListener("input", typed);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember(!isTyping);
  isTyping = false;
  search();
});
further.addEventListener("click", async () => {
  const more = await next();
  list.append(...more);
  more[0].querySelector("a").focus();
});
root.addEventListener("keydown", (event) => {
  const stops = [field, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
  if (at < 0 || to === undefined || !stops[to] || (at === 0 && event.key === "Escape")) return;
  event.preventDefault();
  stops[to].focus();
});
addEventListener("popstate", recall);
addEventListener("hashchange", recall);

status.before(form);
const inQuery = new URLSearchParams(location.search).get("q");
// A question that came in the query is moved to where browsers keep it to themselves.
if (inQuery) history.replaceState(null, "", `${location.pathname}#${new URLSearchParams({ q: inQuery })}`);
recall();
// Who comes from a page of ours to search may type at once; others begin at the top, as on any page.
const isFromHere = document.referrer.startsWith(`${location.origin}/`);
if (isFromHere && !field.value && matchMedia("(pointer: fine)").matches) field.focus();
