/**
 * The search of the whole site. All words are in the page (theme/templates/components/chercher.html);
 * answers (reponses.js) and Pagefind come when somebody types. Without a script the page is the plan.
 */
import { afterPause, filled, typeset } from "./mots.js";

const AT_ONCE = 10;
const AFTER_TYPING = 200;
const BEFORE_SAYING = 500;
const WORDS_AROUND = 30;
// Of so many results are the pages counted; more would be fetched for a number. Pagefind gives the best
// first: where none of the last ones fits, no further one does.
const MOST_COUNTED = 40;
const LAST_ONES = 10;

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

// francais.js, once something is asked.
let french;
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
let found = { ready: [], results: [] };
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
    show({ ready: [], results: [] });
    hints.hidden = true;
    say("");
    return;
  }
  try {
    french ??= await import("./francais.js");
    const query = french.asked(typed);
    const [answers, { results }] = await Promise.all([answered(typed), pagefind().then((made) => made.search(query))]);
    if (last !== typed) return;
    const shown = new Set(answers.found.map(({ href }) => href));
    const { pages, left } = await fitting(results, query, shown);
    if (last !== typed) return;
    const ready = [...answers.found.map(answerCard), ...pages.map(card)];
    const count = ready.length;
    // Where else to search is no result: it comes after them, and does not count.
    ready.push(...answers.further.map(answerCard));
    show({ ready, results: left, query, shown });
    hints.hidden = count > 0;
    offerWords(answers.near);
    const sentence = left.length ? words.plus : ([words.aucun, words.un][count] ?? words.plusieurs);
    say(filled(sentence, { n: count, mots: typed }));
  } catch {
    for (const part of elsewhere) part.hidden = false;
    show({ ready: [], results: [] });
    hints.hidden = true;
    say(typeset(words.erreur));
  }
}

/** What answers by itself; nothing when the network failed, for the pages may still come. */
async function answered(typed) {
  try {
    const { loadAnswers } = await import("./reponses.js");
    return await (await loadAnswers())(typed);
  } catch {
    return { found: [], further: [], near: [] };
  }
}

/** The first pages that have what was asked for, without those `shown`, and the results left. */
async function fitting(results, query, shown) {
  const looked = await Promise.all(results.slice(0, MOST_COUNTED).map((result) => result.data()));
  const fit = looked.filter((data) => french.fits(query, data));
  const isOver = !looked.slice(-LAST_ONES).some((data) => fit.includes(data));
  return { pages: fit.filter(({ url }) => !shown.has(url)), left: isOver ? [] : results.slice(MOST_COUNTED) };
}

function show(of) {
  found = of;
  const first = found.ready.splice(0, AT_ONCE);
  list.replaceChildren(...first);
  list.hidden = !first.length;
  further.hidden = !found.ready.length && !found.results.length;
}

/** The next results as elements; only theirs are fetched. */
async function next() {
  if (!found.ready.length) {
    const { pages, left } = await fitting(found.results, found.query, found.shown);
    found.results = left;
    found.ready.push(...pages.map(card));
  }
  const coming = found.ready.splice(0, AT_ONCE);
  further.hidden = !found.ready.length && !found.results.length;
  return coming;
}

/** The words that look like what was typed, as links to what they find. */
function offerWords(near) {
  const voisins = hints.querySelector(".chercher-voisins");
  voisins.hidden = !near.length;
  voisins.querySelector("ul").replaceChildren(
    ...near.map((word) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.className = "pastille";
      link.href = `#${new URLSearchParams({ q: word })}`;
      link.textContent = typeset(word);
      item.append(link);
      return item;
    }),
  );
}

const month = new Intl.DateTimeFormat("fr", { month: "long", year: "numeric", timeZone: "UTC" });

/** An answer as a result: its kind and its title are in the page. */
function answerCard({ href, kind, title, detail, text, isExample, month: key }) {
  const element = copied(".trouvaille-modele");
  const link = element.querySelector("a");
  const values = { titre: title, mots: text, mois: key && month.format(new Date(`${key}-01T12:00Z`)) };
  const said = words[`titre_${kind === "lieu" && text ? "lieuEtMots" : kind}`];
  link.href = href;
  link.textContent = said ? filled(said, values) : typeset(title);
  element.querySelector(".trouvaille-genre").textContent = words[`genre_${kind}`] ?? kind;
  element.querySelector(".trouvaille-detail").textContent = typeset(detail ?? "");
  element.querySelector(".exemple").hidden = !isExample;
  element.querySelector(".etat").hidden = true;
  element.querySelector(".trouvaille-extrait").textContent = kind === "lieu" ? "" : typeset(text ?? "");
  return element;
}

function card({ url, meta, excerpt: html }) {
  const element = copied(".trouvaille-modele");
  const link = element.querySelector("a");
  link.href = url;
  link.textContent = french.read(meta.title);
  const isOver = meta.passe && Date.parse(meta.passe) <= Date.now();
  const said = [meta.genre, meta.quand, meta.lieu].filter(Boolean).map(french.read);
  element.querySelector(".trouvaille-genre").textContent = said.shift();
  element.querySelector(".trouvaille-detail").textContent = said.join(" · ");
  element.querySelector(".trouvaille-passe").hidden = !isOver;
  element.querySelector(".exemple").hidden = !meta.exemple;
  const state = element.querySelector(".etat");
  state.textContent = meta.etat;
  state.hidden = !meta.etat;
  element.querySelector(".trouvaille-extrait").append(
    ...french.excerpt(html, meta.title).map(([text, isFound]) => {
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
  more[0]?.querySelector("a").focus();
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
