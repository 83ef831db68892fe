/**
 * What place is meant by what somebody types, found in the page: it goes nowhere.
 *
 *     import { findPlaces, kilometresTo, told } from "./lieux.js";
 *     const { places, certainty, why } = await findPlaces("st denis");
 *
 * The files, whose addresses annuaire/lieux.json tells, come at the first call, or at `loadPlaces()`,
 * which a page calls when its field gets the focus.
 *
 * `places`: what may be meant, likeliest first, at most six, each { kind, label, name, country, countryName,
 * at, radius, codes, region, isVillage }: kind "town", "arrondissement", "departement", "region", "part" or "country";
 * `label` as a visitor reads it, understood again when typed; `at` in hundredths of a degree; `codes` the
 * beginnings of its French postal codes; `region` slugs of regions abroad.
 * `certainty`: "sure"; "ask", several are as likely; "guess", the text is no place's name: say so;
 * "none". `why` of a guess: "faute" (one typing mistake), "debut" (a beginning only), "code" (a code of
 * no town), "reste" (words that do not fit); of "none" "".
 */
import { kilometres, kilometresTo } from "./annuaire-filtre.js";
import { areas, codesAbroad, compact, plain, towns, villages } from "./lieux-fichiers.js";
import { differsByOne, number, readings } from "./lieux-lecture.js";
import { filled, typeset } from "./mots.js";

const MOST = 6;
const SHORTEST_BEGINNING = 3;
const SHORTEST_MISTAKE = 5;
// In powers of two of people: what makes one place likelier than another.
const WHOLE_NAME = 3;
const AS_LIKELY = 1;
const AS_LIKELY_KINDS = 2;
const AS_LIKELY_BEGINNINGS = 1;
const LESS_OF_BEGINNING = 2;
const ARRONDISSEMENTS = { paris: [75, 20], lyon: [69, 9], marseille: [13, 16] };
// Kilometres between a town and its postal code, and a large town, and within a large area abroad.
const NEXT_TO = 25;
const BESIDE = 40;
const FAR_WITHIN = 400;
// A village whose name is nearly that of a town so many times as large may be a mistake.
const MUCH_LARGER = 5;
// Towns of one country are sought in these when only a code of four figures is given.
const FOUR_FIGURES = ["BE", "CH", "LU"];

export { kilometresTo };

let known;

/** Brings the files of places: at first those of towns and areas. */
export function loadPlaces() {
  known ??= fetched("lieux.json").then(async (listed) => {
    const files = JSON.parse(listed);
    return gazetteer((name) => fetched(files[name]));
  });
  return known;
}

async function fetched(name) {
  const answer = await fetch(new URL(`../../annuaire/${name}`, import.meta.url));
  if (!answer.ok) throw new Error(name);
  return answer.text();
}

/** What places `text` may mean. */
export async function findPlaces(text) {
  return (await loadPlaces())(text);
}

/**
 * What to say of an answer of `findPlaces` to what was typed, "" where it was plainly named. `words` is
 * the dataset of the element that has them (components/mots-du-lieu.html).
 */
export function told({ places, certainty, why }, typed, words) {
  if (certainty === "none") return typeset(words.inconnu);
  if (certainty === "sure") return "";
  return filled(certainty === "ask" && !why ? words.lequel : words[why], { lieu: places[0].label, tape: typed });
}

