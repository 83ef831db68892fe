/** How what is typed may be read: the name of a place, and what is said beside it. Pure. */
import { plain } from "./lieux-fichiers.js";

const ROMAN = { i: 1, v: 5, x: 10 };
const ORDINALS = "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme treizieme quatorzieme quinzieme seizieme dixseptieme dixhuitieme dixneuvieme vingtieme".split(" ");
// Before a name, and what no commune begins with.
const BEFORE = /^(?:je (?:suis|vis|reside)|j habite|nous (?:sommes|habitons)|on est|situee? |habite|pres|proche|autour|a cote|aux? (?:environs|alentours)|environs|alentours|peripherie|banlieue|agglomeration|agglo|metropole|ville|commune|mairie|secteur|code postal|cp|departement|depart|dept|dep|region|bassin|pays de) (?:(?:de|du|des|d|la|les|le|l|a|au|en|dans) )*|^(?:a|de|d|du|pour) /;
const ARTICLES = /^(?:(?:dans|vers|sur|en|au|aux|le|la|les|l|chez) )+/;
const LARGE = /^grande? /;
const AFTER = / (?:et (?:ses |les |sa )?(?:environs?|alentours?|region|banlieue|peripherie|agglomeration|metropole)|(?:et )?environs|alentours|metropole|agglomeration|agglo|centre ville|centre|ville|(?:cedex|cdx)(?: \d+)?|intra muros|area)$/;
const COUNTRY = { b: "BE", be: "BE", ch: "CH", l: "LU", lu: "LU", f: "FR", fr: "FR", d: "DE", de: "DE", i: "IT", it: "IT", e: "ES", es: "ES", a: "AT", at: "AT", mc: "MC", ad: "AD", nl: "NL" };

/** The number that words say: « 11 », « 11e », « xi », « onzième »; null when they say none. */
export function number(words) {
  const one = words.trim().replace(/ /g, "");
  const digits = one.match(/^(\d{1,2})(?:er|re|e|em|eme|ieme|nd|nde)?$/);
  if (digits) return Number(digits[1]);
  const roman = one.match(/^([ivx]+)(?:er|e|eme)?$/);
  if (roman) {
    const values = [...roman[1]].map((sign) => ROMAN[sign]);
    return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
  }
  const rank = ORDINALS.indexOf(one);
  return rank < 0 ? null : rank + 1;
}

/**
 * Reads a text: `code`, a postal code in it or ""; `country`, the letters before the code; `read`, the
 * ways to read the rest, likeliest first: { words, beside, isSafe }. `isSafe`: no village's name could
 * begin with the words that were left out.
 */
export function readings(text) {
  const bare = plain(text.replace(/[’']/g, "'"));
  const lettered = bare.match(/^([a-z]{1,2}) ?(\d{4,5})\b(.*)$/);
  const country = (lettered && COUNTRY[lettered[1]]) ?? "";
  const [, , ofLetters, afterLetters] = lettered && country ? lettered : [];
  const joined = (country ? `${ofLetters}${afterLetters}` : bare).replace(/\b(\d{2}) (\d{3})\b/, "$1$2");
  const code = joined.match(/\b\d{4,5}\b/)?.[0] ?? "";
  const rest = joined.replace(/\b\d{4,5}\b/, " ").replace(/\b(?:cedex|cdx)( \d+)?\b/, " ").replace(/\s+/g, " ").trim();
  const read = [];
  const add = (words, beside, isSafe) => {
    if (words && !read.some((one) => one.words === words && one.beside === beside)) read.push({ words, beside, isSafe });
  };
  if (!rest) return { read, code, country };
  for (const [words, isSafe] of stripped(rest)) {
    if (code) add(words, code, isSafe);
    else add(words, "", isSafe);
  }
  if (!code) {
    // « Rennes (35) », « Rennes, Bretagne », « Rennes - 35 », then any space.
    const parts = text.split(/[(),;/]| - /).map(plain).filter(Boolean);
    for (const [words, isSafe] of parts.length > 1 ? stripped(parts[0]) : []) {
      for (const [beside] of stripped(parts.slice(1).join(" "))) add(words, beside, isSafe);
    }
    for (const [words, isSafe] of stripped(rest)) {
      const cut = words.split(" ");
      for (let at = cut.length - 1; at > 0; at--) {
        for (const [beside] of stripped(cut.slice(at).join(" "))) add(cut.slice(0, at).join(" "), beside, isSafe);
        add(cut.slice(at).join(" "), cut.slice(0, at).join(" "), false);
      }
    }
  }
  return { read, code, country };
}

/** The words, then with less and less before and after them. */
function stripped(words) {
  const found = [[words, true]];
  let left = words;
  let isSafe = true;
  for (;;) {
    const before = left;
    const cut = left.replace(AFTER, "").replace(BEFORE, "");
    if (cut !== left) left = cut;
    else {
      left = ARTICLES.test(left) ? left.replace(ARTICLES, "") : left.replace(LARGE, "");
      isSafe = false;
    }
    if (!left || left === before) return found;
    found.push([left, isSafe]);
  }
}

/** Whether two words differ by one letter: more, less, another, or two changed places. */
export function differsByOne(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
