/**
 * Makes the form of the directory's filter answer (annuaire.js shows it). All words are in the page
 * (theme/templates/components/recherche.html); what is chosen is kept in the fragment of the
 * address, which browsers never send. Without this script the lists are complete.
 */
import { filtered, GROUPS, people, places, profileWords, TRAITS } from "./annuaire-filtre.js";
import { start as messageOf } from "./annuaire-message.js";
import { certificate } from "./certificat.js";
import { lexicon } from "./lexique.js";
import { afterPause, dayInWords, filled, roundKilometres, typeset } from "./mots.js";
import { stem, tokens } from "./racines.js";
import { show as showSelection, write } from "./selection-etat.js";
import { townAmong } from "./villes.js";
import { loadWords } from "./vocabulaire.js";

const AT_ONCE = 20;
const AFTER_TYPING = 150;
const BEFORE_SAYING = 500;
const ALTERNATIVES = 4;
const NEAREST = 3;
const BEFORE_A_TOWN = /\s*(?<!\S)(?:à|a|au|aux|en|dans|vers|sur|près de|autour de|de)$/i;

const root = document.querySelector(".recherche");
const status = root.querySelector("[role=status]");
const results = root.querySelector(".recherche-resultats");
const words = results.dataset;
const groups = results.querySelector(".recherche-groupes");
const further = results.querySelector(".recherche-suite");
const panel = document.querySelector(".annuaire-cote");
const hints = results.querySelector(".recherche-pistes");
const understood = results.querySelector(".recherche-compris");
const lists = document.querySelectorAll("[data-sans-recherche]");

function howMany(count) {
  return count === 1 ? words.une : filled(words.plusieurs, { n: count });
}

function copied(selector) {
  return root.querySelector(selector).content.firstElementChild.cloneNode(true);
}

// Cards ---------------------------------------------------------------------------------------

function requests({ accepts, ends }) {
  const element = document.createElement("p");
  element.className = accepts ? "demandes" : "demandes demandes-closes";
  element.textContent = filled(accepts ? words.demandes : words.sansDemandes, { jour: dayInWords(ends) });
  return element;
}

/** The card of somebody who is on no list of this page. */
function written(person, wordsOf) {
  const card = copied(".recherche-fiche-modele");
  const link = card.querySelector("a");
  link.href = person.url;
  link.textContent = person.name;
  card.querySelector(".exemple").hidden = !person.isExample;
  const place = [person.town, person.region?.[1]].filter(Boolean).join(", ");
  card.querySelector(".praticien-lieu").textContent = wordsOf("distance").length
    ? `${place} ${words.distance}`
    : place;
  for (const [key, name] of [["public", "publics"], ["langue", "langues"]]) {
    card.querySelector(`.praticien-${name} span:last-child`).textContent = wordsOf(key).join(", ");
  }
  const held = person.certificates.map((each) => certificate(each, words));
  card.querySelector(".praticien-texte").append(...(person.requests ? [requests(person.requests)] : []), ...held);
  const frame = card.querySelector(".portrait");
  if (person.portrait) {
    const picture = Object.assign(new Image(), { loading: "lazy", alt: "", src: person.portrait });
    frame.append(picture);
  } else {
    const initials = document.createElement("span");
    initials.className = "portrait-initiales";
    initials.ariaHidden = "true";
    initials.textContent = person.initials;
    frame.append(initials);
  }
  return card;
}

/** The card that the page already has, its name a heading below that of its group. */
function borrowed(card) {
  const copy = card.cloneNode(true);
  copy.removeAttribute("id");
  const heading = document.createElement("h3");
  heading.className = "praticien-nom";
  const shown = copy.querySelector(".praticien-nom");
  heading.append(...shown.childNodes);
  shown.replaceWith(heading);
  return copy;
}

const cards = new Map();

function card(person, wordsOf) {
  if (!cards.has(person.slug)) {
    const shown = document.getElementById(person.slug);
    cards.set(person.slug, shown ? borrowed(shown) : written(person, wordsOf));
  }
  return cards.get(person.slug);
}

/** Says on a card how far somebody's town is from the place that was typed. */
function tellDistance(element, person, near) {
  element.querySelector(".praticien-ecart")?.remove();
  if (!near || !Number.isFinite(near.km)) return;
  const km = roundKilometres(near.km);
  const line = document.createElement("p");
  line.className = "praticien-ecart";
  line.textContent = km < 3 ? words.surPlace : filled(words.kilometres, { n: km });
  element.querySelector(".praticien-lieu").after(line);
}

// The filter ----------------------------------------------------------------------------------