/** Returns a function like `findPlaces`; `read` gives the text of "lieux", "zones", "villages", "codes". */
export async function gazetteer(read) {
  const [listed, wider] = await Promise.all([read("lieux"), read("zones")]);
  const { found: wide, called } = areas(wider);
  const { found: own, codes } = towns(listed, called);
  const entries = [...wide, ...own];
  const byKey = new Map();
  const countries = new Map(wide.filter(({ kind }) => kind === "country").map((one) => [one.country, one]));
  let withVillages = null;
  let abroad = null;

  function index(added) {
    for (const one of added) {
      for (const key of new Set([...one.keys, compact(one.bare)])) {
        if (!key) continue;
        if (byKey.has(key)) byKey.get(key).push(one);
        else byKey.set(key, [one]);
      }
    }
  }
  index(entries);

  function loadVillages() {
    withVillages ??= read("villages").then((text) => {
      const added = villages(text, codes);
      entries.push(...added);
      index(added);
    });
    return withVillages;
  }

  async function codeAbroad(country, code) {
    abroad ??= read("codes").then(codesAbroad);
    return (await abroad)(country, code);
  }

  // Results -----------------------------------------------------------------------------------

  function label({ kind, name, codes: of, country }, code) {
    if (kind === "arrondissement") return `${name} (${of[0]})`;
    if (kind === "country") return `${name} (pays)`;
    if (kind === "departement") return `${name} (${of[0].startsWith("20") ? (of[0] === "200" ? "2A" : "2B") : of[0]})`;
    if (kind !== "town") return name;
    const where = country === "FR" ? (code ?? of[0]) : countries.get(country)?.name;
    return where ? `${name} (${where})` : name;
  }

  function place(one, code) {
    const { kind, name, country, at, radius, codes: of, region } = one;
    const countryName = countries.get(country)?.name ?? "";
    return { kind, label: label(one, code), name, country, countryName, at, radius, codes: of, region, isVillage: kind === "town" && one.size <= 0 };
  }

  function answer(ranked, certainty, why = "", code = undefined) {
    const seen = new Set();
    const places = ranked
      .map((one) => place(one, code && one.codes.includes(code) ? code : undefined))
      .filter(({ label: said }) => !seen.has(said) && seen.add(said))
      .slice(0, MOST);
    return { places, certainty: places.length < 2 && certainty === "ask" ? "sure" : certainty, why };
  }

  const nothing = { places: [], certainty: "none", why: "" };

  // Names -------------------------------------------------------------------------------------

  /** Entries of a name: whole, or its first words; each { one, isWhole, likelihood }. */
  function named(words, fits) {
    const key = compact(words);
    const whole = (byKey.get(key) ?? []).filter(fits);
    const found = new Map(
      whole.map((one) => {
        const isExact = one.names.includes(words) || one.bare === words;
        return [one, { one, isWhole: true, isExact, likelihood: one.size + WHOLE_NAME }];
      }),
    );
    const start = `${words} `;
    for (const one of entries) {
      if (found.has(one) || one.kind !== "town") continue;
      if (!one.bare.startsWith(start) && !one.names.some((name) => name.startsWith(start))) continue;
      // Abroad the first words of a name are rarely how it is called.
      const likelihood = one.country === "FR" ? one.size : one.size - WHOLE_NAME;
      if (fits(one)) found.set(one, { one, isWhole: false, likelihood });
    }
    const ranked = [...found.values()].sort(likelier);
    const state = ranked.find(({ one }) => one.kind === "country");
    const seen = new Set();
    return ranked.filter(({ one }) => {
      // Monaco is one place, whether called a town or a country; so is Périgord beside its département.
      if (state && one.kind === "town" && one.country === state.one.country && state.one.radius < 10) return false;
      const area = one.kind === "town" || !one.codes.length ? one : one.codes.join();
      return !seen.has(area) && seen.add(area);
    });
  }

  const likelier = (a, b) =>
    b.likelihood - a.likelihood || rankOf(a.one) - rankOf(b.one) || a.one.name.localeCompare(b.one.name);

  const rankOf = ({ country }) => ["FR", ...FOUR_FIGURES].indexOf(country) >>> 0;

  function isQuestion([first, second]) {
    if (!second) return false;
    const less = first.likelihood - second.likelihood;
    if (first.isWhole && second.isWhole) {
      const isOfOneKind = first.one.kind === second.one.kind;
      return less <= (isOfOneKind ? AS_LIKELY : AS_LIKELY_KINDS) && !isWithin(second.one, first.one);
    }
    if (!first.isWhole && !second.isWhole) return less <= AS_LIKELY_BEGINNINGS;
    return less < 1;
  }

  /** Whether asking between two would ask nothing: a village beside a region of its name. */
  function isWithin(small, large) {
    return large.kind === "region" && small.kind === "town" && small.size < 5;
  }

  /** A test of what is said beside the name: a code, a département, a region, a country; or null. */
  function limit(words) {
    if (!words) return () => true;
    if (words === "pays") return ({ kind }) => kind === "country";
    if (words.length === 2 && countries.has(words.toUpperCase())) return (one) => one.country === words.toUpperCase() && one.kind !== "country";
    const digits = words.replaceAll(" ", "");
    if (/^\d{4}$/.test(digits)) {
      return async (one) => {
        if (one.kind !== "town") return false;
        if (one.country === "FR") return one.codes.includes(`0${digits}`);
        if (!FOUR_FIGURES.includes(one.country)) return false;
        const here = (await codeAbroad(one.country, digits)) ?? (await codeAbroad(one.country, digits.slice(0, 2)));
        return Boolean(here) && kilometres(here.at, one.at) < NEXT_TO;
      };
    }
    if (/^\d{1,5}$/.test(digits)) {
      const isForeign = digits.length === 5 && !codes.has(digits);
      const start = isForeign ? digits.slice(0, 2) : digits.padStart(2, "0");
      if (isForeign) return (one) => one.kind === "town" && (one.country === "FR" ? one.codes.some((code) => code.startsWith(start)) : !FOUR_FIGURES.includes(one.country));
      return (one) => one.codes.some((code) => code.startsWith(start));
    }
    const named = (byKey.get(compact(words)) ?? []).filter((one) => one.names.includes(words));
    const of = named.filter(({ kind }) => kind !== "town");
    const largest = Math.max(0, ...named.map(({ size }) => size));
    if (!of.length && largest < MUCH_LARGER) return null;
    // « Saint-Gilles, Bruxelles »: beside a large town.
    if (!of.length) return (one) => named.some((town) => one !== town && town.size === largest && kilometres(town.at, one.at) < BESIDE);
    return (one) =>
      of.some((area) =>
        area.kind === "country"
          ? one.country === area.country && one !== area
          : area.country === "FR"
            ? one.codes.some((code) => area.codes.some((start) => code.startsWith(start)))
            : one.country === area.country && kilometres(area.at, one.at) < extent(area),
      );
  }

  /** How far from the middle of an area abroad its towns may be. */
  function extent({ country, radius }) {
    return FOUR_FIGURES.includes(country) ? 2 * radius + NEXT_TO : FAR_WITHIN;
  }

  async function limited(words, beside, country) {
    const test = limit(beside);
    if (!test) return [];
    const all = named(words, (one) => !country || one.country === country);
    if (!beside) return all;
    const kept = [];
    for (const one of all) if (await test(one.one)) kept.push(one);
    return kept;
  }

  // Codes -------------------------------------------------------------------------------------

  async function ofCode(code, country) {
    const isFrench = !country || country === "FR";
    if (code.length === 5 && isFrench) {
      if (code === "98000") return answer([countries.get("MC")], "sure");
      const quarter = arrondissementOf(code === "75116" ? "75016" : code);
      if (quarter) return answer([quarter], "sure");
      const here = codes.get(code);
      if (!here) return nearCode(code);
      if (!here.towns.length) await loadVillages();
      return answer([...here.towns].sort((a, b) => b.size - a.size), "sure", "", code);
    }
    if (code.length !== 4) return nothing;
    const found = [];
    for (const of of country ? [country] : FOUR_FIGURES) {
      const here = FOUR_FIGURES.includes(of) && (await codeAbroad(of, code));
      if (here) found.push(...townOf(of, here));
    }
    if (!found.length && FOUR_FIGURES.includes(country)) {
      const here = await codeAbroad(country, code.slice(0, 2));
      return here ? answer(townOf(country, here), "guess", "code") : nothing;
    }
    const french = isFrench ? (codes.get(`0${code}`)?.towns.slice(0, 1) ?? []) : [];
    // Only in Luxembourg nobody writes the code without its letter.
    const bare = found.filter(({ country: of }) => country || of !== "LU");
    const ranked = [...bare.sort((a, b) => b.size - a.size), ...found.filter((one) => !bare.includes(one)), ...french];
    if (!ranked.length) return nothing;
    return answer(ranked, bare.length > 1 ? "ask" : "sure", "", `0${code}`);
  }

  /** The town of a code abroad, as known by name or, when it is not, as the code says. */
  function townOf(country, { name, at }) {
    const is = (byKey.get(compact(plain(name))) ?? []).find((one) => one.kind === "town" && one.country === country);
    return [is ?? { kind: "town", name, size: 0, country, at, radius: 0, codes: [], region: [] }];
  }

  /** Of a code of no commune (CEDEX): the largest town of the nearest codes. */
  function nearCode(code) {
    const near = [...codes].filter(([other]) => other.startsWith(code.slice(0, 3)));
    const largest = near.flatMap(([, { towns: of }]) => of).sort((a, b) => b.size - a.size);
    if (largest.length) return answer([largest[0]], "guess", "code");
    const area = byKey.get(code.slice(0, 2))?.[0];
    return area ? answer([area], "guess", "code") : nothing;
  }

  function arrondissement(town, rank) {
    const [start, last] = ARRONDISSEMENTS[town];
    const of = byKey.get(town)[0];
    if (rank < 1 || rank > last) return null;
    const name = `${of.name} ${rank}${rank === 1 ? "er" : "e"}`;
    return { ...of, kind: "arrondissement", name, codes: [`${start}${String(rank).padStart(3, "0")}`] };
  }

  function arrondissementOf(code) {
    const town = Object.keys(ARRONDISSEMENTS).find((name) => code.startsWith(`${ARRONDISSEMENTS[name][0]}0`));
    return town ? arrondissement(town, Number(code.slice(2))) : null;
  }

  function quarter(words) {
    const rank = number(words.replace(/\b(?:paris|lyon|marseille|arrondissement|arrdt|arr|de|du|le|a|dans)\b/g, " "));
    const town = words.match(/\b(?:paris|lyon|marseille)\b/)?.[0];
    const saysSo = /\barr(?:ondissement|dt)?\b/.test(words);
    if (rank === null || !(town || saysSo)) return null;
    if (!town) {
      const all = Object.keys(ARRONDISSEMENTS).map((name) => arrondissement(name, rank)).filter(Boolean);
      return all.length ? answer(all, "ask") : null;
    }
    const found = arrondissement(town, rank);
    if (found) return answer([found], "sure");
    // « Paris 75 » names the département.
    const isDepartement = rank === ARRONDISSEMENTS[town][0];
    return answer([byKey.get(town)[0]], isDepartement ? "sure" : "guess", isDepartement ? "" : "reste");
  }

  // Mistakes ----------------------------------------------------------------------------------

  /** The much larger places whose name is that of a village but for one letter. */
  function mistakenFor({ one: village }, words) {
    const key = compact(words);
    if (village.size > 0 || key.length < SHORTEST_MISTAKE) return [];
    const isIt = (one) => one.size >= village.size + MUCH_LARGER && one.keys.some((other) => differsByOne(key, other));
    return entries.filter(isIt).map((one) => ({ one }));
  }

  async function guessed(read) {
    const found = new Map();
    for (const { words, beside } of read) {
      const key = compact(words);
      if (key.length < SHORTEST_BEGINNING || /\d/.test(key)) continue;
      const test = limit(beside);
      if (!test) continue;
      for (const one of entries) {
        const starts = one.keys.some((other) => other.startsWith(key));
        const isMistake = key.length >= SHORTEST_MISTAKE && one.keys.some((other) => differsByOne(key, other));
        if ((starts || isMistake) && !found.has(one) && (await test(one))) {
          found.set(one, { one, isWhole: isMistake, likelihood: isMistake ? one.size : one.size - LESS_OF_BEGINNING, why: isMistake ? "faute" : "debut" });
        }
      }
      if (found.size) break;
    }
    const ranked = [...found.values()].sort(likelier);
    if (!ranked.length) return nothing;
    const [first, second] = ranked;
    const isOpen = second && first.likelihood - second.likelihood < 1;
    return { ...answer(ranked.map(({ one }) => one), isOpen ? "ask" : "guess", first.why), why: first.why };
  }

  return async function find(text) {
    const typed = plain(text);
    if (!typed) return nothing;
    const inRow = quarter(typed);
    if (inRow) return inRow;
    const { read, code, country } = readings(typed.length === 1 && typed > "0" && typed <= "9" ? `0${typed}` : text);
    if (code && !read.length) return ofCode(code, country);
    const rank = code.length === 5 && arrondissementOf(code);
    if (rank && read.some(({ words }) => rank.names.includes(words))) return answer([rank], "sure");
    for (const bring of [() => {}, loadVillages]) {
      await bring();
      let best = null;
      for (const { words, beside, isSafe } of read) {
        if (!withVillages && !isSafe) continue;
        const ranked = await limited(words, beside, country);
        const isExact = ranked.some((one) => one.isExact);
        // The first words of a name, or its letters alone, are no reason not to look further.
        const isEnough = isExact || !beside.endsWith("france");
        if (ranked.length && isEnough && (!best || (isExact && !best.isExact))) best = { ranked, beside, isExact };
        if (isExact) break;
      }
      const [first] = best?.ranked ?? [];
      if (first && (withVillages || first.isWhole || first.likelihood > WHOLE_NAME)) {
        const others = best.beside ? [] : mistakenFor(first, read[0].words);
        const ranked = [...best.ranked.slice(0, others.length ? 2 : MOST), ...others];
        const isOpen = others.length || isQuestion(best.ranked);
        return answer(ranked.map(({ one }) => one), isOpen ? "ask" : "sure", "", best.beside);
      }
    }
    if (code.length === 4) {
      // A village abroad has its code, if not its line among the towns.
      const { places, certainty } = await ofCode(code, country);
      const same = places.filter(({ name }) => read.some(({ words }) => plain(name).startsWith(words) || words.startsWith(plain(name))));
      if (same.length) return { places: same, certainty: "sure", why: "" };
      if (places.length) return { places, certainty: certainty === "ask" ? "ask" : "guess", why: certainty === "ask" ? "" : "reste" };
    }
    const mistaken = await guessed(read);
    if (mistaken.places.length) return mistaken;
    for (const { words } of read) {
      const ranked = await limited(words, "", "");
      if (ranked[0]?.isExact) return answer(ranked.map(({ one }) => one), "guess", "reste");
    }
    return code ? ofCode(code, country) : nothing;
  };
}
