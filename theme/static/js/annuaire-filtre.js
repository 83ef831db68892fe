/**
 * The directory's filter: who answers to what was chosen. No page, no network.
 *
 * Within a facet any value chosen will do; all facets must agree. Format of the index:
 * plugins/association/people/filter_index.py.
 */
import { folded, stem, tokens } from "./racines.js";

export { folded };

const NEAR_KM = 100;
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
      portrait: portrait && `${index.base}/${portrait === 1 ? `images/praticiens/${slug}.svg` : portrait}`,
      town: index.towns[place],
      region,
      at: index.at[place],
      isExample: examples.has(place),
      isCertified: certificates.some(({ state }) => state === "in-force"),
      choices,
      text: ` ${tokens(words.join(" ")).join(" ")} `,
    };
  });
}

/** The place of each facet by its key, and of each of its words by its slug. */
export function places(index) {
  const words = index.facets.map(([, , of]) => new Map(of.map(([slug], word) => [slug, word])));
  return { facets: new Map(index.facets.map(([key], facet) => [key, facet])), words };
}

/** What each profile says, by the places of people: sets of stems. Format: people/profile_words.py. */
export function profileWords({ stems, people: of }) {
  const all = stems.split(" ");
  return of.map((places) => new Set(places.map((place) => all[place])));
}

/**
 * How far somebody is from what was typed: 0 when all of it is their work, null when nothing is theirs.
 * `said` is what a lexicon's reader returns, with `values` and `also` as [facet, word]; a word that is
 * in no lexicon must be theirs, unless others were understood and nobody has it in their name.
 */
function distance(person, said, isNeeded, texts) {
  const has = ([facet, word]) => person.choices[facet].includes(word);
  const isNamed = (word) => person.text.includes(` ${word}`);
  const speaksOf = (words) => words.every((word) => isNamed(word) || texts?.[person.place].has(stem(word)));
  const { meanings, rest } = said;
  const needed = rest.filter(isNeeded);
  if (!meanings.length) return needed.every(isNamed) ? 0 : speaksOf(needed) ? 1 : null;
  if (!needed.every(isNamed)) return null;
  const missed = meanings.map(({ values, also, words }) =>
    values.some(has) ? 0 : also.some(has) || speaksOf(words) ? 1 : 2,
  );
  const isTheirs = needed.length || missed.some((of) => of < 2);
  return isTheirs ? missed.reduce((sum, of) => sum + of, 0) : null;
}

/** How far from a place somebody is, and whether they come: null when neither near nor coming. */
function reach(person, place, regions, region, remote) {
  const km = person.at.length ? kilometres(person.at, place.at) : Infinity;
  const serves = person.choices[regions].includes(region);
  const isNear = km <= NEAR_KM && person.town !== "";
  if (!isNear && !serves && !person.choices[remote].length) return null;
  return { km, serves, isNear, rank: isNear || serves ? 0 : 1 };
}

/**
 * Who answers to `wanted`: { facets: [words chosen, one list a facet], said, certified, place }. `known`
 * is what `places` returns, `texts` what `profileWords` does, once it is there.
 *
 * Returns the people in order, each with its reach and how far they are from what was typed (`off`); how many there would be with each word more
 * (`counts`, one list a facet; `certified`); and without each criterion (`without`, by its name: the
 * number of a facet, "texte", "certificat", "lieu").
 */
export function filtered(everybody, known, wanted, texts = null) {
  const { facets, said, certified: mustBeCertified, place } = wanted;
  const isNeeded = (word) => !said.meanings.length || everybody.some(({ text }) => text.includes(` ${word}`));
  const regions = known.facets.get("region");
  const remote = known.facets.get("distance");
  const region = known.words[regions].get(place?.region);
  const asked = facets.flatMap((chosen, facet) => (chosen.length ? [facet] : []));
  const counts = known.words.map((of) => new Array(of.size).fill(0));
  const without = new Map();
  const found = [];
  let certified = 0;
  for (const person of everybody) {
    const failed = asked.filter(
      (facet) => !person.choices[facet].some((word) => facets[facet].includes(word)),
    );
    const off = distance(person, said, isNeeded, texts);
    if (off === null) failed.push("texte");
    if (mustBeCertified && !person.isCertified) failed.push("certificat");
    const near = place && reach(person, place, regions, region, remote);
    if (place && !near) failed.push("lieu");
    if (failed.length > 1) continue;
    const [only] = failed;
    if (failed.length) without.set(only, (without.get(only) ?? 0) + 1);
    else found.push({ person, near, off });
    if (person.isCertified && (!failed.length || only === "certificat")) certified++;
    person.choices.forEach((of, facet) => {
      if (!failed.length || only === facet) for (const word of of) counts[facet][word]++;
    });
  }
  found.sort((a, b) => {
    const byPlace = place ? a.near.km - b.near.km : 0;
    return (place && a.near.rank - b.near.rank) || a.off - b.off || byPlace || a.person.place - b.person.place;
  });
  return { found, counts, certified, without };
}