/** Fills the form and lets it work; what was typed into it before is kept. */
export async function start(form) {
  const answer = await fetch(root.dataset.index);
  if (!answer.ok) throw new Error(root.dataset.index);
  const index = await answer.json();
  const known = places(index);
  const scope = new URLSearchParams(root.dataset.scope);
  const everybody = people(index).filter((person) =>
    [...scope].every(([key, slug]) => {
      const facet = known.facets.get(key);
      return person.choices[facet].includes(known.words[facet].get(slug));
    }),
  );
  const shownWords = (person, key) => {
    const facet = known.facets.get(key);
    return person.choices[facet].map((word) => index.facets[facet][2][word][1]);
  };

  const options = offered(form, index, scope);
  const { texte, lieu, rayon } = form.elements;
  const boxes = Object.keys(TRAITS).map((trait) => form.elements[trait]);
  const choices = root.querySelector(".recherche-lieux");
  const message = messageOf(results.querySelector(".message"));
  const reset = form.querySelector("[type=reset]");
  const usualRadius = rayon.value;
  let place = null;
  let unknown = "";
  let showing = AT_ONCE;

  function wanted() {
    const facets = index.facets.map(() => []);
    for (const { input, facet, word } of options) if (input.checked) facets[facet].push(word);
    return { facets, said: said(), traits: checked().map(({ name }) => name), place, radius: Number(rayon.value) };
  }

  function checked() {
    return boxes.filter((box) => box.checked);
  }

  // The words: the lexicon and what the profiles say come when somebody types -------------------

  let understand = null;
  let texts = null;
  let lexicalWords = null;

  /** Brings the lexicon and the profiles' words, once; without them words are only those of names. */
  function loadLexicon() {
    lexicalWords ??= loadWords()
      .then((words) => {
        texts = profileWords(words.profiles);
        const spelled = new Set(words.profiles.stems.split(" "));
        understand = lexicon(
          words.entries.map((entry) => [entry, [entry.name, ...entry.phrases]]),
          {
            isName: (word) => everybody.some(({ text }) => text.includes(` ${word}`)),
            isWord: (word) => spelled.has(stem(word)) || towns.has(word),
          },
        );
      })
      .catch(() => {
        lexicalWords = null;
      });
    return lexicalWords;
  }

  // A town among the words typed is offered as the place; a large one is not taken for a slip of one of
  // our words.
  const towns = new Set();
  let townTyped = null;

  async function findTownTyped() {
    townTyped = null;
    const typed = texte.value;
    if (!understand || lieu.value.trim()) return;
    const findPlaces = async (words) => (await namedPlaces()).findPlaces(words);
    const isNamed = (word) => everybody.some(({ name }) => tokens(name).includes(word));
    const town = await townAmong(typed, understand(typed), isNamed, findPlaces);
    if (!town || texte.value !== typed) return;
    const { words, found } = town;
    townTyped = { words: tokens(`${words} ${found.name}`), label: found.label };
    if (!found.isVillage) for (const word of tokens(words)) towns.add(word);
  }

  /** Takes the town out of the words and makes it the place. */
  async function takeTown() {
    const isOther = (word) => !tokens(word).some((token) => townTyped.words.includes(token));
    texte.value = texte.value.split(/\s+/).filter(isOther).join(" ").replace(BEFORE_A_TOWN, "");
    lieu.value = townTyped.label;
    townTyped = null;
    await locate(true);
    focusStatus();
    act(true);
  }

  /** What the words typed lead to, as facets and their words. */
  function said() {
    if (!understand) return { meanings: [], rest: tokens(texte.value) };
    const { meanings, rest } = understand(texte.value);
    const placed = ({ key, slug }) => {
      const facet = known.facets.get(key);
      return [facet, known.words[facet].get(slug)];
    };
    return {
      rest,
      meanings: meanings.map((meant) => ({ ...meant, values: meant.ids.map(placed), also: meant.also.map(placed) })),
    };
  }

  function fragment() {
    const state = new URLSearchParams();
    for (const { input } of options) if (input.checked) state.append(input.name, input.value);
    for (const { name, value } of checked()) state.set(name, value);
    if (texte.value.trim()) state.set("texte", texte.value.trim());
    if (lieu.value.trim()) state.set("lieu", lieu.value.trim());
    if (rayon.value !== usualRadius) state.set("rayon", rayon.value);
    return state.toString();
  }

  async function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const { input } of options) input.checked = state.getAll(input.name).includes(input.value);
    for (const box of boxes) box.checked = state.has(box.name);
    texte.value = state.get("texte") ?? "";
    const changed = (state.get("lieu") ?? "") !== lieu.value;
    lieu.value = state.get("lieu") ?? "";
    rayon.value = state.get("rayon") ?? usualRadius;
    if (texte.value) await loadLexicon();
    await findTownTyped();
    if (changed) await locate(true);
    show();
  }

  const say = afterPause((sentence) => {
    status.textContent = sentence;
  }, BEFORE_SAYING);

  function show() {
    const want = wanted();
    const answer = filtered(everybody, known, want, texts);
    for (const { input, facet, word, count, label } of options) {
      const more = answer.counts[facet][word];
      count.textContent = more;
      label.classList.toggle("recherche-option-vide", more === 0 && !input.checked);
    }
    for (const { name, parentElement: label } of boxes) {
      label.querySelector(".pastille-nombre").textContent = answer.having[name];
    }
    const isFiltered = fragment() !== "" && (place || !onlyPlaceTyped(want));
    reset.hidden = fragment() === "";
    results.hidden = !isFiltered;
    for (const part of lists) part.hidden = isFiltered;
    if (!isFiltered) {
      say(unknown);
      return;
    }
    const nearest = answer.found.some(({ near }) => !near || near.group !== "distance")
      ? []
      : answer.beyond.slice(0, NEAREST);
    const shown = [...answer.found.slice(0, showing), ...nearest];
    groups.replaceChildren(
      ...["", ...GROUPS].flatMap((group) => {
        const of = shown.filter(({ near }) => (near?.group ?? "") === group);
        const all = group === "loin" ? nearest : answer.found.filter(({ near }) => (near?.group ?? "") === group);
        return of.length ? [section(group, of, all.length)] : [];
      }),
    );
    showSelection();
    further.hidden = answer.found.length <= showing;
    suggest(answer);
    const count = answer.found.length;
    const asked = [
      ["lieu", place?.label ?? lieu.value.trim()],
      ["situation", texte.value.trim()],
      ["criteres", criteria()],
    ];
    message.tell(asked, count === 0);
    say([unknown, count ? summary(answer.found) : words.aucune].filter(Boolean).join(" "));
    const meant = want.said.meanings.flatMap(({ ids }) => ids.map(({ name }) => name));
    const isTold = meant.length && count;
    understood.textContent = isTold ? filled(words.compris, { mots: [...new Set(meant)].join(", ") }) : "";
  }

  /** A group of people under its title. */
  function section(group, of, count) {
    const element = copied(".recherche-groupe-modele");
    const title = words[`titre${group}`] ?? words.titre;
    element.querySelector("h2").textContent = filled(title, { lieu: place?.label, n: howMany(count), km: rayon.value });
    element.querySelector("ul").append(
      ...of.map(({ person, near }) => {
        const item = card(person, (key) => shownWords(person, key));
        tellDistance(item, person, near);
        return item;
      }),
    );
    return element;
  }

  /** How many people, and in which way they answer to the place. */
  function summary(found) {
    if (!place) return counted(found);
    const parts = GROUPS.flatMap((group) => {
      const count = found.filter(({ near }) => near.group === group).length;
      return count ? [filled(words[`compte${group}`], { n: count, km: rayon.value })] : [];
    });
    return filled(words.pour, { n: howMany(found.length), lieu: place.label, parts: parts.join(", ") });
  }

  function criteria() {
    const chosen = options.filter(({ input }) => input.checked);
    const names = chosen.map(({ label }) => label.querySelector("span").textContent);
    names.push(...checked().map(({ name }) => called(name)));
    return names.join(", ");
  }

  /** How many people answer to all of it, then to a part. */
  function counted(found) {
    const whole = found.filter(({ off }) => off === 0).length;
    const part = found.length - whole;
    if (!part || !whole) return howMany(found.length);
    return filled(part === 1 ? words.puisUne : words.puisPlusieurs, { n: howMany(whole), m: part });
  }

  function onlyPlaceTyped(want) {
    return !want.traits.length && !want.said.meanings.length && !want.said.rest.length && want.facets.every((chosen) => !chosen.length);
  }

  /** Offers a town typed as the place and, when nobody answers to everything, one criterion less. */
  function suggest(answer) {
    const ways = answer.found.length
      ? []
      : [...answer.without].sort((one, other) => other[1] - one[1]).slice(0, ALTERNATIVES);
    const offers = ways.map(([criterion, count]) => {
      const sentence = criterion === "lieu" ? words.plusLoin : words.sans;
      return offer(filled(sentence, { critere: called(criterion), n: howMany(count) }), () => drop(criterion));
    });
    if (townTyped) offers.unshift(offer(filled(words.commeLieu, { lieu: townTyped.label }), takeTown));
    hints.hidden = !offers.length;
    hints.replaceChildren(...offers);
  }

  function offer(sentence, take) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pastille";
    button.textContent = sentence;
    button.addEventListener("click", take);
    item.append(button);
    return item;
  }

  function called(criterion) {
    if (criterion === "texte") return texte.value.trim();
    if (criterion in TRAITS) return form.elements[criterion].parentElement.querySelector("span").textContent;
    const chosen = options.filter(({ input, facet }) => facet === criterion && input.checked);
    return chosen.map(({ label }) => label.querySelector("span").textContent).join(", ");
  }

  function drop(criterion) {
    if (criterion === "texte") texte.value = "";
    else if (criterion in TRAITS) form.elements[criterion].checked = false;
    else if (criterion === "lieu") forget();
    else for (const { input, facet } of options) if (facet === criterion) input.checked = false;
    focusStatus();
    act(true);
  }

  function focusStatus() {
    status.tabIndex = -1;
    status.focus();
  }

  function forget() {
    lieu.value = "";
    place = null;
    unknown = "";
    choices.hidden = true;
  }

  function act(isStep) {
    showing = AT_ONCE;
    write(fragment(), isStep);
    show();
  }

  // The place: the script and the names come when somebody needs them ---------------------------

  async function namedPlaces() {
    return import("./lieux.js");
  }

  /** Finds the place typed; `isDone` takes the likeliest when the name is not whole. */
  async function locate(isDone) {
    const typed = lieu.value.trim();
    if (!typed) {
      forget();
      return;
    }
    const { findPlaces, told } = await namedPlaces();
    const answer = await findPlaces(typed);
    if (lieu.value.trim() !== typed) return;
    const isKnown = answer.certainty === "sure" || answer.certainty === "ask";
    place = isKnown || isDone ? (answer.places[0] ?? null) : null;
    choices.hidden = answer.places.length < 2 && Boolean(place || !answer.places.length);
    choices.replaceChildren(...answer.places.map(choice));
    unknown = place || !answer.places.length ? told(answer, typed, words) : "";
  }

  function choice(found) {
    const item = offer(found.label, ({ currentTarget }) => {
      place = found;
      lieu.value = found.label;
      unknown = "";
      for (const other of choices.querySelectorAll("button")) {
        other.ariaCurrent = other === currentTarget ? "true" : null;
      }
      act(true);
    });
    if (place && found.label === place.label) item.firstElementChild.ariaCurrent = "true";
    return item;
  }

  let isTyping = false;
  const typedText = afterPause(async () => {
    await loadLexicon();
    await findTownTyped();
    act(!isTyping);
    isTyping = true;
  }, AFTER_TYPING);
  const typedPlace = afterPause(async () => {
    await locate(false);
    act(!isTyping);
    isTyping = true;
  }, AFTER_TYPING);

  texte.addEventListener("input", typedText);
  texte.addEventListener("focus", loadLexicon, { once: true });
  lieu.addEventListener("input", typedPlace);
  lieu.addEventListener("focus", async () => (await namedPlaces()).loadPlaces(), { once: true });
  const changed = async ({ target }) => {
    isTyping = false;
    if (target === lieu) {
      await locate(true);
      write(fragment());
      show();
    } else if (target !== texte) act(true);
  };
  form.addEventListener("change", changed);
  panel.addEventListener("change", changed);
  form.addEventListener("submit", () => {
    lieu.dispatchEvent(new Event("change", { bubbles: true }));
  });
  form.addEventListener("reset", () => {
    forget();
    setTimeout(() => {
      act(true);
      texte.focus();
    });
  });
  further.addEventListener("click", () => {
    const next = showing;
    showing += AT_ONCE;
    show();
    groups.querySelectorAll(".praticien-nom a")[next].focus();
  });
  addEventListener("popstate", recall);

  if (fragment()) {
    if (texte.value) await loadLexicon();
    await findTownTyped();
    await locate(true);
    act(true);
  } else await recall();
}

