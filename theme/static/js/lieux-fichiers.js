/**
 * The files of places as entries that can be searched. No page: the texts come as arguments. Format of
 * the files: plugins/association/people/gazetteer.
 *
 * An entry: { kind, name, names (as typed), keys (without spaces), size (powers of two of a thousand
 * people), country, at (hundredths of a degree), radius (kilometres), codes (beginnings of French postal
 * codes), region (slugs of regions abroad) }. Kinds: "country", "region" (also former and usual ones),
 * "departement", "part" (canton, province, Land), "town".
 */
import { folded } from "./racines.js";

const KINDS = { c: "country", r: "region", z: "region", d: "departement", p: "part", t: "town" };
const VILLAGE = -1;
const ARTICLE = /^(?:le|la|les|l) /;

/** What is typed as words: « St. Étienne » is « saint etienne », « L'Isle-d'Abeau » « l isle d abeau ». */
export function plain(text) {
  const bare = folded(text)
    .replace(/\bs[/.]? ?t(e?)[ .]/g, "st$1 ")
    .replace(/\bs\/ ?|([a-z])\/(?=[a-z])/g, "$1 sur ");
  return words(bare).replace(/(^| )st(e?)(?= .)/g, "$1saint$2");
}

/** As `plain`, for names that are written whole, as those of the files are: thousands at once. */
function ofFile(name) {
  const lower = name.toLowerCase();
  if (!/[^a-z'-]/.test(lower)) return lower.replace(/['-]/g, " ");
  return words(folded(name));
}

function words(bare) {
  return bare.replace(/[^a-z0-9]+/g, " ").trim();
}

/** The words without their spaces, which nobody is sure of. */
export function compact(words) {
  return words.replaceAll(" ", "");
}

function entry(kind, names, size, country, at, more) {
  const typed = names.map(names.length > 1 ? plain : ofFile);
  const keys = typed.map(compact);
  for (const other of names) {
    // « Loerrach » is how Lörrach is typed without its sign.
    if (/[äöü]/.test(other)) keys.push(compact(ofFile(other.replace(/[äöü]/g, (sign) => `${sign}e`))));
  }
  const bare = typed[0].replace(ARTICLE, "");
  return { kind, name: names[0], names: typed, keys, bare: bare === typed[0] ? "" : bare, size, country, at, radius: 0, codes: [], region: [], ...more };
}

/** The entries of areas.txt, and the further names of towns by country and key. */
export function areas(text) {
  const found = [];
  const called = new Map();
  for (const line of text.trimEnd().split("\n")) {
    const [kind, country, members, size, north, east, radius, ...rest] = line.split(" ");
    const names = rest.join(" ").split("|");
    if (kind === "n") {
      called.set(country + compact(plain(names[0])), names);
      continue;
    }
    const of = members === "-" ? [] : members.split(",");
    found.push(
      entry(KINDS[kind], names, Number(size), country, [Number(north), Number(east)], {
        radius: Number(radius),
        ...(country === "FR" ? { codes: of } : { region: of }),
      }),
    );
  }
  return { found, called };
}

/** The towns of places.txt, one an entry for all its postal codes, and where each code is. */
export function towns(text, called) {
  const found = new Map();
  const codes = new Map();
  let country = "";
  let region = "";
  const add = (name, size, code, at) => {
    const key = `${name} ${code ? code.slice(0, 2) : country + region}`;
    const known = found.get(key);
    if (known) known.codes.push(code);
    else {
      const of = country || "FR";
      const names = called.get(of + compact(plain(name))) ?? [name];
      const abroad = region && region !== "-" ? [region] : [];
      found.set(key, entry("town", [name, ...names.slice(1)], size, of, at, { codes: code ? [code] : [], region: abroad }));
    }
    return found.get(key);
  };
  for (const line of text.trimEnd().split("\n")) {
    if (line[0] === "=") {
      [country, region] = line.slice(1).split(" ");
    } else if (country) {
      const [north, east, ...name] = line.split(" ");
      const marked = name.join(" ");
      add(marked.slice(0, -1), Number(marked.at(-1)), "", [Number(north), Number(east)]);
    } else {
      const [code, north, east, ...names] = line.split(" ");
      const at = [Number(north), Number(east)];
      const here = { at, towns: [] };
      codes.set(code, here);
      for (const marked of names.length ? names.join(" ").split(",") : []) {
        here.towns.push(add(marked.slice(0, -1), Number(marked.at(-1)), code, at));
      }
    }
  }
  return { found: [...found.values()], codes };
}

/** The villages, which also join their postal codes. */
export function villages(text, codes) {
  const found = [];
  for (const line of text.trimEnd().split("\n")) {
    const here = codes.get(line.slice(0, 5));
    for (const name of line.slice(6).split(",")) {
      const village = entry("town", [name], VILLAGE, "FR", here.at, { codes: [line.slice(0, 5)] });
      here.towns.push(village);
      found.push(village);
    }
  }
  return found;
}

/**
 * The towns of the postal codes abroad: a function of a country and a code, or the beginning of one;
 * null when none has it.
 */
export function codesAbroad(text) {
  const ranges = { BE: [], CH: [], LU: [] };
  let country;
  for (const line of text.trimEnd().split("\n")) {
    if (line[0] === "=") country = line.slice(1);
    else {
      const [of, north, east, ...name] = line.split(" ");
      const [first, last = first] = of.split("-");
      ranges[country].push({ first, last, name: name.join(" "), at: [Number(north), Number(east)] });
    }
  }
  return (of, code) => ranges[of].find(({ first, last }) => first.startsWith(code) || (first <= code && code <= last)) ?? null;
}
