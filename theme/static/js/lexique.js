/**
 * What visitors mean by their words: which entries of a lexicon a text leads to, longest phrases first.
 *
 * A phrase is the same in the plural; then by its stems; then with one slip of the keyboard in a word
 * of five letters or more. The lexicon comes from content/vocabulaire.yml; nothing typed leaves here.
 */
import { singular, stem, tokens } from "./racines.js";

const LONGEST_PHRASE = 7;
const SHORTEST_WITH_A_SLIP = 5;
const SHORTEST_BEGINNING = 4;
const SHORTEST_ROOT = 5;
// « Resto du cœur », « Croix-Rouge », unlike « EHPAD » or « maison de justice ».
const PROPER_NAME = /^\p{Lu}\p{Ll}/u;
// A beginning or a part of phrases that leads to more than this says nothing.
const MOST_MEANT = 4;
/** How surely something was understood, surest first. */
export const EXACT = 0;
export const BY_STEM = 1;
export const BY_PART = 2;
export const WITH_A_SLIP = 3;

// Words that no phrase needs, and words that only phrases of one other word need.
const LIGHT = new Set("l le la les d de du des un une se s me m te t c ce ces cet cette".split(" "));
const SMALL = new Set(
  `${[...LIGHT].join(" ")} a ai aie ait alors as au aussi aux avec avoir avons avez ayant bien car cela ca chez
  comme comment dans depuis dont elle elles en encore entre es est et etaient etait ete etes etre eu fait
  faire font fois habite il ils j je leur leurs lui ma mais meme mes moi moins mon n ne ni nos notre nous on ont
  ou par pas peu peut plus plusieurs pour quand que quel quelle quels quelles quelqu quelque quelques qui
  quoi sa sans ses si son sont sous suis sur ta tes toi ton toujours tout toute toutes tous tres tu va vais
  vers veut veux voici voila vont vos votre vous y cherche chercher cherchons besoin trouver voudrais
  voudrait aimerais probleme problemes difficulte difficultes contre qu`.split(/\s+/),
);
const ENDINGS = (
  "isation ation ateur ement ition iteur aient aire ment ion eur ism ist iqu anc enc ent ons ait ag if al el ien it er ez i"
).split(" ");

/** What a word shares with others of its family: « harcèlement » with « harcelés ». */
function root(token) {
  const bare = stem(token);
  const ending = ENDINGS.find(
    (end) => bare.endsWith(end) && bare.length - end.length >= SHORTEST_ROOT,
  );
  return ending ? bare.slice(0, -ending.length) : bare;
}

/** The words of a text that say something. */
export function fullTokens(text) {
  const all = tokens(text);
  const full = all.filter((token) => !SMALL.has(token));
  return full.length ? full : all;
}

function ofPhrase(words) {
  const light = words.filter((word) => !LIGHT.has(word));
  const full = light.filter((word) => !SMALL.has(word));
  if (full.length > 1) return full;
  return light.length ? light : words;
}

const FORMS = [
  [EXACT, (words) => words.map(singular).join(" ")],
  [EXACT, (words) => words.map(singular).join("")],
  [BY_STEM, (words) => words.map(stem).join(" ")],
  [BY_STEM, (words) => words.map(root).join(" ")],
];

const nothing = () => false;

/**
 * A lexicon of `entries`, each [id, phrases], its name first. Of a word, `isName` says whether it names somebody or a
 * place, `isWord` whether it is written well: neither is a slip for one of ours.
 *
 * Returns a reader of texts: { meanings, rest }, for each part that was understood { typed, words, ids,
 * also, how }, and the words that were not. `also` is where the parts of a phrase lead by themselves.
 */
