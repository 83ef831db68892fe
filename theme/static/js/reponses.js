/**
 * What the search answers by itself, before it looks into pages: the page of a name, the people of a
 * theme, the next dates, a place in the directory. Format: plugins/association/site/search_answers.py.
 */
import { BY_PART, BY_STEM, EXACT, fullTokens, isOneSlip, lexicon } from "./lexique.js";
import { stem, tokens } from "./racines.js";
import { townAmong } from "./villes.js";
import { loadWords } from "./vocabulaire.js";

const MOST_DATES = 4;
const MOST_NEAR = 4;
const SHORTEST_SLIP = 5;
const SHORTEST_BEGINNING = 3;
const ALIKE = 0.5;
const MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(" ");
const PRICES = new Set("prix tarif cout couter coute coutent payer payant payante euro devis honoraire remunerer".split(" ").map(stem));
const FREE = new Set("gratuit gratuite gratuitement gratis".split(" ").map(stem));
const NEXT = new Set("prochain prochaine prochainement date calendrier bientot venir quand inscription inscrire".split(" ").map(stem));
const ASKING = new Set("combien y".split(" ").map(stem));

let coming;

/** Brings what answers, once; a later call tries again when the network failed. */
export function loadAnswers() {
  coming ??= Promise.all([fetched(), loadWords()])
    .then(([answers, { entries }]) => answering(answers, entries))
    .catch((error) => {
      coming = undefined;
      throw error;
    });
  return coming;
}

async function fetched() {
  const answer = await fetch(new URL("../../recherche/reponses.json", import.meta.url));
  if (!answer.ok) throw new Error(answer.url);
  return answer.json();
}

function split(words) {
  return words ? words.split("|") : [];
}

