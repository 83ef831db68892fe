/**
 * The directory's filter: who answers to what was chosen. No page, no network.
 *
 * Within a facet any value chosen will do; all facets must agree. Format of the index:
 * plugins/association/people/filter_index.py.
 */
import { folded, stem, tokens } from "./racines.js";

/** In which order people answer to a place: they come; they are near; at a distance; neither. */
export const GROUPS = ["vient", "pres", "distance", "loin"];
/** What is true of somebody for a time, by the name of its box in the form. */
export const TRAITS = {
  certificat: ({ isCertified }) => isCertified,
  demandes: ({ requests }) => Boolean(requests?.accepts),
};
const IN_TRAINING = 0;
const WITHOUT_END = 1;

function slugOf(name) {
  return folded(name).replace(/[^a-z0-9]+/g, " ").trim().replace(/ /g, "-");
}

/** Kilometres between two places given in hundredths of a degree, as a bird flies. */
export function kilometres([north, east], [otherNorth, otherEast]) {
  const radians = Math.PI / 18000;
  const up = ((otherNorth - north) * radians) / 2;
  const across = ((otherEast - east) * radians) / 2;
  const chord =
    Math.sin(up) ** 2 + Math.cos(north * radians) * Math.cos(otherNorth * radians) * Math.sin(across) ** 2;
  return 12742 * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** Kilometres from a place of lieux.js, nought within it, to a point. */
export function kilometresTo(place, at) {
  return Math.max(0, kilometres(place.at, at) - place.radius);
}

/** The people of an index, each with what it is found by. `now` is in milliseconds. */
export function people(index, now = Date.now()) {
  const minutes = now / 60000;
  const examples = new Set(index.examples);
  return index.names.map((name, place) => {
    const slug = index.slugs[place] ?? slugOf(name);
    const certificates = [];
    const written = index.certificates[place];
    for (let at = 0; at < written.length; at += 2) {
      const until = written[at + 1];
      const inForce = until === WITHOUT_END || until > minutes;
      const state = until === IN_TRAINING ? "none" : inForce ? "in-force" : "expired";
      const ends = until > WITHOUT_END ? new Date((until - 1) * 60000) : null;
      certificates.push({ title: index.titles[written[at]], state, ends });
    }
    const choices = index.values.map((of) => of[place]);
    const region = index.regions[index.homes[place]];
    const said = index.requests[place] ?? 0;
    const words = [name, index.towns[place], region?.[1] ?? ""];
    choices.forEach((of, facet) => words.push(...of.map((word) => index.facets[facet][2][word][1])));
    for (const { title } of certificates) words.push(title);
    const portrait = index.portraits[place];
    return {
      place,
      slug,
      name,
      certificates,
      url: `${index.base}/annuaire/${slug}/`,
      initials: index.initials[place],
      portrait: portrait && `${index.base}/${portrait === 1 ? `images/praticiens/${slug}.svg` : portrait}`,
      town: index.towns[place],
      region,
      at: index.at[place],
      isExample: examples.has(place),
      requests: Math.abs(said) > minutes ? { accepts: said > 0, ends: new Date((Math.abs(said) - 1) * 60000) } : null,
      isCertified: certificates.some(({ state }) => state === "in-force"),
      choices,
      text: ` ${tokens(words.join(" ")).join(" ")} `,
    };
  });
}

/** The place of each facet by its key, and of each of its words by its slug. */
export function places(index) {
  const words = index.facets.map(([, , of]) => new Map(of.map(([slug], word) => [slug, word])));
  return { facets: new Map(index.facets.map(([key], facet) => [key, facet])), words, index };
}

/** What each profile says, by the places of people: sets of stems. Format: people/words_files.py. */
export function profileWords({ stems, people: of }) {
  const all = stems.split(" ");
  return of.map((places) => new Set(places.map((place) => all[place])));
}

/**
 * How far somebody is from what was typed: 0 when all of it is their work, null when nothing is theirs.
 * `meanings` are those of a lexicon's reader, with `values` and `also` as [facet, word]; `needed` are
 * the words in no lexicon that must be theirs.
 */
function distance(person, meanings, needed, texts) {
  const has = ([facet, word]) => person.choices[facet].includes(word);
  const isNamed = (word) => person.text.includes(` ${word}`);
  const speaksOf = (words) => words.every((word) => isNamed(word) || texts?.[person.place].has(stem(word)));
  if (!meanings.length) return needed.every(isNamed) ? 0 : speaksOf(needed) ? 1 : null;
  if (!needed.every(isNamed)) return null;
  const missed = meanings.map(({ values, also, words }) =>
    values.some(has) ? 0 : also.some(has) || speaksOf(words) ? 1 : 2,
  );
  const isTheirs = needed.length || missed.some((of) => of < 2);
  return isTheirs ? missed.reduce((sum, of) => sum + of, 0) : null;
}

/** The regions of an index that lie in a place, or in which it lies, by their slugs. */
function regionsOf(place, index) {
  const within = ([slug, , country, prefixes]) => {
    if (country !== place.country) return false;
    if (place.kind === "country" || place.region.includes(slug)) return true;
    return place.codes.some((code) =>
      prefixes.some((prefix) => code.startsWith(prefix) || prefix.startsWith(code)),
    );
  };
  return index.regions.filter(within).map(([slug]) => slug);
}

/**
 * A test of whether people come to a place: their regions lie in it or hold it; in countries of which
 * the index has no region there, the country counts.
 */
function comers(place, known) {
  const regions = known.facets.get("region");
  const countries = known.facets.get("pays");
  const served = new Set(regionsOf(place, known.index).map((slug) => known.words[regions].get(slug)));
  if (served.size) return (person) => person.choices[regions].some((region) => served.has(region));
  const named = known.index.facets[countries][2].findIndex(([, name]) => name === place.countryName);
  return (person) => person.choices[countries].includes(named);
}

/**
 * How somebody answers to a place: { km, group }, a group of `GROUPS`. `isFar` when they are beyond the
 * radius, do not come and do not work at a distance; without a town agreed to, nobody is near.
 */
function reach(person, { place, radius }, comes, remote) {
  const km = person.at.length && person.town ? kilometresTo(place, person.at) : Infinity;
  if (comes(person)) return { km, group: "vient" };
  if (km <= radius) return { km, group: "pres" };
  return { km, group: person.choices[remote].length ? "distance" : "loin" };
}

/**
 * Who answers to `wanted`: { facets: [words chosen, one list a facet], said, traits: keys of `TRAITS`,
 * place, radius (kilometres) }. `known` is what `places` returns, `texts` what `profileWords` does, once it is there.
 *
 * Returns the people in order, each with its reach (null without a place) and how far they are from
 * what was typed (`off`); those who fail only by the place, nearest first (`beyond`); how many there
 * would be with each word more (`counts`, one list a facet; `having`, by trait); and without each
 * criterion (`without`, by its name: the number of a facet, "texte", "lieu", a trait).
 */
export function filtered(everybody, known, wanted, texts = null) {
  const { facets, said, traits, place } = wanted;
  // Where others were understood, a word that nobody has in their name is none of a person's.
  const { meanings } = said;
  const isNamed = (word) => everybody.some(({ text }) => text.includes(` ${word}`));
  const needed = said.rest.filter((word) => !meanings.length || isNamed(word));
  const remote = known.facets.get("distance");
  const comes = place && comers(place, known);
  const asked = facets.flatMap((chosen, facet) => (chosen.length ? [facet] : []));
  const counts = known.words.map((of) => new Array(of.size).fill(0));
  const without = new Map();
  const found = [];
  const beyond = [];
  const having = Object.fromEntries(Object.keys(TRAITS).map((trait) => [trait, 0]));
  for (const person of everybody) {
    const failed = asked.filter(
      (facet) => !person.choices[facet].some((word) => facets[facet].includes(word)),
    );
    const off = distance(person, meanings, needed, texts);
    if (off === null) failed.push("texte");
    failed.push(...traits.filter((trait) => !TRAITS[trait](person)));
    const near = place && reach(person, wanted, comes, remote);
    if (near?.group === "loin") failed.push("lieu");
    if (failed.length > 1) continue;
    const [only] = failed;
    if (only === "lieu") beyond.push({ person, near });
    if (failed.length) without.set(only, (without.get(only) ?? 0) + 1);
    else found.push({ person, near, off });
    for (const [trait, has] of Object.entries(TRAITS)) {
      if (has(person) && (!failed.length || only === trait)) having[trait]++;
    }
    person.choices.forEach((of, facet) => {
      if (!failed.length || only === facet) for (const word of of) counts[facet][word]++;
    });
  }
  const byPlace = (a, b) => GROUPS.indexOf(a.near?.group) - GROUPS.indexOf(b.near?.group);
  const byDistance = (a, b) => order(a.near?.km, b.near?.km) || a.person.place - b.person.place;
  found.sort((a, b) => byPlace(a, b) || a.off - b.off || byDistance(a, b));
  return { found, beyond: beyond.sort(byDistance), counts, having, without };
}

function order(one, other) {
  return one === other ? 0 : one - other;
}
