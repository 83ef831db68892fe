/**
 * A town among the words that somebody typed: « école à Tours » asks for people, and says where.
 *
 * Many towns have the name of an ordinary word (Tours, Sens, Gap, Mer, Bourges), so a word that was
 * understood is asked too where it may be a name: it was understood by its stem or as a part only, it is
 * all that was typed, or « à » stands before it. It is a town then when it is the whole name of one, with
 * its accents if it was typed with accents, and of no village.
 */
import { BY_PART, BY_STEM, WITH_A_SLIP } from "./lexique.js";
import { folded, tokens } from "./racines.js";

const SHORTEST = 3;
const BEFORE = new Set(["a", "vers", "sur"]);

/** The town that `words` are the whole name of: neither a village nor another word by its accents. */
function isItsName(words, { kind, name, isVillage }, text) {
  if (kind !== "town" || isVillage || folded(name) !== words) return false;
  const typed = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const written = typed.find((word) => folded(word) === words);
  return written === words || written === name.toLowerCase();
}

/**
 * The town of a text, as { words, found }, null where there is none. The text was understood as
 * { meanings, rest } (lexique.js); of a word, `isNamed` says whether it names somebody; `findPlaces` is that of lieux.js.
 */
export async function townAmong(text, { meanings, rest }, isNamed, findPlaces) {
  const all = tokens(text);
  const isBare = (word) => !isNamed(word);
  const slips = meanings.flatMap(({ how, typed }) => (how === WITH_A_SLIP ? tokens(typed) : []));
  const doubtful = [...slips, ...rest].filter(isBare);
  const ours = meanings.flatMap(({ how, typed }) => {
    const [word, ...others] = tokens(typed);
    if (others.length || how === WITH_A_SLIP || !isBare(word)) return [];
    const mayBeName = how === BY_STEM || how === BY_PART || all.length === 1 || BEFORE.has(all[all.indexOf(word) - 1]);
    return mayBeName ? [word] : [];
  });
  for (const words of new Set([doubtful.join(" "), ...doubtful, ...ours])) {
    if (words.length < SHORTEST) continue;
    const { places: [found], certainty } = await findPlaces(words);
    if (certainty !== "sure" && certainty !== "ask") continue;
    if (ours.includes(words) && !doubtful.includes(words) && !isItsName(words, found, text)) continue;
    return { words, found };
  }
  return null;
}
