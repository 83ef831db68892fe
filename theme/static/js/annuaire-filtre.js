/**
 * The directory's filter: who answers to what was chosen. No page, no network.
 *
 * Within a facet any value chosen will do; all facets must agree. Format of the index:
 * plugins/association/outputs/filter_index.py.
 */
const MARKS = { "’": "'", œ: "oe", æ: "ae", "·": "", "‑": "-" };
const NEAR_KM = 100;
const IN_TRAINING = 0;
const WITHOUT_END = 1;

/** Small letters, without accents, with plain apostrophes and spaces. */
export function folded(text) {
  const bare = text.toLowerCase().replace(/[’œæ·‑]/g, (sign) => MARKS[sign]);
  return bare.normalize("NFKD").replace(/\p{M}/gu, "").replace(/-/g, " ").replace(/\s+/g, " ").trim();
}

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
    const values = index.facets.map(([, , words], facet) =>
      index.values[facet][place].map((word) => words[word]),
    );
    const region = index.regions[index.homes[place]];
    const words = [name, index.towns[place], region?.[1] ?? ""];
    for (const of of values) for (const [, label] of of) words.push(label);
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
      values: Object.fromEntries(index.facets.map(([key], facet) => [key, values[facet]])),
      slugs: index.facets.map((_, facet) => new Set(values[facet].map(([word]) => word))),
      text: ` ${folded(words.join(" "))}`,
    };
  });
}

/** How far from a place somebody is, and whether they come: null when neither near nor coming. */
export function reach(person, place, regionFacet, remoteFacet) {
  const km = person.at.length ? kilometres(person.at, place.at) : Infinity;
  const serves = Boolean(place.region) && person.slugs[regionFacet].has(place.region);
  const isNear = km <= NEAR_KM && person.town !== "";
  if (!isNear && !serves && !(person.slugs[remoteFacet]?.size > 0)) return null;
  return { km, serves, isNear, rank: isNear || serves ? 0 : 1 };
}

/**
 * Who answers to `wanted`: { facets: [Set of slugs, one a facet], words: [folded], certified, place }.
 *
 * Returns the people in order, each with its reach; how many there would be with each value more
 * (`counts`, one Map a facet; `certified`); and without each criterion (`without`, by its name: the
 * number of a facet, "texte", "certificat", "lieu").
 */
export function filtered(everybody, index, wanted) {
  const keys = index.facets.map(([key]) => key);
  const regionFacet = keys.indexOf("region");
  const remoteFacet = keys.indexOf("distance");
  const counts = keys.map(() => new Map());
  const without = new Map();
  const found = [];
  let certified = 0;
  for (const person of everybody) {
    const failed = [];
    for (let facet = 0; facet < keys.length; facet++) {
      const chosen = wanted.facets[facet];
      if (chosen.size && ![...chosen].some((slug) => person.slugs[facet].has(slug))) failed.push(facet);
      if (failed.length > 1) break;
    }
    if (!wanted.words.every((word) => person.text.includes(` ${word}`))) failed.push("texte");
    if (wanted.certified && !person.isCertified) failed.push("certificat");
    const near = wanted.place && reach(person, wanted.place, regionFacet, remoteFacet);
    if (wanted.place && !near) failed.push("lieu");
    if (failed.length > 1) continue;
    const [only] = failed;
    if (failed.length) without.set(only, (without.get(only) ?? 0) + 1);
    else found.push({ person, near });
    if (person.isCertified && (!failed.length || only === "certificat")) certified++;
    for (let facet = 0; facet < keys.length; facet++) {
      if (failed.length && only !== facet) continue;
      for (const slug of person.slugs[facet]) counts[facet].set(slug, (counts[facet].get(slug) ?? 0) + 1);
    }
  }
  if (wanted.place) {
    found.sort((one, other) => one.near.rank - other.near.rank || one.near.km - other.near.km || one.person.place - other.person.place);
  }
  return { found, counts, certified, without };
}
