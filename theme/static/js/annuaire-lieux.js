/**
 * Towns and postal codes, read in the page: what a visitor types goes nowhere. Loaded when somebody
 * enters the field. Format of the files: plugins/association/people/gazetteer.
 */
import { folded } from "./annuaire-filtre.js";

const MOST = 6;
const SHORTEST = 3;

async function lines(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(url);
  return (await answer.text()).trimEnd().split("\n");
}

/** « St-Denis » is « Saint-Denis ». */
function meant(text) {
  return folded(text).replace(/\bst(e?) /g, "saint$1 ");
}

/** Returns the places of the index's regions: a function that finds those of a name or a code. */
export async function gazetteer(placesUrl, villagesUrl, regions) {
  const codes = new Map();
  const towns = [];
  let villages = null;
  const french = regions.filter(([, , country]) => country === "FR");

  function regionOf(code) {
    const fits = french.flatMap(([slug, , , prefixes]) =>
      prefixes.filter((prefix) => code.startsWith(prefix)).map((prefix) => [prefix.length, slug]),
    );
    return fits.sort((one, other) => other[0] - one[0])[0]?.[1] ?? "";
  }

  function add(name, size, code, country, at, region) {
    towns.push({ name, size, code, country, at, region, folded: meant(name) });
  }

  let country = "";
  let region = "";
  for (const line of await lines(placesUrl)) {
    if (line[0] === "=") {
      [country, region] = line.slice(1).split(" ");
    } else if (country) {
      const [north, east, ...name] = line.split(" ");
      const marked = name.join(" ");
      add(marked.slice(0, -1), Number(marked.at(-1)), "", country, [Number(north), Number(east)], region === "-" ? "" : region);
    } else {
      const [code, north, east, ...names] = line.split(" ");
      const at = [Number(north), Number(east)];
      const ofCode = { code, at, region: regionOf(code), name: "" };
      codes.set(code, ofCode);
      for (const marked of names.length ? names.join(" ").split(",") : []) {
        ofCode.name ||= marked.slice(0, -1);
        add(marked.slice(0, -1), Number(marked.at(-1)), code, "FR", at, ofCode.region);
      }
    }
  }

  async function loadVillages() {
    villages ??= lines(villagesUrl).then((found) => {
      for (const line of found) {
        const code = line.slice(0, 5);
        const of = codes.get(code);
        for (const name of line.slice(6).split(",")) {
          of.name ||= name;
          add(name, -1, code, "FR", of.at, of.region);
        }
      }
    });
    return villages;
  }

  function named(test) {
    const seen = new Set();
    return towns
      .filter(test)
      .sort((one, other) => other.size - one.size || one.code.localeCompare(other.code))
      .filter(({ name, at, country: of }) => {
        const key = `${name} ${at} ${of}`;
        return !seen.has(key) && seen.add(key);
      })
      .slice(0, MOST)
      .map((town) => ({ ...town, label: `${town.name} (${town.code || town.country})` }));
  }

  /**
   * The places that `text` may mean, largest first: `exact` when it is the whole name or a code.
   * `isForeign`: a postal code of four figures, which this cannot read; `isTooShort`: wait for more.
   */
  return async function find(text) {
    const [, typed, bracket] = text.trim().match(/^(.*?)(?:\s*\((\w+)\))?$/);
    if (/^\d{1,3}$/.test(typed)) return { exact: false, places: [], isTooShort: true };
    if (/^\d{4}$/.test(typed)) return { exact: false, places: [], isForeign: true };
    if (/^\d{5}$/.test(typed)) {
      const of = codes.get(typed);
      if (of && !of.name) await loadVillages();
      return { exact: Boolean(of), places: of ? [{ ...of, label: `${of.name} (${typed})` }] : [] };
    }
    const wanted = meant(typed);
    if (wanted.length < SHORTEST && !bracket) return { exact: false, places: [], isTooShort: true };
    const isIt = (town) => town.folded === wanted && (!bracket || bracket === town.code || bracket === town.country);
    let places = named(isIt);
    if (!places.length || bracket) {
      await loadVillages();
      places = named(isIt);
    }
    if (places.length) return { exact: true, places };
    return { exact: false, places: named((town) => town.folded.startsWith(wanted)) };
  };
}
