/**
 * French words by what they have in common: « écoles », « l’école » and « ECOLE » are one.
 *
 * The same as french_stems.py and words.py of plugins/association/core; tests/stems.json and
 * tests/european_names.json try both.
 */
const LETTERS = {
  "’": "'", ʼ: "'", ʻ: "'", "·": "", ʿ: "", ʾ: "", "‐": "-", "‑": "-",
  œ: "oe", æ: "ae", ß: "ss", þ: "th", ø: "o", ł: "l", đ: "d", ð: "d",
  ħ: "h", ŧ: "t", ŋ: "n", ı: "i", ĸ: "k", ə: "e", ς: "σ",
};
const OTHERS = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const SHORTEST = 4;
const MASCULINE = [["trice", "teur"], ["euse", "eur"], ["ive", "if"]];

/** Small letters, without accents, with plain apostrophes and spaces. */
export function folded(text) {
  const small = text.normalize("NFKD").toLowerCase().replace(OTHERS, (sign) => LETTERS[sign]);
  return small.normalize("NFKD").replace(/\p{M}/gu, "").replace(/-/g, " ").replace(/\s+/g, " ").trim();
}

/** The words of a text: small letters without accents; initials have no dots. */
export function tokens(text) {
  const bare = folded(text).replace(/\b[a-z](?:\.[a-z])+\b\.?/g, (found) => found.replaceAll(".", ""));
  return bare.match(/[a-z0-9]+/g) ?? [];
}

/** What a word of `tokens` shares with its plural, its feminine and its verb. */
export function stem(token) {
  return token.length < SHORTEST ? token : withoutEnding(masculine(singular(token)));
}

/** A word of `tokens` in the singular, as far as its letters tell. */
export function singular(word) {
  if (word.length < SHORTEST) return word;
  if (/[^e]aux$/.test(word) && word.length > SHORTEST) return `${word.slice(0, -3)}al`;
  if (word.endsWith("eux") && word.length > SHORTEST + 1) return `${word.slice(0, -3)}eur`;
  if (/[sx]$/.test(word) && !word.endsWith("ss")) return word.slice(0, -1);
  return word.endsWith("ail") ? `${word.slice(0, -3)}al` : word;
}

function masculine(word) {
  for (const [feminine, other] of MASCULINE) {
    const bare = word.slice(0, -feminine.length);
    if (word.endsWith(feminine) && bare.length > 1) return bare + other;
  }
  return word;
}

function withoutEnding(word) {
  let bare = withoutE(word);
  for (const [ending, shortest] of [["er", 6], ["ant", 7]]) {
    if (bare.endsWith(ending) && bare.length >= shortest) bare = withoutE(bare.slice(0, -ending.length));
  }
  return bare.replace(/([bcdfghjklmnpqrstvwxz])\1$/, "$1");
}

function withoutE(word) {
  let bare = word;
  while (bare.endsWith("e") && bare.length >= SHORTEST) bare = bare.slice(0, -1);
  return bare;
}
