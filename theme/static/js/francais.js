/**
 * The two sides of the search in French: what is asked is written as the index is, and what the index
 * gives back is written as French is. The index: plugins/association/hosting/search_index.py.
 */
import { typeset } from "./mots.js";
import { stem, tokens } from "./racines.js";

const ELISION = /(^|[\s"-])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\S)/g;
const LIGATURES = { œ: "oe", æ: "ae" };
const LIGATED = { o: "œ", O: "Œ", a: "æ", A: "Æ" };
// Words that nearly every page has: alone they are asked as they are.
const SMALL = new Set("a à au aux ce ces d dans de des du en et l la le les ou où par pour sur un une".split(" "));

/** What somebody typed, as the index has it: no elision, no ligature, no small word among others. */
export function asked(typed) {
  const plain = typed
    .toLowerCase()
    .replace(/[’ʼ´`]/g, "'")
    .replace(/[«»“”„]/g, '"')
    .replace(/[œæ]/g, (sign) => LIGATURES[sign])
    .replace(ELISION, "$1");
  if (plain.includes('"')) return plain.trim();
  const words = plain.split(/[\s‐‑–—-]+/).filter(Boolean);
  const full = words.filter((word) => !SMALL.has(word));
  return (full.length ? full : words).join(" ");
}

/** A text of the index as the page has it. */
export function read(text) {
  const ligated = text.replace(/([oa])\u2060e/gi, (_, first) => LIGATED[first]);
  return typeset(ligated.replace(/\u2060 ?/g, ""));
}

/**
 * The words around what was found, as a list of [text, isFound]; the page's title, with which every
 * page begins, is left out. `html` has one `mark` around each word found.
 */
export function excerpt(html, title) {
  const joined = html.replace(/\u2060<\/mark> /g, "</mark>");
  const words = joined.split(" ");
  const heading = title.split(/\s+/);
  const begins = heading.every((word, at) => bare(words[at]) === bare(word));
  const kept = (begins ? words.slice(heading.length) : words).join(" ");
  const page = new DOMParser().parseFromString(kept, "text/html");
  const parts = [...page.body.childNodes].map((node) => [read(node.textContent), node.nodeName === "MARK"]);
  const text = page.body.textContent;
  if (/^\p{Ll}/u.test(text)) parts.unshift(["… ", false]);
  if (!/[.!?…]$/.test(text)) parts.push([" …", false]);
  return parts;
}

/** Whether each word asked is among those for which a page was found, or nearly; Pagefind guesses more. */
export function fits(query, { raw_content: raw, content, locations }) {
  const all = (raw ?? content).split(/\s+/);
  const found = locations.flatMap((place) => tokens((all[place] ?? "").replaceAll("\u2060", "")));
  return tokens(query).every((word) => found.some((other) => isNearly(word, other)));
}

/** Whether two words share their stem, or all letters but the last two of what is asked. */
function isNearly(asked, found) {
  if (stem(asked) === stem(found)) return true;
  const lacking = Math.max(0, Math.min(2, asked.length - 5));
  return asked.length > 2 && found.startsWith(asked.slice(0, asked.length - lacking));
}

function bare(word = "") {
  return word.replace(/<\/?mark>/g, "").replace(/[.\s]+$/, "");
}