/** Returns a function of a text and an instant: { found: [answers, best first], further: [where else to search], near: [words] }. */
export function answering(data, subjects) {
  const pages = data.pages.map(([href, kind, title, text, words]) => ({ type: "page", href, kind, title, text, words: split(words) }));
  const categories = data.categories.map(([name, words, href]) => ({ type: "category", name, href, words: split(words) }));
  const lists = subjects.map(({ key, slug, name, phrases }) => ({
    type: "subject",
    href: `${data.lists[key]}${slug}/`,
    name,
    words: phrases,
  }));
  const people = data.people.map(([href, name, place, isExample]) => ({ href, name, place, isExample, tokens: tokens(name) }));
  const dates = data.dates.map(([over, href, title, when, where, category, price, isExample, month]) => ({
    over: Date.parse(over), href, title, when, where, category, price, isExample, month,
  }));
  const areas = new Map(data.places.map((name) => [tokens(name).join(" "), name]));
  const names = new Set(people.flatMap((person) => person.tokens));
  const entries = [
    ...pages.map((page) => [page, [page.title, ...page.title.split(/\s*[:?!]\s*/).filter(Boolean), ...page.words]]),
    ...categories.map((category) => [category, [category.name, ...category.words]]),
    ...lists.map((list) => [list, [list.name, ...list.words]]),
  ];
  const isOther = (word) => [PRICES, FREE, NEXT].some((of) => of.has(stem(word))) || MONTHS.includes(word) || names.has(word);
  const surely = lexicon(entries, { isWord: () => true });
  const likely = lexicon(entries, { isWord: isOther });
  const spelled = new Set(entries.flatMap(([, phrases]) => phrases.flatMap((phrase) => (tokens(phrase).length === 1 ? [phrase] : []))));

  const person = ({ href, name, place, isExample }) => ({ href, title: name, kind: "personne", detail: place, isExample });
  const date = ({ href, title, when, where, price, isExample }) => ({
    href, title, kind: "date", detail: [when, where, price].filter(Boolean).join(" · "), isExample,
  });

  /** The next dates that fit, one of each event. */
  function next(fits, now) {
    const seen = new Set();
    const to = dates.filter((one) => one.over > now && fits(one) && !seen.has(one.title) && seen.add(one.title));
    return to.slice(0, MOST_DATES).map(date);
  }

  /** Who is named by a text: all its words are theirs, or all of their name is in it. */
  function named(words, isSlipAllowed) {
    const isSame = (typed, name) =>
      typed === name || (isSlipAllowed && Math.min(typed.length, name.length) >= SHORTEST_SLIP - 1 && typed.length >= SHORTEST_SLIP && isOneSlip(typed, name));
    const begins = (typed, name) => typed.length >= SHORTEST_BEGINNING && name.startsWith(typed);
    return people.filter(({ tokens: of }) => {
      const isOf = (word) => of.some((name) => isSame(word, name));
      if (of.every((name) => words.some((word) => isSame(word, name)))) return true;
      const last = words.at(-1);
      return words.length && words.slice(0, -1).every(isOf) && (isOf(last) || (!isSlipAllowed && of.some((name) => begins(last, name))));
    });
  }

  /** Who bears one of some words as a whole name, when others of them are nobody's. */
  function withName(words) {
    const of = people.filter((one) => one.tokens.some((name) => name.length >= SHORTEST_SLIP - 1 && words.includes(name)));
    return of.length ? of : null;
  }

  /** The months that a text names, « 2027-03 », of those that have a page or a date. */
  function monthsIn(words) {
    const year = words.find((word) => /^20\d\d$/.test(word));
    const month = words.findIndex((word) => MONTHS.includes(word));
    if (month < 0) return [];
    const number = String(MONTHS.indexOf(words[month]) + 1).padStart(2, "0");
    return Object.keys(data.months).filter((key) => key.endsWith(`-${number}`) && (!year || key.startsWith(year)));
  }

  /** The months asked and what stands in them; a day that is asked comes before its month. */
  function ofMonths(words, now) {
    const keys = monthsIn(words);
    const later = keys.filter((key) => dates.some(({ month, over }) => month === key && over > now));
    const day = words.filter((word) => /^\d\d?$/.test(word) || word === "1er");
    return (later.length ? later : keys.slice(-1)).flatMap((key) => {
      const inside = dates.filter(({ month }) => month === key);
      const onDay = day.length ? inside.filter(({ when }) => tokens(when).some((word) => day.includes(word))) : [];
      return [...onDay.map(date), { href: data.months[key], kind: "mois", month: key }, ...inside.map(date)];
    });
  }

  /** The page of a year that is asked alone. */
  function ofYear(words) {
    const [year] = words;
    const [, month] = Object.entries(data.months).find(([key]) => words.length === 1 && key.startsWith(`${year}-`)) ?? [];
    return month && /^20\d\d$/.test(year) ? [{ href: month.replace(/\d\d\/$/, ""), kind: "annee", title: year }] : [];
  }

  function ofMeaning({ ids }, now, isNext) {
    const of = (type) => ids.filter((one) => one.type === type);
    return [
      ...(isNext ? [] : of("page").map(pageAnswer)),
      ...of("category").flatMap(({ name, href }) => [
        ...next(({ category }) => category === name, now),
        ...(href ? [{ href, kind: "rencontres", title: name }] : []),
      ]),
      ...(isNext ? of("page").map(pageAnswer) : []),
      ...of("subject").map(({ href, name }) => ({ href, kind: "praticiens", title: name })),
    ];
  }

  function pageAnswer({ href, kind, title, text }) {
    return { href, kind, title, text };
  }

  function near(text) {
    const [typed] = fullTokens(text).filter((word) => word.length >= SHORTEST_SLIP - 1);
    if (!typed) return [];
    return [...spelled]
      .map((word) => [likeness(typed, tokens(word)[0]), word])
      .filter(([alike]) => alike >= ALIKE)
      .sort(([one], [other]) => other - one)
      .slice(0, MOST_NEAR)
      .map(([, word]) => word);
  }

  return async (text, now = Date.now()) => {
    const words = tokens(text);
    const full = fullTokens(text);
    const has = (of) => words.some((word) => of.has(stem(word)));
    const isNext = has(NEXT);
    const found = [];
    let understood = surely(text);
    const whole = understood.meanings.length === 1 && !understood.rest.length ? understood.meanings[0] : null;
    const exact = named(full, false);
    if (exact.length && !(whole?.how === EXACT && whole.ids.some(({ type }) => type === "page"))) found.push(...exact.map(person));
    const year = ofYear(words);
    const isYear = year.length > 0;
    found.push(...year, ...ofMonths(words, now));
    const asksPrice = has(PRICES);
    if (asksPrice || has(FREE)) {
      const isFree = ({ price }) => price.startsWith("gratuit");
      found.push(...next((one) => one.price && isFree(one) !== asksPrice, now));
    }
    const isSaid = (word) => [PRICES, FREE, NEXT, ASKING].some((of) => of.has(stem(word))) || MONTHS.includes(word) || (/^(\d\d?|20\d\d|1er)$/.test(word) && (words.length > 1 || isYear));
    const surest = understood.meanings.filter(({ how }) => how !== BY_PART);
    const parts = understood.meanings.filter(({ how }) => how === BY_PART).flatMap((one) => one.words);
    const unknown = [...understood.rest, ...parts].filter((word) => !isSaid(word) && !exact.some((one) => one.tokens.includes(word)));
    const area = areas.get(words.join(" "));
    let place = area ? { label: area, certainty: "sure" } : null;
    if (unknown.length && !place) {
      place = await placeOf(surest.length || unknown.length < full.length ? unknown.join(" ") : text);
      if (place?.certainty !== "guess" && place) understood = { ...understood, meanings: surest };
      if (surest.length && place?.certainty === "guess") place = null;
      if (!place || place.certainty === "guess") {
        const again = likely(text);
        const slipped = withName(unknown) ?? named(full, true);
        if (!exact.length && slipped.length) found.push(...slipped.map(person));
        if (slipped.length || again.meanings.length > understood.meanings.length) place = null;
        understood = again;
      }
    }
    // « Bourges » is no plural of « bourg », and « à Gap » is no group of practitioners.
    const ours = surest.filter(({ how }) => how === BY_STEM || (how === EXACT && words.length > 1));
    const town = place || unknown.length ? null : await townAmong(text, { meanings: ours, rest: [] }, (word) => names.has(word), findPlaces);
    if (town) place = { label: town.found.label };
    if (place) {
      const isSubject = ({ typed, ids }) => typed !== town?.words && ids.some(({ type }) => type === "subject");
      const subject = area ? [] : understood.meanings.filter(isSubject).map(({ typed }) => typed);
      const chosen = new URLSearchParams({ ...(subject.length && { texte: subject.join(" ") }), lieu: place.label });
      found.unshift({ href: `${data.directory}#${chosen}`, kind: "lieu", title: place.label, text: subject.join(", ") });
    }
    const meanings = [...understood.meanings].sort((one, other) => other.words.length - one.words.length || one.how - other.how);
    for (const meaning of meanings) found.push(...ofMeaning(meaning, now, isNext));
    if (isNext && !found.some(({ kind }) => kind === "date")) found.push(...next(() => true, now));
    if (isNext) found.push({ href: data.agenda, kind: "agenda" });
    const seen = new Set();
    const once = found.filter(({ href }) => href && !seen.has(href) && seen.add(href));
    // Of a large directory the pages of people are searched there alone, by their words too.
    const inProfiles = new URLSearchParams({ texte: text.trim() });
    const further = data.profiles ? [] : [{ href: `${data.directory}#${inProfiles}`, kind: "lieu", title: `« ${text.trim()} »` }];
    return { found: once, further, near: once.length ? [] : near(text) };
  };
}

async function findPlaces(text) {
  return (await import("./lieux.js")).findPlaces(text);
}

/** The likeliest place of a text, null when it names none: the files of places come only for that. */
async function placeOf(text) {
  const { places, certainty, why } = await findPlaces(text);
  if (!places.length || certainty === "none") return null;
  if (certainty === "guess" && why !== "faute") return null;
  return { label: places[0].label, certainty };
}

/** How alike two words are, from 0 to 1, by the pairs of letters that they share. */
function likeness(one, other) {
  const pairs = (word) => Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
  const [mine, theirs] = [pairs(one), pairs(other)];
  const shared = mine.filter((pair) => theirs.includes(pair)).length;
  return (2 * shared) / (mine.length + theirs.length || 1);
}