/**
 * The choices of the index's facets, but those that the page itself has settled: they take the place of
 * the links that stand beside the list without a script.
 */
function offered(form, index, scope) {
  const options = [];
  const choices = copied(".recherche-criteres-modele");
  for (const input of choices.querySelectorAll("input, select")) input.setAttribute("form", form.id);
  // Places last: the first question asks for them.
  const places = ["region", "pays"];
  const order = [...index.facets.keys()].sort(
    (one, other) => places.includes(index.facets[one][0]) - places.includes(index.facets[other][0]),
  );
  for (const facet of order) {
    const [key, title, values] = index.facets[facet];
    if (scope.has(key) || !values.length) continue;
    const group = copied(".recherche-facette-modele");
    group.querySelector("legend").textContent = title;
    values.forEach(([slug, name], word) => {
      const label = copied(".recherche-option-modele");
      const input = label.querySelector("input");
      Object.assign(input, { name: key, value: slug });
      input.setAttribute("form", form.id);
      label.querySelector("span").textContent = typeset(name);
      group.append(label);
      options.push({ input, facet, word, label, count: label.querySelector(".pastille-nombre") });
    });
    choices.append(group);
  }
  options.sort((one, other) => one.facet - other.facet);
  panel.querySelector(".choix")?.remove();
  panel.prepend(choices);
  return options;
}