export function lexicon(entries, { isName = nothing, isWord = nothing } = {}) {
  const maps = FORMS.map(() => new Map());
  const parts = new Map();
  const single = new Map();
  const known = new Map();
  const names = new Set(entries.map(([, [name]]) => name && FORMS[0][1](ofPhrase(tokens(name)))));

  const add = (map, key, id) => {
    if (!map.has(key)) map.set(key, new Set());
    map.get(key).add(id);
  };
  for (const [id, phrases] of entries) {
    for (const [at, phrase] of phrases.entries()) {
      const words = ofPhrase(tokens(phrase));
      // The parts of somebody else's name mean nothing by themselves.
      const hasParts = at === 0 || words.length === 1 || !PROPER_NAME.test(phrase);
      if (!words.length) continue;
      FORMS.forEach(([, form], rank) => add(maps[rank], form(words), id));
      for (const word of words) {
        known.set(singular(word), word);
        if (hasParts && !SMALL.has(word)) add(parts, stem(word), id);
      }
      if (words.length === 1) add(single, words[0], id);
    }
  }

  function ofWords(words) {
    for (const [at, [how, form]] of FORMS.entries()) {
      const ids = maps[at].get(form(words));
      if (ids) return { ids, how };
    }
    return null;
  }

  /** Every phrase that some words of a text make, as { from, to, weight, ids, how }. */
  function phrasesIn(words) {
    const found = [];
    for (let from = 0; from < words.length; from++) {
      if (LIGHT.has(words[from])) continue;
      for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_PHRASE); to++) {
        if (LIGHT.has(words[to - 1])) continue;
        const light = words.slice(from, to).filter((word) => !LIGHT.has(word));
        const full = light.filter((word) => !SMALL.has(word));
        const answer = ofWords(light) ?? (full.length > 1 ? ofWords(full) : null);
        if (answer && (full.length || light.length > 1)) {
          found.push({ from, to, weight: full.length || 1, ...answer });
        }
      }
    }
    return found;
  }

  function nearestWord(word) {
    if (word.length < SHORTEST_WITH_A_SLIP || /\d/.test(word)) return null;
    const bare = singular(word);
    let best = null;
    for (const candidate of known.keys()) {
      if (candidate.length < SHORTEST_BEGINNING) continue;
      if (!isOneSlip(bare, candidate) && !isOneSlip(word, candidate)) continue;
      const rank =
        (candidate[0] === word[0] ? 0 : 4) +
        (undoubled(candidate) === undoubled(bare) ? 0 : 2) +
        (single.has(known.get(candidate)) ? 0 : 1);
      if (!best || rank < best.rank) best = { rank, word: known.get(candidate) };
    }
    return best?.word ?? null;
  }

  function isOurs(word) {
    return known.has(singular(word)) || parts.has(stem(word)) || ofWords([word]) !== null;
  }

  /** What a word leads to that is no phrase: the beginning of one, or a part. */
  function byPart(word, isLast) {
    const ids = new Set();
    if (isLast && word.length >= SHORTEST_BEGINNING) {
      for (const [other, of] of single) if (other.startsWith(word)) for (const id of of) ids.add(id);
    }
    if (!ids.size) for (const id of parts.get(stem(word)) ?? []) ids.add(id);
    return ids.size && ids.size <= MOST_MEANT ? ids : null;
  }

  return (text) => {
    const typed = tokens(text);
    const words = [...typed];
    const slips = new Set();
    const covered = new Set();
    phrasesIn(words).forEach(({ from, to }) => {
      for (let at = from; at < to; at++) covered.add(at);
    });
    words.forEach((word, at) => {
      if (covered.has(at) || SMALL.has(word) || isOurs(word) || isName(word) || isWord(word)) return;
      if (at === words.length - 1 && byPart(word, true)) return;
      const meant = nearestWord(word);
      if (!meant) return;
      words[at] = meant;
      slips.add(at);
    });
    const free = new Set(words.keys());
    const meanings = [];
    const take = (from, to, ids, how) => {
      let isSlip = false;
      for (let at = from; at < to; at++) {
        free.delete(at);
        isSlip ||= slips.has(at);
      }
      const also = new Set();
      const isName = names.has(FORMS[0][1](ofPhrase(words.slice(from, to))));
      for (const part of isName ? [] : found) {
        if (part.from < from || part.to > to) continue;
        for (const id of part.ids) if (!ids.has(id)) also.add(id);
      }
      meanings.push({
        from,
        typed: typed.slice(from, to).join(" "),
        words: words.slice(from, to),
        ids: [...ids],
        also: [...also],
        how: isSlip ? WITH_A_SLIP : how,
      });
    };
    const found = phrasesIn(words).sort(
      (one, other) =>
        other.weight - one.weight || one.how - other.how || one.to - one.from - (other.to - other.from),
    );
    for (const { from, to, ids, how } of found) {
      let isFree = true;
      for (let at = from; at < to; at++) isFree &&= free.has(at);
      if (isFree) take(from, to, ids, how);
    }
    for (const at of [...free]) {
      if (SMALL.has(words[at]) || isName(words[at])) continue;
      const ids = byPart(words[at], at === words.length - 1);
      if (ids) take(at, at + 1, ids, BY_PART);
    }
    meanings.sort((one, other) => one.from - other.from);
    const left = [...free].filter((at) => !SMALL.has(words[at])).map((at) => words[at]);
    const rest = left.length || meanings.length ? left : typed;
    return { meanings, rest };
  };
}

/** A word without its doubled letters, the commonest slip of all. */
function undoubled(word) {
  return word.replace(/(.)\1/g, "$1");
}

/** Whether two words differ by one letter too many, missing, other or swapped with its neighbour. */
export function isOneSlip(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (at === short.length) return true;
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
